"""What agencies declare for index 766, month by month; by `metric`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="declared",
    name=Sentence("Số cơ quan khai", "What agencies declare"),
    unit="share",
    formula=Sentence(
        "Tử số và mẫu số đã khai, cộng các tháng; tháng nào cơ quan tự khai thì không cộng thêm "
        "số của đơn vị cấp dưới",
        "Numerators and denominators as declared, months added up; what an agency declares of a "
        "month itself holds for it, else what those below it declare is added up",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("declared",),
    numerator=Sentence("tử số", "numerator"),
    denominator=Sentence("mẫu số", "denominator"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add what was declared."""
    declared = tables["declared"]
    return totals(
        declared,
        keys,
        numerator=declared.numerator.sum(),
        denominator=declared.denominator.sum(),
    )
