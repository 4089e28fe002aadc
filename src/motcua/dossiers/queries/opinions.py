"""Reading opinions: on the dossier's page, and in the asked agency's own list."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from motcua.agencies import queries as agencies
from motcua.documents import queries as documents
from motcua.documents.queries import as_file
from motcua.documents.values import StoredFile
from motcua.dossiers.models import Dossier, Opinion
from motcua.dossiers.queries.drafts import attached
from motcua.dossiers.queries.scope import visible_to
from motcua.dossiers.values import Attached
from motcua.dossiers.values.holding import Candidate
from motcua.dossiers.values.opinions import OpinionView, Verdict
from motcua.identity import queries as identity
from motcua.identity.values import Role, Viewer
from motcua.kernel.calendar import Due

ANSWERING = (Role.COORDINATOR, Role.APPROVER)
"""Roles that see what their agency is asked."""


def opinions(*, viewer: Viewer, code: str) -> tuple[OpinionView, ...]:
    """Give every opinion asked for about a dossier that the viewer may see, in order."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).only("pk").first()
    if row is None:
        return ()
    found = Opinion.objects.filter(dossier=row).select_related("dossier", "file")
    return tuple(_view(one, viewer) for one in found.order_by("asked_at", "pk"))


def opinions_asked(*, viewer: Viewer, closed: bool = False) -> tuple[OpinionView, ...]:
    """Give what the viewer's agencies are asked, the most urgent first (at most 200)."""
    found = (
        Opinion.objects.filter(asked_of(viewer), closed_at__isnull=not closed)
        .select_related("dossier", "file")
        .order_by("-closed_at" if closed else "due_at", "pk")[:200]
    )
    return tuple(_view(one, viewer) for one in found)


def opinion(*, viewer: Viewer, key: UUID) -> OpinionView | None:
    """Give one question that the viewer's agency is asked; None when it is not theirs."""
    found = _asked(viewer, key)
    return _view(found, viewer) if found else None


def material(
    *, viewer: Viewer, key: UUID
) -> tuple[str, dict[str, object], tuple[Attached, ...]] | None:
    """Give what the asked agency may read of the dossier: digest, answers, files in it."""
    found = _asked(viewer, key)
    if found is None:
        return None
    row = found.dossier
    return row.service_digest, row.answers, attached(dossier=row)


def material_file(*, viewer: Viewer, key: UUID, file: UUID) -> tuple[StoredFile, bytes] | None:
    """Give a file of the dossier, or of the answer, to whoever is asked or asks."""
    found = Opinion.objects.select_related("dossier", "file").filter(key=key).first()
    if found is None:
        return None
    asked = _asked(viewer, key) is not None
    asks = Dossier.objects.filter(visible_to(viewer), pk=found.dossier_id).exists()
    known = {one.file.key: one.file for one in attached(dossier=found.dossier)} if asked else {}
    if found.file is not None and (asked or asks):
        known[found.file.key] = as_file(found.file)
    return (known[file], documents.content(file)) if file in known else None


def colleagues_of(asked: Opinion, *, at: datetime) -> tuple[Candidate, ...]:
    """Give the officers of the asked agency who could prepare the answer."""
    found: dict[UUID, str] = {}
    for role in (Role.CASE_OFFICER, *ANSWERING):
        for officer in identity.officers_at(asked.agency_path, role, at=at):
            found[officer.key] = officer.name
    return tuple(
        Candidate(key, name) for key, name in sorted(found.items(), key=lambda one: one[1])
    )


def colleagues_asked(*, viewer: Viewer, key: UUID, at: datetime) -> tuple[Candidate, ...]:
    """Give whom the viewer may let prepare an answer."""
    found = _asked(viewer, key)
    return colleagues_of(found, at=at) if found and may_assign(viewer, found) else ()


def asked_of(viewer: Viewer) -> Q:
    """Give the condition on Opinion rows that the viewer's agencies are asked, or they prepare."""
    where = Q(pk__in=[])
    if viewer.is_officer and viewer.key is not None:
        where |= Q(officer_key=viewer.key)
    for path in viewer.paths(*ANSWERING):
        where |= Q(agency_path__startswith=path)
    return where


def may_assign(viewer: Viewer, asked: Opinion) -> bool:
    """Tell whether the viewer leads or coordinates at the asked agency."""
    return bool(viewer.roles_at(asked.agency_path) & set(ANSWERING))


def may_answer(viewer: Viewer, asked: Opinion) -> bool:
    """Tell whether the viewer may send the answer: the one it was given to, or who gives it."""
    return asked.officer_key == viewer.key or may_assign(viewer, asked)


def _asked(viewer: Viewer, key: UUID) -> Opinion | None:
    return (
        Opinion.objects.select_related("dossier", "file").filter(asked_of(viewer), key=key).first()
    )


def _view(row: Opinion, viewer: Viewer) -> OpinionView:
    is_open = row.closed_at is None
    return OpinionView(
        key=row.key,
        dossier_code=row.dossier.code,
        service_name=row.dossier.service_name,
        agency_code=row.agency_code,
        agency_name=agencies.agency(row.agency_code).name,
        question=row.question,
        asked_at=row.asked_at,
        asked_by_name=row.asked_by_name,
        asking_agency=agencies.agency(row.dossier.agency_code).name,
        due=Due.from_json(row.due),
        pauses=row.pauses,
        officer_key=row.officer_key,
        officer_name=row.officer_name,
        verdict=Verdict(row.verdict) if row.verdict else None,
        answer=row.answer,
        file=as_file(row.file) if row.file else None,
        answered_at=row.answered_at,
        answered_by_name=row.answered_by_name,
        closed_at=row.closed_at,
        may_assign=is_open and may_assign(viewer, row),
        may_answer=is_open and may_answer(viewer, row),
    )
