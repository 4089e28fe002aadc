"""Looking for dossiers that look alike, and saying what they are."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.actions.moving import locked, perform
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events.talk import DuplicateJudged
from motcua.dossiers.models import Dossier, Duplicate
from motcua.dossiers.queries.duplicates import looked_at
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.values.duplicates import Verdict
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function, Move


class DuplicateUnknown(Refused):
    """Nothing of the kind was found about this dossier."""


class DuplicateRefused(Refused):
    """Who asks may not say so."""


def look_for_duplicates(*, subject: str, at: datetime) -> int:
    """Note which earlier dossiers a dossier looks like; give how many there are.

    For the listener: what was found before stays as it was judged, so hearing twice does no harm.
    """
    row = Dossier.objects.filter(key=subject.removeprefix("dossier:")).first()
    if row is None:
        return 0
    found = looked_at(row, at)
    Duplicate.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def judge_duplicate(
    *,
    code: str,
    key: UUID,
    verdict: Verdict,
    by: Viewer,
    at: datetime,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Say that a dossier is no duplicate of another, or refuse it as one (with its reason).

    Only the later of the two can be refused, by the rules of the move `refuse`; everything happens
    together or not at all.
    """
    with transaction.atomic():
        row = locked(code, by)
        functions = functions_at(by, row)
        if not functions or Function.APPLICANT in functions:
            raise DuplicateRefused(_READS_ONLY)
        found = _found(row, key)
        if verdict is Verdict.DUPLICATE:
            if found.dossier_id != row.pk:
                raise DuplicateRefused(_THE_LATER)
            perform(code=code, move=Move.REFUSE, by=by, at=at, reason=reason, revision=revision)
            row.refresh_from_db()
        other = found.other if found.dossier_id == row.pk else found.dossier
        found.verdict, found.decided_by_name, found.decided_at = verdict.value, by.name, at
        found.save(update_fields=["verdict", "decided_by_name", "decided_at"])
        known = Dossier.objects.filter(visible_to(by), pk=other.pk).exists()
        event = DuplicateJudged(
            other=other.code if known else "", verdict=verdict.value, **standing(row)
        )
        record(event=event, by=by.actor, at=at)


def _found(row: Dossier, key: UUID) -> Duplicate:
    pairs = Duplicate.objects.select_related("dossier", "other").filter(key=key)
    found = pairs.filter(dossier=row).first() or pairs.filter(other=row).first()
    if found is None:
        raise DuplicateUnknown(_UNKNOWN)
    return found


_READS_ONLY = Sentence(
    "Bạn xem được hồ sơ này nhưng không xử lý.", "You may read this application, but not settle it."
)
_THE_LATER = Sentence(
    "Chỉ hồ sơ nộp sau mới bị từ chối vì trùng. Bạn hãy mở hồ sơ kia.",
    "Only the later of the two can be refused as a duplicate. Open the other one.",
)
_UNKNOWN = Sentence(
    "Không tìm thấy thông tin trùng này ở hồ sơ.", "No such likeness was found on this application."
)
