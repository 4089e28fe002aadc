"""I766_TDGQ: progress in index 766."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="i766_tdgq",
    name=Sentence("Tiến độ giải quyết (chỉ số 766)", "Progress of settlement (index 766)"),
    unit="share",
    formula=Sentence(
        "(Hồ sơ đã nhận − hồ sơ trả trễ hạn − hồ sơ đang giải quyết đã quá hạn) / hồ sơ đã nhận",
        "(Dossiers received − settled late − open past their deadline) / dossiers received",
    ),
    legal_basis=Sentence(
        "Quyết định 766/QĐ-TTg ngày 23/6/2022; công thức suy ngược từ số liệu công bố.",
        "Decision 766/QĐ-TTg of 23 June 2022; formula worked out from published figures.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence("hồ sơ đúng hạn", "dossiers in time"),
    denominator=Sentence("hồ sơ đã nhận", "dossiers received"),
    ways=(Way.TRUE,),
    additive=False,
    group="time",
    notes={
        "silent": Sentence(
            "Đơn vị không cho biết hạn hay kết quả đúng hạn của hồ sơ nào trong kỳ thì không tính, "
            "không coi là đúng hạn cả. TrackingMCDT không có hạn trả kết quả.",
            "An agency that told neither deadline nor punctuality of any dossier in the period is "
            "left out, not taken to be all in time. TrackingMCDT carries no deadline.",
        ),
        "cohort": Sentence(
            "Hồ sơ trả trễ hạn tính vào kỳ trả kết quả, kể cả hồ sơ nhận từ kỳ trước; không bao "
            "giờ xuống dưới 0.",
            "Those settled late count in the period of return, also if received before it; never "
            "below 0.",
        ),
        "open": Sentence(
            "Hồ sơ đang giải quyết còn trong hạn tính là đúng hạn; đã quá hạn thì không.",
            "Open dossiers within their deadline count as in time; those past it do not.",
        ),
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Take what is late, settled or open, from what was received, where time is told at all."""
    import ibis  # noqa: PLC0415 -- slow import

    told = keyed(tables["dossiers_daily"], keys)
    in_time = told.aggregate(by="agency", judged=total(told.on_time + told.late + told.overdue))
    dossiers = told.semi_join(in_time.filter(in_time.judged > 0), "agency")
    sums = totals(
        dossiers,
        keys,
        numerator=total(dossiers.received - dossiers.late - dossiers.overdue),
        denominator=total(dossiers.received),
    )
    return sums.mutate(numerator=ibis.greatest(sums.numerator, 0))
