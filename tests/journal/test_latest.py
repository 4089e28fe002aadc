"""The last entries about several subjects, from a number backwards."""

import pytest
from django.db import transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal import actions, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers():
    """Entries about three kettles in turn."""
    with transaction.atomic():
        return [
            actions.record(
                event=KettleBoiled(subject=f"kettle:{cups % 3}", cups=cups), by=SOMEBODY, at=START
            )
            for cups in range(9)
        ]


def asked(*kettles, **more):
    return [one.number for one in queries.latest([f"kettle:{n}" for n in kettles], **more)]


def test_the_newest_come_first_and_only_of_what_is_asked(numbers):
    assert asked(0, 2, limit=10) == [numbers[n] for n in (8, 6, 5, 3, 2, 0)]
    assert asked(0, 2, limit=2) == [numbers[8], numbers[6]]
    assert asked(7, limit=2) == []


def test_what_came_before_an_entry_goes_on_after_it(numbers):
    assert asked(0, 2, limit=10, before=numbers[5]) == [numbers[n] for n in (3, 2, 0)]
    assert asked(0, limit=10, before=numbers[0]) == []
