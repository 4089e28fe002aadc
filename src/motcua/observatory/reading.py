"""Figures of one agency, picked from answers that many pages share."""

from motcua.measurement import queries
from motcua.measurement.values import Grain, Period, Way
from motcua.measurement.values.reading import Figure, Figures, LeagueTable, Series
from motcua.observatory.kept import recall

HEAD = ("use2", "use3", "use1", "sup2", "sat", "ontime", "pay", "vis")
"""What overviews tell first, in this order."""


def head() -> tuple[str, ...]:
    """Give the codes of the first indicators that are there."""
    known = {card.code for card in queries.cards()}
    return tuple(code for code in HEAD if code in known)


def tops(code: str, period: Period, way: Way = Way.TRUE) -> Figures:
    """Give an indicator of every ministry and province, with the country's as total."""
    return recall(queries.figures, code, period=period, by="top", way=way)


def below(code: str, period: Period, *, within: str, way: Way = Way.TRUE) -> Figures:
    """Give an indicator of every agency of a ministry or province."""
    return recall(queries.figures, code, period=period, by="agency", within=within, way=way)


def by(code: str, key: str, period: Period, *, within: str = "", way: Way = Way.TRUE) -> Figures:
    """Give an indicator by procedure or channel, of an agency or the country."""
    return recall(queries.figures, code, period=period, by=key, within=within, way=way)


def figure(code: str, agency: str, period: Period, *, way: Way = Way.TRUE) -> Figure:
    """Give an indicator of one agency ("": the country)."""
    if not agency:
        return tops(code, period, way).total
    if "." not in agency:
        rows = tops(code, period, way).rows
    else:
        rows = below(code, period, within=agency.partition(".")[0], way=way).rows
    found = (row for row in rows if row.key == agency)
    return next(found, Figure(agency, None, None, None, "no_facts"))


def series(
    code: str, agency: str, period: Period, *, grain: Grain = Grain.MONTH, way: Way = Way.TRUE
) -> Series:
    """Give an indicator of one agency over time."""
    return recall(queries.series, code, agency=agency, grain=grain, period=period, way=way)


def league(code: str, league_: object, period: Period, *, way: Way = Way.TRUE) -> LeagueTable:
    """Give the ranking of a league."""
    return recall(queries.league, code, league=league_, period=period, way=way)
