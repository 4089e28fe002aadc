"""The gallery: what a fault says is found is found where it is, and not on the clean portal.

One process looks at all of them with one warm browser (about a minute); the tests ask what it saw.
"""

import os

import pytest
from tests.evaluation.gallery.looking import CLEAN, SAFE, Look, looks
from tests.portals.faults import Fault, faults

from motcua.evaluation.probes import registry
from motcua.evaluation.rules.judging.seeing import good
from motcua.evaluation.values.facts import Better, FactCard
from motcua.evaluation.values.observations import Observation, Outcome

pytestmark = [pytest.mark.once, pytest.mark.journey]

SEEN = [one for one in faults().values() if not one.unseen]
OVER_HTTP = frozenset({"security.https"})
"""What is wrong with the clean portal when it is not served over https."""


@pytest.fixture(scope="module")
def seen(request) -> dict[str, Look]:
    """Look at the clean portal, twice, and at those that the run's tests are about."""
    codes = [
        code
        for item in request.session.items
        if (code := getattr(item, "callspec", None) and item.callspec.params.get("code"))
    ]
    return looks([CLEAN, SAFE, *dict.fromkeys(codes)])


def bad(card: FactCard, found: list[Observation]) -> list[Observation]:
    """Keep what is on the bad side of a card's limit."""
    return [one for one in found if card.better is not Better.NEITHER and not good(card, one.value)]


@pytest.mark.parametrize("code", [one.code for one in SEEN])
def test_a_fault_is_found_where_it_is_and_not_where_it_is_not(seen, code):
    known: Fault = faults()[code]
    look, clean = seen[code], seen[SAFE if known.secure else CLEAN]
    cards = registry.facts()

    assert look.broken == ()
    assert look.submitted == ()
    missed = [fact for fact in known.finds if not bad(cards[fact], look.of(fact))]
    alarms = {fact: bad(cards[fact], clean.of(fact)) for fact in known.finds}
    unknown = [fact for fact in known.finds if not clean.of(fact)]
    assert missed == []
    assert {fact: found for fact, found in alarms.items() if found} == {}
    assert unknown == [] or known.absent


@pytest.mark.parametrize("name", [CLEAN, SAFE])
def test_nothing_is_wrong_with_a_clean_portal(seen, name):
    clean, cards = seen[name], registry.facts()
    expected = OVER_HTTP if name == CLEAN else frozenset()

    found = {
        (one.fact, clean.paths.get(one.url, one.url), one.value)
        for fact in cards
        for one in bad(cards[fact], clean.of(fact))
        if fact not in expected
    }
    unseen = {
        (one.fact, str(one.note)) for one in clean.observations if one.outcome is Outcome.COULD_NOT
    }
    assert (found, unseen, clean.problems) == (set(), set(), ())


@pytest.mark.parametrize("name", [CLEAN, SAFE])
def test_nothing_is_submitted_to_a_portal(seen, name):
    assert seen[name].submitted == ()


def test_nothing_but_this_machine_is_asked(seen):
    """Chromium finds every other host on this machine, or nowhere."""
    assert os.environ.get("MOTCUA_CHROMIUM", "") == ""
    assert all(look.broken == () for look in seen.values())
