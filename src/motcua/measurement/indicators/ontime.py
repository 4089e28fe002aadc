"""ONTIME: settled in time."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="ontime",
    name=Sentence(
        "Tỷ lệ hồ sơ giải quyết đúng hạn",
        "Share of dossiers settled in time",
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ giải quyết trước hoặc đúng hạn / hồ sơ đã giải quyết cộng hồ sơ quá hạn "
        "chưa giải quyết",
        "Dossiers settled early or on time / dossiers settled and those overdue and still open",
    ),
    legal_basis=Sentence(
        "Tiến độ giải quyết là một nhóm của Bộ chỉ số theo Quyết định 766/QĐ-TTg; cách đếm"
        " ở đây là đề xuất của hệ thống này.",
        "Progress is a group of the index of Decision 766/QD-TTg; the way of counting here"
        " is this system's proposal.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence(
        "hồ sơ trước hoặc đúng hạn",
        "dossiers early or on time",
    ),
    denominator=Sentence(
        "hồ sơ đã giải quyết và quá hạn",
        "dossiers settled or overdue",
    ),
    differs=Sentence(
        "Theo nguồn gửi: chỉ hồ sơ đã trả kết quả; hồ sơ quá hạn còn đang giải quyết không"
        " hiện ra. Thực tế: tính cả chúng là không đúng hạn.",
        "As fed: only dossiers whose result was returned; those overdue and still open do "
        "not show. As it is: they count as not in time.",
    ),
    zero=Sentence(
        "Chưa hồ sơ nào đến hạn: không có giá trị.",
        "Nothing was settled or overdue: no value.",
    ),
    group="time",
    notes={
        "unjudged": Sentence(
            "Hồ sơ đã giải quyết mà không ai cho biết hạn hoặc đúng hạn hay không thì không tính.",
            "Settled dossiers of which nobody told a deadline or whether it was kept are left out.",
        ),
        "overdue": Sentence(
            "Hồ sơ quá hạn chưa giải quyết tính vào kỳ tiếp nhận; hồ sơ đã giải quyết tính vào"
            " kỳ trả kết quả.",
            "Those overdue and open count in the period of receipt, those settled in the "
            "period of return.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Add up what was settled in time, and what was settled or is overdue."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    due = dossiers.on_time + dossiers.late
    return totals(
        dossiers,
        keys,
        numerator=total(dossiers.on_time),
        denominator=total(due if way is Way.FED else due + dossiers.overdue),
    )
