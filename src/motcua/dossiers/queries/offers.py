"""Which buttons a viewer has on a dossier: the same rule that the POST asks."""

from dataclasses import replace
from datetime import datetime

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier
from motcua.dossiers.values import Channel
from motcua.kernel.calendar import Duration, Unit, WorkingCalendar
from motcua.procedures import queries as procedures
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import (
    Clock,
    ClockKind,
    Facts,
    Function,
    Offer,
    Position,
    State,
)

_TO_BE_CHOSEN = Duration(1, Unit.WORKING_DAY)


def facts_about(
    row: Dossier,
    *,
    unpaid: int,
    at: datetime,
    reason: str = "",
    alternative: str | None = None,
) -> Facts:
    """Gather what the guards look at."""
    calendar = agencies.calendar_of(row.agency_code)
    clock = Clock.from_json(row.clock) if row.clock else None
    answer_by = _answer_by(row, clock, calendar)
    announce_by = _announce_by(row, clock, calendar)
    return Facts(
        supplements=row.supplements,
        extensions=row.extensions,
        reason=reason or None,
        unpaid=unpaid,
        result_ready=row.result is not None,
        reply_time_over=answer_by is not None and answer_by < at,
        decided=row.result_key is not None,
        alternative=alternative,
        overdue=row.due_at is not None and row.due_at < at,
        notice_passed=announce_by is not None and announce_by < at,
        case=row.case_code,
        online=Channel(row.channel).is_online,
    )


def _answer_by(row: Dossier, clock: Clock | None, calendar: WorkingCalendar) -> datetime | None:
    """Give by when the applicant must answer or pay; paying has its time though the clock runs."""
    if clock is None:
        return None
    reply = workflow_rules.reply_due(clock, calendar)
    if reply is None and row.state == State.PAYMENT_DUE.value:
        asked = row.payment_requests.filter(paid_at=None).order_by("pk").last()
        return asked.pay_by if asked else None
    return reply.at if reply else None


def _announce_by(row: Dossier, clock: Clock | None, calendar: WorkingCalendar) -> datetime | None:
    if clock is None or clock.stopped_at or clock.kind is not ClockKind.SETTLEMENT:
        return None
    profile = procedures.service_by_digest(row.service_digest).workflow.profile
    return workflow_rules.notice_by(clock, profile.extension_notice, calendar)


def offers_for(
    row: Dossier,
    *,
    functions: frozenset[Function],
    unpaid: int,
    at: datetime,
    recall_to: Position | None = None,
) -> tuple[Offer, ...]:
    """List the moves these functions may make now, with why one must wait.

    The new date of an extension is still to be chosen, so it is no reason to wait. `recall_to`:
    where this viewer's last step came from, if they may take it back.
    """
    if not functions:
        return ()
    definition = procedures.service_by_digest(row.service_digest).workflow
    facts = facts_about(row, unpaid=unpaid, at=at)
    return workflow_rules.offered(
        definition=definition,
        position=Position(State(row.state), row.step or None),
        functions=functions,
        facts=replace(facts, extended=_TO_BE_CHOSEN, recall_to=recall_to),
    )
