"""SELF: self-service, proven."""

from decimal import Decimal
from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way
from motcua.measurement.values.facts import Channel

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="self",
    name=Sentence(
        "Tỷ lệ hồ sơ người dân tự nộp",
        "Share of dossiers people filed themselves",
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ do người dân, doanh nghiệp tự nộp trực tuyến / tất cả hồ sơ tiếp nhận",
        "Dossiers that people filed online themselves / all dossiers received",
    ),
    legal_basis=Sentence(
        "Chỉ tiêu năm 2024: 50 % hồ sơ trực tuyến; 70 % người dùng thì dịch vụ mới thực "
        "chất. Chỉ kênh tự nộp được tính là đề xuất của hệ thống này.",
        "Targets of 2024: 50 % of dossiers online; 70 % of people for a service to be in "
        "real use. That self-service alone counts is this system's proposal.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence(
        "hồ sơ tự nộp",
        "self-service dossiers",
    ),
    denominator=Sentence(
        "hồ sơ tiếp nhận",
        "dossiers received",
    ),
    ways=(Way.TRUE,),
    target=Decimal("0.5"),
    zero=Sentence(
        "Không có hồ sơ nào: không có giá trị.",
        "No dossier at all: no value.",
    ),
    notes={
        "channels": Sentence(
            "Chỉ kênh self_service. Cán bộ hỗ trợ, tình nguyện viên hỗ trợ, nhập tại quầy, bưu"
            " chính và kênh không rõ đều không tính: đây là phần chứng minh được, không có ước"
            " tính.",
            "The channel self_service only. Assisted by an officer or a volunteer, typed at a "
            "counter, post and unknown do not count: this is what is proven, without any "
            "estimate.",
        ),
        "feeders": Sentence(
            "Nguồn gửi kiểu TrackingMCDT không cho biết ai nhập hồ sơ, nên không có cách đếm "
            "theo nguồn gửi.",
            "Events of the TrackingMCDT kind do not tell who typed, so it cannot be counted as"
            " fed.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up self-service and all received dossiers."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    alone = dossiers.channel == Channel.SELF.value
    return totals(
        dossiers,
        keys,
        numerator=total(dossiers.received, alone),
        denominator=total(dossiers.received),
    )
