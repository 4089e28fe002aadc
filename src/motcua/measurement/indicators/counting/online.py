"""Which dossiers are online and which services are full, counted either way."""

from typing import TYPE_CHECKING

from motcua.measurement.values.cards import Way
from motcua.measurement.values.facts import Channel, Level

if TYPE_CHECKING:
    from ibis.expr.types import BooleanColumn, IntegerColumn, Table

TYPED_BY = (Channel.OFFICER, Channel.VOLUNTEER, Channel.COUNTER)
"""Channels in which somebody typed for people."""

RATING = "satisfaction"
"""The question whose answers are ratings."""


def online(dossiers: "Table", way: Way) -> "IntegerColumn":
    """Give how many of each row's received dossiers are online.

    FED: FormsReception = 1, whoever typed it; post and batches are in it. TRUE: those of the
    channel self_service; where nobody told the channel, those fed as online that did not come in
    a batch (an estimate). Assisted, counter and post never count.
    """
    claimed = dossiers.online_fed.fill_null(False)
    if way is Way.FED:
        return claimed.ifelse(dossiers.received, 0)
    import ibis  # noqa: PLC0415 -- slow import

    unsaid = (dossiers.channel == Channel.UNKNOWN.value) & claimed

    return ibis.cases(
        (dossiers.channel == Channel.SELF.value, dossiers.received),
        (unsaid, dossiers.received - dossiers.batched),
        else_=0,
    )


def full(dossiers: "Table", way: Way) -> "BooleanColumn":
    """Tell dossiers of full-process services: as fed (4), or as the supply says."""
    level = dossiers.level_fed if way is Way.FED else dossiers.level
    return level == Level.FULL.value
