"""Which buttons a viewer has on a dossier: the same rule that the POST asks."""

from datetime import datetime

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier
from motcua.dossiers.values import Channel
from motcua.procedures import queries as procedures
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Clock, Facts, Function, Offer, Position, State


def facts_about(
    row: Dossier,
    *,
    unpaid: int,
    at: datetime,
    reason: str = "",
    alternative: str | None = None,
) -> Facts:
    """Gather what the guards look at."""
    clock = Clock.from_json(row.clock) if row.clock else None
    reply = (
        workflow_rules.reply_due(clock, agencies.calendar_of(row.agency_code)) if clock else None
    )
    return Facts(
        supplements=row.supplements,
        extensions=row.extensions,
        reason=reason or None,
        unpaid=unpaid,
        result_ready=row.result is not None,
        reply_time_over=reply is not None and reply.at < at,
        decided=row.result_key is not None,
        alternative=alternative,
        case=row.case_code,
        online=Channel(row.channel).is_online,
    )


def offers_for(
    row: Dossier, *, functions: frozenset[Function], unpaid: int, at: datetime
) -> tuple[Offer, ...]:
    """List the moves these functions may make now, with why one must wait.

    The ground of an extension is still to be chosen, so it is no reason to wait.
    """
    if not functions:
        return ()
    definition = procedures.service_by_digest(row.service_digest).workflow
    ground = definition.alternatives[0].code if definition.alternatives else None
    return workflow_rules.offered(
        definition=definition,
        position=Position(State(row.state), row.step or None),
        functions=functions,
        facts=facts_about(row, unpaid=unpaid, at=at, alternative=ground),
    )
