"""Giving a dossier to an officer, and taking it oneself."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.actions.moving import DossierChanged, locked
from motcua.dossiers.actions.turning import hold, standing
from motcua.dossiers.events.sharing import DossierAssigned
from motcua.dossiers.models import InboxRow
from motcua.dossiers.queries.holding import HEADS, awaited_of, candidates, holder
from motcua.dossiers.queries.scope import functions_at
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence

LONGEST_REASON = 1000


class AssignmentRefused(Refused):
    """A dossier may not be given to this officer, or not by this viewer."""


_NOT_HEAD = Sentence(
    "Chỉ lãnh đạo mới giao hồ sơ cho người khác. Bạn có thể tự nhận hồ sơ chưa có người giữ.",
    "Only the head gives applications to others. You may take one yourself that nobody has.",
)
_TAKEN = Sentence(
    "Hồ sơ đã giao cho người khác. Bạn hãy nhờ lãnh đạo giao lại.",
    "Somebody else has this application. Ask the head to give it to you.",
)
_NOT_THEIRS = Sentence(
    "Cán bộ này không làm bước mà hồ sơ đang chờ. Bạn hãy chọn trong danh sách.",
    "This officer does not do the step the application waits for. Choose from the list.",
)
WHY = Sentence(
    f"Khi giao lại hồ sơ, bạn hãy ghi lý do (không quá {LONGEST_REASON} ký tự).",
    f"Say why you give it to somebody else (at most {LONGEST_REASON} characters).",
)


def assign(
    *,
    code: str,
    to: UUID,
    by: Viewer,
    at: datetime,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Give a dossier to an officer for the function it waits for now.

    The head may give it to anybody who fulfils that function, and again to another with a reason;
    an officer may take what nobody has. The same again changes nothing. Refuses with
    `DossierUnknown`, `AssignmentRefused` and, when `revision` is given, `DossierChanged`.
    """
    why = reason.strip()
    with transaction.atomic():
        row = locked(code, by)
        if revision is not None and revision != row.revision:
            raise DossierChanged(row)
        function, functions = awaited_of(row), functions_at(by, row)
        held = holder(row, function)
        if held is not None and held.officer_key == to:
            return
        head = bool(functions & HEADS)
        if not head and (to != by.key or function not in functions):
            raise AssignmentRefused(_NOT_HEAD)
        if not head and held is not None:
            raise AssignmentRefused(_TAKEN)
        if len(why) > LONGEST_REASON or (held is not None and not why):
            raise AssignmentRefused(WHY)
        officer = next((o for o in candidates(row, function, at=at) if o.key == to), None)
        if officer is None or row.ended_at is not None:
            raise AssignmentRefused(_NOT_THEIRS)
        hold(row.pk, function.value, key=officer.key, name=officer.name)
        InboxRow.objects.filter(dossier=row).update(
            officer_key=officer.key, officer_name=officer.name
        )
        row.revision += 1
        row.save(update_fields=["revision"])
        event = DossierAssigned(
            function=function.value,
            to=officer.key,
            to_name=officer.name,
            from_name=held.officer_name if held else "",
            reason=why,
            **standing(row),
        )
        record(event=event, by=by.actor, at=at)
