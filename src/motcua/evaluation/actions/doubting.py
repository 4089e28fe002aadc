"""Doubting what a machine, an agency or a figure says of a portal."""

from datetime import datetime

from django.db import transaction

from motcua.evaluation.actions.reaching import criterion_of, reason_of, subject_for, unknown
from motcua.evaluation.events.judging import CriterionDoubted
from motcua.evaluation.models import Doubt
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import Method
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence


def doubt(*, code: str, agency: str, criterion: str, reason: str, by: Viewer, at: datetime) -> None:
    """Ask whoever leads to look again at a value that no evaluator gave; said again, it holds."""
    with transaction.atomic():
        reached = subject_for(Verb.DOUBT, code=code, agency=agency, by=by)
        if criterion_of(set_of(reached.campaign), criterion).method is Method.MANUAL:
            raise CampaignRefused(
                "tieu-chi",
                Sentence(
                    f"Tiêu chí {criterion} do bạn chấm; bạn sửa ngay trong phiếu.",
                    f"You judge {criterion} yourself; change it on your sheet.",
                ),
            )
        if by.key is None:
            raise unknown()
        words = reason_of(reason)
        Doubt.objects.update_or_create(
            subject=reached.subject,
            criterion=criterion,
            by_key=by.key,
            defaults={"reason": words, "by_name": by.name[:200], "at": at},
        )
        event = CriterionDoubted(
            subject=reached.about, agency=agency, criterion=criterion, reason=words
        )
        record(event=event, by=by.actor, at=at)
