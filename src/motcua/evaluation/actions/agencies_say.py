"""What the agencies that are judged say: declarations, explanations, requests for another look."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.evaluation.actions.reaching import (
    LONGEST_REASON,
    Reached,
    campaign_for,
    criterion_of,
    outdate,
    reason_of,
    subject_for,
    unknown,
)
from motcua.evaluation.actions.running import ask_run
from motcua.evaluation.events import about
from motcua.evaluation.events.judging import (
    CriterionDeclared,
    RepliesFinished,
    ReplyAnswered,
    ReplySent,
)
from motcua.evaluation.events.runs import RetestAsked, RetestDecided
from motcua.evaluation.models import Declaration, Reply, Retest
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.queries.viewing import declaration_view
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.reading_answers import (
    NOTE_LENGTH,
    TYPED_LENGTH,
    read_answer,
    written,
)
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.worksheets import About, DeclarationView, ReplyOutcome, Typed
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence

LONGEST = 8000
"""Letters of an explanation."""


def declare(
    *, code: str, agency: str, criterion: str, typed: Typed, by: Viewer, at: datetime
) -> DeclarationView:
    """Keep what an agency declares of a criterion that is asked of it; evidence is added apart."""
    with transaction.atomic():
        reached = subject_for(Verb.DECLARE, code=code, agency=agency, by=by)
        wanted = criterion_of(set_of(reached.campaign), criterion)
        if wanted.method is not Method.DECLARED:
            raise CampaignRefused(
                "tieu-chi",
                Sentence(
                    f"Tiêu chí {criterion} không do cơ quan kê khai.",
                    f"{criterion} is not declared by agencies.",
                ),
            )
        value, _ = read_answer(wanted, typed)
        row, _ = Declaration.objects.update_or_create(
            subject=reached.subject,
            criterion=criterion,
            defaults={
                "typed": typed.value.replace("\0", "")[:TYPED_LENGTH],
                "value": written(value),
                "applies": typed.applies,
                "note": typed.note.replace("\0", "")[:NOTE_LENGTH],
                "by_name": by.name[:200],
                "at": at,
            },
        )
        outdate(reached.campaign)
        event = CriterionDeclared(
            subject=reached.about,
            agency=agency,
            criterion=criterion,
            value=row.value,
            applies=row.applies,
        )
        record(event=event, by=by.actor, at=at)
    return declaration_view(row, wanted)


def reply(
    *, code: str, agency: str, on: About, about_code: str, text: str, by: Viewer, at: datetime
) -> None:
    """Explain a criterion or a finding (`about_code` is the fact's) before the deadline.

    Said again, the later words hold, until the judges have answered.
    """
    with transaction.atomic():
        reached = subject_for(Verb.REPLY, code=code, agency=agency, by=by)
        _in_time(reached, at)
        words = text.replace("\0", "").strip()
        if not 3 <= len(words) <= LONGEST:
            raise CampaignRefused(
                "giai-trinh",
                Sentence(
                    f"Bạn hãy viết lời giải trình, từ 3 đến {LONGEST} ký tự.",
                    f"Please explain, in 3 to {LONGEST} characters.",
                ),
            )
        _known(reached, on, about_code)
        there = Reply.objects.filter(
            subject=reached.subject, about=on.value, code=about_code
        ).first()
        if there is not None and there.answered_at is not None:
            raise _answered()
        row = there or Reply(subject=reached.subject, about=on.value, code=about_code)
        row.text, row.by_name, row.at = words, by.name[:200], at
        row.save()
        event = ReplySent(subject=reached.about, agency=agency, about=on.value, code=about_code)
        record(event=event, by=by.actor, at=at)


def finish_replies(*, code: str, agency: str, by: Viewer, at: datetime) -> None:
    """Say that the agency has nothing to add, so that nobody need wait for the deadline."""
    with transaction.atomic():
        reached = subject_for(Verb.REPLY, code=code, agency=agency, by=by)
        reached.subject.replied_at = at
        reached.subject.save(update_fields=["replied_at"])
        record(event=RepliesFinished(subject=reached.about, agency=agency), by=by.actor, at=at)


def answer_reply(
    *,
    code: str,
    agency: str,
    on: About,
    about_code: str,
    outcome: ReplyOutcome,
    answer: str,
    by: Viewer,
    at: datetime,
) -> None:
    """Say what the judges make of an explanation, and why; values are put right by `override`."""
    with transaction.atomic():
        reached = subject_for(Verb.ANSWER_REPLY, code=code, agency=agency, by=by)
        _known(reached, on, about_code)
        rows = Reply.objects.select_for_update().filter(subject=reached.subject)
        row = rows.filter(about=on.value, code=about_code).first()
        if row is None:
            raise unknown()
        row.outcome, row.answer = outcome.value, reason_of(answer, field="tra-loi")
        row.answered_by, row.answered_at = by.name[:200], at
        row.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
        event = ReplyAnswered(
            subject=reached.about,
            agency=agency,
            about=on.value,
            code=about_code,
            outcome=outcome.value,
        )
        record(event=event, by=by.actor, at=at)


def ask_retest(*, code: str, agency: str, reason: str, by: Viewer, at: datetime) -> None:
    """Ask for the portal to be looked at again, because something was mended or was wrong."""
    with transaction.atomic():
        reached = subject_for(Verb.ASK_RETEST, code=code, agency=agency, by=by)
        if reached.subject.retests.filter(decided_at=None).exists():
            raise CampaignRefused(
                "ly-do",
                Sentence(
                    "Yêu cầu kiểm tra lại trước đó đang chờ quyết định.",
                    "An earlier request for another look is waiting.",
                ),
            )
        row = Retest.objects.create(
            subject=reached.subject,
            reason=reason_of(reason)[:LONGEST_REASON],
            asked_by=by.name[:200],
            asked_at=at,
        )
        event = RetestAsked(subject=reached.about, agency=agency, reason=row.reason)
        record(event=event, by=by.actor, at=at)


def decide_retest(
    *, code: str, key: UUID, granted: bool, decision: str, by: Viewer, at: datetime
) -> None:
    """Grant another look, which begins at once, or refuse it; either with the reason.

    A published campaign is opened again first (`correct`).
    """
    with transaction.atomic():
        verb = Verb.START_RUNS if granted else Verb.DECIDE_RETEST
        campaign = campaign_for(verb, code=code, by=by)
        row = _waiting_retest(campaign.pk, key)
        row.granted, row.decision = granted, reason_of(decision)
        row.decided_by, row.decided_at = by.name[:200], at
        row.save(update_fields=["granted", "decision", "decided_by", "decided_at"])
        agency = row.subject.agency_code
        if granted:
            ask_run(row.subject, at=at, retest=True)
            outdate(campaign)
        event = RetestDecided(
            subject=about(campaign.code, agency),
            agency=agency,
            granted=granted,
            decision=row.decision,
        )
        record(event=event, by=by.actor, at=at)


def check_reply(reached: Reached, code: str, *, at: datetime) -> None:
    """Refuse files of a reply that comes too late, was answered, or can be about nothing."""
    _in_time(reached, at)
    if Reply.objects.filter(subject=reached.subject, code=code, answered_at__isnull=False).exists():
        raise _answered()
    if code not in set_of(reached.campaign).by_code:
        _known(reached, About.FINDING, code)


def _answered() -> CampaignRefused:
    return CampaignRefused(
        "giai-trinh", Sentence("Giải trình này đã được trả lời.", "This was answered already.")
    )


def _waiting_retest(campaign: int, key: UUID) -> Retest:
    rows = Retest.objects.select_for_update(of=("self",)).select_related("subject")
    row = rows.filter(subject__campaign=campaign, key=key, decided_at=None).first()
    if row is None:
        raise unknown()
    return row


def _in_time(reached: Reached, at: datetime) -> None:
    until = reached.campaign.reply_until
    if reached.campaign.replies_closed_at is None and (until is None or at <= until):
        return
    said = f"{until.astimezone(HANOI):%H:%M %d/%m/%Y}" if until else ""
    raise CampaignRefused(
        "han",
        Sentence(
            f"Thời hạn giải trình đã hết ({said}).", f"The time for replies is over ({said})."
        ),
    )


def _known(reached: Reached, on: About, code: str) -> None:
    if on is About.CRITERION:
        criterion_of(set_of(reached.campaign), code)
        return
    score = getattr(reached.subject, "score", None)
    told = score.document.get("findings", []) if score else []
    if not any(one["fact"] == code for one in told):
        raise CampaignRefused(
            "giai-trinh",
            Sentence("Không có lỗi này trong kết quả.", "The result holds no such finding."),
        )
