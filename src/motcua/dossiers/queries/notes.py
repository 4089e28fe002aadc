"""Reading internal notes, and the officers who could be addressed in one."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from motcua.dossiers.models import Dossier, Note
from motcua.dossiers.queries.scope import CASE_ROLES, visible_to
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.holding import Candidate
from motcua.dossiers.values.notes import NoteView
from motcua.identity import queries as identity
from motcua.identity.queries import AccountUnknown
from motcua.identity.values import Viewer

CHANGEABLE = timedelta(hours=24)
"""How long its author may change a note or take it back."""
_NAMED = re.compile(r"(?<![\w.@])@([\w.-]*\w)")
MOST_SHOWN = 200


def notes(*, viewer: Viewer, found: DossierView, at: datetime) -> tuple[NoteView, ...]:
    """Give the notes on a dossier that the viewer opened at the desk, the oldest first.

    Nothing for who applied, whatever roles they hold.
    """
    if "notes" not in found.beside or found.for_applicant or not viewer.is_officer:
        return ()
    rows = Note.objects.filter(dossier__key=found.key).order_by("-pk")[:MOST_SHOWN]
    return tuple(_view(row, viewer, at) for row in reversed(rows))


def may_change(note: Note, viewer: Viewer, at: datetime) -> bool:
    """Tell whether the viewer may change this note now: their own, within a day."""
    own = note.author_key == viewer.key and note.withdrawn_at is None
    return own and at < note.written_at + CHANGEABLE


def colleagues(*, viewer: Viewer, code: str, at: datetime) -> tuple[Candidate, ...]:
    """Give the officers who may see a dossier through their agency, without the viewer, by name."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).first()
    if row is None:
        return ()
    found: dict[UUID, str] = {}
    for role in CASE_ROLES:
        for one in identity.officers_at(row.agency_path, role, at=at):
            found[one.key] = f"{one.name} (@{one.username})"
    shut = {viewer.key, row.applicant_id}
    named = sorted((name, key) for key, name in found.items() if key not in shut)
    return tuple(Candidate(key, name) for name, key in named)


def names_in(words: str) -> tuple[str, ...]:
    """Give the login names after an @, each once."""
    return tuple(dict.fromkeys(_NAMED.findall(words)))


def reader_named(username: str, row: Dossier, at: datetime) -> Viewer | None:
    """Give the officer of that login name if they may see the dossier."""
    try:
        return reader(identity.account_named(username).key, row, at)
    except AccountUnknown:
        return None


def reader(key: UUID, row: Dossier, at: datetime) -> Viewer | None:
    """Give the officer with that key if they may see the dossier as an officer."""
    there = identity.viewer_of(key, at=at)
    if there.key is None or not there.is_officer or there.key == row.applicant_id:
        return None
    return there if Dossier.objects.filter(visible_to(there), pk=row.pk).exists() else None


def mentions(readers: Iterable[Viewer]) -> list[dict[str, str]]:
    """Write mentioned officers as a note keeps them."""
    return [{"key": str(one.key), "name": one.name} for one in readers]


def _view(row: Note, viewer: Viewer, at: datetime) -> NoteView:
    return NoteView(
        key=row.key,
        author_name=row.author_name,
        words=row.body,
        mentioned=tuple(one["name"] for one in row.mentioned),
        written_at=row.written_at,
        edited_at=row.edited_at,
        withdrawn_at=row.withdrawn_at,
        may_change=may_change(row, viewer, at),
    )
