"""Registering the portals that send facts, and closing them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.words import Sentence
from motcua.measurement.events.sites import SiteClosed, SiteRegistered
from motcua.measurement.models import snapshot
from motcua.measurement.models.sites import SiteRow
from motcua.measurement.queries.sites import sites
from motcua.measurement.rules.answering import OWN
from motcua.measurement.rules.sites import SiteRefused, checked, read_list
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values.sites import Site


def register_site(*, site: Site, by: Actor, at: datetime) -> bool:
    """Register a portal, or tell of it anew; False and nothing written where nothing changes.

    Refuses with `SiteRefused` or the agency's `CodeRefused`.
    """
    told = checked(site)
    with transaction.atomic():
        row = SiteRow.objects.select_for_update().filter(number=told.number).first()
        if row is not None and row.site == told:
            return False
        row = row or SiteRow(number=told.number)
        row.tell(told)
        row.changed_at = at
        row.save()
        event = SiteRegistered(
            subject=f"site:{told.number}",
            number=told.number,
            name=told.name,
            agency=told.agency,
            hosts=told.hosts,
            limit=told.limit,
            until=told.until,
            signs=bool(told.secret),
        )
        record(event=event, by=by, at=at)
        transaction.on_commit(publish_sites)
    return True


def register_own_site(*, host: str, agency: str, by: Actor, at: datetime) -> bool:
    """Make our own portal site number 1 if there is none; later only its address follows.

    False where nothing changed; `sites.json` is written in any case.
    """
    known = sites().get(OWN)
    own = Site(number=OWN, name="Cổng dịch vụ công", agency=agency, hosts=(host,))
    if known is not None:
        own = known if host in known.hosts else replace(known, hosts=(*known.hosts, host))
    changed = register_site(site=own, by=by, at=at)
    publish_sites()
    return changed


def register_sites(*, listed: Iterable[Site], by: Actor, at: datetime) -> int:
    """Register a list, all of it or nothing; give how many were new or changed."""
    with transaction.atomic():
        return sum(register_site(site=site, by=by, at=at) for site in listed)


def import_sites(*, text: str, by: Actor, at: datetime) -> int:
    """Register the sites of a CSV text, all of them or none; give how many were new or changed.

    Refuses with `SiteRefused`, which names the line.
    """
    return register_sites(listed=list(read_list(text)), by=by, at=at)


def close_site(*, number: int, by: Actor, at: datetime) -> None:
    """Take no more facts of a portal after today; refuses with `SiteRefused`."""
    until, _second = day_and_second(at)
    with transaction.atomic():
        row = SiteRow.objects.select_for_update().filter(number=number).first()
        if row is None:
            raise SiteRefused(
                Sentence(f"Không có cổng số {number}.", f"There is no site {number}.")
            )
        if row.until is not None and row.until <= until:
            return
        row.until, row.changed_at = until, at
        row.save(update_fields=["until", "changed_at"])
        record(event=SiteClosed(subject=f"site:{number}", number=number, until=until), by=by, at=at)
        transaction.on_commit(publish_sites)


def publish_sites() -> bool:
    """Write the sites where collectors read them; False where that stood there already."""
    return snapshot.write(Path(settings.MEASUREMENT), sites())
