"""The gallery: what a fault says is found is found where it is, and not on the clean portal.

One process looks at all of them with one warm browser (about a minute); the tests ask what it saw.
"""

import pytest
from tests.evaluation.gallery.looking import CLEAN, SAFE, Looks, alarms, looks, missed
from tests.portals.faults import faults

from motcua.evaluation.values.observations import Outcome

pytestmark = [pytest.mark.once, pytest.mark.journey]

SEEN = [one.code for one in faults().values() if not one.unseen]


@pytest.fixture(scope="module")
def seen(request) -> Looks:
    """Look at the clean portal, twice, and at those that the run's tests are about."""
    codes = [
        item.callspec.params["code"]
        for item in request.session.items
        if item.path == request.path and "code" in getattr(item, "callspec", _NOTHING).params
    ]
    return looks([CLEAN, SAFE, *dict.fromkeys(codes)])


class _NOTHING:
    params: dict[str, str] = {}  # noqa: RUF012 -- nobody writes to it


@pytest.mark.parametrize("code", SEEN)
def test_a_fault_is_found_where_it_is_and_not_where_it_is_not(seen, code):
    assert (seen[code].broken, seen[code].submitted, seen[code].problems) == ((), (), ())
    assert missed(code, seen) == []


def test_nothing_is_wrong_with_a_clean_portal(seen):
    unseen = {
        (one.fact, str(one.note))
        for name in (CLEAN, SAFE)
        for one in seen[name].observations
        if one.outcome is Outcome.COULD_NOT
    }

    assert alarms(seen) == {}
    assert unseen == set()


def test_nothing_is_submitted_to_a_portal(seen):
    assert {name: look.submitted for name, look in seen.items() if look.submitted} == {}
