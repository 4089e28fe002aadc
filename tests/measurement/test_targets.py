"""Targets: who sets them, one at a time, nothing forgotten; how each stands."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests.factories import people
from tests.measurement.counted import lake

from motcua.identity.values import Role
from motcua.journal.models import Entry
from motcua.measurement import actions, queries
from motcua.measurement.actions import TargetRefused, Wanted
from motcua.measurement.models import TargetRow
from motcua.measurement.values import Better
from motcua.measurement.values.targets import Light, Method

pytestmark = pytest.mark.django_db

AT = datetime(2026, 7, 1, 2, tzinfo=UTC)
HERE = {"top": "H26", "agency": "H26.00070", "procedure": "1.001193", "channel": "self_service"}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEASUREMENT = tmp_path


@pytest.fixture
def head(ward):
    return people.officer(Role.EXECUTIVE, "H26")


def wanted(**but):
    told = {
        "agency": "H26.00070",
        "year": 2026,
        "indicator": "use2",
        "value": Decimal("0.5"),
        "head": "Chủ tịch phường",
    }
    return Wanted(**(told | but))


def set_by(by, **but):
    return actions.set_target(wanted=wanted(**but), by=by, at=AT)


def test_the_head_above_sets_a_target_and_the_journal_says_so(head):
    made = set_by(head)
    assert (made.value, made.better, made.set_by) == (Decimal("0.5"), Better.MORE, head.name)
    entry = Entry.objects.get(kind="measurement.target_set")
    assert entry.payload["value"] == "0.5"
    assert entry.payload["head"] == "Chủ tịch phường"


def test_a_new_target_takes_the_place_of_the_old_one_which_stays_in_its_history(head):
    set_by(head)
    set_by(head, value=Decimal("0.6"))
    now, before = queries.target_history("H26.00070", 2026, "use2")
    assert (now.value, before.value) == (Decimal("0.6"), Decimal("0.5"))
    assert before.withdrawn_by == head.name
    assert TargetRow.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.EXECUTIVE, "H14.01717"),
        (Role.APPROVER, "H26.00070"),
        (Role.EMC_OPERATOR, "H26"),
        (Role.SYSTEM_ADMIN, "H26"),
    ],
)
def test_nobody_else_sets_or_withdraws(head, role, place):
    made = set_by(head)
    other = people.officer(role, place)
    with pytest.raises(TargetRefused):
        set_by(other)
    with pytest.raises(TargetRefused):
        actions.withdraw_target(key=made.key, reason="vì muốn thế", by=other, at=AT)
    assert TargetRow.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("but", "field"),
    [
        ({"agency": "H99"}, "co-quan"),
        ({"year": 2019}, "nam"),
        ({"year": 2032}, "nam"),
        ({"indicator": "use99"}, "chi-so"),
        ({"indicator": "heard"}, "chi-so"),
        ({"value": Decimal(0)}, "gia-tri"),
        ({"value": Decimal("1.01")}, "gia-tri"),
        ({"value": Decimal("NaN")}, "gia-tri"),
        ({"indicator": "vis", "value": Decimal(10) ** 12}, "gia-tri"),
        ({"indicator": "assist"}, "chieu"),
        ({"head": " "}, "nguoi"),
        ({"head": "x" * 201}, "nguoi"),
    ],
)
def test_what_is_no_target_is_refused_by_field(head, but, field):
    with pytest.raises(TargetRefused) as refused:
        set_by(head, **but)
    assert refused.value.field == field
    assert TargetRow.objects.count() == 0


def test_withdrawing_says_why_and_happens_once(head):
    made = set_by(head)
    with pytest.raises(TargetRefused):
        actions.withdraw_target(key=made.key, reason=" ", by=head, at=AT)
    gone = actions.withdraw_target(key=made.key, reason="Sắp xếp lại đơn vị", by=head, at=AT)
    assert gone.reason == "Sắp xếp lại đơn vị"
    assert queries.targets("H26.00070", 2026, AT, lake=lake()) == ()
    with pytest.raises(TargetRefused):
        actions.withdraw_target(key=made.key, reason="một lần nữa", by=head, at=AT)
    assert Entry.objects.filter(kind="measurement.target_withdrawn").count() == 1


def online(day, share, received=100):
    rest = {"channel": "counter", "received": received - share, "day": day}
    return [HERE | {"received": share, "day": day}, HERE | rest]


def test_a_target_stands_by_what_was_counted_and_what_is_expected(head):
    set_by(head)
    set_by(head, agency="H26", indicator="vis", value=Decimal(900))
    kept = lake(
        dossiers_daily=[*online(date(2026, 2, 3), 30), *online(date(2026, 6, 3), 60)],
        visits_daily=[{"top": "H26", "agency": "H26", "day": date(2026, 3, 3), "visits": 400}],
    )
    visits, share = queries.targets_below("H26", 2026, AT, lake=kept)
    assert (share.value, share.forecast.method) == (0.45, Method.PACE)
    assert share.forecast.value == pytest.approx(0.45)
    assert share.light is Light.RED
    assert visits.value == 400
    assert 780 < visits.forecast.value < 840
    assert visits.light is Light.RED
    assert queries.agencies_with_targets(2026) == ("H26", "H26.00070")


def test_last_year_tells_the_season(head):
    set_by(head, indicator="vis", value=Decimal(500))
    visits = {"top": "H26", "agency": "H26.00070"}
    kept = lake(
        visits_daily=[
            visits | {"day": date(2025, 1, 3), "visits": 200},
            visits | {"day": date(2025, 9, 3), "visits": 300},
            visits | {"day": date(2026, 3, 3), "visits": 200},
        ]
    )
    (state,) = queries.targets("H26.00070", 2026, AT, lake=kept)
    assert (state.forecast.value, state.forecast.method) == (500, Method.SEASON)
    assert state.light is Light.GREEN


def test_a_year_counted_from_the_middle_on_tells_no_season(head):
    set_by(head, indicator="vis", value=Decimal(500))
    visits = {"top": "H26", "agency": "H26.00070"}
    kept = lake(
        visits_daily=[
            visits | {"day": date(2025, 6, 29), "visits": 10},
            visits | {"day": date(2025, 9, 3), "visits": 300},
            visits | {"day": date(2026, 3, 3), "visits": 200},
        ]
    )
    (state,) = queries.targets("H26.00070", 2026, AT, lake=kept)
    assert state.forecast.method is Method.PACE
    assert 390 < state.forecast.value < 420


def test_hours_are_taken_as_they_stand_and_the_year_that_ended_as_it_was(head):
    set_by(head, indicator="wait50", value=Decimal(8))
    kept = lake(waits_daily=[HERE | {"day": date(2026, 3, 3), "hours": 8, "dossiers": 5}])
    (now,) = queries.targets("H26.00070", 2026, AT, lake=kept)
    assert (now.value, now.forecast.method, now.light) == (8, Method.SAME, Light.GREEN)
    (then,) = queries.targets("H26.00070", 2026, datetime(2027, 2, 1, tzinfo=UTC), lake=kept)
    assert (then.forecast.method, then.until) == (Method.ENDED, date(2026, 12, 31))


def test_where_nothing_was_counted_nothing_is_said(head):
    set_by(head)
    (state,) = queries.targets("H26.00070", 2026, AT, lake=lake())
    assert (state.value, state.forecast.value, state.light) == (None, None, Light.UNKNOWN)


def test_a_year_to_come_has_no_figures_yet(head):
    set_by(head, year=2027)
    kept = lake(dossiers_daily=online(date(2026, 6, 3), 60))
    (state,) = queries.targets("H26.00070", 2027, AT, lake=kept)
    assert (state.value, state.forecast.method, state.light) == (None, Method.NONE, Light.UNKNOWN)
