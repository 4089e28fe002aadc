"""What is read of measurement: figures from roll-ups, never raw facts."""

from motcua.measurement.queries.compiling import compile_all
from motcua.measurement.queries.connections import connections
from motcua.measurement.queries.consistency import consistencies, consistency
from motcua.measurement.queries.details import causes, channels, funnel, satisfaction, waits
from motcua.measurement.queries.dumps import DUMPS, Dump, dump
from motcua.measurement.queries.engine import AskRefused
from motcua.measurement.queries.figures import both, card, cards, figure, figures
from motcua.measurement.queries.index766 import definition766, index766, indexes766
from motcua.measurement.queries.intake import (
    OUTCOMES,
    Sent,
    TurnedAwayOnce,
    Waiting,
    sent,
    turned_away,
    waiting,
)
from motcua.measurement.queries.leagues import league, members
from motcua.measurement.queries.leagues766 import CARD766, league766
from motcua.measurement.queries.published import PublishedUnknown, published, published_codes
from motcua.measurement.queries.series import series
from motcua.measurement.queries.sites import sites
from motcua.measurement.queries.standing import counted_at, provenance
from motcua.measurement.queries.targets import (
    agencies_with_targets,
    target,
    target_history,
    targets,
    targets_below,
)

__all__ = [
    "CARD766",
    "DUMPS",
    "OUTCOMES",
    "AskRefused",
    "Dump",
    "PublishedUnknown",
    "Sent",
    "TurnedAwayOnce",
    "Waiting",
    "agencies_with_targets",
    "both",
    "card",
    "cards",
    "causes",
    "channels",
    "compile_all",
    "connections",
    "consistencies",
    "consistency",
    "counted_at",
    "definition766",
    "dump",
    "figure",
    "figures",
    "funnel",
    "index766",
    "indexes766",
    "league",
    "league766",
    "members",
    "provenance",
    "published",
    "published_codes",
    "satisfaction",
    "sent",
    "series",
    "sites",
    "target",
    "target_history",
    "targets",
    "targets_below",
    "turned_away",
    "waiting",
    "waits",
]
