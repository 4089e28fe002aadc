"""Counting months: from the dossiers, into cells, as often as one likes."""

from datetime import timedelta

import pytest
from tests.factories import dossiers
from tests.factories.settling import refused, settled

from motcua.dossiers.values import Channel
from motcua.statistics import actions, queries
from motcua.statistics.models import Cell, CountedMonth
from motcua.statistics.values import By, Month, Span

MARCH = Span(Month(2026, 3), Month(2026, 3))
AT = dossiers.later(days=3)

pytestmark = pytest.mark.shows("P8", "CN23", "CN25", "O3")


def counted(by=By.AGENCY, **where):
    actions.count_month(top="H26.", month=Month(2026, 3), at=AT)
    return queries.settlement(span=MARCH, by=by, **where)


def test_every_dossier_is_counted_once_by_how_it_kept_its_time(mother):
    settled(mother, hours=2)
    settled(mother, hours=30)
    refused(mother)

    total = counted().total

    assert (total.received, total.settled) == (3, 2)
    assert (total.early, total.on_time, total.late) == (0, 1, 1)
    assert (total.refused, total.stopped) == (1, 0)
    assert total.kept == 0.5
    assert sum(total.hours.values()) == 2


def test_counting_again_changes_nothing(mother):
    settled(mother, hours=2)
    first = counted()
    again = counted()
    assert first.total == again.total
    assert Cell.objects.filter(place="", service_code="", channel="").count() == 1


@pytest.mark.parametrize(
    ("by", "where", "keys"),
    [
        (By.AGENCY, {}, ["H26."]),
        (By.AGENCY, {"place": "H26."}, ["H26.00070."]),
        (By.SERVICE, {}, [dossiers.BIRTH]),
        (By.CHANNEL, {}, [Channel.SELF_SERVICE.value]),
        (By.CHANNEL, {"service": "9.999999"}, []),
        (By.MONTH, {}, ["2026-03"]),
    ],
)
def test_lines_are_of_what_was_asked(mother, by, where, keys):
    settled(mother, hours=2)
    found = counted(by, **where)
    assert [line.key for line in found.lines] == keys
    assert all(line.figures.settled == 1 for line in found.lines)


def test_it_asks_the_same_however_many_there_are(mother, django_assert_num_queries):
    for hours in (2, 3, 4):
        settled(mother, hours=hours)
    actions.count_month(top="H26.", month=Month(2026, 3), at=AT)
    with django_assert_num_queries(3):
        assert queries.settlement(span=MARCH, by=By.AGENCY).total.settled == 3


def test_this_month_the_last_one_and_stale_ones_are_due(mother):
    settled(mother, hours=2)
    actions.mark_stale(top="H26.", months=[Month(2025, 7)])

    assert actions.count_what_is_due(dossiers.MORNING + timedelta(days=18)) == 3

    months = set(CountedMonth.objects.filter(stale=False).values_list("month__month", flat=True))
    assert months == {7, 3, 4}
    assert queries.settlement(span=MARCH, by=By.MONTH).total.settled == 1


def test_a_ward_without_dossiers_has_no_lines(ward):
    found = queries.settlement(span=MARCH, by=By.AGENCY)
    assert (found.lines, found.total.settled, found.counted_at) == ((), 0, None)
