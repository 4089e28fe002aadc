"""Keeping what others published beside what was counted, never mixed with it."""

from datetime import datetime

from motcua.measurement.actions.compacting import declare_metrics
from motcua.measurement.models import lake
from motcua.measurement.models.lake import Lake
from motcua.measurement.rules.published import facts
from motcua.measurement.values.published import Published

_KNOWN = "SELECT month, agency, metric, numerator, denominator FROM declared WHERE source = ?"


def load_published(*, published: Published, at: datetime, into: Lake | None = None) -> int:
    """Keep published figures as aggregate facts; give how many were new.

    Their metrics are named `published_<indicator>`, which no indicator reads. They say nothing of
    where the lake's own facts come from, so its provenance stays what it is.
    """
    place = into or lake.here()
    source = f"published:{published.code}"
    known = set(place.connection().execute(_KNOWN, [source]).fetchall())
    new = [
        fact
        for fact in facts(published)
        if tuple(fact[name] for name in ("month", "agency", "metric", "numerator", "denominator"))
        not in known
    ]
    if new:
        declare_metrics(new, at=at, provenance="", into=place)
    return len(new)
