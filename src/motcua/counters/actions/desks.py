"""Setting counters and slots up; sitting down at a counter, leaving it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.counters.actions.refusing import NOT_YOURS, CallRefused, CounterRefused
from motcua.counters.events import (
    CounterClosed,
    CounterOpened,
    CounterRemoved,
    CounterSet,
    SlotsSet,
)
from motcua.counters.models import BUSY, Counter, SlotRule, Ticket
from motcua.counters.queries.desks import HEADS, SITTERS
from motcua.counters.values import Business, TicketState, Turn
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence

MOST_NUMBER, LONGEST_NAME, MOST_FIELDS = 999, 120, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSaid:
    """How a counter is to be, as typed; no `fields` means every field."""

    number: int
    name: str
    businesses: tuple[str, ...]
    turns: tuple[str, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsSaid:
    """When people are seen by appointment."""

    weekdays: tuple[int, ...]
    begins: time
    ends: time
    minutes: int
    capacity: int
    days_ahead: int


def set_counter(
    *, agency_code: str, said: CounterSaid, by: Viewer, at: datetime, key: UUID | None = None
) -> UUID:
    """Set a counter up, or change the one with that key; refuses with `CounterRefused`."""
    agency = _agency(agency_code, by=by, roles=HEADS)
    _check_counter(said)
    row = Counter(agency_code=agency.code, agency_path=agency.path)
    if key is not None:
        row = _standing(key, agency)
    row.number, row.name = said.number, said.name.strip()
    row.businesses = [one.value for one in Business if one.value in said.businesses]
    row.turns = [one.value for one in Turn if one.value in said.turns]
    row.fields = sorted(set(said.fields))
    try:
        with transaction.atomic():
            row.save()
            event = CounterSet(
                subject=f"counter:{row.key}",
                agency=agency.code,
                number=row.number,
                businesses=tuple(row.businesses),
                turns=tuple(row.turns),
                fields=tuple(row.fields),
            )
            record(event=event, by=by.actor, at=at)
    except IntegrityError as twice:
        raise CounterRefused(
            "so",
            Sentence("Đã có quầy mang số này.", "There is a counter of this number already."),
        ) from twice
    return row.key


def remove_counter(*, key: UUID, agency_code: str, by: Viewer, at: datetime) -> None:
    """Take a counter away; tickets passed on to it may be called by any other again."""
    agency = _agency(agency_code, by=by, roles=HEADS)
    with transaction.atomic():
        row = _standing(key, agency)
        _refuse_while_busy(row, at)
        Ticket.objects.filter(passed_to=row, state=TicketState.WAITING.value).update(passed_to=None)
        row.removed_at, row.opened_at = at, None
        row.sitting_key, row.sitting_name = None, ""
        row.save()
        event = CounterRemoved(subject=f"counter:{row.key}", agency=agency.code, number=row.number)
        record(event=event, by=by.actor, at=at)


def sit(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Sit down at a counter and open it; whatever other counter one sat at is closed."""
    with transaction.atomic():
        row = Counter.objects.filter(key=key, removed_at=None).first()
        if row is None or not by.roles_at(row.agency_path) & set(SITTERS):
            raise _unknown()
        for other in Counter.objects.filter(sitting_key=by.key).exclude(pk=row.pk):
            _close(other, by, at)
        free = Counter.objects.filter(pk=row.pk, sitting_key=None)
        seated = free.update(sitting_key=by.key, sitting_name=by.name[:200], opened_at=at)
        if not seated:
            if row.sitting_key == by.key:
                return
            raise CallRefused(
                Sentence(
                    f"{row.sitting_name or 'Một cán bộ khác'} đang ngồi ở quầy {row.number}.",
                    f"{row.sitting_name or 'Somebody else'} sits at counter {row.number}.",
                )
            )
        event = CounterOpened(
            subject=f"counter:{row.key}", agency=row.agency_code, number=row.number
        )
        record(event=event, by=by.actor, at=at)


