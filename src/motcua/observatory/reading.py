"""Figures of one agency, picked from answers that many pages share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from motcua.measurement import queries
from motcua.measurement.values import Grain, League, Period, Way
from motcua.measurement.values.reading import Figure, Figures, LeagueTable, Place, Series
from motcua.observatory import kept, places
from motcua.observatory.kept import Question, recall

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
    found = None
    if "." not in agency:
        found = next((row for row in tops(code, period, way).rows if row.key == agency), None)
    return found or recall(queries.figure, code, agency=agency, period=period, way=way)


def ready(codes: Iterable[str], agency: str, periods: Sequence[Period]) -> None:
    """Ask what `figure` needs of one agency and of the country, for several periods at once.

    As reported only for the first period.
    """
    questions: list[Question] = []
    for code in codes:
        ways = queries.card(code).ways
        for number, period in enumerate(periods):
            for way in ways if not number else (Way.TRUE,):
                asked: dict[str, object] = {"period": period, "way": way}
                questions.append((queries.figures, (code,), {**asked, "by": "top"}))
                if "." in agency:
                    questions.append((queries.figure, (code,), {**asked, "agency": agency}))
    kept.ready(questions)


def series(
    code: str, agency: str, period: Period, *, grain: Grain = Grain.MONTH, way: Way = Way.TRUE
) -> Series:
    """Give an indicator of one agency over time."""
    return recall(queries.series, code, agency=agency, grain=grain, period=period, way=way)


def league(code: str, of: League, period: Period, *, way: Way = Way.TRUE) -> LeagueTable:
    """Give the ranking of a league."""
    return recall(queries.league, code, league=of, period=period, way=way)


def playing(code: str, period: Period, *, way: Way = Way.TRUE) -> tuple[Figure, ...]:
    """Give a figure for every agency of both leagues, also for those that told nothing."""
    return tuple(
        replace(place.figure, key=place.agency)
        for of in League
        for place in standing_places(league(code, of, period, way=way))
    )


def standing_places(table: LeagueTable) -> tuple[Place, ...]:
    """Give the places of a league without bodies that were merged before and tell nothing."""
    former = {code for code, place in places.tops().items() if place.former}
    return tuple(
        one for one in table.places if one.figure.value is not None or one.agency not in former
    )
