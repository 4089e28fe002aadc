"""What owners do with their store: put a paper in for later, take one out, agree to filling in."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Sum

from motcua.documents import actions as files
from motcua.documents.rules import policy
from motcua.documents.rules.policy import MEGABYTE, POLICY
from motcua.dossiers.queries.handed_in import uses
from motcua.dossiers.queries.scope import key_of
from motcua.exchange.events import FillingInChosen, PaperKept, PaperRemoved
from motcua.exchange.models import FillingIn, Paper
from motcua.exchange.queries import PaperUnknown
from motcua.exchange.rules.answers import CONSENT
from motcua.exchange.values import Origin
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence

LONGEST_NAME = 200


class StoreFull(policy.UploadRefused):
    """There is no room for another paper."""


class NotForHelpers(Refused):
    """Whoever helps tried what the person alone decides."""


class PaperUnnamed(Refused):
    """A paper has no name one could find it by."""


def put(
    *,
    content: bytes,
    filename: str,
    name: str,
    valid_until: date | None,
    by: Viewer,
    at: datetime,
) -> UUID:
    """Put a paper of one's own into the store, to be checked like any file; gives its key.

    It is of no kind: its owner alone says which question it answers.

    Refuses with `UploadRefused` (also `StoreFull`) and `PaperUnnamed`.
    """
    said = "".join(each for each in name if each.isprintable()).strip()
    if not said or len(said) > LONGEST_NAME:
        raise PaperUnnamed(
            Sentence(
                vi=f"Bạn hãy ghi tên giấy tờ, không quá {LONGEST_NAME} ký tự.",
                en=f"Please name the paper, in at most {LONGEST_NAME} characters.",
            )
        )
    with transaction.atomic():
        _check_room(len(content), by)
        file = files.store(content=content, filename=filename, by=by.actor, at=at)
        row = Paper.objects.create(
            owner_id=key_of(by),
            origin=Origin.OWN.value,
            name=said,
            on=local_day(at),
            valid_until=valid_until,
            file_id=file.key,
            kept_at=at,
        )
        event = PaperKept(subject=_subject(by), paper=row.key, origin=row.origin, sort=row.kind)
        record(event=event, by=by.actor, at=at)
    return row.key


def remove(*, paper: UUID, by: Viewer, at: datetime) -> None:
    """Take a paper out of the store; dossiers keep theirs.

    The bytes of one's own paper that was never handed in are removed. `PaperUnknown`; a helper
    may not.
    """
    _oneself(by)
    with transaction.atomic():
        row = Paper.objects.select_for_update().filter(
            owner__key=key_of(by), key=paper, removed_at=None
        )
        found = row.first()
        if found is None:
            raise PaperUnknown
        row.update(removed_at=at)
        record(event=PaperRemoved(subject=_subject(by), paper=paper), by=by.actor, at=at)
        if found.origin == Origin.OWN.value and not uses([found.file_id], viewer=by):
            files.erase(key=found.file_id, by=by.actor, at=at)


def choose_filling_in(*, agreed: bool, by: Viewer, at: datetime) -> None:
    """Agree that earlier answers fill in new forms, or take that back; a helper may not."""
    _oneself(by)
    with transaction.atomic():
        row = FillingIn.objects.select_for_update().filter(owner__key=key_of(by)).first()
        row = row or FillingIn(owner_id=key_of(by))
        row.agreed, row.version, row.at = agreed, CONSENT, at
        row.save()
        event = FillingInChosen(subject=_subject(by), agreed=agreed, version=CONSENT)
        record(event=event, by=by.actor, at=at)


def _oneself(by: Viewer) -> None:
    if by.helped is not None:
        raise NotForHelpers(
            Sentence(
                vi="Chỉ chính chủ mới làm được việc này, người hỗ trợ thì không.",
                en="Only the owner can do this, a helper cannot.",
            )
        )


def _check_room(size: int, by: Viewer) -> None:
    mine = Paper.objects.filter(owner__key=key_of(by), origin=Origin.OWN.value, removed_at=None)
    told = mine.aggregate(files=Count("pk"), size=Sum("file__size"))
    if told["files"] >= POLICY.store_files or (told["size"] or 0) + size > POLICY.store_size:
        room = POLICY.store_size // MEGABYTE
        raise StoreFull(
            Sentence(
                vi=f"Kho của bạn đã đầy ({POLICY.store_files} giấy tờ hoặc {room} MB). Bạn hãy bỏ "
                "bớt giấy tờ tự cất rồi thử lại.",
                en=f"Your store is full ({POLICY.store_files} papers or {room} MB). Please remove "
                "a paper of your own and try again.",
            )
        )


def _subject(by: Viewer) -> str:
    return f"store:{key_of(by)}"
