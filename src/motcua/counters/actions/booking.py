"""Booking, moving and cancelling appointments; arriving for one."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.agencies import queries as agencies
from motcua.counters.actions import drawing
from motcua.counters.actions.refusing import BookingRefused
from motcua.counters.events import AppointmentBooked, AppointmentCancelled, AppointmentMoved
from motcua.counters.models import SEATED, Appointment, SlotRule
from motcua.counters.queries.seeing import rule_view
from motcua.counters.rules import slots, turns
from motcua.counters.values import AppointmentState, Business, Errand
from motcua.dossiers.rules.codes import new_check_code
from motcua.identity.rules.names import phone_of
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence

OPEN_AT_ONCE = 2
"""So many appointments one telephone number may hold at one agency."""
_CODES = 20
_FULL = Sentence(
    "Giờ này vừa hết chỗ. Bạn hãy chọn giờ khác.", "This time was just taken. Choose another."
)
_NO_TIME = Sentence("Bạn hãy chọn một giờ còn chỗ.", "Please choose a time that is free.")
_UNKNOWN = Sentence(
    "Không có lịch hẹn nào mang mã này. Bạn hãy xem lại từng chữ.",
    "No appointment has this code. Please check each letter.",
)
_TOO_LATE = Sentence(
    "Lịch hẹn này không đổi hay hủy được nữa.", "This appointment cannot be changed any more."
)


def book(
    *,
    agency_code: str,
    slot: str,
    errand: str,
    name: str,
    phone: str,
    by: Viewer,
    at: datetime,
    language: str = "vi",
) -> str:
    """Take a seat in a slot (`Slot.value`) and give the code; refuses with `BookingRefused`."""
    agency = agencies.agency(agency_code)
    wanted = drawing.errand_of(agency.code, errand)
    if wanted is None:
        raise BookingRefused(
            "viec", Sentence("Bạn hãy chọn việc bạn đến làm.", "Choose what you come for.")
        )
    number = _checked(agency.code, name=name, phone=phone, at=at)
    rule, starts_at = _slot(agency.code, slot, at)
    with transaction.atomic():
        row = Appointment(
            code=_new_code(),
            agency_code=agency.code,
            agency_path=agency.path,
            business=wanted.business.value,
            field=wanted.field,
            name=name.strip(),
            phone=number,
            language=language[:8],
            booked_at=at,
        )
        _take_seat(row, rule, starts_at)
        event = AppointmentBooked(
            subject=f"appointment:{row.key}", agency=agency.code, starts_at=starts_at
        )
        record(event=event, by=by.actor, at=at)
    return row.code


def move(*, code: str, slot: str, by: Viewer, at: datetime) -> None:
    """Move an appointment to another free time; the seat it had is free again."""
    with transaction.atomic():
        row = _open(code, at)
        rule, starts_at = _slot(row.agency_code, slot, at)
        row.times_moved += 1
        row.reminded_at = None
        _take_seat(row, rule, starts_at)
        event = AppointmentMoved(
            subject=f"appointment:{row.key}", agency=row.agency_code, starts_at=starts_at
        )
        record(event=event, by=by.actor, at=at)


def cancel(*, code: str, by: Viewer, at: datetime) -> None:
    """Give the seat back."""
    with transaction.atomic():
        row = _open(code, at)
        row.state = AppointmentState.CANCELLED.value
        row.save()
        event = AppointmentCancelled(subject=f"appointment:{row.key}", agency=row.agency_code)
        record(event=event, by=by.actor, at=at)


def arrive(*, agency_code: str, code: str, by: Viewer, at: datetime) -> UUID:
    """Turn an appointment of today into a ticket and give its key; twice gives the same one."""
    agency = agencies.agency(agency_code)
    with transaction.atomic():
        row = (
            Appointment.objects.select_for_update(of=("self",))
            .filter(code=plain(code), agency_code=agency.code)
            .first()
        )
        if row is None:
            raise BookingRefused("ma", _UNKNOWN)
        if row.ticket is not None and row.ticket.on == local_day(at):
            return row.ticket.key
        if row.state != AppointmentState.BOOKED.value or local_day(row.starts_at) != local_day(at):
            raise BookingRefused("ma", _not_today(row))
        turn = turns.turn_of_arrival(arrived_at=at, starts_at=row.starts_at)
        errand = Errand(Business(row.business), row.field)
        row.ticket = drawing.draw(
            agency, errand, turn=turn, by=by, at=at, appointed_at=row.starts_at
        )
        row.state = AppointmentState.ARRIVED.value
        row.save()
        return row.ticket.key


def plain(typed: str) -> str:
    """Give a code as it was typed, or read from the address in its QR."""
    return typed.strip().rstrip("/").rpartition("/")[2].replace(" ", "").upper()[:12]


def _not_today(row: Appointment) -> Sentence:
    if row.state == AppointmentState.BOOKED.value:
        on = local_day(row.starts_at)
        return Sentence(
            f"Lịch hẹn này là ngày {on:%d/%m/%Y}. Hôm nay bạn hãy lấy số như thường.",
            f"This appointment is on {on:%d/%m/%Y}. Please draw an ordinary ticket today.",
        )
    return Sentence(
        "Lịch hẹn này đã hủy hoặc đã qua. Bạn hãy lấy số như thường.",
        "This appointment is over or was cancelled. Please draw an ordinary ticket.",
    )


def _checked(agency_code: str, *, name: str, phone: str, at: datetime) -> str:
    """Give the telephone number as it is kept, or refuse."""
    if not 1 < len(name.strip()) <= 120:
        raise BookingRefused(
            "ten", Sentence("Bạn hãy nhập họ và tên.", "Please enter your full name.")
        )
    number = phone_of(phone[:40])
    if not number:
        raise BookingRefused(
            "dien-thoai",
            Sentence(
                "Số điện thoại chưa đúng. Bạn hãy nhập đủ 10 số, ví dụ 0912 345 678.",
                "This is no phone number. Please enter all 10 digits, such as 0912 345 678.",
            ),
        )
    held = Appointment.objects.filter(
        agency_code=agency_code,
        phone=number,
        state=AppointmentState.BOOKED.value,
        starts_at__gte=at,
    )
    if held.count() >= OPEN_AT_ONCE:
        raise BookingRefused(
            "dien-thoai",
            Sentence(
                f"Số điện thoại này đã có {OPEN_AT_ONCE} lịch hẹn ở đây. Bạn hãy hủy hoặc đổi "
                "một lịch đã đặt.",
                f"This number holds {OPEN_AT_ONCE} appointments here. Please cancel or move one.",
            ),
        )
    return number


def _slot(agency_code: str, value: str, at: datetime) -> tuple[SlotRule, datetime]:
    key, _, moment = value.partition("@")
    try:
        starts_at = datetime.fromisoformat(moment)
        row = SlotRule.objects.filter(
            key=UUID(key), agency_code=agency_code, withdrawn_at=None
        ).first()
    except ValueError as wrong:
        raise BookingRefused("gio", _NO_TIME) from wrong
    calendar = agencies.calendar_of(agency_code)
    if row is None or starts_at not in set(slots.slots(rule_view(row), calendar, now=at)):
        raise BookingRefused("gio", _NO_TIME)
    return row, starts_at


def _take_seat(row: Appointment, rule: SlotRule, starts_at: datetime) -> None:
    """Save the row on the lowest free seat; who is faster gets it, as the constraint says."""
    row.rule, row.starts_at = rule, starts_at
    row.minutes, row.seats = rule.minutes, rule.capacity
    for _ in range(rule.capacity + 1):
        here = Appointment.objects.filter(rule=rule, starts_at=starts_at, state__in=SEATED)
        taken = set(here.exclude(pk=row.pk).values_list("seat", flat=True))
        free = next((seat for seat in range(rule.capacity) if seat not in taken), None)
        if free is None:
            break
        row.seat = free
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            continue
        return
    raise BookingRefused("gio", _FULL)


def _open(code: str, at: datetime) -> Appointment:
    row = Appointment.objects.select_for_update().filter(code=plain(code)).first()
    if row is None:
        raise BookingRefused("ma", _UNKNOWN)
    if row.state != AppointmentState.BOOKED.value or row.starts_at < at:
        raise BookingRefused("ma", _TOO_LATE)
    return row


def _new_code() -> str:
    for _ in range(_CODES):
        code = f"H{new_check_code()}{new_check_code()[:1]}"
        if not Appointment.objects.filter(code=code).exists():
            return code
    raise BookingRefused("gio", _FULL)
