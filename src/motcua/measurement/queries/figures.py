"""Figures of an indicator by one key, and the same figure both ways."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from motcua.measurement import indicators
from motcua.measurement.indicators.counting import TIMES
from motcua.measurement.queries import engine
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.queries.presence import Presence, presence
from motcua.measurement.rules import cutting
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.cards import Card, Way
from motcua.measurement.values.periods import Grain, Period
from motcua.measurement.values.reading import Figure, Figures

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Asked, Counted, Readable

    Run = Callable[[Asked], list[Counted]]


def cards() -> tuple[Card, ...]:
    """Give the cards of all indicators, by code."""
    return tuple(indicators.CARDS.values())


def card(code: str) -> Card:
    """Give the card of a code; raise `AskRefused` for an unknown one."""
    return engine.known(code)


def figures(
    code: str,
    *,
    period: Period,
    by: str = "top",
    within: str = "",
    procedure: str = "",
    way: Way = Way.TRUE,
    lake: "Readable | None" = None,
    run: "Run | None" = None,
) -> Figures:
    """Give an indicator by top, agency, procedure, channel, site, day, month, quarter or year.

    `within` is an agency's code ("" for the country); by agency gives those right below it, each
    with all that is below. `procedure` keeps to one. `run` counts instead of DuckDB. Raises
    `AskRefused` for what cannot be had.
    """
    lake = lake or the_lake()
    scope = Scope(period, within, procedure)
    run = run or partial(engine.run, lake=lake)
    rows = run(engine.Asked(code, (by,), way, scope))
    found = engine.known(code)
    seen = presence(found, lake)
    said = tuple(_figure(found, each, by=by, scope=scope, seen=seen) for each in rows)
    return Figures(
        card=found,
        period=period,
        way=way,
        total=weighed(
            found,
            _sum(rows) if rows and _adds_up(found, by) else _whole(code, way, scope, run=run),
            key=within,
            period=period,
            top=scope.top,
            seen=seen,
            within=within,
        ),
        rows=said,
        counted_at=lake.counted_at(),
    )


def figure(
    code: str,
    *,
    agency: str,
    period: Period,
    way: Way = Way.TRUE,
    procedure: str = "",
    lake: "Readable | None" = None,
) -> Figure:
    """Give one figure: an indicator of an agency with all below it ("": the country)."""
    lake = lake or the_lake()
    scope = Scope(period, agency, procedure)
    counted = _whole(code, way, scope, run=partial(engine.run, lake=lake))
    of = engine.known(code)
    seen = presence(of, lake)
    return weighed(of, counted, key=agency, period=period, top=scope.top, seen=seen, within=agency)


def both(
    code: str, *, agency: str, period: Period, lake: "Readable | None" = None
) -> tuple[Figure, Figure]:
    """Give a figure as fed and as it is; `missing` is no_way where it is counted one way only."""
    lake = lake or the_lake()
    ways = engine.known(code).ways
    fed, true = (
        figure(code, agency=agency, period=period, way=way, lake=lake)
        if way in ways
        else Figure(agency, None, None, None, "no_way")
        for way in (Way.FED, Way.TRUE)
    )
    return fed, true


def value(of: Card, numerator: float | None, denominator: float | None) -> float | None:
    """Divide by the unit of a card; a denominator of zero by its rule; None for no value."""
    if numerator is None:
        return None
    if denominator is None:
        return numerator
    if denominator == 0:
        return float(of.zero_value) if isinstance(of.zero_value, Decimal) else None
    return numerator * (1000 if of.unit == "per_mille" else 1) / denominator


def weighed(
    of: Card,
    counted: "Counted",
    *,
    key: str,
    period: Period,
    top: str,
    seen: Presence | None,
    within: str = "",
) -> Figure:
    """Make a figure of what was counted, with what is missing or partial said.

    Who was heard is known of ministries and provinces; below them (`within`) a count of nothing
    is nobody heard.
    """
    said = value(of, counted.numerator, counted.denominator)
    missing = seen.missing(top, period) if seen and not counted.numerator else ""
    if "supply" in of.reads and not counted.denominator:
        missing = "no_supply"
    elif not missing and "." in within and counted.denominator is None and not counted.numerator:
        missing = "no_facts"
    elif not missing and said is None:
        missing = "no_facts" if counted.numerator is None else "denominator_zero"
    partial = bool(seen and seen.partial(top, period))
    if missing in {"no_facts", "silent"}:
        said = None
    return Figure(key, counted.numerator, counted.denominator, said, missing, partial)


def key_text(key: str | int | date, name: str) -> str:
    """Write a key as addresses do: `2026-03`, `2026-Q1`, an agency's code."""
    if name in TIMES and isinstance(key, date):
        return cutting.whole(key, Grain(name)).code
    return str(key)


def _figure(
    of: Card, counted: "Counted", *, by: str, scope: Scope, seen: Presence | None
) -> Figure:
    key = counted.keys[0]
    period, top = scope.period, scope.top
    if by in TIMES and isinstance(key, date):
        stretch = cutting.whole(key, Grain(by))
        period = Period(max(stretch.first, period.first), min(stretch.last, period.last))
    if by in {"top", "agency"}:
        top = str(key).split(".")[0]
    return weighed(of, counted, key=key_text(key, by), period=period, top=top, seen=seen)


def _adds_up(of: Card, by: str) -> bool:
    """Tell whether rows add up to the total: services do by top, of which each has its own."""
    return of.additive or (by == "top" and of.unit == "share" and "supply" in of.reads)


def _whole(code: str, way: Way, scope: Scope, *, run: "Run") -> "Counted":
    """Count without keys."""
    found = run(engine.Asked(code, (), way, scope))
    return found[0] if found else engine.Counted((), None, None)


def _sum(rows: "Sequence[Counted]") -> "Counted":
    numerators = [each.numerator for each in rows if each.numerator is not None]
    denominators = [each.denominator for each in rows if each.denominator is not None]
    return engine.Counted((), sum(numerators), sum(denominators) if denominators else None)
