"""I766_PAID: fee services paid online in index 766."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, shares, together
from motcua.measurement.indicators.counting.fees import fee_services
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="i766_paid",
    name=Sentence(
        "Dịch vụ có phí đã thanh toán trực tuyến (chỉ số 766)",
        "Fee services paid online (index 766)",
    ),
    unit="share",
    formula=Sentence(
        "Dịch vụ có phí có ít nhất một lần thanh toán trực tuyến thành công / dịch vụ có phí",
        "Fee services with at least one successful online payment / fee services",
    ),
    legal_basis=Sentence(
        "Quyết định 766/QĐ-TTg ngày 23/6/2022; công thức suy ngược từ số liệu công bố.",
        "Decision 766/QĐ-TTg of 23 June 2022; formula worked out from published figures.",
    ),
    reads=("supply", "dossiers_daily"),
    numerator=Sentence("dịch vụ", "services"),
    denominator=Sentence("dịch vụ có phí", "fee services"),
    differs=Sentence(
        "Theo nguồn gửi: FormsPayments = 1. Thực tế: khoản thu đã khớp.",
        "As fed: FormsPayments = 1. As it is: payments that were matched.",
    ),
    additive=False,
    group="money",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":
    """Count fee services, and those among them."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    paid = dossiers.paid_fed if way is Way.FED else dossiers.paid_online
    found = dossiers.filter(paid > 0).select(*together(keys)).distinct()
    return shares(fee_services(tables["supply"], keys), found, keys)
