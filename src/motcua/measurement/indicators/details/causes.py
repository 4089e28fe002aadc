"""Failures; by `cause` and `told_by`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="causes",
    name=Sentence("Nguyên nhân", "Causes"),
    unit="count",
    formula=Sentence(
        "Số lần không làm tiếp được, theo nguyên nhân và người cho biết",
        "Failures by cause and by who told",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("failures_daily",),
    numerator=Sentence("lần", "failures"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add failures up."""
    rows = keyed(tables["failures_daily"], keys)
    return totals(rows, keys, numerator=total(rows.failures), denominator=nothing())
