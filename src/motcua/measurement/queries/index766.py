"""Index 766 of an agency, and leagues by its total."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.measurement import indicators
from motcua.measurement.queries.details import read
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.rules import index766 as rules
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.rules.index766 import Definition
from motcua.measurement.values.cards import Way
from motcua.measurement.values.index766 import Count, Index766
from motcua.measurement.values.periods import Period

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Counted, Readable

FOLDER = Path("indicators") / "qd-766"
MEASURED: Mapping[str, str] = {
    "PROGRESS": "i766_tdgq",
    "ONLINE_SUPPLY": "sup1",
    "ONLINE_USED": "use1",
    "ONLINE_DOSSIERS": "use2",
    "PAID_DOSSIERS": "pay",
    "PAID_SERVICES": "i766_paid",
    "FEE_SERVICES_USED": "i766_fees",
}
"""Which indicator counts each measured part."""


def definition766(period: Period) -> Definition:
    """Give the edition in force on the last day of a period; refuses with `Index766Unknown`."""
    return rules.edition(_editions(Path(settings.LIBRARY) / FOLDER), period.last)


def index766(
    agency: str, period: Period, way: Way = Way.TRUE, *, lake: "Readable | None" = None
) -> Index766:
    """Give the index of an agency with all below it ("": the country), counted one way.

    What agencies alone can tell is what they declared for the months of the period; what was not
    told is said in `missing` and earns nothing. Refuses with `Index766Unknown`.
    """
    scope = Scope(period, agency)
    found = _all(scope, (), way=way, lake=lake)
    return _scored(agency, found.get(agency, {}), period=period, way=way)


def indexes766(
    period: Period, *, within: str = "", way: Way = Way.TRUE, lake: "Readable | None" = None
) -> tuple[Index766, ...]:
    """Give the index of every top, or of every agency right below one, by code."""
    key = "agency" if within else "top"
    found = _all(Scope(period, within), (key,), way=way, lake=lake)
    return tuple(
        _scored(code, counts, period=period, way=way) for code, counts in sorted(found.items())
    )


def _scored(agency: str, counts: Mapping[str, Count], *, period: Period, way: Way) -> Index766:
    definition = definition766(period)
    scored = rules.score(definition, counts, on=period.last, agency=agency, way=way)
    return replace(scored, period=period)


def _all(
    scope: Scope, keys: tuple[str, ...], *, way: Way, lake: "Readable | None"
) -> dict[str, dict[str, Count]]:
    """Give the counts of every part by agency."""
    lake = lake or the_lake()
    found: dict[str, dict[str, Count]] = {}
    for part, code in MEASURED.items():
        counted_as = way if way in indicators.card(code).ways else Way.TRUE
        for line in read(code, keys, scope, way=counted_as, lake=lake):
            _put(found, line, part=part, agency=str(line.keys[0]) if keys else scope.within)
    for line in read("declared", (*keys, "metric"), scope, lake=lake):
        agency = str(line.keys[0]) if keys else scope.within
        _put(found, line, part=str(line.keys[-1]), agency=agency)
    return found


def _put(found: dict[str, dict[str, Count]], line: "Counted", *, part: str, agency: str) -> None:
    if line.numerator is None or line.denominator is None:
        return
    counts = found.setdefault(agency, {})
    counts[part] = Count(Decimal(str(line.numerator)), Decimal(str(line.denominator)))


@lru_cache(maxsize=4)
def _editions(folder: Path) -> tuple[Definition, ...]:
    return tuple(
        rules.read(path.read_text(encoding="utf-8"), name=f"{FOLDER}/{path.name}")
        for path in sorted(folder.glob("*.yaml"))
    )
