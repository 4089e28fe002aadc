"""When a site was last heard, in seconds since 1970 by Hà Nội's clock; by `site`, `source`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, nothing, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="heard",
    name=Sentence("Lần cuối nghe thấy", "Last heard"),
    unit="count",
    formula=Sentence(
        "Giây từ đầu năm 1970 đến tin được nhận cuối cùng, theo giờ Hà Nội",
        "Seconds from 1970 to the last accepted fact, by Hà Nội's clock",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("connections_daily",),
    numerator=Sentence("giây", "seconds"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Take the latest moment something was accepted."""
    import ibis  # noqa: PLC0415 -- slow import

    heard = keyed(tables["connections_daily"], keys)
    accepted = heard.filter(heard.outcome == "accepted")
    since = accepted.day.delta(ibis.date(1970, 1, 1), unit="day")
    moment = since * 86_400 + accepted.last_second
    return totals(accepted, keys, numerator=moment.max(), denominator=nothing())
