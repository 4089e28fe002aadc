"""VIS: visits."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="vis",
    name=Sentence(
        "Lượt truy cập",
        "Visits",
    ),
    unit="count",
    formula=Sentence(
        "Số phiên xem trang trong kỳ; phiên kết thúc sau 30 phút không xem trang nào",
        "Page-view sessions in the period; a session ends after 30 minutes without a view",
    ),
    legal_basis=Sentence(
        "Số liệu Bộ Thông tin và Truyền thông công bố tháng 5/2022. Quy tắc tính phiên của"
        " hệ thống EMC không được công bố; 30 phút là quy ước của Matomo.",
        "Figures published by the Ministry of Information and Communications for May 2022."
        " The session rule of EMC is not documented; 30 minutes is Matomo's convention.",
    ),
    reads=("visits_daily",),
    numerator=Sentence(
        "lượt truy cập",
        "visits",
    ),
    differs=Sentence(
        "Theo nguồn gửi: thêm mỗi lượt xem của máy tự động thành một lượt truy cập. Thực "
        "tế: bỏ máy tự động.",
        "As fed: each view by a robot is a visit more. As it is: without robots.",
    ),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Add up visits; as fed, each view by a robot too, for it keeps no session."""
    visits = keyed(tables["visits_daily"], keys)
    counted = visits.visits + visits.robot_views if way is Way.FED else visits.visits
    return totals(visits, keys, numerator=total(counted), denominator=nothing())
