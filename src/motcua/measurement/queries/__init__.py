"""What is read of measurement: figures from roll-ups, never raw facts."""

from motcua.measurement.queries.published import PublishedUnknown, published, published_codes
from motcua.measurement.queries.sites import sites

__all__ = ["PublishedUnknown", "published", "published_codes", "sites"]
