"""Steps of forms; by `number` and `step`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="steps",
    name=Sentence("Các bước của biểu mẫu", "Steps of forms"),
    unit="share",
    formula=Sentence(
        "Người đi tiếp / người mở bước", "People who went on / people who opened the step"
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("steps_daily",),
    numerator=Sentence("người đi tiếp", "went on"),
    denominator=Sentence("người mở bước", "opened the step"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up who went on, and who opened the step."""
    steps = keyed(tables["steps_daily"], keys)
    return totals(steps, keys, numerator=total(steps.went_on), denominator=total(steps.visitors))
