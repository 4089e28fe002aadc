"""What is read of measurement: figures from roll-ups, never raw facts."""

from motcua.measurement.queries.engine import AskRefused
from motcua.measurement.queries.figures import both, card, cards, figure, figures
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
    "counted_at",
    "figure",
    "figures",
    "league",
    "members",
    "provenance",
    "published",
    "published_codes",
    "series",
    "sites",
]