def leave(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Close a counter: who sits there, or a head for somebody who forgot to."""
    with transaction.atomic():
        row = Counter.objects.filter(key=key, removed_at=None).first()
        if row is None or not (
            row.sitting_key == by.key or by.roles_at(row.agency_path) & set(HEADS)
        ):
            raise _unknown()
        _close(row, by, at)


def set_slots(*, agency_code: str, said: SlotsSaid, by: Viewer, at: datetime) -> UUID:
    """Add when people are seen by appointment; refuses with `CounterRefused`."""
    agency = _agency(agency_code, by=by, roles=HEADS)
    _check_slots(said)
    with transaction.atomic():
        row = SlotRule.objects.create(
            agency_code=agency.code,
            agency_path=agency.path,
            weekdays=sorted(set(said.weekdays)),
            begins=said.begins,
            ends=said.ends,
            minutes=said.minutes,
            capacity=said.capacity,
            days_ahead=said.days_ahead,
            set_at=at,
        )
        event = SlotsSet(subject=f"slots:{row.key}", agency=agency.code, capacity=row.capacity)
        record(event=event, by=by.actor, at=at)
    return row.key


def withdraw_slots(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Offer these slots no more; what was booked stays."""
    with transaction.atomic():
        row = SlotRule.objects.filter(key=key, withdrawn_at=None).first()
        if row is None or not by.roles_at(row.agency_path) & set(HEADS):
            raise CounterRefused("", NOT_YOURS)
        row.withdrawn_at = at
        row.save()
        event = SlotsSet(
            subject=f"slots:{row.key}",
            agency=row.agency_code,
            capacity=row.capacity,
            withdrawn=True,
        )
        record(event=event, by=by.actor, at=at)


def _agency(code: str, *, by: Viewer, roles: Iterable[Role]) -> AgencyView:
    agency = agencies.agency(code)
    if not by.roles_at(agency.path) & set(roles):
        raise CounterRefused("co-quan", NOT_YOURS)
    return agency


def _standing(key: UUID, agency: AgencyView) -> Counter:
    row = Counter.objects.filter(key=key, agency_code=agency.code, removed_at=None).first()
    if row is None:
        raise _unknown()
    return row


def _unknown() -> CallRefused:
    return CallRefused(
        Sentence("Không có quầy này ở cơ quan của bạn.", "Your agency has no such counter.")
    )


def _close(row: Counter, by: Viewer, at: datetime) -> None:
    if row.sitting_key is None:
        return
    _refuse_while_busy(row, at)
    row.opened_at, row.sitting_key, row.sitting_name = None, None, ""
    row.save()
    Ticket.objects.filter(passed_to=row, state=TicketState.WAITING.value).update(passed_to=None)
    event = CounterClosed(subject=f"counter:{row.key}", agency=row.agency_code, number=row.number)
    record(event=event, by=by.actor, at=at)


def _refuse_while_busy(row: Counter, at: datetime) -> None:
    if Ticket.objects.filter(counter=row, state__in=BUSY, on=local_day(at)).exists():
        raise CallRefused(
            Sentence(
                f"Quầy {row.number} còn một phiếu chưa xong. Bạn hãy kết thúc phiếu đó trước.",
                f"Counter {row.number} still has a ticket. Please finish it first.",
            )
        )


def _check_counter(said: CounterSaid) -> None:
    if not 1 <= said.number <= MOST_NUMBER:
        raise CounterRefused(
            "so", Sentence("Số quầy là một số từ 1 đến 999.", "A number from 1 to 999, please.")
        )
    if not 0 < len(said.name.strip()) <= LONGEST_NAME:
        raise CounterRefused(
            "ten",
            Sentence("Bạn hãy đặt tên quầy, nhiều nhất 120 ký tự.", "Name it, up to 120 letters."),
        )
    if not set(said.businesses) & set(Business):
        raise CounterRefused(
            "viec", Sentence("Bạn hãy chọn ít nhất một việc.", "Choose at least one business.")
        )
    if not set(said.turns) & set(Turn):
        raise CounterRefused(
            "luot", Sentence("Bạn hãy chọn ít nhất một loại lượt.", "Choose at least one kind.")
        )
    if len(said.fields) > MOST_FIELDS or any(len(one) > 200 for one in said.fields):
        raise CounterRefused(
            "linh-vuc", Sentence("Bạn hãy chọn lĩnh vực có trong danh sách.", "Choose from these.")
        )


def _check_slots(said: SlotsSaid) -> None:
    if not said.weekdays or not set(said.weekdays) <= set(range(7)):
        raise CounterRefused(
            "thu", Sentence("Bạn hãy chọn ít nhất một ngày trong tuần.", "Choose a weekday.")
        )
    if said.begins >= said.ends:
        raise CounterRefused(
            "tu",
            Sentence(
                "Bạn hãy nhập giờ bắt đầu và giờ kết thúc, ví dụ 08:00 và 11:00.",
                "Enter when it begins and ends, such as 08:00 and 11:00.",
            ),
        )
    for field, value, least, most in (
        ("phut", said.minutes, 5, 240),
        ("so-nguoi", said.capacity, 1, 50),
        ("truoc", said.days_ahead, 1, 60),
    ):
        if not least <= value <= most:
            raise CounterRefused(
                field,
                Sentence(
                    f"Bạn hãy nhập một số từ {least} đến {most}.",
                    f"Enter a number from {least} to {most}.",
                ),
            )
