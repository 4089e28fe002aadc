"""Appointments: derived from the calendar, never overbooked, moved, kept, missed, forgotten."""

from datetime import time, timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, connections, transaction
from icalendar import Calendar
from tests.counters.office import Office, minutes
from tests.factories import dossiers
from tests.factories.dossiers import HANOI, MORNING

from motcua.counters import actions, queries
from motcua.counters.actions import BookingRefused
from motcua.counters.models import Appointment
from motcua.counters.rules.calendar_files import Entry as File
from motcua.counters.rules.calendar_files import written
from motcua.counters.values import AppointmentState, Turn
from motcua.identity.values import ANONYMOUS, SYSTEM
from motcua.journal.models import Entry

pytestmark = pytest.mark.shows("P3", "P9", "O2", "CN12")
TOMORROW = timedelta(days=1)


@pytest.fixture
def booking(office):
    office.counter(1)
    office.slots()
    return office


def local(slots):
    return [f"{one.starts_at.astimezone(HANOI):%a %H:%M}" for one in slots]


def test_slots_lie_in_hours_worked_on_working_days(office):
    office.counter(1)
    office.slots(begins=time(10, 30), ends=time(14, 30), length=30, days_ahead=7)
    times = local(office.free())
    assert times[:4] == ["Mon 10:30", "Mon 11:00", "Mon 13:30", "Mon 14:00"]
    assert {one[:3] for one in times} == {"Mon", "Tue", "Wed", "Thu", "Fri"}


def test_a_day_off_has_no_slots(office):
    office.counter(1)
    office.slots(days_ahead=60)
    days = {one.starts_at.astimezone(HANOI).date().isoformat() for one in office.free()}
    assert "2026-04-29" in days
    assert not days & {"2026-04-30", "2026-05-01"}


def test_nothing_can_be_booked_within_the_hour(booking):
    assert local(booking.free())[0] == "Mon 09:30"
    assert local(booking.free(at=minutes(61)))[0] == "Tue 08:00"


def test_a_seat_is_taken_and_given_back(booking):
    slot = booking.free()[0]
    code = booking.booked(slot)
    assert slot not in booking.free()
    with pytest.raises(BookingRefused, match="vừa hết chỗ"):
        booking.booked(slot, phone="0912345679")
    actions.cancel(code=code, by=ANONYMOUS, at=minutes(1))
    assert slot in booking.free()
    assert queries.appointment(code).state is AppointmentState.CANCELLED
    with pytest.raises(BookingRefused, match="không đổi hay hủy"):
        actions.cancel(code=code, by=ANONYMOUS, at=minutes(2))


def test_moving_frees_the_old_time(booking):
    first, second = booking.free()[:2]
    code = booking.booked(first)
    actions.move(code=code.lower(), slot=second.value, by=ANONYMOUS, at=minutes(1))
    seen = queries.appointment(code)
    assert (seen.starts_at, seen.times_moved) == (second.starts_at, 1)
    assert first in booking.free()
    assert second not in booking.free()


def test_the_store_itself_refuses_an_overbooked_row(booking):
    code = booking.booked(booking.free()[0])
    row = Appointment.objects.get(code=code)
    for seat, seats in ((0, 1), (1, 1)):
        twin = Appointment.objects.get(pk=row.pk)
        twin.pk, twin.key, twin.code = None, row.key.__class__(int=seat + 1), f"X{seat}"
        twin.seat, twin.seats = seat, seats
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "ten"),
        ({"phone": "123"}, "dien-thoai"),
        ({"phone": "a" * 10_000}, "dien-thoai"),
        ({"slot": "x@y"}, "gio"),
        ({"slot": "@2026-03-16"}, "gio"),
        ({"slot": "5a2d7b3d-5f0e-4f8f-9d0e-0b3f3a7c1f11@2026-03-17T01:00:00+00:00"}, "gio"),
        ({"errand": "receive:Thuế"}, "viec"),
    ],
)
def test_what_cannot_be_used_is_refused_by_field(booking, changed, field):
    said = {
        "agency_code": booking.agency,
        "slot": booking.free()[0].value,
        "errand": "receive:",
        "name": "Nguyễn Thị Hậu",
        "phone": "0912345678",
    }
    with pytest.raises(BookingRefused) as refused:
        actions.book(**said | changed, by=ANONYMOUS, at=MORNING)
    assert refused.value.field == field


def test_a_slot_without_a_time_zone_or_off_the_grid_is_no_slot(booking):
    slot = booking.free()[0]
    for wrong in ("2026-03-17T01:00:00", "2026-03-17T01:07:00+00:00"):
        with pytest.raises(BookingRefused, match="chọn một giờ"):
            actions.book(
                agency_code=booking.agency,
                slot=f"{slot.rule}@{wrong}",
                errand="receive:",
                name="Nguyễn Thị Hậu",
                phone="0912345678",
                by=ANONYMOUS,
                at=MORNING,
            )


def test_one_number_holds_two_appointments_at_most(booking):
    slots = booking.free()
    booking.booked(slots[0])
    booking.booked(slots[1])
    with pytest.raises(BookingRefused, match="đã có 2 lịch hẹn"):
        booking.booked(slots[2])


