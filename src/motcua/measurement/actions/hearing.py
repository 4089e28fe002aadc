"""Count our own portal's dossiers, ratings, petitions and accounts from the journal."""

from pathlib import Path

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyUnknown
from motcua.journal import queries as journal
from motcua.journal.values import Entry
from motcua.kernel.calendar import WorkingCalendar, WorkingHours
from motcua.measurement.actions.collecting import collect
from motcua.measurement.models import salts, snapshot
from motcua.measurement.rules import own_journal
from motcua.measurement.rules.answering import OWN
from motcua.measurement.rules.own_journal import Ours


def hear_dossier(entry: Entry) -> int:
    """Spool the facts of an entry about a dossier; give how many.

    Hearing an entry twice spools it twice with the same keys: compaction takes one.
    """
    if not entry.subject.startswith("dossier:"):
        return 0
    agency = str(entry.payload.get("agency") or "")
    facts = own_journal.dossier_facts(
        entry, journal.history(entry.subject), ours=ours(), calendar=_calendar(agency)
    )
    return collect(facts)


def hear_people(entry: Entry) -> int:
    """Spool the facts of an entry about how people are served; give how many."""
    return collect(own_journal.people_facts(entry, journal.history(entry.subject), ours=ours()))


def ours() -> Ours:
    """Say which site our own portal is; its agency is empty until it is registered."""
    folder = Path(settings.MEASUREMENT)
    site = snapshot.read(folder).get(OWN)
    return Ours(OWN, site.agency if site else "", salts.pepper(folder))


def _calendar(agency: str) -> WorkingCalendar:
    try:
        return agencies.calendar_of(agency)
    except AgencyUnknown:
        return WorkingCalendar(agencies.table(), WorkingHours())
