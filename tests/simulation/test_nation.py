"""The same seed gives the same nation, and a lawful one."""

from collections import Counter
from itertools import islice

import pytest
from tests.simulation.conftest import NOW

from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier, InboxRow
from motcua.forms import rules as form_rules
from motcua.identity.values import SYSTEM
from motcua.kernel.calendar import HANOI
from motcua.kernel.codes import CitizenId
from motcua.procedures import queries as procedures
from motcua.simulation import nation
from motcua.simulation.answers import SHARES


def drawn(number=300, **how):
    return list(nation.dossiers(number, **{"seed": 1, "at": NOW} | how))


def test_the_same_seed_the_same_nation(ward):
    assert drawn() == drawn()
    assert drawn() != drawn(seed=2)
    assert drawn(20) == list(islice(nation.dossiers(500, seed=1, at=NOW), 20))


@pytest.mark.parametrize("service", list(SHARES))
def test_what_people_write_is_what_the_form_asks(ward, service):
    some = [one for one in drawn(120) if one.service_code == service]
    assert len(some) > 20
    for one in some:
        form = procedures.service(service, one.submitted_at.date()).form
        checked = form_rules.check(form, one.answers, at=one.submitted_at, units=queries.units())
        assert checked.errors == ()
        assert checked.answers.to_json() == one.answers


def test_people_have_possible_numbers_and_cannot_be_reached(ward):
    for one in drawn(100):
        number = CitizenId.parse(one.answers["applicant.citizen_id"])
        assert number.birth_province
        assert number.birth_year < 2009
        assert "applicant.email" not in one.answers
        assert one.origin == "simulation"


def test_moves_follow_one_another_and_never_lie_ahead(ward):
    for one in drawn(300):
        moments = [one.submitted_at, *(past.at for past in one.moves)]
        assert moments == sorted(moments)
        assert moments[-1] <= NOW


def test_a_week_and_tet_have_their_rhythm(ward):
    days = Counter(one.submitted_at.astimezone(HANOI).date() for one in drawn(4000))
    by_weekday = Counter()
    for on, count in days.items():
        by_weekday[on.weekday()] += count
    assert by_weekday[0] > by_weekday[4] > 3 * by_weekday[6]


def test_about_an_eighth_is_open_and_some_of_it_late(ward):
    actions.bring_in(dossiers=drawn(1000), by=SYSTEM, at=NOW)

    still = InboxRow.objects.count()
    late = InboxRow.objects.filter(urgent_at__lt=NOW).count()
    assert 80 < still < 160
    assert still / 10 < late < still * 2 / 3
    states = set(Dossier.objects.values_list("state", flat=True))
    assert states >= {"submitted", "in_process", "supplement", "resolved", "returned", "refused"}
