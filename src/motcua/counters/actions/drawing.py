"""Drawing tickets at the kiosk."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.counters.actions.refusing import TicketRefused
from motcua.counters.events import TicketTaken
from motcua.counters.models import Ticket
from motcua.counters.queries.desks import counters, errands
from motcua.counters.rules.turns import reckoned
from motcua.counters.values import Errand, Turn
from motcua.documents.actions import next_number
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence


def take(
    *, agency_code: str, errand: str, by: Viewer, at: datetime, priority: bool = False
) -> UUID:
    """Draw the next number for an errand (`Errand.value`) and give the ticket's key.

    Asks nobody who they are, nor why they go first. Refuses with `TicketRefused` what the agency
    does not offer, and drawing while it is closed.
    """
    agency = agencies.agency(agency_code)
    wanted = errand_of(agency.code, errand)
    if wanted is None:
        raise TicketRefused(
            Sentence("Bạn hãy chọn việc bạn đến làm.", "Please choose what you come for.")
        )
    refuse_when_closed(agency, at)
    turn = Turn.PRIORITY if priority else Turn.ORDINARY
    with transaction.atomic():
        return draw(agency, wanted, turn=turn, by=by, at=at).key


def draw(
    agency: AgencyView,
    errand: Errand,
    *,
    turn: Turn,
    by: Viewer,
    at: datetime,
    appointed_at: datetime | None = None,
) -> Ticket:
    """Write a ticket of the next number, in the caller's transaction."""
    on, letter = local_day(at), errand.business.letter
    number = next_number(series=f"ticket/{agency.code}/{letter}", period=on.isoformat())
    row = Ticket.objects.create(
        agency_code=agency.code,
        agency_path=agency.path,
        on=on,
        business=errand.business.value,
        field=errand.field,
        turn=turn.value,
        number=number,
        taken_at=at,
        expected_at=max(at, appointed_at or at),
        turn_at=reckoned(turn, taken_at=at, appointed_at=appointed_at or at),
    )
    event = TicketTaken(
        subject=f"ticket:{row.key}",
        agency=agency.code,
        number=f"{letter} {number:03d}",
        turn=turn.value,
    )
    record(event=event, by=by.actor, at=at)
    return row


def errand_of(agency_code: str, value: str) -> Errand | None:
    """Give the errand with that value, if the agency offers it."""
    return next((one for one in errands(agency_code) if one.value == value), None)


def refuse_when_closed(agency: AgencyView, at: datetime) -> None:
    """Refuse while nobody works and no counter is open."""
    opens = agencies.calendar_of(agency.code).next_working_moment(at)
    if opens > at and not any(one.open for one in counters(agency.code)):
        raise TicketRefused(
            Sentence(
                "Bây giờ cơ quan không làm việc nên chưa lấy số được. Bạn hãy đến trong giờ làm "
                "việc hoặc đặt lịch hẹn.",
                "The office is closed, so no ticket can be drawn. Please come in office hours or "
                "book an appointment.",
            )
        )
