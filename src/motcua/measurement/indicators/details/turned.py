"""Facts turned away; by `site`."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="turned",
    name=Sentence("Tin bị từ chối", "Facts turned away"),
    unit="share",
    formula=Sentence(
        "Tin bị từ chối / tin được nhận và bị từ chối", "Facts refused / facts accepted and refused"
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("connections_daily",),
    numerator=Sentence("tin bị từ chối", "refused"),
    denominator=Sentence("tin gửi đến", "facts sent"),
    ways=(Way.TRUE,),
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up what was refused, and all that was judged."""
    heard = keyed(tables["connections_daily"], keys)
    refused = heard.outcome == "refused"
    return totals(
        heard,
        keys,
        numerator=total(heard.facts, where=refused),
        denominator=total(heard.facts, where=refused | (heard.outcome == "accepted")),
    )
