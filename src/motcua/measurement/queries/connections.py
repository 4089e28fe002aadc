"""How each site's connection is."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from motcua.kernel.calendar import HANOI, local_day
from motcua.measurement.queries.details import number, read, whole
from motcua.measurement.queries.sites import sites
from motcua.measurement.rules.connections import Heard, connection
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.facts import Source
from motcua.measurement.values.periods import Period
from motcua.measurement.values.quality import Connection

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Readable

LOOKED_BACK = timedelta(days=400)
RECENT = timedelta(days=6)
"""Refusals are counted over today and six days before."""
OF_DOSSIERS = frozenset({Source.MCDT.value, Source.STRICT.value, Source.JOURNAL.value})


def connections(at: datetime, *, lake: "Readable | None" = None) -> tuple[Connection, ...]:
    """Give the connection of every site that is still open, by number; one never heard too."""
    today = local_day(at)
    page, dossier = _last_heard(Scope(Period(today - LOOKED_BACK, today)), lake)
    recent = Scope(Period(today - RECENT, today))
    sent = {number(line.keys[0]): line for line in read("turned", ("site",), recent, lake=lake)}
    found = []
    for site in sites().values():
        if site.until is not None and site.until < today:
            continue
        line = sent.get(site.number)
        heard = Heard(
            page_at=page.get(site.number),
            dossier_at=dossier.get(site.number),
            facts=int(line.denominator or 0) if line else 0,
            refused=whole(line) if line else 0,
        )
        found.append(connection(site, heard, at=at))
    return tuple(sorted(found, key=lambda each: each.site))


def _last_heard(
    scope: Scope, lake: "Readable | None"
) -> tuple[dict[int, datetime], dict[int, datetime]]:
    """Give when pages and dossiers were last heard of, by site."""
    page: dict[int, int] = defaultdict(int)
    dossier: dict[int, int] = defaultdict(int)
    for line in read("heard", ("site", "source"), scope, lake=lake):
        last = dossier if str(line.keys[1]) in OF_DOSSIERS else page
        last[number(line.keys[0])] = max(last[number(line.keys[0])], whole(line))
    return _moments(page), _moments(dossier)


def _moments(seconds: dict[int, int]) -> dict[int, datetime]:
    """Turn seconds by Hà Nội's clock into moments."""
    return {
        site: datetime.fromtimestamp(second, UTC).replace(tzinfo=HANOI).astimezone(UTC)
        for site, second in seconds.items()
    }
