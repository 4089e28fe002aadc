"""ACTIVE: accounts in use on a day."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="active",
    name=Sentence(
        "Tài khoản hoạt động trung bình một ngày",
        "Accounts in use, daily mean",
    ),
    unit="mean",
    formula=Sentence(
        "Tổng số tài khoản hoạt động của từng ngày / số ngày có số liệu",
        "Sum of the accounts used on each day / days with figures",
    ),
    legal_basis=Sentence(
        "Khái niệm phổ biến; chưa thấy văn bản quy định.",
        "A common notion; no legal text was found.",
    ),
    reads=("accounts_daily",),
    numerator=Sentence(
        "tài khoản hoạt động, cộng theo ngày",
        "accounts used, added over days",
    ),
    denominator=Sentence(
        "số ngày có số liệu",
        "days with figures",
    ),
    ways=(Way.TRUE,),
    additive=False,
    group="people",
    notes={
        "distinct": Sentence(
            "Một tài khoản dùng trong hai ngày được tính hai lần ở tử số; không theo dõi người"
            " dùng qua các ngày.",
            "An account used on two days counts twice in the numerator; nobody is followed "
            "from day to day.",
        )
    },
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up accounts used each day, over the days that have figures."""
    accounts = keyed(tables["accounts_daily"], keys)
    return totals(
        accounts, keys, numerator=total(accounts.active), denominator=accounts.day.nunique()
    )
