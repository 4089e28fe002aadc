"""USE2: dossiers processed online."""

from decimal import Decimal
from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, online, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="use2",
    name=Sentence("Tỷ lệ hồ sơ xử lý trực tuyến", "Share of dossiers processed online"),
    unit="share",
    formula=Sentence(
        "Hồ sơ nộp trực tuyến / tất cả hồ sơ đã tiếp nhận trong kỳ",
        "Dossiers that came in online / all dossiers received in the period",
    ),
    legal_basis=Sentence(
        "Số liệu Bộ Thông tin và Truyền thông công bố năm 2022; chỉ tiêu năm 2024 là 50 %. "
        "Công thức chi tiết chưa thấy trong văn bản.",
        "Figures published by the Ministry of Information and Communications in 2022; the target "
        "for 2024 is 50 %. The exact formula was not found in a legal text.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence("hồ sơ trực tuyến", "online dossiers"),
    denominator=Sentence("hồ sơ đã tiếp nhận", "dossiers received"),
    differs=Sentence(
        "Theo nguồn gửi: mọi hồ sơ khai FormsReception = 1, kể cả gửi qua bưu chính và do cán bộ "
        "nhập hộ. Thực tế: chỉ hồ sơ người dân tự nộp (self_service); khi không ai cho biết kênh, "
        "ước tính bằng hồ sơ khai trực tuyến trừ hồ sơ nhập hàng loạt.",
        "As fed: every dossier with FormsReception = 1, post and those typed by officers with it. "
        "As it is: only what people filed themselves (self_service); where nobody told the "
        "channel, an estimate: those fed as online without those that came in batches.",
    ),
    target=Decimal("0.5"),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Add up online and all received dossiers."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    return totals(
        dossiers,
        keys,
        numerator=total(online(dossiers, way)),
        denominator=total(dossiers.received),
    )
