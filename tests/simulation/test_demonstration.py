"""The dossiers of a demonstration: all states, made by the real verbs, once."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from tests.factories.people import agency
from tests.simulation.conftest import NOW

from motcua.dossiers import queries
from motcua.dossiers.models import Dossier, InboxRow, Message
from motcua.identity import queries as accounts
from motcua.identity.actions import load_demonstration
from motcua.journal import queries as journal
from motcua.simulation.demonstration import demonstration
from motcua.simulation.demonstration.stories import STORIES

SUNDAY_NIGHT = datetime(2026, 3, 14, 18, 30, tzinfo=UTC)


@pytest.fixture
def city(ward):
    for code in ("H26.HCC", "G06"):
        agency(code)


@pytest.fixture
def people(city):
    load_demonstration(at=NOW)


def test_every_state_stands_there(people):
    assert demonstration(at=NOW) == len(STORIES) > 24

    states = Counter(Dossier.objects.values_list("state", flat=True))
    assert set(states) == {
        *("submitted", "supplement", "accepted", "in_process"),
        *("resolved", "returned", "refused", "stopped"),
    }
    late = InboxRow.objects.filter(urgent_at__lt=NOW).count()
    assert 3 <= late <= 12
    assert Message.objects.count() == 4


def test_a_second_time_changes_nothing(people):
    demonstration(at=NOW)
    assert demonstration(at=NOW) == 0
    assert Dossier.objects.count() == len(STORIES)


def test_where_no_demonstration_is_wanted_there_is_none(people, settings):
    settings.DEMONSTRATION = False
    assert demonstration(at=NOW) == 0
    assert not Dossier.objects.exists()


def test_history_is_in_order_and_never_ahead(people):
    demonstration(at=NOW)
    for row in Dossier.objects.all():
        moments = [entry.at for entry in journal.history(f"dossier:{row.key}")]
        assert moments == sorted(moments)
        assert row.submitted_at < NOW
        assert moments[-1] <= NOW


def test_on_a_sunday_night_it_stands_as_well(city):
    load_demonstration(at=SUNDAY_NIGHT)
    assert demonstration(at=SUNDAY_NIGHT) == len(STORIES)
    assert Dossier.objects.filter(submitted_at__gt=SUNDAY_NIGHT).count() == 0


def test_each_person_has_their_own(people):
    demonstration(at=NOW)
    mai = accounts.viewer_of(accounts.account_of_login("0912000001").key, at=NOW)
    mine = queries.mine(viewer=mai)
    assert len(mine) == 4
    assert {line.applicant_name for line in mine} == {"Trần Thị Mai"}
