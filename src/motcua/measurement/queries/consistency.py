"""Pages' successes beside dossier events received online."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from motcua.measurement.queries.details import read, whole
from motcua.measurement.rules import consistency as rules
from motcua.measurement.rules import cutting
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.cards import Way
from motcua.measurement.values.periods import Grain, Period
from motcua.measurement.values.quality import Consistency, ConsistentMonth

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Readable

_Counts = tuple[int, int, int]


def consistency(agency: str, period: Period, *, lake: "Readable | None" = None) -> Consistency:
    """Compare an agency's two channels in a period, and month by month."""
    counted = _counted(("month",), Scope(period, agency), lake)
    months = []
    for step in cutting.steps(period, Grain.MONTH):
        first = step.first.replace(day=1)
        pages, dossiers, batched = counted.get(first, (0, 0, 0))
        verdict = rules.verdict(pages=pages, dossiers=dossiers, batched=batched)
        months.append(ConsistentMonth(first, pages, dossiers, batched, verdict))
    whole_of = _added(counted.values())
    return _judged(agency, period, whole_of, months=tuple(months))


def consistencies(
    period: Period, *, within: str = "", lake: "Readable | None" = None
) -> tuple[Consistency, ...]:
    """Compare the two channels of every top, or of every agency right below one, by code."""
    key = "agency" if within else "top"
    counted = _counted((key,), Scope(period, within), lake)
    return tuple(
        _judged(str(code), period, counts) for code, counts in sorted(counted.items(), key=str)
    )


def _judged(
    agency: str, period: Period, counts: _Counts, *, months: tuple[ConsistentMonth, ...] = ()
) -> Consistency:
    pages, dossiers, batched = counts
    verdict = rules.verdict(pages=pages, dossiers=dossiers, batched=batched)
    return Consistency(
        agency=agency,
        period=period,
        pages=pages,
        dossiers=dossiers,
        batched=batched,
        ratio=rules.ratio(pages=pages, dossiers=dossiers),
        verdict=verdict,
        sentence=rules.explained(verdict, pages=pages, dossiers=dossiers, batched=batched),
        months=months,
    )


def _counted(
    keys: tuple[str, ...], scope: Scope, lake: "Readable | None"
) -> dict[str | int | date, _Counts]:
    pages = {line.keys[0]: whole(line) for line in read("submitted", keys, scope, lake=lake)}
    events = {
        line.keys[0]: (int(line.denominator or 0), whole(line))
        for line in read("batched", keys, scope, way=Way.FED, lake=lake)
    }
    return {key: (pages.get(key, 0), *events.get(key, (0, 0))) for key in {**pages, **events}}


def _added(parts: Iterable[_Counts]) -> _Counts:
    pages, dossiers, batched = zip(*parts, (0, 0, 0), strict=True)
    return sum(pages), sum(dossiers), sum(batched)
