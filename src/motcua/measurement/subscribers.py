"""What measurement hears of our own portal. The east wing knows casework by its facts only."""

from motcua.journal.ports import listener
from motcua.journal.values import Entry
from motcua.measurement.actions import hearing
from motcua.measurement.rules import own_journal

DOSSIERS, PEOPLE = "measurement.dossiers", "measurement.people"


@listener(DOSSIERS, kinds=own_journal.DOSSIERS)
def heard_dossier(entry: Entry) -> None:
    """Count what happened to a dossier."""
    hearing.hear_dossier(entry)


@listener(PEOPLE, kinds=own_journal.PEOPLE)
def heard_people(entry: Entry) -> None:
    """Count how people are served."""
    hearing.hear_people(entry)
