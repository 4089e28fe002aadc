"""CON: health of connections."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="con",
    name=Sentence(
        "Sức khỏe kết nối",
        "Connection health",
    ),
    unit="share",
    formula=Sentence(
        "Dữ kiện được nhận / dữ kiện các hệ thống gửi đến, không kể máy tự động",
        "Facts accepted / facts that systems sent, robots left out",
    ),
    legal_basis=Sentence(
        "Đề xuất của hệ thống này; kết nối với EMC là một tiêu chí của bộ tiêu chí năm "
        "2024 (5 điểm).",
        "This system's proposal; being connected to EMC is a criterion of the 2024 set (5 points).",
    ),
    reads=("connections_daily",),
    numerator=Sentence(
        "dữ kiện được nhận",
        "facts accepted",
    ),
    denominator=Sentence(
        "dữ kiện gửi đến",
        "facts sent",
    ),
    ways=(Way.TRUE,),
    zero=Sentence(
        "Hệ thống không gửi gì: không có giá trị (mất kết nối).",
        "Nothing was sent: no value (no connection).",
    ),
    group="connection",
    notes={
        "late": Sentence(
            "Dữ kiện đến muộn hơn hai ngày được giữ nhưng tính là không khỏe; thông tin cá nhân bị "
            "che trong dữ kiện đã nhận không tính thêm lần nữa.",
            "Facts more than two days late are kept but do not count as healthy; what was masked "
            "in accepted facts is not counted once more.",
        ),
        "last": Sentence(
            "Lần gửi gần nhất và lỗi cụ thể của từng hệ thống ở trang tình trạng kết nối.",
            "When each system was last heard and its errors are on the page of connections.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up accepted facts and all that were sent; a replay was accepted once before.

    What was masked was taken out of facts that count already.
    """
    sent = keyed(tables["connections_daily"], keys)
    well = sent.outcome.isin(("accepted", "replayed"))
    return totals(
        sent,
        keys,
        numerator=total(sent.facts, well),
        denominator=total(sent.facts, sent.outcome.notin(("robot", "masked"))),
    )
