"""Whom a dossier waits for, and until when."""

from datetime import datetime, timedelta

from motcua.kernel.calendar import WorkingCalendar
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Clock, Function, Position, State, WorkflowDefinition

RETURN_WITHIN = timedelta(days=30)
"""A signed result that nobody has fetched stays urgent behind everything that has a deadline."""

_ANSWERS = {
    State.SUBMITTED: Function.RECEPTION,
    State.SUPPLEMENT: Function.APPLICANT,
    State.PAYMENT_DUE: Function.FINANCE,
    State.WITHDRAW_REQUESTED: Function.RECEPTION,
}


def awaited(position: Position, definition: WorkflowDefinition) -> Function:
    """Name the function that has the dossier now."""
    known = _ANSWERS.get(position.state)
    if known is not None:
        return known
    step = definition.step(position.step)
    return step.function if step else Function.RECEPTION


def urgent_at(
    *, position: Position, clock: Clock | None, calendar: WorkingCalendar, at: datetime
) -> datetime:
    """Give the moment by which somebody must have acted: officer, or applicant while paused."""
    if clock is None or position.state is State.RESOLVED:
        return at + RETURN_WITHIN
    promised = (
        workflow_rules.reply_due(clock, calendar)
        if clock.paused
        else workflow_rules.due(clock, calendar)
    )
    return promised.at if promised else at + RETURN_WITHIN
