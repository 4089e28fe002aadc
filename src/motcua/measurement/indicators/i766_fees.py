"""I766_FEES: fee services with dossiers in index 766."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, shares, together
from motcua.measurement.indicators.counting.fees import fee_services
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="i766_fees",
    name=Sentence(
        "Dịch vụ có phí có hồ sơ (chỉ số 766)",
        "Fee services with dossiers (index 766)",
    ),
    unit="share",
    formula=Sentence(
        "Dịch vụ có phí có ít nhất một hồ sơ / dịch vụ có phí",
        "Fee services with at least one dossier / fee services",
    ),
    legal_basis=Sentence(
        "Quyết định 766/QĐ-TTg ngày 23/6/2022; công thức suy ngược từ số liệu công bố.",
        "Decision 766/QĐ-TTg of 23 June 2022; formula worked out from published figures.",
    ),
    reads=("supply", "dossiers_daily"),
    numerator=Sentence("dịch vụ", "services"),
    denominator=Sentence("dịch vụ có phí", "fee services"),
    ways=(Way.TRUE,),
    additive=False,
    group="money",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Count fee services, and those among them."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    found = dossiers.filter(dossiers.received > 0).select(*together(keys)).distinct()
    return shares(fee_services(tables["supply"], keys), found, keys)
