"""Calling at a counter: next, again, started, done, absent, passed on, taken back into the line.

Every step is a compare-and-set on the ticket's state, so of two that press at once one wins and the
other is told; no ticket is ever called by two counters.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.counters.actions.refusing import CallRefused
from motcua.counters.events import TicketCalled, TicketMoved
from motcua.counters.models import BUSY, Counter, Ticket
from motcua.counters.queries.lines import callable_here
from motcua.counters.rules.turns import HEAD_START
from motcua.counters.values import Business, TicketState
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence

TRIES = 50
_BUSY = Sentence(
    "Quầy này đang có một phiếu. Bạn hãy kết thúc phiếu đó trước khi mời số khác.",
    "This counter has a ticket. Please finish it before calling another.",
)
_GONE = Sentence(
    "Phiếu này vừa được xử lý ở nơi khác. Bạn hãy xem lại trang.",
    "This ticket went on elsewhere just now. Please look again.",
)


def call_next(*, counter: UUID, by: Viewer, at: datetime) -> UUID | None:
    """Call the ticket whose turn it is at a counter; None when nobody waits for it."""
    with transaction.atomic():
        seat = _seat(counter, by)
        Ticket.objects.filter(counter=seat, state__in=BUSY, on__lt=local_day(at)).update(
            state=TicketState.LAPSED.value, ended_at=at
        )
        for _ in range(TRIES):
            row = callable_here(seat, at).first()
            if row is None:
                return None
            if _called(row, seat, at):
                _tell_called(row, seat, by=by, at=at, calls=row.calls + 1)
                return row.key
    raise CallRefused(_GONE)


def call_again(*, counter: UUID, by: Viewer, at: datetime) -> None:
    """Call the ticket at this counter once more."""
    with transaction.atomic():
        seat, row = _at(counter, by, at)
        _step(row, TicketState.CALLED, TicketState.CALLED, called_at=at, calls=row.calls + 1)
        _tell_called(row, seat, by=by, at=at, calls=row.calls + 1)


def start(*, counter: UUID, by: Viewer, at: datetime) -> None:
    """Begin serving who was called."""
    with transaction.atomic():
        seat, row = _at(counter, by, at)
        _step(row, TicketState.CALLED, TicketState.SERVING, started_at=at)
        _tell(row, seat, TicketState.SERVING, by=by, at=at)


def finish(*, counter: UUID, by: Viewer, at: datetime) -> None:
    """End serving."""
    with transaction.atomic():
        seat, row = _at(counter, by, at)
        _step(row, TicketState.SERVING, TicketState.DONE, ended_at=at)
        _tell(row, seat, TicketState.DONE, by=by, at=at)


def miss(*, counter: UUID, by: Viewer, at: datetime) -> None:
    """Note that who was called did not come."""
    with transaction.atomic():
        seat, row = _at(counter, by, at)
        _step(row, TicketState.CALLED, TicketState.ABSENT, ended_at=at)
        _tell(row, seat, TicketState.ABSENT, by=by, at=at)


def pass_on(*, counter: UUID, to: UUID, by: Viewer, at: datetime) -> None:
    """Send the ticket at this counter to another open one, where its turn stays what it was."""
    with transaction.atomic():
        seat, row = _at(counter, by, at)
        other = Counter.objects.filter(
            key=to, agency_code=seat.agency_code, removed_at=None, opened_at__isnull=False
        ).first()
        if other is None or other.pk == seat.pk:
            raise CallRefused(
                Sentence(
                    "Bạn hãy chọn một quầy khác đang mở.", "Choose another counter that is open."
                )
            )
        _step(row, row.state, TicketState.WAITING, counter=None, passed_to=other, started_at=None)
        _tell(row, other, TicketState.WAITING, by=by, at=at)


def take_back(*, ticket: UUID, counter: UUID, by: Viewer, at: datetime) -> None:
    """Let somebody who missed their call wait again, near the front: they are here now."""
    with transaction.atomic():
        seat = _seat(counter, by)
        row = Ticket.objects.filter(
            key=ticket, agency_code=seat.agency_code, on=local_day(at)
        ).first()
        if row is None:
            raise CallRefused(_GONE)
        _step(
            row,
            TicketState.ABSENT,
            TicketState.WAITING,
            counter=None,
            ended_at=None,
            turn_at=at - HEAD_START,
        )
        _tell(row, seat, TicketState.WAITING, by=by, at=at)


def _seat(key: UUID, by: Viewer) -> Counter:
    row = Counter.objects.filter(key=key, removed_at=None).first()
    if row is None or by.key is None or row.sitting_key != by.key:
        raise CallRefused(
            Sentence(
                "Bạn không ngồi ở quầy này. Bạn hãy mở quầy trước khi mời số.",
                "You do not sit at this counter. Please open it before calling.",
            )
        )
    return row


def _at(key: UUID, by: Viewer, at: datetime) -> tuple[Counter, Ticket]:
    seat = _seat(key, by)
    row = Ticket.objects.filter(counter=seat, on=local_day(at), state__in=BUSY).first()
    if row is None:
        raise CallRefused(Sentence("Quầy này chưa mời số nào.", "This counter has called nobody."))
    return seat, row


def _called(row: Ticket, seat: Counter, at: datetime) -> bool:
    try:
        with transaction.atomic():
            return bool(
                Ticket.objects.filter(pk=row.pk, state=TicketState.WAITING.value).update(
                    state=TicketState.CALLED.value,
                    counter=seat,
                    passed_to=None,
                    called_at=at,
                    first_called_at=row.first_called_at or at,
                    calls=row.calls + 1,
                )
            )
    except IntegrityError as busy:
        raise CallRefused(_BUSY) from busy


def _step(row: Ticket, was: TicketState | str, becomes: TicketState, **changed: Any) -> None:
    found = Ticket.objects.filter(pk=row.pk, state=was)
    if not found.update(state=becomes.value, **changed):
        raise CallRefused(_GONE)


def _number(row: Ticket) -> str:
    return f"{Business(row.business).letter} {row.number:03d}"


def _tell_called(row: Ticket, seat: Counter, *, by: Viewer, at: datetime, calls: int) -> None:
    event = TicketCalled(
        subject=f"ticket:{row.key}",
        agency=row.agency_code,
        number=_number(row),
        counter=seat.number,
        calls=calls,
    )
    record(event=event, by=by.actor, at=at)


def _tell(row: Ticket, seat: Counter, state: TicketState, *, by: Viewer, at: datetime) -> None:
    event = TicketMoved(
        subject=f"ticket:{row.key}",
        agency=row.agency_code,
        number=_number(row),
        counter=seat.number,
        state=state.value,
    )
    record(event=event, by=by.actor, at=at)
