"""LEAVE: forms begun and not submitted."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Better, Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="leave",
    name=Sentence("Tỷ lệ bỏ dở khi nộp hồ sơ", "Share of forms given up"),
    unit="share",
    formula=Sentence(
        "Người mở một bước của biểu mẫu rồi dừng ở đó, trong ngày / người mở bước đầu tiên (hoặc "
        "số người dừng, nếu lớn hơn)",
        "People who opened a step of a form and stopped there that day / people who opened its "
        "first step (or those who stopped, where they are more)",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("steps_daily",),
    numerator=Sentence("lượt bỏ dở", "forms given up"),
    denominator=Sentence("lượt bắt đầu", "forms begun"),
    better=Better.LESS,
    ways=(Way.TRUE,),
    additive=False,
    group="people",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up who stopped at any step, and who opened the first."""
    import ibis  # noqa: PLC0415 -- slow import

    steps = keyed(tables["steps_daily"], keys)
    sums = totals(
        steps,
        keys,
        numerator=total(steps.visitors - steps.went_on),
        denominator=total(steps.visitors, where=steps.number == 1),
    )
    return sums.mutate(denominator=ibis.greatest(sums.numerator, sums.denominator))
