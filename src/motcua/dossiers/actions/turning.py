"""What every change of a dossier shares: decide, turn the clock, write row and inbox row."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.dossiers.actions import listing
from motcua.dossiers.models import Dossier, Holding, InboxRow, Opinion
from motcua.dossiers.rules import lateness, waiting
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.asking import Obligation
from motcua.identity.values import Viewer
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.text import fold
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Clock, ClockChange, Decision, Position, State, Turn

OPINION_PAUSE = ":opinion:pause"
"""How the rule ends by which the clock stands still for another agency."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A dossier on the bench with all that a decision about it needs."""

    row: Dossier
    service: ServiceVersion
    calendar: WorkingCalendar

    @property
    def position(self) -> Position:
        """Where the dossier stands."""
        return Position(State(self.row.state), self.row.step or None)

    @property
    def clock(self) -> Clock | None:
        """Its clock."""
        return Clock.from_json(self.row.clock) if self.row.clock else None

    @property
    def subject(self) -> str:
        """Its name in the journal."""
        return subject_of(self.row)


@dataclass(frozen=True, slots=True)
class Made:
    """What the move was made with: who, when, why, and what was asked for."""

    by: Viewer
    at: datetime
    reason: str = ""
    items: tuple[SupplementItem, ...] = ()
    obligation: Obligation | None = None


def subject_of(row: Dossier) -> str:
    """Give a dossier's name in the journal."""
    return f"dossier:{row.key}"


def standing(row: Dossier) -> dict[str, Any]:
    """Give what every event of a dossier says of it: its fields in `DossierEvent`."""
    return {
        "subject": subject_of(row),
        "code": row.code,
        "service": row.service_code,
        "agency": row.agency_code,
        "state": row.state,
        "national": State(row.state).national_code,
        "step": row.step,
        "due_at": row.due_at,
        "promised_at": lateness.promised_at(row.due),
    }


def bench(row: Dossier) -> Bench:
    """Put a row on the bench with its version of the procedure and its agency's calendar."""
    return Bench(
        row=row,
        service=procedures.service_by_digest(row.service_digest),
        calendar=agencies.calendar_of(row.agency_code),
    )


def turn(on: Bench, decision: Decision, *, at: datetime) -> None:
    """Carry a decision out on the row: position, clock, deadline, moments; saves nothing."""
    clock = workflow_rules.turn(on.clock, decision.clock, at)
    reach(on.row, decision, at=at)
    set_clock(on, _held_by_opinions(on, decision, clock, at=at))


def _held_by_opinions(
    on: Bench, decision: Decision, clock: Clock | None, *, at: datetime
) -> Clock | None:
    """Let a clock that would go on stand still again while an opinion that holds it is awaited."""
    if decision.clock.turn not in {Turn.RESUME, Turn.RESTART}:
        return clock
    if not Opinion.objects.filter(dossier=on.row, pauses=True, closed_at=None).exists():
        return clock
    change = ClockChange(Turn.PAUSE, f"{on.service.profile}{OPINION_PAUSE}")
    return workflow_rules.turn(clock, change, at)


def reach(row: Dossier, decision: Decision, *, at: datetime) -> None:
    """Put the row where the decision leads, with the moments it reaches on the way."""
    row.state = decision.position.state.value
    row.step = decision.position.step or ""
    row.revision += 1
    reached = {position.state for position in (*decision.passed, decision.position)}
    if State.ACCEPTED in reached and row.accepted_at is None:
        row.accepted_at = at
    if State.RESOLVED in reached:
        row.resolved_at = at
    if decision.position.state.is_end:
        row.ended_at = at


def set_clock(on: Bench, clock: Clock | None) -> None:
    """Give the row its clock and what that promises."""
    due = workflow_rules.due(clock, on.calendar) if clock else None
    on.row.clock = clock.to_json() if clock else None
    promised = workflow_rules.promised(clock, on.calendar) if clock else None
    on.row.due = lateness.kept(due, promised)
    on.row.due_at = due.at if due else None


def show_in_inbox(on: Bench, *, at: datetime, unread: bool = False) -> None:
    """Bring inbox and lists in line with the dossier; an ended one is in lists only.

    `unread` after what the applicant wrote, whose words search then reads anew.
    """
    row = on.row
    listing.keep(row, on.service, words=unread)
    if row.ended_at is not None:
        InboxRow.objects.filter(dossier=row).delete()
        return
    InboxRow.objects.update_or_create(
        dossier=row, defaults=inbox_fields(on, at=at) | _held(on) | {"unread": unread}
    )


def _held(on: Bench) -> dict[str, object]:
    """Give who has the dossier for the function that it waits for; nobody is an empty name."""
    function = waiting.awaited(on.position, on.service.workflow)
    found = Holding.objects.filter(dossier=on.row, function=function.value).first()
    return {
        "officer_key": found.officer_key if found else None,
        "officer_name": found.officer_name if found else "",
    }


def hold(dossier: int, function: str, *, key: UUID, name: str) -> None:
    """Note who has a dossier for a function. In the caller's transaction."""
    Holding.objects.update_or_create(
        dossier_id=dossier, function=function, defaults={"officer_key": key, "officer_name": name}
    )


def inbox_fields(on: Bench, *, at: datetime) -> dict[str, object]:
    """Give what the inbox shows of a dossier."""
    row = on.row
    return {
        "agency_path": row.agency_path,
        "function": waiting.awaited(on.position, on.service.workflow).value,
        "officer_key": row.officer_key,
        "officer_name": row.officer_name,
        "urgent_at": waiting.urgent_at(
            position=on.position, clock=on.clock, calendar=on.calendar, at=at
        ),
        "code": row.code,
        "applicant_name": row.applicant_name,
        "folded": fold(f"{row.applicant_name} {row.service_name}")[:300],
        "service_code": row.service_code,
        "service_name": row.service_name,
        "state": row.state,
        "step": row.step,
        "channel": row.channel,
        "submitted_at": row.submitted_at,
        "due_at": row.due_at,
    }
