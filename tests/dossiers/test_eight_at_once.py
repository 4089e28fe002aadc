"""Eight officers act on one dossier at once: one wins, each other is told, nothing is lost."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from tests.factories import people
from tests.factories.dossiers import MORNING, draft, later, submitted

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.moving import DossierChanged
from motcua.dossiers.models import Dossier
from motcua.journal.models import Entry
from motcua.workflow.values import Move, State

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.once,
    pytest.mark.shows("CN12", "O2"),
]
OFFICERS = 8


@pytest.fixture
def eight(ward):
    if connection.vendor != "postgresql":
        pytest.skip("they write at once on PostgreSQL: --database=postgresql")
    return [people.officer() for _ in range(OFFICERS)]


def at_once(deed, people_there):
    """Let everybody do it at the same moment; gives who was refused, with why."""
    barrier, refused = Barrier(len(people_there)), {}

    def act(number, viewer):
        barrier.wait()
        try:
            deed(number, viewer)
        except DossierChanged as why:
            refused[number] = why
        finally:
            connections.close_all()

    threads = [Thread(target=act, args=one) for one in enumerate(people_there)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_one_decides_and_the_others_are_told(eight, mother):
    code = submitted(mother)
    before = queries.dossier(viewer=eight[0], code=code, at=later(hours=1)).revision

    def decide(number, viewer):
        """Half of them accept, half refuse; each saw the dossier as it was."""
        how = {"move": Move.REFUSE, "reason": "Thiếu giấy tờ."} if number % 2 else {}
        actions.perform(
            **{"move": Move.ACCEPT} | how, code=code, by=viewer, at=later(hours=1), revision=before
        )

    refused = at_once(decide, eight)

    assert len(refused) == OFFICERS - 1
    winner = next(number for number in range(OFFICERS) if number not in refused)
    state = State.REFUSED if winner % 2 else State.IN_PROCESS
    assert Dossier.objects.get(code=code).state == state.value
    assert all(state.label.vi in str(why) for why in refused.values())
    kinds = Entry.objects.filter(kind__in=["dossier.accepted", "dossier.refused"])
    assert [entry.actor_key for entry in kinds] == [eight[winner].actor.key]


def test_eight_presses_of_one_citizen_give_one_dossier(eight, mother):
    key, codes = draft(mother), []

    def press(_number, viewer):
        codes.append(actions.submit(draft=key, by=viewer, at=MORNING))

    assert at_once(press, [mother] * OFFICERS) == {}
    assert codes == [Dossier.objects.get().code] * OFFICERS


def test_what_eight_write_at_once_is_all_kept(eight, mother):
    code = submitted(mother)

    def write(number, viewer):
        actions.message(code=code, body=f"Lời thứ {number}", by=viewer, at=later(hours=1))

    assert at_once(write, eight) == {}
    said = queries.dossier(viewer=mother, code=code, at=later(hours=2)).messages
    assert {one.body for one in said} == {f"Lời thứ {number}" for number in range(OFFICERS)}
