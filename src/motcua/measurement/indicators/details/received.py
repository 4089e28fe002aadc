"""Dossiers received; by `channel`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="received",
    name=Sentence("Hồ sơ đã nhận", "Dossiers received"),
    unit="count",
    formula=Sentence("Hồ sơ đã nhận, theo kênh nộp", "Dossiers received by channel"),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("dossiers_daily",),
    numerator=Sentence("hồ sơ", "dossiers"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add dossiers up."""
    rows = keyed(tables["dossiers_daily"], keys)
    return totals(rows, keys, numerator=total(rows.received), denominator=nothing())
