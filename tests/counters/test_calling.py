"""Tickets: drawn, called in turn, served, missed, passed on; two at once never get the same one."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from tests.counters.office import HELP, RECEIVE, RETURN, Office, minutes
from tests.factories import dossiers, people
from tests.factories.dossiers import MORNING

from motcua.counters import actions, queries
from motcua.counters.actions import CallRefused, CounterRefused, TicketRefused
from motcua.counters.models import Ticket
from motcua.counters.values import TicketState
from motcua.identity.values import Role
from motcua.journal.models import Entry

pytestmark = pytest.mark.shows("O2", "CN12")


def test_numbers_count_by_business_and_day(office):
    office.counter(1)
    drawn = [office.ticket(errand, at=MORNING) for errand in (RECEIVE, RECEIVE, RETURN)]
    tomorrow = office.ticket(RECEIVE, at=MORNING + timedelta(days=1))
    assert [queries.ticket(one).shown for one in (*drawn, tomorrow)] == [
        "A 001",
        "A 002",
        "B 001",
        "A 001",
    ]


def test_priority_goes_first_but_not_before_who_waited_half_an_hour(office):
    counter = office.staffed(1)
    office.ticket(at=minutes(0))
    office.ticket(at=minutes(20))
    office.ticket(at=minutes(40), priority=True)
    called = [office.served(counter, at=minutes(50)) for _ in range(4)]
    assert called == ["A 001", "A 003", "A 002", None]


def test_a_counter_calls_only_what_it_serves(office):
    returns = office.staffed(1, businesses=("return",))
    births = office.staffed(2, businesses=("receive",), fields=("Hộ tịch",))
    old = office.staffed(3, turns=("priority",))
    rest = office.staffed(4)
    office.ticket("receive:")
    office.ticket("receive:Hộ tịch")
    office.ticket(RETURN)
    office.ticket(HELP, priority=True)
    called = [office.served(place, at=minutes(1)) for place in (returns, births, old, rest)]
    assert called == ["B 001", "A 002", "C 001", "A 001"]


def test_what_is_chosen_at_the_kiosk_is_what_counters_serve(office):
    office.counter(1, businesses=("receive",), fields=("Hộ tịch",))
    office.counter(2, businesses=("return",))
    assert [one.value for one in queries.errands(office.agency)] == ["receive:Hộ tịch", "return:"]
    with pytest.raises(TicketRefused, match="chọn việc"):
        office.ticket("receive:")


def test_at_night_no_ticket_is_drawn_unless_a_counter_is_open(office):
    night = minutes(14 * 60)
    key = office.counter(1)
    with pytest.raises(TicketRefused, match="không làm việc"):
        office.ticket(at=night)
    actions.sit(key=key, by=people.officer(), at=night)
    assert office.ticket(at=night)


def test_a_ticket_goes_its_way_and_every_step_is_in_the_journal(office):
    key, by = office.staffed(3)
    ticket = office.ticket(at=minutes(0))
    assert actions.call_next(counter=key, by=by, at=minutes(5)) == ticket
    actions.call_again(counter=key, by=by, at=minutes(6))
    actions.start(counter=key, by=by, at=minutes(7))
    actions.finish(counter=key, by=by, at=minutes(17))
    seen = queries.ticket(ticket)
    assert (seen.state, seen.counter, seen.calls) == (TicketState.DONE, 3, 2)
    kinds = Entry.objects.filter(subject=f"ticket:{ticket}").order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == [
        "ticket.taken",
        "ticket.called",
        "ticket.called",
        "ticket.moved",
        "ticket.moved",
    ]


def test_who_missed_the_call_and_comes_is_near_the_front_again(office):
    key, by = office.staffed(1)
    first, second = office.ticket(at=minutes(0)), office.ticket(at=minutes(1))
    actions.call_next(counter=key, by=by, at=minutes(5))
    actions.miss(counter=key, by=by, at=minutes(8))
    assert [one.key for one in queries.absent_from(key, at=minutes(9))] == [first]
    actions.take_back(ticket=first, counter=key, by=by, at=minutes(9))
    assert [one.key for one in queries.line_of(key, at=minutes(9))] == [first, second]


def test_passed_on_it_keeps_its_turn_and_only_that_counter_calls_it(office):
    here, there = office.staffed(1), office.staffed(2, businesses=("return",))
    ticket = office.ticket()
    actions.call_next(counter=here[0], by=here[1], at=minutes(1))
    actions.start(counter=here[0], by=here[1], at=minutes(1))
    actions.pass_on(counter=here[0], to=there[0], by=here[1], at=minutes(2))
    assert actions.call_next(counter=here[0], by=here[1], at=minutes(3)) is None
    assert actions.call_next(counter=there[0], by=there[1], at=minutes(3)) == ticket


def test_when_the_other_counter_closes_anybody_may_call_again(office):
    here, there = office.staffed(1), office.staffed(2)
    ticket = office.ticket()
    actions.call_next(counter=here[0], by=here[1], at=minutes(1))
    actions.pass_on(counter=here[0], to=there[0], by=here[1], at=minutes(2))
    actions.leave(key=there[0], by=there[1], at=minutes(3))
    assert actions.call_next(counter=here[0], by=here[1], at=minutes(4)) == ticket


def test_steps_out_of_order_are_refused_with_a_sentence(office):
    key, by = office.staffed(1)
    other, _ = office.staffed(2)
    refusals = [
        (actions.start, {}, "chưa mời số nào"),
        (actions.finish, {}, "chưa mời số nào"),
        (actions.pass_on, {"to": other}, "chưa mời số nào"),
    ]
    for verb, more, said in refusals:
        with pytest.raises(CallRefused, match=said):
            verb(counter=key, by=by, at=MORNING, **more)
    office.ticket()
    office.ticket()
    actions.call_next(counter=key, by=by, at=MORNING)
    with pytest.raises(CallRefused, match="kết thúc phiếu"):
        actions.call_next(counter=key, by=by, at=MORNING)
    with pytest.raises(CallRefused, match="quầy khác đang mở"):
        actions.pass_on(counter=key, to=key, by=by, at=MORNING)
    with pytest.raises(CallRefused, match="còn một phiếu"):
        actions.leave(key=key, by=by, at=MORNING)
    with pytest.raises(CallRefused, match="không ngồi"):
        actions.call_next(counter=other, by=by, at=MORNING)


def test_one_officer_sits_at_one_counter_and_one_counter_has_one_officer(office):
    key, by = office.staffed(1)
    other = office.counter(2)
    with pytest.raises(CallRefused, match="đang ngồi ở quầy 1"):
        actions.sit(key=key, by=people.officer(), at=MORNING)
    actions.sit(key=other, by=by, at=MORNING)
    assert queries.seat_of(viewer=by).number == 2
    assert not queries.counter(viewer=by, key=key).open


def test_only_heads_set_counters_up_and_only_their_own(office):
    said = actions.CounterSaid(number=1, name="Quầy", businesses=("return",), turns=("ordinary",))
    for by in (people.officer(), people.officer(Role.APPROVER, "H14.01717")):
        with pytest.raises(CounterRefused, match="lãnh đạo"):
            actions.set_counter(agency_code=office.agency, said=said, by=by, at=MORNING)
    office.counter(1)
    with pytest.raises(CounterRefused, match="mang số này"):
        office.counter(1)
    outsider = people.officer(Role.RECEPTIONIST, "H14.01717")
    key = office.counter(2)
    with pytest.raises(CallRefused):
        actions.sit(key=key, by=outsider, at=MORNING)
    assert queries.counters_of(viewer=outsider) == ()


def test_where_one_stands_is_counted_and_the_wait_guessed_when_there_is_ground(office):
    places = [office.staffed(number) for number in (1, 2)]
    for _ in range(3):
        office.ticket(at=minutes(0))
        office.served(places[0], at=minutes(1), length=10)
    waiting = [office.ticket(at=minutes(20 + one)) for one in range(5)]
    place = queries.place(waiting[-1], at=minutes(30))
    assert (place.before, place.counters) == (4, 2)
    assert place.wait == timedelta(minutes=20)
    assert queries.place(waiting[0], at=minutes(30)).before == 0
    assert queries.place(waiting[0], at=minutes(30) + timedelta(days=1)) is None


def test_the_board_shows_the_last_calls_first(office):
    places = [office.staffed(number) for number in (1, 2)]
    for _ in range(3):
        office.ticket()
    for number, (key, by) in enumerate(places):
        actions.call_next(counter=key, by=by, at=minutes(number))
    board = queries.board(office.agency, at=minutes(5))
    assert [(one.shown, one.counter) for one in board.calls] == [("A 002", 2), ("A 001", 1)]
    assert board.waiting == 1


@pytest.mark.django_db(transaction=True)
def test_counters_that_call_at_once_never_call_one_ticket(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("one writer at a time there")
    dossiers.country()
    dossiers.services()
    office = Office()
    places = [office.staffed(number) for number in range(1, 7)]
    for _ in range(12):
        office.ticket()
    called, faults, barrier = [], [], Barrier(len(places))

    def work(place):
        key, by = place
        barrier.wait()
        try:
            for _ in range(2):
                called.append(actions.call_next(counter=key, by=by, at=minutes(1)))
                actions.start(counter=key, by=by, at=minutes(1))
                actions.finish(counter=key, by=by, at=minutes(2))
        except CallRefused as refused:
            faults.append(str(refused))
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(place,)) for place in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(set(called)) == 12
    assert Ticket.objects.filter(state="done").count() == 12
    assert Entry.objects.filter(kind="ticket.called").count() == 12
