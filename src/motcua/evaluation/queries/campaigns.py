"""Reading campaigns: those that concern the viewer, and how each stands."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from motcua.evaluation.models import (
    Answer,
    Assignment,
    Campaign,
    Declaration,
    Reply,
    Retest,
    Run,
    Subject,
    UsabilitySession,
)
from motcua.evaluation.queries import hindrances
from motcua.evaluation.queries.campaign_sets import asked, set_of
from motcua.evaluation.queries.viewing import campaign_view, run_view, stands_at, subject_view
from motcua.evaluation.rules import moving, permitting
from motcua.evaluation.rules.judging.scales import shown
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import LEADING, See, Stand
from motcua.evaluation.values.campaigns import (
    Board,
    CampaignRefused,
    CampaignState,
    CampaignView,
    Seat,
    SeatProgress,
    SubjectProgress,
    SubjectView,
)
from motcua.evaluation.values.criteria import Method
from motcua.identity import queries as identity
from motcua.identity.values import AccountView, Role, Viewer
from motcua.kernel.words import Sentence

MOST = 200


def campaigns(*, viewer: Viewer) -> tuple[CampaignView, ...]:
    """Give the campaigns that concern the viewer, the latest first (at most 200)."""
    rows = _visible(viewer).annotate(n=Count("subjects", distinct=True))
    return tuple(
        campaign_view(row, subjects=row.n) for row in rows.order_by("-created_at", "-pk")[:MOST]
    )


def campaign(*, viewer: Viewer, code: str) -> CampaignView | None:
    """Give one campaign to somebody whom it concerns."""
    row = reached(viewer, code)
    return campaign_view(row, subjects=row.subjects.count()) if row else None


def portals(*, viewer: Viewer, code: str) -> tuple[tuple[SubjectView, frozenset[Stand]], ...]:
    """Give the portals of a campaign that concern the viewer, and how the viewer stands to each."""
    row = reached(viewer, code)
    if row is None:
        return ()
    rows = row.subjects.prefetch_related("assignments").order_by("league", "agency_code")
    found = ((one, stands_at(viewer, one, row)) for one in rows)
    return tuple((subject_view(one), held) for one, held in found if held)


def board(*, viewer: Viewer, code: str, at: datetime) -> Board | None:
    """Give a campaign with how each portal stands, to whoever leads it.

    `hindrances` are those of the next step; `verbs` what the viewer may do with it now.
    """
    row = reached(viewer, code)
    if row is None or not permitting.may(See.BOARD, permitting.stands(viewer, row)):
        return None
    subjects = list(
        row.subjects.select_related("score")
        .defer("score__document")
        .prefetch_related(
            Prefetch("assignments", Assignment.objects.order_by("seat")),
            Prefetch("runs", Run.objects.order_by("-number").defer("evidence")),
        )
        .order_by("league", "agency_code")
    )
    counts = _Counts(row)
    return Board(
        campaign=campaign_view(row, subjects=len(subjects)),
        rows=tuple(_progress(one, counts) for one in subjects),
        hindrances=_next_hindrances(row, at),
        verbs=tuple(verb.value for verb in verbs(row, viewer)),
    )


def verbs(row: Campaign, viewer: Viewer) -> tuple[Verb, ...]:
    """Give what the viewer may do with a campaign as a whole now."""
    held, state = permitting.stands(viewer, row), CampaignState(row.state)
    return tuple(verb for verb in Verb if permitting.may(verb, held) and moving.can(verb, state))


def evaluators(*, viewer: Viewer, code: str, at: datetime) -> tuple[AccountView, ...]:
    """Give the people whom whoever leads a campaign can ask to evaluate, by name."""
    row = reached(viewer, code)
    if row is None or not permitting.may(Verb.ASSIGN, permitting.stands(viewer, row)):
        return ()
    role = next(role for lead, role in LEADING.items() if lead.value == row.lead)
    return identity.officers_at(row.agency_path, role, at=at)


def reached(viewer: Viewer, code: str) -> Campaign | None:
    """Give the row of a campaign that concerns the viewer."""
    return None if "\0" in code else _visible(viewer).filter(code=code).first()


def subject_of(row: Campaign, agency: str) -> Subject | None:
    """Give the row of a portal, with its assignments."""
    if "\0" in agency:
        return None
    rows = row.subjects.prefetch_related("assignments")
    return rows.filter(agency_code=agency).first()


def _visible(viewer: Viewer) -> QuerySet[Campaign]:
    """Give what the viewer leads, evaluates in, or is head of a portal of (once it is open)."""
    mine = Q(pk__in=[])
    for lead, role in LEADING.items():
        for path in viewer.paths(role):
            mine |= Q(lead=lead.value, agency_path__startswith=path)
    if viewer.key is not None and viewer.paths(*permitting.JUDGES):
        sits = Assignment.objects.filter(subject__campaign=OuterRef("pk"), evaluator=viewer.key)
        mine |= Q(Exists(sits))
    below = Q(pk__in=[])
    for path in viewer.paths(Role.EXECUTIVE):
        below |= Q(agency_path__startswith=path)
    if viewer.paths(Role.EXECUTIVE):
        judged = Subject.objects.filter(below, campaign=OuterRef("pk"))
        hidden = [CampaignState.DRAFT.value, CampaignState.ABANDONED.value]
        mine |= Q(Exists(judged)) & ~Q(state__in=hidden)
    return Campaign.objects.filter(mine)


def _next_hindrances(row: Campaign, at: datetime) -> tuple[Sentence, ...]:
    state = CampaignState(row.state)
    step = next((one for one in _NEXT if moving.can(one, state)), None)
    if step is None:
        return ()
    if step is Verb.CLOSE_REPLIES and row.replies_closed_at is not None:
        step = Verb.PUBLISH
    return hindrances.hindrances(row, step, at=at)


_NEXT = (Verb.OPEN, Verb.CLOSE, Verb.ASK_FOR_REPLY, Verb.CLOSE_REPLIES)
"""The verbs that lead on, one a state."""


class _Counts:
    """How much there is of each portal of a campaign, counted for all at once."""

    def __init__(self, row: Campaign) -> None:
        try:
            of = set_of(row)
            self.asked, self.bands = len(asked(of, Method.MANUAL)), of.bands
        except CampaignRefused:
            self.asked, self.bands = 0, ()
        whole = Answer.objects.filter(assignment__subject__campaign=row).exclude(
            value="", applies=True
        )
        self.answered = _count(whole, "assignment")
        self.differences = {pk: len(codes) for pk, codes in hindrances.unsettled(row).items()}
        self.declared = _count(Declaration.objects.filter(subject__campaign=row), "subject")
        replies = Reply.objects.filter(subject__campaign=row)
        said = list(replies.values_list("subject", "answered_at"))
        self.replies = Counter(subject for subject, _ in said)
        self.unanswered = Counter(subject for subject, answered in said if answered is None)
        waiting = Retest.objects.filter(subject__campaign=row, decided_at=None)
        self.retests = _count(waiting, "subject")
        done = UsabilitySession.objects.filter(subject__campaign=row, finished_at__isnull=False)
        self.sessions = _count(done, "subject")


def _count(rows: QuerySet[Any], by: str) -> Mapping[int, int]:
    return dict(rows.values_list(by).annotate(n=Count("pk")).order_by())


def _progress(row: Subject, counts: _Counts) -> SubjectProgress:
    score = getattr(row, "score", None)
    run = next(iter(row.runs.all()), None)
    return SubjectProgress(
        subject=subject_view(row),
        run=run_view(run) if run else None,
        seats=_seats(row.assignments.all(), counts),
        differences=counts.differences.get(row.pk, 0),
        declared=counts.declared.get(row.pk, 0),
        replies=counts.replies.get(row.pk, 0),
        unanswered=counts.unanswered.get(row.pk, 0),
        retests=counts.retests.get(row.pk, 0),
        sessions=counts.sessions.get(row.pk, 0),
        grade=score.grade if score else "",
        points=f"{shown(Fraction(score.points), Fraction(100), counts.bands):.2f}" if score else "",
        open=score.open_criteria if score else 0,
    )


def _seats(rows: Iterable[Assignment], counts: _Counts) -> tuple[SeatProgress, ...]:
    return tuple(
        SeatProgress(
            seat=Seat(one.seat),
            evaluator=one.evaluator,
            name=one.evaluator_name,
            answered=counts.answered.get(one.pk, 0),
            asked=counts.asked,
            finished_at=one.finished_at,
        )
        for one in rows
    )
