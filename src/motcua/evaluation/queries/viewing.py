"""Making values of the rows of campaigns."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from motcua.evaluation.models import (
    Answer,
    Assignment,
    Campaign,
    Declaration,
    EvidenceFile,
    Reply,
    Retest,
    Run,
    Subject,
)
from motcua.evaluation.models.judging import Settlement
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.rules.reading_answers import kept, read_answer
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.campaigns import (
    CampaignKind,
    CampaignState,
    CampaignView,
    Lead,
    RunState,
    RunView,
    Seat,
    SubjectView,
)
from motcua.evaluation.values.criteria import Criterion
from motcua.evaluation.values.worksheets import (
    About,
    AnswerView,
    DeclarationView,
    EvidenceView,
    ReplyOutcome,
    ReplyView,
    RetestView,
    Scanned,
    Settled,
    Typed,
)
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League


def campaign_view(row: Campaign, *, subjects: int = 0) -> CampaignView:
    """Give a campaign as everybody reads it."""
    return CampaignView(
        key=row.key,
        code=row.code,
        title=Sentence(row.title_vi, row.title_en),
        kind=CampaignKind(row.kind),
        lead=Lead(row.lead),
        state=CampaignState(row.state),
        criteria_set=row.criteria_set,
        criteria_digest=row.criteria_digest,
        agency=row.agency_code,
        agency_path=row.agency_path,
        first_day=row.first_day,
        last_day=row.last_day,
        figures_from=row.figures_from,
        figures_to=row.figures_to,
        seats=row.seats,
        manner=manner_of(row.manner),
        synthetic=row.synthetic,
        created_by=row.created_by,
        created_at=row.created_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        reply_until=row.reply_until,
        replies_closed_at=row.replies_closed_at,
        computed_at=row.computed_at,
        published_at=row.published_at,
        reason=row.reason,
        subjects=subjects,
    )


def manner_of(kept_manner: Mapping[str, Any]) -> Manner:
    """Give how runs go about, of what is kept of it."""
    told = dict(kept_manner)
    for name in ("seeds", "areas"):
        told[name] = tuple(told.get(name, ()))
    return Manner(**told)


def subject_view(row: Subject) -> SubjectView:
    """Give a portal of a campaign."""
    return SubjectView(
        agency=row.agency_code,
        name=row.agency_name,
        path=row.agency_path,
        league=League(row.league),
        address=row.address,
        others=tuple(row.others),
        contact=row.contact,
        replied_at=row.replied_at,
        open_reason=row.open_reason,
    )


def run_view(row: Run) -> RunView:
    """Give a run."""
    return RunView(
        key=row.key,
        number=row.number,
        url=row.url,
        state=RunState(row.state),
        attempts=row.attempts,
        asked_at=row.asked_at,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        seen_at=row.seen_at,
        pages=row.pages,
        problem=Sentence(row.problem_vi, row.problem_en) if row.problem_vi else None,
        audit_digest=row.audit_digest,
        retest=row.retest,
    )


def answer_view(row: Answer, criterion: Criterion) -> AnswerView:
    """Give an answer, with what hinders reading it."""
    typed = Typed(value=row.typed, applies=row.applies, note=row.note)
    return AnswerView(
        typed=typed,
        value=kept(row.value),
        problem=read_answer(criterion, typed)[1],
        saved_at=row.saved_at,
    )


def evidence_view(row: EvidenceFile) -> EvidenceView:
    """Give a file that is kept."""
    return EvidenceView(
        digest=row.digest,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        scanned=Scanned(row.scanned),
        added_by=row.added_by,
        added_at=row.added_at,
    )


def settled(row: Settlement) -> Settled:
    """Give a value that somebody put in place."""
    return Settled(
        value=kept(row.value), applies=row.applies, reason=row.reason, by=row.by_name, at=row.at
    )


def declaration_view(
    row: Declaration, criterion: Criterion, files: Iterable[EvidenceFile] = ()
) -> DeclarationView:
    """Give what an agency declared."""
    typed = Typed(value=row.typed, applies=row.applies, note=row.note)
    return DeclarationView(
        criterion=row.criterion,
        typed=typed,
        value=kept(row.value),
        problem=read_answer(criterion, typed)[1],
        by=row.by_name,
        at=row.at,
        evidence=tuple(evidence_view(one) for one in files),
    )


def reply_view(row: Reply, *, agency: str, files: Iterable[EvidenceFile] = ()) -> ReplyView:
    """Give an agency's explanation."""
    return ReplyView(
        agency=agency,
        about=About(row.about),
        code=row.code,
        text=row.text,
        by=row.by_name,
        at=row.at,
        evidence=tuple(evidence_view(one) for one in files),
        outcome=ReplyOutcome(row.outcome) if row.outcome else None,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
    )


def retest_view(row: Retest, *, agency: str) -> RetestView:
    """Give a request for another look."""
    return RetestView(
        key=row.key,
        agency=agency,
        reason=row.reason,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        granted=row.granted,
        decision=row.decision,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


def seats_of(rows: Iterable[Assignment]) -> Mapping[Seat, UUID]:
    """Give who sits where."""
    return {Seat(row.seat): row.evaluator for row in rows}


def stands_at(viewer: Viewer, subject: Subject, campaign: Campaign) -> frozenset[Stand]:
    """Tell how somebody stands to a portal whose assignments were read with it."""
    return permitting.stands(
        viewer,
        campaign,
        path=subject.agency_path,
        seats=seats_of(subject.assignments.all()),
    )
