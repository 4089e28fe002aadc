"""Internal notes: officers write to each other about a dossier, the applicant never reads it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.actions.moving import locked
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events.talk import NoteEdited, NoteWithdrawn, NoteWritten
from motcua.dossiers.models import Dossier, Note
from motcua.dossiers.queries.notes import (
    CHANGEABLE,
    may_change,
    mentions,
    names_in,
    reader,
    reader_named,
)
from motcua.dossiers.queries.scope import functions_at, key_of
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function

LONGEST_NOTE = 4000
MOST_MENTIONED = 10


class NoteRefused(Refused):
    """A note was not taken or may not be changed."""


class NoteUnknown(Refused):
    """There is no such note on this dossier."""


def note(*, code: str, words: str, by: Viewer, at: datetime, mention: Sequence[UUID] = ()) -> UUID:
    """Write an internal note; gives its key.

    It is addressed to the officers in `mention` and to those whose login name stands after an @ in
    it; all must be able to see this dossier. The journal keeps that it was written, not its words.
    """
    said = _words(words)
    with transaction.atomic():
        row = locked(code, by)
        _check_writer(row, by)
        told = _readers(row, said, mention=mention, by=by, at=at)
        made = Note.objects.create(
            dossier=row,
            author_key=key_of(by),
            author_name=by.name,
            body=said,
            mentioned=mentions(told),
            written_at=at,
        )
        event = NoteWritten(note=made.key, mentioned=_keys(told), **standing(row))
        record(event=event, by=by.actor, at=at)
    return made.key


def edit_note(*, code: str, key: UUID, words: str, by: Viewer, at: datetime) -> None:
    """Change one's own note within a day; who is newly addressed is told. No change, no entry."""
    said = _words(words)
    with transaction.atomic():
        row = locked(code, by)
        found = _own(row, key, by=by, at=at)
        if found.body == said:
            return
        named = _readers(row, said, mention=(), by=by, at=at)
        before = {one["key"] for one in found.mentioned}
        new = [one for one in named if str(one.key) not in before]
        found.body, found.edited_at = said, at
        found.mentioned = [*found.mentioned, *mentions(new)]
        found.save(update_fields=["body", "edited_at", "mentioned"])
        event = NoteEdited(note=key, mentioned=_keys(new), **standing(row))
        record(event=event, by=by.actor, at=at)


def withdraw_note(*, code: str, key: UUID, by: Viewer, at: datetime) -> None:
    """Take one's own note back within a day; its words are gone for good."""
    with transaction.atomic():
        row = locked(code, by)
        found = _own(row, key, by=by, at=at)
        found.body, found.withdrawn_at = "", at
        found.save(update_fields=["body", "withdrawn_at"])
        record(event=NoteWithdrawn(note=key, **standing(row)), by=by.actor, at=at)


def _words(typed: str) -> str:
    words = "".join(c for c in typed if c in "\n\t" or c.isprintable()).strip()
    if not words or len(words) > LONGEST_NOTE:
        raise NoteRefused(_WORDS)
    return words


def _check_writer(row: Dossier, by: Viewer) -> None:
    functions = functions_at(by, row)
    if not functions or Function.APPLICANT in functions:
        raise NoteRefused(_READS_ONLY)


def _own(row: Dossier, key: UUID, *, by: Viewer, at: datetime) -> Note:
    _check_writer(row, by)
    found = Note.objects.select_for_update().filter(dossier=row, key=key).first()
    if found is None:
        raise NoteUnknown(_UNKNOWN)
    if not may_change(found, by, at):
        raise NoteRefused(_TOO_LATE)
    return found


def _readers(
    row: Dossier, words: str, *, mention: Sequence[UUID], by: Viewer, at: datetime
) -> list[Viewer]:
    names = names_in(words)
    if len(names) + len(mention) > MOST_MENTIONED:
        raise NoteRefused(_TOO_MANY)
    told: dict[UUID, Viewer] = {}
    for name in names:
        _add(told, reader_named(name, row, at), said=f"@{name}")
    for key in mention:
        _add(told, reader(key, row, at), said="…")
    return [one for key, one in told.items() if key != by.key]


def _add(told: dict[UUID, Viewer], found: Viewer | None, *, said: str) -> None:
    if found is None or found.key is None:
        raise NoteRefused(
            Sentence(
                f"Không có đồng nghiệp nào là “{said[:60]}” xem được hồ sơ này. Bạn hãy xem lại "
                "tên đăng nhập, hoặc chọn trong danh sách.",
                f"No colleague “{said[:60]}” may see this application. Check the login name, or "
                "choose from the list.",
            )
        )
    told[found.key] = found


def _keys(told: Sequence[Viewer]) -> tuple[UUID, ...]:
    return tuple(key_of(one) for one in told)


_WORDS = Sentence(
    f"Bạn hãy viết ghi chú từ 1 đến {LONGEST_NOTE} ký tự.",
    f"Write a note of 1 to {LONGEST_NOTE} characters.",
)
_READS_ONLY = Sentence(
    "Bạn xem được hồ sơ này nhưng không ghi chú vào đó.",
    "You may read this application, but not write notes on it.",
)
_UNKNOWN = Sentence("Không tìm thấy ghi chú này.", "This note was not found.")
_TOO_LATE = Sentence(
    f"Chỉ người viết sửa hoặc rút được ghi chú, trong {CHANGEABLE.days * 24} giờ sau khi viết. "
    "Bạn hãy viết ghi chú mới.",
    "Only its author may change a note, within 24 hours. Write a new one.",
)
_TOO_MANY = Sentence(
    f"Mỗi ghi chú nhắc nhiều nhất {MOST_MENTIONED} người.",
    f"A note is addressed to at most {MOST_MENTIONED} people.",
)
