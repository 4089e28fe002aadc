"""Clocks: what a move does to them, how they turn, and when what they promise is due."""

from dataclasses import replace
from datetime import datetime

from motcua.kernel.calendar import Due, WorkingCalendar
from motcua.kernel.calendar import Pause as CalendarPause
from motcua.workflow.rules.states import Transition
from motcua.workflow.values import (
    Clock,
    ClockChange,
    ClockKind,
    Facts,
    Limit,
    Move,
    Pause,
    PaymentRule,
    Profile,
    Step,
    SupplementRule,
    Turn,
    WorkflowDefinition,
)


def change_for(row: Transition, *, definition: WorkflowDefinition, facts: Facts) -> ClockChange:
    """Give the clock change a row of the table means under this definition's profile."""
    profile = definition.profile
    rule = f"{profile.code}:{row.move.value}"
    if row.turn is Turn.START:
        if row.move is Move.SUBMIT:
            return intake_change(profile)
        return _settlement(definition.limit_for(facts.case, online=facts.online), profile)
    if row.turn is Turn.PAUSE and row.move is Move.REQUEST_SUPPLEMENT:
        return ClockChange(Turn.PAUSE, f"{rule}:{profile.supplement.value}", reply=profile.reply)
    if row.turn is Turn.RESUME and row.move is Move.SUPPLEMENT:
        restarts = profile.supplement is SupplementRule.RESTART
        turn = Turn.RESTART if restarts else Turn.RESUME
        return ClockChange(turn, f"{rule}:{profile.supplement.value}")
    if row.turn is Turn.EXTEND:
        return _extension(rule, definition=definition, facts=facts)
    if row.move in {Move.REQUEST_PAYMENT, Move.CONFIRM_PAYMENT}:
        return _payment(row.turn, f"{rule}:{profile.payment.value}", profile)
    return ClockChange(row.turn, rule)


def _extension(rule: str, *, definition: WorkflowDefinition, facts: Facts) -> ClockChange:
    other = definition.alternative(facts.alternative)
    if other is None:
        return ClockChange(Turn.EXTEND, f"{rule}:date", limit=facts.extended)
    return ClockChange(
        Turn.EXTEND, f"{rule}:{other.code}", limit=other.duration, cutoff=other.cutoff
    )


def _payment(turn: Turn, rule: str, profile: Profile) -> ClockChange:
    if profile.payment is PaymentRule.RUN:
        return ClockChange(Turn.KEEP, rule)
    return ClockChange(turn, rule, reply=profile.pay_within if turn is Turn.PAUSE else None)


def intake_change(profile: Profile) -> ClockChange:
    """Start the desk's own clock: an alert, then a decision, counted in working hours."""
    return ClockChange(
        Turn.START,
        f"{profile.code}:intake",
        kind=ClockKind.INTAKE,
        limit=profile.intake_limit,
        alert=profile.intake_alert,
    )


def _settlement(limit: Limit, profile: Profile) -> ClockChange:
    return ClockChange(
        Turn.START,
        f"{profile.code}:{limit.code}",
        kind=ClockKind.SETTLEMENT,
        limit=limit.duration,
        cutoff=limit.cutoff or profile.after_hours,
    )


def turn(clock: Clock | None, change: ClockChange, at: datetime) -> Clock | None:
    """Turn the clock as `change` says at `at` (aware UTC); unchanged where it does not apply.

    A clock that is stopped stays as it is until another is started. One that stands still for
    another body stands still for the applicant as soon as they are given time to answer.
    """
    if change.turn is Turn.START:
        return _start(change, at)
    if clock is None or clock.stopped_at or change.turn is Turn.KEEP:
        return clock
    if change.turn is Turn.STOP:
        return replace(clock, pauses=_ended(clock, at, change), stopped_at=at)
    if change.turn is Turn.EXTEND:
        return replace(
            clock,
            limit=change.limit or clock.limit,
            cutoff=change.cutoff or clock.cutoff,
            rule=change.rule,
            first_limit=clock.first_limit or clock.limit,
            first_cutoff=clock.first_cutoff if clock.first_limit else clock.cutoff,
        )
    if change.turn is Turn.PAUSE:
        if clock.paused:
            if change.reply is None or clock.pauses[-1].reply is not None:
                return clock
            waited = replace(clock.pauses[-1], ended_at=at)
            clock = replace(clock, pauses=(*clock.pauses[:-1], waited))
        pause = Pause(at, reply=change.reply, rule=change.rule)
        return replace(clock, pauses=(*clock.pauses, pause))
    return replace(
        clock,
        pauses=_ended(clock, at, change),
        limit=change.limit or clock.limit,
        cutoff=change.cutoff or clock.cutoff,
        first_limit=None if change.limit else clock.first_limit,
    )


def _start(change: ClockChange, at: datetime) -> Clock:
    if change.limit is None:
        raise ValueError("a clock starts with a limit")
    return Clock(
        kind=change.kind,
        limit=change.limit,
        started_at=at,
        cutoff=change.cutoff,
        alert=change.alert,
        rule=change.rule,
    )


def _ended(clock: Clock, at: datetime, change: ClockChange) -> tuple[Pause, ...]:
    if not clock.paused:
        return clock.pauses
    last = replace(
        clock.pauses[-1],
        ended_at=at,
        restarts=change.turn is Turn.RESTART,
        rule=change.rule,
    )
    return (*clock.pauses[:-1], last)


def due(clock: Clock, calendar: WorkingCalendar) -> Due | None:
    """When the authority owes its answer; None while the clock waits for somebody else.

    A pause does not count, unless the limit was over before it. A restart counts the whole limit
    again from the moment the dossier was complete.
    """
    if clock.paused:
        return None
    start, pauses = clock.started_at, list[CalendarPause]()
    for pause in clock.pauses:
        if pause.ended_at is None:
            break
        if pause.restarts:
            start, pauses = pause.ended_at, []
        else:
            pauses.append(CalendarPause(pause.began_at, pause.ended_at))
    return calendar.due(start, clock.limit, cutoff=clock.cutoff, pauses=pauses)


def alert_due(clock: Clock, calendar: WorkingCalendar) -> Due | None:
    """When the desk is reminded of a dossier nobody has looked at; None when nothing is to come."""
    if clock.alert is None or clock.paused or clock.stopped_at:
        return None
    return calendar.due(clock.started_at, clock.alert)


def reply_due(clock: Clock, calendar: WorkingCalendar) -> Due | None:
    """When the applicant's time to answer is over; None while nobody waits for them."""
    if not clock.paused or clock.pauses[-1].reply is None:
        return None
    return calendar.due(clock.pauses[-1].began_at, clock.pauses[-1].reply)


def step_due(step: Step, started_at: datetime, calendar: WorkingCalendar) -> Due | None:
    """When the budget of a step is used up; None for a step without one."""
    if step.budget.amount == 0:
        return None
    return calendar.due(started_at, step.budget)


def overdue(clock: Clock, calendar: WorkingCalendar, at: datetime) -> bool:
    """Whether the promise is broken at `at`, or was when the clock stopped."""
    promised = due(clock, calendar)
    return promised is not None and promised.at < (clock.stopped_at or at)
