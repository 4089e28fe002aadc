"""Adding and removing files as evidence."""

from datetime import datetime

from django.db import transaction

from motcua.evaluation import ports
from motcua.evaluation.actions.agencies_say import check_reply
from motcua.evaluation.actions.reaching import (
    Reached,
    criterion_of,
    outdate,
    subject_for,
    unknown,
)
from motcua.evaluation.events.judging import EvidenceAdded, EvidenceRemoved
from motcua.evaluation.models import EvidenceFile, store
from motcua.evaluation.queries.campaign_sets import set_of
from motcua.evaluation.queries.viewing import evidence_view
from motcua.evaluation.rules.files import MOST_FILES, clean_name, media_type_of
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.worksheets import EvidenceView, Scanned, Side, Upload
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence

VERBS = {
    Side.FIRST: Verb.ANSWER,
    Side.SECOND: Verb.ANSWER,
    Side.DECLARED: Verb.DECLARE,
    Side.REPLY: Verb.REPLY,
}


def add_evidence(
    *,
    code: str,
    agency: str,
    criterion: str,
    side: Side,
    upload: Upload,
    by: Viewer,
    at: datetime,
) -> EvidenceView:
    """Keep a file with an answer, a declaration or a reply (of which `criterion` is the code).

    Refuses by size, type and number, and what a scanner finds; where none looked, that is said.
    """
    with transaction.atomic():
        reached = _reached(code, agency, side, by=by)
        _check(reached, side, criterion, at=at)
        media_type = media_type_of(upload)
        rows = EvidenceFile.objects.filter(
            subject=reached.subject, criterion=criterion, side=side.value
        )
        _check_number(rows.count())
        scanned = _scan(upload.content)
        digest = store.keep(upload.content)
        there = rows.filter(digest=digest).first()
        if there is not None:
            return evidence_view(there)
        row = EvidenceFile.objects.create(
            subject=reached.subject,
            criterion=criterion,
            side=side.value,
            digest=digest,
            name=clean_name(upload.name),
            media_type=media_type,
            size=len(upload.content),
            scanned=scanned.value,
            added_by=by.name[:200],
            added_at=at,
        )
        _outdate(reached, side)
        record(event=_added(row, reached), by=by.actor, at=at)
    return evidence_view(row)


def remove_evidence(
    *,
    code: str,
    agency: str,
    criterion: str,
    side: Side,
    digest: str,
    by: Viewer,
    at: datetime,
) -> None:
    """Take a file back; its bytes stay, because the journal speaks of them."""
    with transaction.atomic():
        reached = _reached(code, agency, side, by=by)
        _check(reached, side, criterion, at=at)
        rows = EvidenceFile.objects.filter(
            subject=reached.subject,
            criterion=criterion,
            side=side.value,
            digest=digest.replace("\0", ""),
        )
        if not rows.delete()[0]:
            raise unknown()
        _outdate(reached, side)
        event = EvidenceRemoved(
            subject=reached.about,
            agency=agency,
            side=side.value,
            criterion=criterion,
            digest=digest,
        )
        record(event=event, by=by.actor, at=at)


def _added(row: EvidenceFile, reached: Reached) -> EvidenceAdded:
    return EvidenceAdded(
        subject=reached.about,
        agency=reached.subject.agency_code,
        side=row.side,
        criterion=row.criterion,
        digest=row.digest,
        media_type=row.media_type,
        size=row.size,
    )


def _outdate(reached: Reached, side: Side) -> None:
    """Files of a reply are read when it is published; all others are computed in."""
    if side is not Side.REPLY:
        outdate(reached.campaign)


def _check_number(there: int) -> None:
    if there >= MOST_FILES:
        raise CampaignRefused(
            "tep",
            Sentence(
                f"Mỗi mục nhận nhiều nhất {MOST_FILES} tệp.",
                f"At most {MOST_FILES} files can be added.",
            ),
        )


def _check(reached: Reached, side: Side, criterion: str, *, at: datetime) -> None:
    """Refuse evidence for what this side is not asked, or not any more."""
    if side is Side.REPLY:
        check_reply(reached, criterion, at=at)
        return
    found = criterion_of(set_of(reached.campaign), criterion)
    if found.method is not (Method.DECLARED if side is Side.DECLARED else Method.MANUAL):
        raise unknown()


def _reached(code: str, agency: str, side: Side, *, by: Viewer) -> Reached:
    reached = subject_for(VERBS[side], code=code, agency=agency, by=by)
    if side in {Side.DECLARED, Side.REPLY}:
        return reached
    sheet = reached.assignment
    if sheet is None or sheet.seat != side.value:
        raise unknown()
    if sheet.finished_at is not None:
        raise CampaignRefused(
            "phieu",
            Sentence("Bạn đã hoàn thành phiếu này.", "You have finished this sheet."),
        )
    return reached


def _scan(content: bytes) -> Scanned:
    scanner = ports.scanner()
    if scanner is None:
        return Scanned.NOT_SCANNED
    try:
        found = scanner.scan(content)
    except Exception:  # noqa: BLE001 -- whatever hinders the scanner, the reader is told
        return Scanned.NOT_SCANNED
    if found:
        raise CampaignRefused(
            "tep",
            Sentence(
                f"Tệp có mã độc ({found}) nên không được nhận.",
                f"The file holds malware ({found}) and was not taken.",
            ),
        )
    return Scanned.CLEAN
