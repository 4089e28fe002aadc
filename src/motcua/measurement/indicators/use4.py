"""USE4: services in real use."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import (
    FULL,
    full,
    keyed,
    online,
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
    code="use4",
    name=Sentence(
        "Tỷ lệ dịch vụ toàn trình được dùng thực chất",
        "Share of full-process services in real use",
    ),
    unit="share",
    formula=Sentence(
        "Dịch vụ toàn trình có từ 70 % hồ sơ nộp trực tuyến trở lên / dịch vụ toàn trình",
        "Full-process services with at least 70 % of their dossiers online / full-process services",
    ),
    legal_basis=Sentence(
        "Số liệu công bố ngày 20/3/2024 (đánh giá hệ thống giải quyết thủ tục hành chính)."
        " Ngưỡng 70 % là của bài công bố năm 2024; công thức là đề xuất của hệ thống này.",
        "Figures published on 20 March 2024 (evaluation of the settlement systems). The "
        "threshold of 70 % was published in 2024; the formula is this system's proposal.",
    ),
    reads=(
        "supply",
        "dossiers_daily",
    ),
    numerator=Sentence(
        "dịch vụ dùng thực chất",
        "services in real use",
    ),
    denominator=Sentence(
        "dịch vụ toàn trình",
        "full-process services",
    ),
    differs=Sentence(
        "Như USE3 và SUP2: theo nguồn gửi, dịch vụ một phần hay bị khai là toàn trình, và hồ "
        "sơ nhập hộ, gửi bưu chính cũng là trực tuyến.",
        "As in USE3 and SUP2: as fed, partial services tend to be told as full-process, and "
        "dossiers typed for people or sent by post are online too.",
    ),
    additive=False,
    zero=Sentence(
        "Chưa khai danh mục dịch vụ: không có giá trị.",
        "No supply was declared: no value.",
    ),
    notes={
        **OF_SERVICES,
        "idle": Sentence(
            "Dịch vụ không có hồ sơ nào nằm ở mẫu số, không ở tử số.",
            "A service without any dossier is in the denominator, not in the numerator.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Count full-process services whose online share reaches 70 %, in whole numbers."""
    services = supplied(tables, keys, way)
    dossiers = keyed(tables["dossiers_daily"], keys)
    of_full = dossiers.filter(full(dossiers, way))
    by = of_full.aggregate(
        by=together(keys),
        online=total(online(of_full, way)),
        received=total(of_full.received),
    )
    used = by.filter((by.received > 0) & (by.online * 10 >= by.received * 7))
    return shares(services.filter(services["rank"] >= FULL), used, keys)