def test_arriving_gives_a_ticket_once_reckoned_by_its_hour(booking):
    slot = booking.free()[0]
    code = booking.booked(slot)
    typed = f"https://mot-cua.example/lich-hen/{code}/"
    arrive = {"agency_code": booking.agency, "by": ANONYMOUS}
    ticket = actions.arrive(code=typed, at=minutes(40), **arrive)
    assert actions.arrive(code=code, at=minutes(41), **arrive) == ticket
    assert queries.ticket(ticket).turn is Turn.APPOINTMENT
    assert queries.appointment(code).ticket == ticket
    ordinary = booking.ticket(at=minutes(35))
    assert [one.key for one in queries.line(booking.agency, at=minutes(50))] == [ticket, ordinary]


def test_arriving_on_another_day_or_with_a_wrong_code_is_refused(booking):
    code = booking.booked(booking.free()[-1])
    for typed, said in ((code, "Lịch hẹn này là ngày"), ("HABCDEFG", "Không có lịch hẹn")):
        with pytest.raises(BookingRefused, match=said):
            actions.arrive(agency_code=booking.agency, code=typed, by=ANONYMOUS, at=minutes(5))


def test_the_day_before_its_holder_is_reminded_once(booking):
    code = booking.booked(next(one for one in booking.free() if one.starts_at > minutes(2880)))
    starts_at = queries.appointment(code).starts_at
    assert actions.remind(by=SYSTEM, at=starts_at - 2 * TOMORROW) == 0
    assert actions.remind(by=SYSTEM, at=starts_at - TOMORROW - timedelta(hours=3)) == 0
    assert [
        actions.remind(by=SYSTEM, at=starts_at - TOMORROW + timedelta(hours=2)) for _ in "12"
    ] == [1, 0]
    assert Entry.objects.filter(kind="appointment.near").count() == 1


def test_what_is_booked_today_for_tomorrow_needs_no_reminder(booking):
    booking.booked(next(one for one in booking.free() if one.starts_at > minutes(900)))
    assert actions.remind(by=SYSTEM, at=minutes(300)) == 0


def test_the_day_is_closed_and_in_a_month_names_are_forgotten(booking):
    code = booking.booked(booking.free()[0])
    waiting = booking.ticket()
    assert actions.close_days(by=SYSTEM, at=minutes(600)) == 0
    assert actions.close_days(by=SYSTEM, at=MORNING + TOMORROW) == 2
    assert queries.appointment(code).state is AppointmentState.MISSED
    assert queries.ticket(waiting).state.value == "lapsed"
    assert actions.erase(by=SYSTEM, at=MORNING + timedelta(days=30)) == 0
    assert actions.erase(by=SYSTEM, at=MORNING + timedelta(days=31)) == 1
    forgotten = queries.appointment(code)
    assert (forgotten.name, forgotten.phone) == ("", "")
    told = "".join(str(payload) for payload in Entry.objects.values_list("payload", flat=True))
    assert "Hậu" not in told
    assert "912345678" not in told


def test_figures_tell_how_people_waited(booking):
    place = booking.staffed(2)
    booking.booked(booking.free()[0])
    for number in range(10):
        booking.ticket(at=minutes(number))
        booking.served(place, at=minutes(number * 3 + 1), length=2)
    on = MORNING.date()
    seen = queries.waited(
        viewer=booking.head, path=f"{booking.agency}.", first=on, last=on, by="gio"
    )
    assert (seen.total.served, seen.total.absent) == (10, 0)
    assert (seen.total.median, seen.total.ninety) == (timedelta(minutes=9), timedelta(minutes=17))
    assert seen.total.serving == timedelta(minutes=2)
    assert [part.key for part in seen.parts] == ["08"]
    actions.close_days(by=SYSTEM, at=MORNING + TOMORROW)
    assert (
        queries.waited(
            viewer=booking.head, path=f"{booking.agency}.", first=on, last=on, by="viec"
        ).missed
        == 1
    )
    elsewhere = Office("H14.01717").head
    assert (
        queries.waited(viewer=elsewhere, path=f"{booking.agency}.", first=on, last=on, by="gio")
        is None
    )


@pytest.mark.once
def test_the_calendar_file_reads_back_whatever_stands_in_it():
    title = "Hẹn; nộp hồ sơ, “Hộ tịch”\\ dòng\nhai " + "rất dài " * 20
    entry = File(
        uid="H1@motcua",
        sequence=2,
        starts_at=MORNING,
        minutes=30,
        title=title,
        place="Số 1, phố Hàng Bài",
        words="Mã: H1\nMang theo giấy tờ",
        address="https://mot-cua.example/lich-hen/H1/",
    )
    text = written(entry, at=MORNING)
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    event = Calendar.from_ical(text).walk("VEVENT")[0]
    assert str(event["summary"]) == title
    assert event.decoded("dtstart") == MORNING
    assert event.decoded("dtend") == MORNING + timedelta(minutes=30)
    assert (str(event["location"]), event["sequence"]) == ("Số 1, phố Hàng Bài", 2)
    assert b"DTSTART:20260316T013000Z" in text


@pytest.mark.django_db(transaction=True)
def test_people_who_book_at_once_never_sit_on_one_chair(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("one writer at a time there")
    dossiers.country()
    dossiers.services()
    office = Office()
    office.counter(1)
    office.slots(capacity=3)
    slot, booked, refused, barrier = office.free()[0], [], [], Barrier(8)

    def work(number):
        barrier.wait()
        try:
            booked.append(office.booked(slot, phone=f"091234560{number}"))
        except BookingRefused as full:
            refused.append(str(full))
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(booked), len(refused)) == (3, 5)
    assert sorted(Appointment.objects.values_list("seat", flat=True)) == [0, 1, 2]
