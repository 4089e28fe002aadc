"""Reading worksheets, differences, overrides, declarations, files: each to whom it concerns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motcua.evaluation.models import (
    Answer,
    Assignment,
    Campaign,
    Declaration,
    EvidenceFile,
    Override,
    Reconciliation,
    Run,
    Subject,
    store,
)
from motcua.evaluation.queries.campaign_sets import asked, set_of
from motcua.evaluation.queries.campaigns import reached, subject_of
from motcua.evaluation.queries.viewing import (
    answer_view,
    campaign_view,
    declaration_view,
    evidence_view,
    settled,
    stands_at,
    subject_view,
)
from motcua.evaluation.rules import moving, permitting
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import See, Stand
from motcua.evaluation.values.campaigns import CampaignState, CampaignView, Seat, SubjectView
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.worksheets import (
    DeclarationSheet,
    DeclarationView,
    Difference,
    EvidenceView,
    OverrideView,
    Side,
    Worksheet,
    WorksheetRow,
)
from motcua.identity.values import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A worksheet in the list of its evaluator."""

    campaign: CampaignView
    subject: SubjectView
    seat: Seat
    answered: int
    finished: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept: its name, type and bytes."""

    name: str
    media_type: str
    content: bytes


def own_worksheets(*, viewer: Viewer) -> tuple[SheetLine, ...]:
    """Give the worksheets of the viewer in campaigns that are open, those to be done first."""
    if viewer.key is None or not viewer.paths(*permitting.JUDGES):
        return ()
    rows = (
        Assignment.objects.filter(
            evaluator=viewer.key, subject__campaign__state=CampaignState.OPEN.value
        )
        .select_related("subject__campaign")
        .prefetch_related("answers")
        .order_by("subject__campaign__last_day", "subject__agency_code")
    )
    lines = (
        SheetLine(
            campaign=campaign_view(row.subject.campaign),
            subject=subject_view(row.subject),
            seat=Seat(row.seat),
            answered=sum(bool(one.value) or not one.applies for one in row.answers.all()),
            finished=row.finished_at is not None,
        )
        for row in rows
    )
    return tuple(sorted(lines, key=lambda line: line.finished))


def worksheet(*, viewer: Viewer, code: str, agency: str) -> Worksheet | None:
    """Give the viewer's own sheet of a portal. Nobody sees another's before both are finished."""
    campaign = reached(viewer, code)
    subject = subject_of(campaign, agency) if campaign else None
    if campaign is None or subject is None:
        return None
    held = stands_at(viewer, subject, campaign)
    sheets = {one.evaluator: one for one in subject.assignments.all()}
    own = sheets.get(viewer.key) if viewer.key else None
    if own is None or not permitting.may(See.WORKSHEET, held):
        return None
    others = [one for one in sheets.values() if one.pk != own.pk]
    open_now = moving.can(Verb.ANSWER, CampaignState(campaign.state))
    return Worksheet(
        campaign=campaign_view(campaign),
        subject=subject_view(subject),
        seat=Seat(own.seat),
        evaluator=own.evaluator,
        name=own.evaluator_name,
        rows=_rows(campaign, subject, own),
        finished_at=own.finished_at,
        other_finished=all(one.finished_at is not None for one in others),
        may_change=open_now and own.finished_at is None,
    )


def differences(
    *, viewer: Viewer, code: str, agency: str = "", settled_too: bool = True
) -> tuple[Difference, ...]:
    """Give where both evaluators of a portal are finished and differ, by portal and criterion.

    To whoever leads the campaign: every portal; to its evaluators: their own.
    """
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    subjects = {
        row.pk: row
        for row in campaign.subjects.prefetch_related("assignments").order_by("agency_code")
        if (not agency or row.agency_code == agency)
        and permitting.may(See.DIFFERENCES, stands_at(viewer, row, campaign))
    }
    answers = _finished_answers(subjects)
    rows = Reconciliation.objects.filter(subject__in=subjects)
    agreed = {(row.subject_id, row.criterion): settled(row) for row in rows}
    found: list[Difference] = []
    for pk, subject in subjects.items():
        for criterion in asked(set_of(campaign), Method.MANUAL):
            seats = answers.get((pk, criterion.code), {})
            if len(seats) < len(Seat):
                continue
            first, second = seats[Seat.FIRST.value], seats[Seat.SECOND.value]
            what = agreed.get((pk, criterion.code))
            if _same(first, second) or (what is not None and not settled_too):
                continue
            found.append(
                Difference(
                    subject=subject_view(subject),
                    criterion=criterion,
                    first=answer_view(first, criterion),
                    second=answer_view(second, criterion),
                    agreed=what,
                )
            )
    return tuple(found)


def overrides(*, viewer: Viewer, code: str, agency: str = "") -> tuple[OverrideView, ...]:
    """Give what was put in the place of findings, lifted ones too, to whoever leads."""
    campaign = reached(viewer, code)
    if campaign is None or Stand.LEADER not in permitting.stands(viewer, campaign):
        return ()
    rows = Override.objects.filter(subject__campaign=campaign).select_related("subject")
    if agency:
        rows = rows.filter(subject__agency_code=agency.replace("\0", ""))
    return tuple(
        OverrideView(
            subject=subject_view(row.subject),
            criterion=row.criterion,
            settled=settled(row),
            lifted_by=row.lifted_by,
            lifted_at=row.lifted_at,
        )
        for row in rows.order_by("subject__agency_code", "criterion", "at", "pk")
    )


def declaration_sheet(*, viewer: Viewer, code: str, agency: str) -> DeclarationSheet | None:
    """Give what an agency is asked to declare, to its head and to whoever judges it."""
    campaign = reached(viewer, code)
    subject = subject_of(campaign, agency) if campaign else None
    if campaign is None or subject is None:
        return None
    held = stands_at(viewer, subject, campaign)
    if not held:
        return None
    told = _declarations(campaign, subject)
    return DeclarationSheet(
        campaign=campaign_view(campaign),
        subject=subject_view(subject),
        rows=tuple((one, told.get(one.code)) for one in asked(set_of(campaign), Method.DECLARED)),
        may_change=permitting.may(Verb.DECLARE, held)
        and moving.can(Verb.DECLARE, CampaignState(campaign.state)),
    )


def evidence_file(*, viewer: Viewer, code: str, agency: str, digest: str) -> Kept | None:
    """Give a file that somebody added, to whom it concerns.

    Leaders and the portal's evaluators see all of both sides once both have finished, before that
    their own; the agency its own.
    """
    campaign = reached(viewer, code)
    subject = subject_of(campaign, agency) if campaign else None
    if campaign is None or subject is None:
        return None
    sides = _sides(viewer, subject, campaign)
    rows = EvidenceFile.objects.filter(
        subject=subject, side__in=sides, digest=digest.replace("\0", "")
    )
    row = rows.order_by("pk").first()
    if row is None:
        return None
    try:
        return Kept(row.name, row.media_type, store.kept(row.digest))
    except store.EvidenceGone:
        return None


def run_evidence(*, viewer: Viewer, code: str, agency: str, digest: str) -> Kept | None:
    """Give what an automatic look kept (a picture, the audit itself), before it is published."""
    campaign = reached(viewer, code)
    subject = subject_of(campaign, agency) if campaign else None
    if campaign is None or subject is None:
        return None
    held = stands_at(viewer, subject, campaign)
    state = CampaignState(campaign.state)
    if not (held - {Stand.HEAD} or permitting.may_see_results(state, held)):
        return None
    for run in Run.objects.filter(subject=subject).order_by("-number"):
        kept = {one["digest"]: one for one in run.evidence}
        if digest == run.audit_digest or digest in kept:
            media_type = kept.get(digest, {}).get("type", "application/json")
            try:
                return Kept(digest, str(media_type), store.kept(digest))
            except store.EvidenceGone:
                return None
    return None


def _sides(viewer: Viewer, subject: Subject, campaign: Campaign) -> list[str]:
    held = stands_at(viewer, subject, campaign)
    sheets = list(subject.assignments.all())
    finished = all(one.finished_at is not None for one in sheets)
    judges = bool(held - {Stand.HEAD})
    sides = {one.seat for one in sheets if one.evaluator == viewer.key and judges}
    if judges and finished:
        sides |= {Side.FIRST.value, Side.SECOND.value}
    if held:
        sides |= {Side.DECLARED.value, Side.REPLY.value}
    return sorted(sides)


def _rows(campaign: Campaign, subject: Subject, own: Assignment) -> tuple[WorksheetRow, ...]:
    answers = {row.criterion: row for row in own.answers.all()}
    files: dict[str, list[EvidenceView]] = defaultdict(list)
    for row in EvidenceFile.objects.filter(subject=subject, side=own.seat).order_by("pk"):
        files[row.criterion].append(evidence_view(row))
    return tuple(
        WorksheetRow(
            criterion=one,
            answer=answer_view(answers[one.code], one) if one.code in answers else None,
            evidence=tuple(files.get(one.code, ())),
        )
        for one in asked(set_of(campaign), Method.MANUAL)
    )


def _declarations(campaign: Campaign, subject: Subject) -> Mapping[str, DeclarationView]:
    known = set_of(campaign).by_code
    files: dict[str, list[EvidenceFile]] = defaultdict(list)
    kept = EvidenceFile.objects.filter(subject=subject, side=Side.DECLARED.value)
    for row in kept.order_by("pk"):
        files[row.criterion].append(row)
    return {
        row.criterion: declaration_view(
            row, known[row.criterion], files=files.get(row.criterion, ())
        )
        for row in Declaration.objects.filter(subject=subject)
        if row.criterion in known
    }


def _finished_answers(subjects: Iterable[int]) -> Mapping[tuple[int, str], dict[str, Answer]]:
    rows = Answer.objects.filter(
        assignment__subject__in=list(subjects), assignment__finished_at__isnull=False
    ).select_related("assignment")
    found: dict[tuple[int, str], dict[str, Answer]] = defaultdict(dict)
    for row in rows:
        found[row.assignment.subject_id, row.criterion][row.assignment.seat] = row
    return found


def _same(first: Answer, second: Answer) -> bool:
    return (first.value, first.applies) == (second.value, second.applies)
