"""An indicator over time."""

from typing import TYPE_CHECKING

from motcua.measurement.queries import engine
from motcua.measurement.queries.figures import key_text, weighed
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.queries.presence import presence
from motcua.measurement.rules import cutting
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.cards import Way
from motcua.measurement.values.periods import Grain, Period
from motcua.measurement.values.reading import Series

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Readable


def series(
    code: str,
    *,
    agency: str,
    grain: Grain,
    period: Period,
    way: Way = Way.TRUE,
    lake: "Readable | None" = None,
) -> Series:
    """Give an indicator of an agency ("": the country) step by step, none left out."""
    lake = lake or the_lake()
    card = engine.known(code)
    scope = Scope(period, agency)
    rows = engine.run(engine.Asked(code, (grain.value,), way, scope), lake)
    found = {each.keys[0]: each for each in rows}
    seen = presence(card, lake)
    points = []
    for step in cutting.steps(period, grain):
        first = cutting.whole(step.first, grain).first
        counted = found.get(first, engine.Counted((first,), None, None))
        key = key_text(first, grain.value)
        figure = weighed(
            card, counted, key=key, period=step, top=scope.top, seen=seen, within=agency
        )
        points.append((step.first, figure))
    return Series(card, agency, way, tuple(points))
