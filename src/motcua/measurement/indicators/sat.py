"""SAT: satisfaction."""

from decimal import Decimal
from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import RATING, keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="sat",
    name=Sentence(
        "Mức độ hài lòng",
        "Satisfaction",
    ),
    unit="share",
    formula=Sentence(
        "Số đánh giá hài lòng / số đánh giá nhận được",
        "Satisfied ratings / ratings received",
    ),
    legal_basis=Sentence(
        "Số liệu công bố ngày 20/3/2024 (đánh giá hệ thống giải quyết thủ tục hành chính)."
        " Chỉ tiêu năm 2024: từ 90 % trở lên. Công thức chi tiết chưa thấy trong văn bản.",
        "Figures published on 20 March 2024 (evaluation of the settlement systems). Target"
        " for 2024: at least 90 %. The exact formula was not found in a legal text.",
    ),
    reads=("answers_daily",),
    numerator=Sentence(
        "đánh giá hài lòng",
        "satisfied ratings",
    ),
    denominator=Sentence(
        "đánh giá nhận được",
        "ratings received",
    ),
    ways=(Way.TRUE,),
    target=Decimal("0.9"),
    zero=Sentence(
        "Không ai đánh giá: không có giá trị.",
        "Nobody rated: no value.",
    ),
    group="people",
    notes={
        "response": Sentence(
            "Luôn đọc cùng tỷ lệ trả lời (RESP) và khoảng tin cậy.",
            "To be read with the response rate (RESP) and the confidence interval.",
        )
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up satisfied ratings and all ratings."""
    answers = keyed(tables["answers_daily"], keys)
    rated = answers.question == RATING
    return totals(
        answers,
        keys,
        numerator=total(answers.satisfied, rated),
        denominator=total(answers.answers, rated),
    )
