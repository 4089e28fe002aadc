"""USE1: online services that had a dossier."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import (
    ONLINE,
    keyed,
    shares,
    supplied,
    together,
    total,
)
from motcua.measurement.indicators.counting.notes import OF_SERVICES
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="use1",
    name=Sentence(
        "Tỷ lệ dịch vụ trực tuyến có phát sinh hồ sơ",
        "Share of online services with dossiers",
    ),
    unit="share",
    formula=Sentence(
        "Dịch vụ trực tuyến có ít nhất 1 hồ sơ tiếp nhận trong kỳ / dịch vụ trực tuyến",
        "Online services with at least 1 dossier received in the period / online services",
    ),
    legal_basis=Sentence(
        "Số liệu Bộ Thông tin và Truyền thông công bố tháng 5/2022. Công thức chi tiết "
        "chưa thấy trong văn bản.",
        "Figures published by the Ministry of Information and Communications for May 2022."
        " The exact formula was not found in a legal text.",
    ),
    reads=(
        "supply",
        "dossiers_daily",
    ),
    numerator=Sentence(
        "dịch vụ trực tuyến có hồ sơ",
        "online services with dossiers",
    ),
    denominator=Sentence(
        "dịch vụ trực tuyến",
        "online services",
    ),
    differs=Sentence(
        "Theo nguồn gửi: dịch vụ trực tuyến theo mức mà hồ sơ khai (nguồn gửi hay khai 3 cả khi "
        "chỉ làm trực tiếp), không khai thì theo danh mục. "
        "Thực tế: dịch vụ trực tuyến theo danh mục. Cả hai cách đều tính hồ sơ ở mọi kênh.",
        "As fed: online services by the level in their dossiers (feeders tend to send 3 even for "
        "what is in person only), where none was fed by the catalogue. As it is: "
        "online services by the catalogue. Dossiers of every channel count in both.",
    ),
    additive=False,
    zero=Sentence(
        "Chưa khai danh mục dịch vụ: không có giá trị.",
        "No supply was declared: no value.",
    ),
    notes=OF_SERVICES,
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Count online services that received dossiers, whatever the channel."""
    services = supplied(tables, keys, way)
    dossiers = keyed(tables["dossiers_daily"], keys)
    by = dossiers.aggregate(by=together(keys), received=total(dossiers.received))
    return shares(services.filter(services["rank"] >= ONLINE), by.filter(by.received > 0), keys)
