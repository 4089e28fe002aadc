"""SUP1: share of services that are online."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import ONLINE, ranked, supplied
from motcua.measurement.indicators.counting.notes import OF_SERVICES
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="sup1",
    name=Sentence(
        "Tỷ lệ dịch vụ công trực tuyến",
        "Share of online services",
    ),
    unit="share",
    formula=Sentence(
        "Dịch vụ trực tuyến (toàn trình và một phần) / tất cả thủ tục",
        "Online services (full-process and partial) / all procedures",
    ),
    legal_basis=Sentence(
        "Số liệu công bố ngày 20/3/2024 (đánh giá hệ thống giải quyết thủ tục hành chính)."
        " Hai mức dịch vụ: Nghị định 42/2022/NĐ-CP, Điều 11. Công thức chi tiết chưa thấy "
        "trong văn bản.",
        "Figures published on 20 March 2024 (evaluation of the settlement systems). Two "
        "levels of service: Decree 42/2022/ND-CP, Article 11. The exact formula was not "
        "found in a legal text.",
    ),
    reads=(
        "supply",
        "dossiers_daily",
    ),
    numerator=Sentence(
        "dịch vụ trực tuyến",
        "online services",
    ),
    denominator=Sentence(
        "thủ tục",
        "procedures",
    ),
    differs=Sentence(
        "Theo nguồn gửi: mức cao nhất mà các hồ sơ của dịch vụ khai (4 là toàn trình, 3 là "
        "một phần); không khai thì theo danh mục. Nguồn gửi hay khai 4 cho dịch vụ một phần và "
        "3 cho dịch vụ chỉ làm trực tiếp. Thực tế: mức ghi trong danh mục dịch vụ.",
        "As fed: the highest level in the service's dossiers (4 is full-process, 3 partial), "
        "where none was fed that of the catalogue. Feeders tend to send 4 for partial services "
        "and 3 for those in person only. As it is: the level in the catalogue of supply.",
    ),
    additive=False,
    zero=Sentence(
        "Chưa khai danh mục dịch vụ: không có giá trị.",
        "No supply was declared: no value.",
    ),
    group="supply",
    notes=OF_SERVICES,
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Count services at either level among all."""
    services = supplied(tables, keys, way)
    return ranked(services, keys, at_least=ONLINE)
