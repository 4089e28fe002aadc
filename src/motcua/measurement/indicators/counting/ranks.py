"""Percentiles of a histogram."""

from typing import TYPE_CHECKING

from motcua.measurement.indicators.counting.keys import keyed, nothing, total

if TYPE_CHECKING:
    from ibis.expr.types import Table


def nearest_rank(waits: "Table", keys: tuple[str, ...], *, percent: int) -> "Table":
    """Give the hours within which `percent` of the dossiers were settled, by `keys`.

    `waits` has `hours` and `dossiers`; whole numbers only are compared, so that it is exact.
    """
    import ibis  # noqa: PLC0415 -- slow import

    cut = keyed(waits, keys)
    by = list(keys)
    counts = cut.aggregate(by=[*by, "hours"], number=total(cut.dossiers))
    ordered = ibis.cumulative_window(group_by=by or None, order_by="hours")
    whole = ibis.window(group_by=by or None)
    ranked = counts.mutate(
        seen=counts.number.sum().over(ordered), everything=counts.number.sum().over(whole)
    )
    enough = ranked.filter(
        (ranked.seen * 100 >= ranked.everything * percent) & (ranked.everything > 0)
    )
    return enough.aggregate(by=by, numerator=enough.hours.min(), denominator=nothing())
