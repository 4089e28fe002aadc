"""RESP: response rate to the rating question."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import RATING, keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="resp",
    name=Sentence(
        "Tỷ lệ trả lời câu hỏi hài lòng",
        "Response rate of the satisfaction question",
    ),
    unit="share",
    formula=Sentence(
        "Số đánh giá nhận được / số lần hỏi",
        "Ratings received / times asked",
    ),
    legal_basis=Sentence(
        "Đề xuất của hệ thống này, để đọc đúng mức độ hài lòng.",
        "This system's proposal, to read satisfaction rightly.",
    ),
    reads=("answers_daily",),
    numerator=Sentence(
        "đánh giá nhận được",
        "ratings received",
    ),
    denominator=Sentence(
        "số lần hỏi",
        "times asked",
    ),
    ways=(Way.TRUE,),
    zero=Sentence(
        "Chưa hỏi ai: không có giá trị.",
        "Nobody was asked: no value.",
    ),
    group="people",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up ratings and the times people were asked for one."""
    answers = keyed(tables["answers_daily"], keys)
    rated = answers.question == RATING
    return totals(
        answers,
        keys,
        numerator=total(answers.answers, rated),
        denominator=total(answers.asked, rated),
    )
