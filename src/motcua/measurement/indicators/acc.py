"""ACC: accounts opened."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="acc",
    name=Sentence(
        "Tài khoản đăng ký mới",
        "Accounts opened",
    ),
    unit="count",
    formula=Sentence(
        "Số tài khoản mở trong kỳ",
        "Accounts opened in the period",
    ),
    legal_basis=Sentence(
        "Khái niệm phổ biến; chưa thấy văn bản quy định.",
        "A common notion; no legal text was found.",
    ),
    reads=("accounts_daily",),
    numerator=Sentence(
        "tài khoản mở mới",
        "accounts opened",
    ),
    ways=(Way.TRUE,),
    group="people",
    notes={
        "active": Sentence(
            "Tài khoản hoạt động xem chỉ tiêu ACTIVE.",
            "For accounts in use see ACTIVE.",
        )
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up accounts opened."""
    accounts = keyed(tables["accounts_daily"], keys)
    return totals(accounts, keys, numerator=total(accounts.registered), denominator=nothing())
