"""ASSIST: online dossiers filed with somebody's help."""

from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.indicators.counting import keyed, total, totals
from motcua.measurement.values.cards import Better, Card, Way
from motcua.measurement.values.facts import Channel

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from motcua.measurement.indicators.counting import Tables

CARD = Card(
    code="assist",
    name=Sentence(
        "Tỷ lệ hồ sơ trực tuyến có người giúp nộp", "Share of online dossiers filed with help"
    ),
    unit="share",
    formula=Sentence(
        "Hồ sơ do cán bộ hoặc Tổ công nghệ số giúp nộp / hồ sơ tự nộp và hồ sơ có người giúp",
        "Dossiers filed with an officer's or volunteer's help / those and self-service together",
    ),
    legal_basis=Sentence("Công thức là của hệ thống này.", "The formula is ours."),
    reads=("dossiers_daily",),
    numerator=Sentence("hồ sơ có người giúp", "dossiers filed with help"),
    denominator=Sentence("hồ sơ tự nộp hoặc có người giúp", "dossiers filed alone or with help"),
    better=Better.NEITHER,
    ways=(Way.TRUE,),
    group="people",
)


def expression(tables: "Tables", *, keys: tuple[str, ...], way: Way) -> "Table":  # noqa: ARG001 -- one way only
    """Add up what was filed with help, and that with self-service."""
    dossiers = keyed(tables["dossiers_daily"], keys)
    helped = [Channel.OFFICER.value, Channel.VOLUNTEER.value]
    return totals(
        dossiers,
        keys,
        numerator=total(dossiers.received, where=dossiers.channel.isin(helped)),
        denominator=total(
            dossiers.received, where=dossiers.channel.isin([*helped, Channel.SELF.value])
        ),
    )
