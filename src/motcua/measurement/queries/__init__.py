"""What is read of measurement: figures from roll-ups, never raw facts."""

from motcua.measurement.queries.connections import connections
from motcua.measurement.queries.consistency import consistencies, consistency
from motcua.measurement.queries.details import causes, channels, funnel, satisfaction, waits
from motcua.measurement.queries.engine import AskRefused
from motcua.measurement.queries.figures import both, card, cards, figure, figures
from motcua.measurement.queries.index766 import definition766, index766, indexes766
from motcua.measurement.queries.leagues import league, members
from motcua.measurement.queries.published import PublishedUnknown, published, published_codes
from motcua.measurement.queries.series import series
from motcua.measurement.queries.sites import sites
from motcua.measurement.queries.standing import counted_at, provenance

__all__ = [
    "AskRefused",
    "PublishedUnknown",
    "both",
    "card",
    "cards",
    "causes",
    "channels",
    "connections",
    "consistencies",
    "consistency",
    "counted_at",
    "definition766",
    "figure",
    "figures",
    "funnel",
    "index766",
    "indexes766",
    "league",
    "members",
    "provenance",
    "published",
    "published_codes",
    "satisfaction",
    "series",
    "sites",
    "waits",
]
