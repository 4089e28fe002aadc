"""The rows of a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from motcua.measurement import queries
from motcua.measurement.values import Grain, Period, Way
from motcua.measurement.values.reading import Figure, Figures
from motcua.observatory import asking, places, reading
from motcua.observatory.kept import recall
from motcua.observatory.tabling.asked import Asked

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows as wide as they."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


FIGURE = ("numerator", "denominator", "value", "missing", "partial")
ASKED = ("indicator", "period", "way")


def table(asked: Asked) -> Table:
    """Make the table that was asked for."""
    make = _TOPICS.get(asked.topic)
    return make(asked) if make else _indicator(asked)


def _indicator(asked: Asked) -> Table:
    card = asking.card(asked.topic)
    if asked.by == "league":
        return _league(asked)
    ways = [way for way in (Way.TRUE, Way.FED) if way in card.ways]
    named = asked.by in {"top", "agency"}
    rows = [
        (
            *(card.code, asked.period.code, way.value, figure.key),
            *(str(places.name(figure.key)) if named else "", *_cells(figure)),
        )
        for way in ways
        for figure in _figures(asked, way)
    ]
    return Table((*ASKED, "key", "name", *FIGURE), tuple(rows))


def _figures(asked: Asked, way: Way) -> Iterable[Figure]:
    if asked.by in {"month", "day"}:
        grain = Grain(asked.by)
        period = asking.months_to(asked.period) if grain is Grain.MONTH else asked.period
        if asked.procedure:
            return _answer(asked, way, period).rows
        found = reading.series(asked.topic, asked.within, period, grain=grain, way=way)
        return (figure for _on, figure in found.points)
    return _answer(asked, way, asked.period).rows


def _answer(asked: Asked, way: Way, period: Period) -> Figures:
    return recall(
        queries.figures,
        asked.topic,
        period=period,
        by=asked.by,
        within=asked.within,
        procedure=asked.procedure,
        way=way,
    )


def _league(asked: Asked) -> Table:
    found = reading.league(asked.topic, asked.league, asked.period, way=asked.way)
    rows = tuple(
        (
            *(asked.topic, asked.period.code, asked.way.value, asked.league.value),
            *(one.rank, one.agency, str(places.name(one.agency)), *_cells(one.figure)),
            *(one.other.value if one.other else None, one.moved),
        )
        for one in found.places
    )
    named = (*ASKED, "league", "rank", "key", "name", *FIGURE, "value_other_way", "moved")
    return Table(named, rows)


def _cells(figure: Figure) -> tuple[Cell, ...]:
    return (
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.missing or None,
        figure.partial,
    )


def _channels(asked: Asked) -> Table:
    found = recall(queries.channels, asked.within, asked.period, procedure=asked.procedure)
    return Table(
        ("channel", "dossiers", "share"),
        tuple((one.channel.value, one.dossiers, one.share) for one in found),
    )


def _satisfaction(asked: Asked) -> Table:
    found = recall(queries.satisfaction, asked.within, asked.period, procedure=asked.procedure)
    return Table(
        ("asked", "rated", "satisfied", "share", "low_95", "high_95"),
        ((found.asked, found.rated, found.satisfied, found.share, found.low, found.high),),
    )


def _waits(asked: Asked) -> Table:
    found = recall(queries.waits, asked.within, asked.period, procedure=asked.procedure)
    return Table(("working_hours", "dossiers"), tuple(found.histogram))


def _funnel(asked: Asked) -> Table:
    found = recall(queries.funnel, asked.procedure, period=asked.period, agency=asked.within)
    return Table(
        ("number", "step", "opened", "went_on"),
        tuple((one.number, one.name, one.entered, one.went_on) for one in found.steps),
    )


def _causes(asked: Asked) -> Table:
    found = recall(queries.causes, asked.within, asked.period, procedure=asked.procedure)
    return Table(
        ("cause", "telemetry", "asked_at_failure", "asked_after_result", "share", "printed_2023"),
        tuple(
            (o.cause.value, o.telemetry, o.at_failure, o.after_result, o.share, o.printed)
            for o in found
        ),
    )


def _index(asked: Asked) -> Table:
    found = recall(queries.index766, asked.within, asked.period, asked.way)
    return Table(
        ("group", "metric", "points", "most", "part", "numerator", "denominator", "missing"),
        tuple(
            (
                *(group.code, metric.code, float(metric.points), float(metric.most), part.code),
                float(part.count.numerator) if part.count else None,
                float(part.count.denominator) if part.count else None,
                part.missing or None,
            )
            for group in found.groups
            for metric in group.metrics
            for part in metric.parts
        ),
    )


def _consistency(asked: Asked) -> Table:
    found = recall(queries.consistency, asked.within, asking.months_to(asked.period))
    return Table(
        ("month", "page_successes", "dossiers_online", "batched", "verdict"),
        tuple(
            (f"{o.month:%Y-%m}", o.pages, o.dossiers, o.batched, o.verdict.value)
            for o in found.months
        ),
    )


def _heads(asked: Asked) -> Table:
    rows = tuple(
        (code, asked.period.code, way.value, asked.within, *_cells(figure))
        for code in reading.head()
        for way in queries.card(code).ways
        for figure in [reading.figure(code, asked.within, asked.period, way=way)]
    )
    return Table((*ASKED, "key", *FIGURE), rows)


_TOPICS: dict[str, Callable[[Asked], Table]] = {
    "tong-quan": _heads,
    "kenh-nop": _channels,
    "hai-long": _satisfaction,
    "thoi-gian": _waits,
    "to-khai": _funnel,
    "nguyen-nhan": _causes,
    "chi-so-766": _index,
    "doi-chieu": _consistency,
}
