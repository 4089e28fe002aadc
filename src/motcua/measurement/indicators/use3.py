"""USE3: online share in full-process services."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import full, keyed, online, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="use3",
    name=Sentence(
        "Tỷ lệ hồ sơ trực tuyến của dịch vụ toàn trình",
        "Online share in full-process services",
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ nộp trực tuyến / tất cả hồ sơ, chỉ tính thủ tục ở mức toàn trình",
        "Dossiers that came in online / all dossiers, only procedures at full-process level",
    ),
    legal_basis=Sentence(
        "Số liệu các tỉnh tháng 7/2024 (báo cáo IPS/UNDP 2024): 17 %. Công thức chi tiết "
        "chưa thấy trong văn bản.",
        "Figure of provinces for July 2024 (IPS/UNDP report 2024): 17 %. The exact formula"
        " was not found in a legal text.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence(
        "hồ sơ trực tuyến",
        "online dossiers",
    ),
    denominator=Sentence(
        "hồ sơ của dịch vụ toàn trình",
        "dossiers of full-process services",
    ),
    differs=Sentence(
        "Theo nguồn gửi: toàn trình là mức 4 khai trong hồ sơ (nguồn gửi hay khai 4 cho cả mức "
        "một phần), trực tuyến là "
        "FormsReception = 1. Thực tế: toàn trình theo danh mục vào ngày tiếp nhận, trực "
        "tuyến là tự nộp.",
        "As fed: full-process is level 4 in the dossier's event (feeders tend to send 4 for "
        "partial service too), online is "
        "FormsReception = 1. As it is: full-process by the catalogue on the day of "
        "receipt, online is self-service.",
    ),
    zero=Sentence(
        "Không có hồ sơ nào: không có giá trị.",
        "No dossier at all: no value.",
    ),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Add up online and all dossiers of full-process services."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    of_full = full(dossiers, way).fill_null(False)
    return totals(
        dossiers,
        keys,
        numerator=total(online(dossiers, way), of_full),
        denominator=total(dossiers.received, of_full),
    )
