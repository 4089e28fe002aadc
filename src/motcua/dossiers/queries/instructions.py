"""Reading instructions: those on a dossier, and the open ones of an officer or a head."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import Dossier, Instruction
from motcua.dossiers.queries.holding import awaited_of, holder
from motcua.dossiers.queries.scope import CASE_ROLES, visible_to
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.holding import Candidate
from motcua.dossiers.values.notes import InstructionView
from motcua.identity import queries as identity
from motcua.identity.values import Role, Viewer

_MOST = 200


def instructions(*, viewer: Viewer, found: DossierView) -> tuple[InstructionView, ...]:
    """Give the instructions on a dossier that the viewer opened at the desk, the oldest first."""
    if "instructions" not in found.beside or found.for_applicant or not viewer.is_officer:
        return ()
    rows = Instruction.objects.filter(dossier__key=found.key).select_related("dossier")
    return tuple(_view(row, viewer) for row in rows.order_by("pk")[:_MOST])


def instructions_for(*, viewer: Viewer) -> tuple[InstructionView, ...]:
    """Give what the viewer is told to do and has not answered, the most urgent first."""
    return _open(viewer, "to_key")


def instructions_of(*, viewer: Viewer) -> tuple[InstructionView, ...]:
    """Give what the viewer told others to do and they have not answered, the most urgent first."""
    return _open(viewer, "by_key")


def could_do(*, viewer: Viewer, code: str, at: datetime) -> tuple[Candidate, ...]:
    """Give the officers whom the viewer may instruct about a dossier, who has it now first."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).first()
    if row is None:
        return ()
    found: dict[UUID, str] = {}
    for role in CASE_ROLES:
        if role is not Role.CONTROLLER:
            for one in identity.officers_at(row.agency_path, role, at=at):
                found[one.key] = f"{one.name} (@{one.username})"
    shut = {viewer.key, row.applicant_id}
    held = holder(row, awaited_of(row))
    first = held.officer_key if held else None
    listed = [Candidate(key, name) for key, name in found.items() if key not in shut]
    return tuple(sorted(listed, key=lambda one: (one.key != first, one.name)))


def _open(viewer: Viewer, whose: str) -> tuple[InstructionView, ...]:
    if viewer.key is None:
        return ()
    seen = Dossier.objects.filter(visible_to(viewer))
    rows = Instruction.objects.filter(closed_at=None, dossier__in=seen, **{whose: viewer.key})
    found = rows.select_related("dossier").order_by("due_at", "pk")[:_MOST]
    return tuple(_view(row, viewer) for row in found)


def _view(row: Instruction, viewer: Viewer) -> InstructionView:
    return InstructionView(
        key=row.key,
        dossier_code=row.dossier.code,
        service_name=row.dossier.service_name,
        words=row.words,
        by_name=row.by_name,
        to_name=row.to_name,
        given_at=row.given_at,
        due_at=row.due_at,
        confirmed_at=row.confirmed_at,
        answer=row.answer,
        answered_at=row.answered_at,
        closed_at=row.closed_at,
        mine=row.to_key == viewer.key,
        given=row.by_key == viewer.key,
    )
