"""Submissions that pages saw succeed (`trackDVC` 1)."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="submitted",
    name=Sentence("Lượt nộp thành công trên trang", "Successful submissions on pages"),
    unit="count",
    formula=Sentence("Lượt trackDVC trạng thái 1", "trackDVC events of state 1"),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("procedures_daily",),
    numerator=Sentence("lượt", "submissions"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add submissions up."""
    rows = keyed(tables["procedures_daily"], keys)
    return totals(rows, keys, numerator=total(rows.submitted), denominator=nothing())
