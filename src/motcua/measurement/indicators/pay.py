"""PAY: online payment."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="pay",
    name=Sentence(
        "Tỷ lệ thanh toán trực tuyến",
        "Share of dossiers paid online",
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ thanh toán trực tuyến / hồ sơ có phí, lệ phí",
        "Dossiers paid online / dossiers with a fee",
    ),
    legal_basis=Sentence(
        "Dùng trong Bộ chỉ số theo Quyết định 766/QĐ-TTg (nhóm thanh toán trực tuyến); phụ"
        " lục của quyết định chưa đọc được.",
        "Used in the index of Decision 766/QD-TTg (online payment); the decision's own "
        "annex was not read.",
    ),
    reads=("dossiers_daily",),
    numerator=Sentence(
        "hồ sơ thanh toán trực tuyến",
        "dossiers paid online",
    ),
    denominator=Sentence(
        "hồ sơ có phí, lệ phí",
        "dossiers with a fee",
    ),
    differs=Sentence(
        "Theo nguồn gửi: FormsPayments = 1 trên tổng FormsPayments 1 hoặc 2, không đối "
        "chiếu số tiền. Thực tế: khoản phải thu có và đã được thanh toán trực tuyến khớp.",
        "As fed: FormsPayments = 1 among 1 or 2, matched with no amount. As it is: a fee "
        "was due and an online payment matched it.",
    ),
    zero=Sentence(
        "Không có hồ sơ nào có phí: không có giá trị.",
        "No dossier had a fee: no value.",
    ),
    group="money",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Add up dossiers paid online and those with a fee."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    fed = way is Way.FED
    return totals(
        dossiers,
        keys,
        numerator=total(dossiers.paid_fed if fed else dossiers.paid_online),
        denominator=total(dossiers.fee_fed if fed else dossiers.with_fee),
    )
