"""Reading what was published. All of it is public, so nobody is asked who they are."""

import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from motcua.evaluation import ports
from motcua.evaluation.models import PublishedLine, Run, Snapshot, store
from motcua.evaluation.rules import judging, recording
from motcua.evaluation.rules.freezing import document_of
from motcua.evaluation.values.campaigns import Lead
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.leagues import Tally
from motcua.evaluation.values.published import (
    Published,
    PublishedRun,
    PublishedSubject,
    SnapshotKind,
    SnapshotLine,
    SnapshotView,
    YearLine,
)
from motcua.evaluation.values.scores import Result
from motcua.kernel.words import Refused, Sentence

MOST = 100
"""Documents in one list."""


class NotPublishedYet(Refused):
    """Nothing was published under this name."""


def snapshots(*, most: int = MOST) -> tuple[SnapshotLine, ...]:
    """Give what holds now of every campaign that was published, the latest first."""
    return tuple(_line(row) for row in _current().order_by("-published_at", "-pk")[:most])


def versions(code: str) -> tuple[SnapshotLine, ...]:
    """Give every document of a campaign, the latest first; empty where there is none."""
    rows = Snapshot.objects.filter(campaign__code=_plain(code)).select_related("campaign")
    newest = max((row.number for row in rows), default=0)
    ordered = sorted(rows, key=lambda row: -row.number)
    return tuple(_line(row, current=row.number == newest) for row in ordered)


def snapshot(code: str, number: int | None = None) -> SnapshotView:
    """Give a document with its signature: the one that holds, or one by its number.

    Raises `NotPublishedYet`.
    """
    rows = Snapshot.objects.filter(campaign__code=_plain(code)).order_by("-number")
    newest = rows.values_list("number", flat=True).first()
    row = (rows.filter(number=number) if number is not None else rows).first()
    if row is None:
        raise _missing(code)
    return snapshot_view(row, code=code, current=row.number == newest)


def snapshot_by_digest(sha256: str) -> SnapshotView:
    """Give a document by its SHA-256; raises `NotPublishedYet`."""
    row = Snapshot.objects.filter(sha256=_plain(sha256)).select_related("campaign").first()
    if row is None:
        raise _missing(sha256)
    last = row.campaign.snapshots.aggregate(last=Max("number"))["last"]
    return snapshot_view(row, code=row.campaign.code, current=row.number == last)


def published(code: str, number: int | None = None) -> Published:
    """Give a published document as values; kept in the process, because it never changes."""
    return _document(_digest(code, number))


def published_subject(code: str, agency: str, number: int | None = None) -> PublishedSubject:
    """Give one portal of the document that holds, or of one by its number, without the rest.

    Raises `NotPublishedYet`; what was withdrawn holds nothing.
    """
    rows = PublishedLine.objects.filter(agency_code=_plain(agency))
    if number is None:
        rows = rows.filter(snapshot__in=_current().filter(campaign__code=_plain(code)).values("pk"))
    else:
        rows = rows.filter(snapshot__campaign__code=_plain(code), snapshot__number=number)
    row = rows.first()
    if row is None:
        raise _missing(f"{code}/{agency}")
    return recording.read(PublishedSubject, json.loads(row.document))


def results(code: str, number: int | None = None) -> Mapping[str, Result]:
    """Give the result of every portal of a document, by agency; the withdrawn have none."""
    return _results(_digest(code, number))


def tally(code: str, number: int | None = None) -> Tally:
    """Count a published campaign: by criterion, by grade, who is good at over half.

    Kept in the process, because it never changes.
    """
    return _tally(_digest(code, number))


def criteria_of(code: str, number: int | None = None) -> CriteriaSet:
    """Give the criteria that a published campaign was judged by, as they were then."""
    return _judged_by(_digest(code, number))


def history(agency: str) -> tuple[YearLine, ...]:
    """Give how an agency's portal did in every published campaign that holds, the latest first.

    Each is compared with the last campaign before it whose criteria are mapped to its own, on
    these only.
    """
    rows = (
        PublishedLine.objects.filter(
            agency_code=_plain(agency), snapshot__in=_current().values("pk")
        )
        .select_related("snapshot__campaign")
        .defer("document", "snapshot__document", "snapshot__criteria")
        .order_by("snapshot__campaign__last_day", "snapshot__published_at", "pk")
    )
    mates = PublishedLine.objects.filter(snapshot__in=[row.snapshot_id for row in rows])
    counted = mates.values_list("snapshot", "league").annotate(n=Count("pk")).order_by()
    sizes = {(snapshot, league): number for snapshot, league, number in counted}
    lines: list[YearLine] = []
    earlier: list[PublishedLine] = []
    for row in rows:
        before = next((one for one in reversed(earlier) if _mapped(one, row)), None)
        lines.append(_year(row, before, of=sizes[row.snapshot_id, row.league]))
        earlier.append(row)
    return tuple(reversed(lines))


def public_key() -> str:
    """Give the key that signatures of this installation are checked with, in hex."""
    return ports.signer().public_key().hex()


