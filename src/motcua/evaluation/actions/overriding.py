"""Putting a value in the place of what was found, with a reason; leaving criteria open."""

from datetime import datetime

from django.db import transaction

from motcua.evaluation.actions.reaching import (
    criterion_of,
    outdate,
    reason_of,
    subject_for,
    unknown,
)
from motcua.evaluation.events.judging import CriterionOverridden, LeftOpen, OverrideLifted
from motcua.evaluation.models import Override
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.reading_answers import read_answer, written
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Typed
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence


def override(
    *, code: str, agency: str, criterion: str, typed: Typed, by: Viewer, at: datetime
) -> None:
    """Put another value in place; `typed.note` is the reason, which is published with it."""
    with transaction.atomic():
        reached = subject_for(Verb.OVERRIDE, code=code, agency=agency, by=by)
        wanted = criterion_of(set_of(reached.campaign), criterion)
        value, problem = read_answer(wanted, typed)
        if problem is not None or (typed.applies and value is None):
            none = Sentence("Bạn hãy cho giá trị mới.", "Give the new value.")
            raise CampaignRefused("gia-tri", problem or none)
        words = reason_of(typed.note)
        _lift(reached.subject.pk, criterion, by=by, at=at)
        Override.objects.create(
            subject=reached.subject,
            criterion=criterion,
            value=written(value),
            applies=typed.applies,
            reason=words,
            by_key=by.key,
            by_name=by.name[:200],
            at=at,
        )
        outdate(reached.campaign)
        event = CriterionOverridden(
            subject=reached.about,
            agency=agency,
            criterion=criterion,
            value=written(value),
            applies=typed.applies,
            reason=words,
        )
        record(event=event, by=by.actor, at=at)


def lift_override(
    *, code: str, agency: str, criterion: str, reason: str, by: Viewer, at: datetime
) -> None:
    """Let what was found hold again."""
    with transaction.atomic():
        reached = subject_for(Verb.OVERRIDE, code=code, agency=agency, by=by)
        words = reason_of(reason)
        criterion_of(set_of(reached.campaign), criterion)
        if not _lift(reached.subject.pk, criterion, by=by, at=at):
            raise unknown()
        outdate(reached.campaign)
        event = OverrideLifted(
            subject=reached.about, agency=agency, criterion=criterion, reason=words
        )
        record(event=event, by=by.actor, at=at)


def leave_open(*, code: str, agency: str, reason: str, by: Viewer, at: datetime) -> None:
    """Let a portal be published although criteria of it stay open; the reason is published."""
    with transaction.atomic():
        reached = subject_for(Verb.OVERRIDE, code=code, agency=agency, by=by)
        reached.subject.open_reason = reason_of(reason)
        reached.subject.open_by = by.name[:200]
        reached.subject.save(update_fields=["open_reason", "open_by"])
        event = LeftOpen(subject=reached.about, agency=agency, reason=reached.subject.open_reason)
        record(event=event, by=by.actor, at=at)


def _lift(subject: int, criterion: str, *, by: Viewer, at: datetime) -> int:
    rows = Override.objects.filter(subject=subject, criterion=criterion, lifted_at=None)
    return rows.update(lifted_at=at, lifted_by=by.name[:200])
