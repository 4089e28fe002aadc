"""Publishing: the document is frozen, signed, and never changed; another takes its place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.evaluation import ports
from motcua.evaluation.actions.computing import points_of
from motcua.evaluation.actions.reaching import campaign_for, move, reason_of
from motcua.evaluation.events import about
from motcua.evaluation.events.results import ResultsPublished
from motcua.evaluation.models import (
    Campaign,
    EvidenceFile,
    PublishedLine,
    Reply,
    Snapshot,
    SubjectScore,
)
from motcua.evaluation.queries import hindrances
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.queries.published import snapshot_view
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.freezing import canonical, digest, dump, frozen
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.publishing import ranked
from motcua.evaluation.values.campaigns import CampaignKind, Lead
from motcua.evaluation.values.published import (
    Published,
    PublishedReply,
    PublishedSubject,
    SnapshotKind,
    SnapshotView,
)
from motcua.evaluation.values.worksheets import About, ReplyOutcome, Side
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence


def publish(*, code: str, by: Viewer, at: datetime) -> SnapshotView:
    """Publish the results: freeze, sign, rank. After an earlier document it is its correction.

    Refused while anything is open, with every reason (`CampaignRefused.all`).
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.PUBLISH, code=code, by=by)
        hindrances.check(campaign, Verb.PUBLISH, at=at)
        first = not campaign.snapshots.exists()
        kind = SnapshotKind.RESULTS if first else SnapshotKind.CORRECTION
        reason = "" if first else campaign.reason
        row = _freeze(campaign, kind, _subjects(campaign), reason=reason, by=by, at=at)
        campaign.published_at, campaign.reason = at, ""
        move(campaign, Verb.PUBLISH, fields=("published_at", "reason"))
    return snapshot_view(row, code=code, current=True)


def withdraw(*, code: str, reason: str, by: Viewer, at: datetime) -> SnapshotView:
    """Take results back by a signed document that says why; the earlier one stays readable."""
    with transaction.atomic():
        campaign = campaign_for(Verb.WITHDRAW, code=code, by=by)
        words = reason_of(reason)
        row = _freeze(campaign, SnapshotKind.WITHDRAWAL, (), reason=words, by=by, at=at)
        campaign.reason = words[:500]
        move(campaign, Verb.WITHDRAW, fields=("reason",))
    return snapshot_view(row, code=code, current=True)


def _freeze(
    campaign: Campaign,
    kind: SnapshotKind,
    subjects: tuple[PublishedSubject, ...],
    *,
    reason: str,
    by: Viewer,
    at: datetime,
) -> Snapshot:
    document = _document(campaign, kind, subjects, reason=reason, at=at)
    content = canonical(document)
    signer = ports.signer()
    row = Snapshot.objects.create(
        campaign=campaign,
        number=document.number,
        kind=kind.value,
        document=content.decode(),
        criteria=dump(frozen(document.criteria)).decode() if document.criteria else "",
        sha256=digest(content),
        signature=signer.sign(content).hex(),
        public_key=signer.public_key().hex(),
        supersedes=document.supersedes,
        reason=reason,
        published_by=by.name[:200],
        published_at=at,
        portals=len(subjects),
    )
    PublishedLine.objects.bulk_create(_lines(row, subjects))
    event = ResultsPublished(
        subject=about(campaign.code),
        number=row.number,
        snapshot_kind=kind.value,
        sha256=row.sha256,
        supersedes=row.supersedes,
        portals=row.portals,
        reason=reason,
    )
    record(event=event, by=by.actor, at=at)
    return row


def _document(
    campaign: Campaign,
    kind: SnapshotKind,
    subjects: tuple[PublishedSubject, ...],
    *,
    reason: str,
    at: datetime,
) -> Published:
    before = campaign.snapshots.order_by("-number").first()
    return Published(
        campaign=campaign.code,
        number=before.number + 1 if before else 1,
        kind=kind,
        title=Sentence(campaign.title_vi, campaign.title_en),
        campaign_kind=CampaignKind(campaign.kind),
        lead=Lead(campaign.lead),
        led_by=agencies.agency(campaign.agency_code).name,
        criteria_set=campaign.criteria_set,
        criteria_digest=campaign.criteria_digest,
        first_day=campaign.first_day,
        last_day=campaign.last_day,
        published_at=at.astimezone(UTC),
        synthetic=campaign.synthetic,
        supersedes=before.sha256 if before else "",
        reason=reason,
        criteria=set_of(campaign) if subjects else None,
        subjects=subjects,
    )


def _subjects(campaign: Campaign) -> tuple[PublishedSubject, ...]:
    """Give every portal with its rank and what was said of it, by league and rank."""
    rows = SubjectScore.objects.filter(subject__campaign=campaign).select_related("subject")
    replies = _replies(campaign)
    found = [
        replace(
            recording.read(PublishedSubject, row.document),
            replies=replies.get(row.subject_id, ()),
            open_reason=row.subject.open_reason if row.open_criteria else "",
        )
        for row in rows
    ]
    places = ranked(found)
    whole = (replace(one, rank=places[one.agency].rank) for one in found)
    return tuple(sorted(whole, key=lambda one: (one.league.value, one.rank, one.agency)))


def _replies(campaign: Campaign) -> Mapping[int, tuple[PublishedReply, ...]]:
    files: dict[tuple[int, str], list[str]] = defaultdict(list)
    kept = EvidenceFile.objects.filter(subject__campaign=campaign, side=Side.REPLY.value)
    for file in kept.order_by("pk"):
        files[file.subject_id, file.criterion].append(file.digest)
    found: dict[int, list[PublishedReply]] = defaultdict(list)
    for row in Reply.objects.filter(subject__campaign=campaign).order_by("about", "code"):
        found[row.subject_id].append(
            PublishedReply(
                about=About(row.about),
                code=row.code,
                text=row.text,
                at=row.at,
                outcome=ReplyOutcome(row.outcome) if row.outcome else None,
                answer=row.answer,
                evidence=tuple(files.get((row.subject_id, row.code), ())),
            )
        )
    return {subject: tuple(said) for subject, said in found.items()}


def _lines(row: Snapshot, subjects: tuple[PublishedSubject, ...]) -> list[PublishedLine]:
    return [
        PublishedLine(
            snapshot=row,
            agency_code=one.agency,
            league=one.league.value,
            grade=one.result.grade,
            points=points_of(one.result),
            rank=one.rank,
            place=place,
            result=dump(frozen(one.result)).decode(),
            document=dump(frozen(one)).decode(),
        )
        for place, one in enumerate(subjects)
    ]
