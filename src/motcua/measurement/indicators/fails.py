"""FAILS: failures per 1,000 visits."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, stacked, total
from motcua.measurement.values.cards import Better, Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="fails",
    name=Sentence(
        "Lỗi trên 1.000 lượt truy cập",
        "Failures per 1,000 visits",
    ),
    unit="per_mille",
    formula=Sentence(
        "Lỗi do máy ghi nhận × 1.000 / lượt truy cập",
        "Failures that telemetry told × 1,000 / visits",
    ),
    legal_basis=Sentence(
        "Sáu nguyên nhân theo khảo sát tháng 3/2023; chỉ tiêu là đề xuất của hệ thống này.",
        "Six causes as in the survey of March 2023; the indicator is this system's proposal.",
    ),
    reads=(
        "failures_daily",
        "visits_daily",
    ),
    numerator=Sentence(
        "lỗi",
        "failures",
    ),
    denominator=Sentence(
        "lượt truy cập",
        "visits",
    ),
    better=Better.LESS,
    ways=(Way.TRUE,),
    zero=Sentence(
        "Không có lượt truy cập: không có giá trị.",
        "No visits: no value.",
    ),
    notes={
        "told": Sentence(
            "Chỉ lỗi do máy ghi nhận (telemetry); câu trả lời của người dân về cùng lỗi ấy xem"
            " ở trang nguyên nhân.",
            "Only what telemetry told; what people answered about the same failures is on the "
            "page of causes.",
        )
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up failures told by telemetry, beside visits."""
    failures = keyed(tables["failures_daily"], keys)
    visits = keyed(tables["visits_daily"], keys)
    told = total(failures.failures, failures.told_by == "telemetry")
    return stacked(
        failures.aggregate(by=list(keys), numerator=told),
        visits.aggregate(by=list(keys), denominator=total(visits.visits)),
        keys,
    )
