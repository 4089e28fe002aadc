"""`motcua lists rebuild`, after the migration that left the words to it."""

import pytest
from click.testing import CliRunner
from tests.factories import dossiers, people
from tests.factories.dossiers import submitted

from motcua.cli.lists import command
from motcua.dossiers import actions
from motcua.dossiers.actions import listing
from motcua.dossiers.models import ListRow
from motcua.dossiers.queries.columns import ALL
from motcua.dossiers.queries.lists_rows import listed
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.identity.values import Role
from motcua.web import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_twos(monkeypatch):
    monkeypatch.setattr(listing, "BATCH", 2)


@pytest.fixture
def mother(db):
    dossiers.country()
    dossiers.services()
    return people.citizen(full_name="Nguyễn Thị Hậu")


def rebuilt(*words):
    done = CliRunner().invoke(command, ["rebuild", *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_lists_are_made_anew_batch_by_batch(mother):
    codes = {submitted(mother) for _ in range(3)}
    ListRow.objects.all().delete()

    assert "3 dossiers in the lists anew" in rebuilt()

    reception = people.officer(Role.RECEPTIONIST)
    page = listed(viewer=reception, wanted=Wanted.read(ALL, {"tim": "hậu"}), at=clock.now())
    assert {line.code for line in page.lines} == codes


def test_words_alone_leave_the_rows_as_they_are(mother):
    submitted(mother)
    ListRow.objects.update(applicant_name="như cũ")

    rebuilt("--words-only")

    assert ListRow.objects.get().applicant_name == "như cũ"


def test_it_tells_how_far_it_is(mother):
    for _ in range(3):
        submitted(mother)
    told = []

    assert actions.rebuild_lists(told=lambda done, total: told.append((done, total))) == 3

    assert told == [(2, 3), (3, 3)]