def evidence(code: str, agency: str, digest: str) -> tuple[str, bytes]:
    """Give what an automatic look kept of a published portal: media type and bytes.

    Of every document of the campaign, because earlier ones stay readable. Files that people added
    are named in the document by their digests and are not given out.
    Raises `NotPublishedYet`.
    """
    run = _run_that_saw(code, agency, digest)
    if digest == run.audit:
        return "application/json", _bytes(digest)
    rows = Run.objects.filter(audit_digest=run.audit).values_list("evidence", flat=True)
    kept = {one["digest"]: one["type"] for row in rows for one in row}
    if digest not in kept:
        raise _missing(digest)
    return str(kept[digest]), _bytes(digest)


def snapshot_view(row: Snapshot, *, code: str, current: bool) -> SnapshotView:
    """Give a document with its signature."""
    return SnapshotView(
        campaign=code,
        number=row.number,
        kind=SnapshotKind(row.kind),
        document=row.document,
        sha256=row.sha256,
        signature=row.signature,
        public_key=row.public_key,
        published_at=row.published_at,
        reason=row.reason,
        current=current,
    )


def _run_that_saw(code: str, agency: str, digest: str) -> PublishedRun:
    rows = PublishedLine.objects.filter(
        snapshot__campaign__code=_plain(code), agency_code=_plain(agency)
    ).order_by("-snapshot__number")
    for text in rows.values_list("document", flat=True):
        subject = recording.read(PublishedSubject, json.loads(text))
        if subject.run is not None and digest in subject.evidence:
            return subject.run
    raise _missing(digest)


def _digest(code: str, number: int | None) -> str:
    rows = Snapshot.objects.filter(campaign__code=_plain(code)).order_by("-number")
    if number is not None:
        rows = rows.filter(number=number)
    found = rows.values_list("sha256", flat=True).first()
    if found is None:
        raise _missing(code)
    return found


def _current() -> QuerySet[Snapshot]:
    later = Snapshot.objects.filter(campaign=OuterRef("campaign"), number__gt=OuterRef("number"))
    rows = Snapshot.objects.filter(~Exists(later))
    return rows.select_related("campaign").defer("document", "criteria")


def _line(row: Snapshot, *, current: bool = True) -> SnapshotLine:
    return SnapshotLine(
        campaign=row.campaign.code,
        title=Sentence(row.campaign.title_vi, row.campaign.title_en),
        lead=Lead(row.campaign.lead),
        criteria_set=row.campaign.criteria_set,
        number=row.number,
        kind=SnapshotKind(row.kind),
        sha256=row.sha256,
        published_at=row.published_at,
        synthetic=row.campaign.synthetic,
        subjects=row.portals,
        current=current,
    )


def _year(row: PublishedLine, before: PublishedLine | None, *, of: int) -> YearLine:
    now = recording.read(Result, json.loads(row.result))
    line = YearLine(
        campaign=row.snapshot.campaign.code,
        title=Sentence(row.snapshot.campaign.title_vi, row.snapshot.campaign.title_en),
        published_at=row.snapshot.published_at,
        criteria_set=now.criteria_set,
        grade=row.grade,
        total=now.total,
        most=now.most,
        rank=row.rank,
        of=of,
    )
    if before is None:
        return line
    was = recording.read(Result, json.loads(before.result))
    sets = [one for each in (before, row) if (one := _set(each.snapshot.sha256)) is not None]
    found = judging.compare(was, now, sets)
    whole = sum((each.points for each in sets[-1].criteria), Fraction(0))
    shared = sum((each.points for each in found.changes if each.comparable), Fraction(0))
    return replace(
        line,
        comparable=shared / whole if whole else Fraction(0),
        share_before=found.before,
        share_now=found.after,
    )


def _mapped(before: PublishedLine, now: PublishedLine) -> bool:
    old, new = _set(before.snapshot.sha256), _set(now.snapshot.sha256)
    if old is None or new is None:
        return False
    start = f"{old.name}/"
    return old.name == new.name or any(
        name.startswith(start) for one in new.criteria for name in one.same_as
    )


@lru_cache(maxsize=4)
def _document(sha256: str) -> Published:
    row = Snapshot.objects.get(sha256=sha256)
    return document_of(row.document)


@lru_cache(maxsize=32)
def _tally(sha256: str) -> Tally:
    return judging.tally(_judged_by(sha256), _results(sha256))


def _results(sha256: str) -> Mapping[str, Result]:
    lines = PublishedLine.objects.filter(snapshot__sha256=sha256).order_by("place")
    return {
        agency: recording.read(Result, json.loads(text))
        for agency, text in lines.values_list("agency_code", "result")
    }


def _judged_by(sha256: str) -> CriteriaSet:
    criteria_set = _set(sha256)
    if criteria_set is None:
        raise _missing(sha256)
    return criteria_set


@lru_cache(maxsize=32)
def _set(sha256: str) -> CriteriaSet | None:
    text = Snapshot.objects.values_list("criteria", flat=True).get(sha256=sha256)
    return recording.read(CriteriaSet, json.loads(text)) if text else None


def _bytes(digest: str) -> bytes:
    try:
        return store.kept(digest)
    except store.EvidenceGone:
        raise _missing(digest) from None


def _plain(code: str) -> str:
    return code.replace("\0", "")


def _missing(code: str) -> NotPublishedYet:
    return NotPublishedYet(
        Sentence(
            f"Chưa công bố kết quả nào mang tên “{code[:80]}”.",
            f"Nothing was published under “{code[:80]}”.",
        )
    )
