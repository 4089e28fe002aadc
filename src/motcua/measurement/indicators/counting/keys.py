"""Keys of figures, and sums by them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibis.expr.types import BooleanColumn, Column, IntegerScalar, Scalar, Table

TIMES = {"day": "D", "month": "M", "quarter": "Q", "year": "Y"}
"""Keys of time and the unit each is cut to; they come out as the first day."""

KEYS = (*TIMES, "top", "agency", "procedure", "channel", "site")

SUPPLY = {
    "day": "DATE",
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "procedure": "VARCHAR",
    "level": "VARCHAR",
    "has_fee": "BOOLEAN",
    "essential": "BOOLEAN",
}
"""The supply as expressions see it: what held on `day`, the last of each stretch asked for."""


def keyed(table: "Table", keys: tuple[str, ...]) -> "Table":
    """Add the month, quarter or year that `keys` ask for."""
    cut = {k: table.day.truncate(TIMES[k]) for k in keys if k in TIMES and k != "day"}
    return table.mutate(**cut) if cut else table


def total(column: "Column", where: "BooleanColumn | None" = None) -> "IntegerScalar":
    """Add a column of whole numbers up; nothing to add is 0."""
    return column.sum(where=where).fill_null(0)


def totals(
    table: "Table", keys: tuple[str, ...], *, numerator: "Scalar", denominator: "Scalar"
) -> "Table":
    """Give two sums over `table` by `keys`; `table` is `keyed` already."""
    return table.aggregate(by=list(keys), numerator=numerator, denominator=denominator)


def nothing() -> "Scalar":
    """Give the denominator of a count: none."""
    import ibis  # noqa: PLC0415 -- slow import

    return ibis.literal(None, type="int64")


def stacked(first: "Table", second: "Table", keys: tuple[str, ...]) -> "Table":
    """Take the numerator of one table and the denominator of another, by `keys` of either."""
    import ibis  # noqa: PLC0415 -- slow import

    none = ibis.literal(0, type="int64")
    above = first.select(*keys, "numerator").mutate(denominator=none)
    below = second.select(*keys, "denominator").mutate(numerator=none)
    both = above.union(below.select(*keys, "numerator", "denominator"))
    return totals(both, keys, numerator=total(both.numerator), denominator=total(both.denominator))
