"""TYPED: typed or batched for citizens."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import TYPED_BY, keyed, total, totals
from motcua.measurement.values.cards import Better, Card, Way
from motcua.measurement.values.facts import Channel

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="typed",
    name=Sentence(
        "Tỷ lệ hồ sơ nhập hộ trong số khai trực tuyến",
        "Share typed for people among dossiers fed as online",
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ khai trực tuyến nhưng do cán bộ, tình nguyện viên, quầy nhập hoặc đến hàng "
        "loạt / hồ sơ khai trực tuyến",
        "Dossiers fed as online that officers, volunteers or a counter typed or that came "
        "in batches / dossiers fed as online",
    ),
    legal_basis=Sentence(
        "Đề xuất của hệ thống này, để kiểm tra số liệu trực tuyến.",
        "This system's proposal, to check online figures.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence(
        "hồ sơ nhập hộ hoặc hàng loạt",
        "dossiers typed or batched",
    ),
    denominator=Sentence(
        "hồ sơ khai trực tuyến",
        "dossiers fed as online",
    ),
    better=Better.LESS,
    ways=(Way.TRUE,),
    zero=Sentence(
        "Không có hồ sơ nào khai trực tuyến: không có giá trị.",
        "No dossier was fed as online: no value.",
    ),
    notes={
        "batch": Sentence(
            "Hàng loạt: từ 5 hồ sơ một phút ở một đơn vị cho một thủ tục, khi kênh là không rõ.",
            "A batch: at least five a minute at one agency for one procedure, where the "
            "channel is unknown.",
        ),
        "post": Sentence(
            "Bưu chính khai là trực tuyến nằm ở mẫu số, không ở tử số.",
            "Post fed as online is in the denominator, not in the numerator.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up dossiers fed as online, and those of them that somebody typed for people."""
    every = keyed(tables["dossiers_daily"], keys)
    fed = every.filter(every.online_fed.fill_null(False))
    typed = fed.channel.isin([each.value for each in TYPED_BY])
    unsaid = fed.channel == Channel.UNKNOWN.value
    return totals(
        fed,
        keys,
        numerator=total(fed.received, typed) + total(fed.batched, unsaid),
        denominator=total(fed.received),
    )
