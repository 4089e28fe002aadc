"""Reading everything that was said of the portals of a campaign, in a few queries for all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from motcua.evaluation.models import (
    Answer,
    Campaign,
    Declaration,
    EvidenceFile,
    Override,
    Reconciliation,
    Run,
    UsabilitySession,
    store,
)
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.gathering import Material, Said
from motcua.evaluation.rules.reading_answers import kept
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.campaigns import RunState, Seat
from motcua.evaluation.values.published import DrawnFigure
from motcua.evaluation.values.usability import (
    AgeBand,
    Device,
    Disability,
    Obstacle,
    Participant,
    SessionView,
    Task,
    TaskTold,
)
from motcua.evaluation.values.worksheets import Side

R = TypeVar("R")


def materials(
    campaign: Campaign, figures: Mapping[int, tuple[DrawnFigure, ...]]
) -> Mapping[int, Material]:
    """Give what was said of each portal, by its row; with the figures that were drawn."""
    files = _files(campaign)
    sheets = _sheets(campaign, files)
    agreed = _by_subject(Reconciliation.objects.filter(subject__campaign=campaign), _settled)
    overrides = _by_subject(
        Override.objects.filter(subject__campaign=campaign, lifted_at=None),
        _settled,
    )
    declared = _by_subject(
        Declaration.objects.filter(subject__campaign=campaign),
        lambda row: Said(
            value=kept(row.value),
            applies=row.applies,
            reason=row.note,
            evidence=files.get((row.subject_id, row.criterion, Side.DECLARED.value), ()),
        ),
    )
    return {
        subject: Material(
            wanted=campaign.seats,
            seats=sheets.get(subject, {}),
            agreed=agreed.get(subject, {}),
            declared=declared.get(subject, {}),
            overrides=overrides.get(subject, {}),
            figures=drawn,
        )
        for subject, drawn in figures.items()
    }


def runs_that_count(campaign: Campaign) -> Mapping[int, Run]:
    """Give by portal the newest run that was done."""
    rows = Run.objects.filter(subject__campaign=campaign, state=RunState.DONE.value)
    return {row.subject_id: row for row in rows.order_by("number")}


@lru_cache(maxsize=4)
def audit_of(digest: str) -> Audit:
    """Give the audit that is kept under a digest; raises `store.EvidenceGone`."""
    return recording.from_json(recording.loads(store.kept(digest)))


def sessions_of(campaign: Campaign) -> Mapping[int, list[SessionView]]:
    """Give the usability sessions by portal, in the order in which they began."""
    rows = (
        UsabilitySession.objects.filter(subject__campaign=campaign)
        .select_related("subject__campaign")
        .prefetch_related("tasks")
        .order_by("begun_at", "pk")
    )
    found: dict[int, list[SessionView]] = defaultdict(list)
    for row in rows:
        found[row.subject_id].append(session_view(row))
    return found


def session_view(row: UsabilitySession) -> SessionView:
    """Give a session; its portal and tasks were read with it."""
    order = list(Task)
    told = [
        TaskTold(
            task=Task(one.task),
            success=one.success,
            seconds=one.seconds,
            severity=one.severity,
            obstacles=tuple(Obstacle(code) for code in one.obstacles),
        )
        for one in row.tasks.all()
    ]
    return SessionView(
        key=row.key,
        campaign=row.subject.campaign.code,
        agency=row.subject.agency_code,
        facilitator=row.facilitator_name,
        guide=row.facilitator,
        participant=Participant(
            age=AgeBand(row.age),
            device=Device(row.device),
            disability=Disability(row.disability) if row.disability else None,
            consents=row.consents,
        ),
        begun_at=row.begun_at,
        finished_at=row.finished_at,
        tasks=tuple(sorted(told, key=lambda one: order.index(one.task))),
    )


def _settled(row: Reconciliation | Override) -> Said:
    return Said(value=kept(row.value), applies=row.applies, reason=row.reason)


def _by_subject(rows: Iterable[R], said: Callable[[R], Said]) -> Mapping[int, dict[str, Said]]:
    found: dict[int, dict[str, Said]] = defaultdict(dict)
    for row in rows:
        found[row.subject_id][row.criterion] = said(row)  # type: ignore[attr-defined]  # every row here has both
    return found


def _sheets(
    campaign: Campaign, files: Mapping[tuple[int, str, str], tuple[str, ...]]
) -> Mapping[int, dict[Seat, dict[str, Said]]]:
    rows = Answer.objects.filter(
        assignment__subject__campaign=campaign, assignment__finished_at__isnull=False
    ).select_related("assignment")
    found: dict[int, dict[Seat, dict[str, Said]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        subject, seat = row.assignment.subject_id, Seat(row.assignment.seat)
        found[subject][seat][row.criterion] = Said(
            value=kept(row.value),
            applies=row.applies,
            reason=row.note,
            evidence=files.get((subject, row.criterion, seat.value), ()),
        )
    return {subject: dict(sorted(seats.items())) for subject, seats in found.items()}


def _files(campaign: Campaign) -> Mapping[tuple[int, str, str], tuple[str, ...]]:
    rows = EvidenceFile.objects.filter(subject__campaign=campaign).order_by("pk")
    found: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for row in rows:
        found[row.subject_id, row.criterion, row.side].append(row.digest)
    return {key: tuple(digests) for key, digests in found.items()}
