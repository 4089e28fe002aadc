"""Who has a dossier in hand, and who could."""

from datetime import datetime
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier, Holding
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.rules import waiting
from motcua.dossiers.values.holding import Candidate, HolderView
from motcua.identity import queries as identity
from motcua.identity.rules.roles import roles_for
from motcua.identity.values import StandIn, Viewer
from motcua.procedures import queries as procedures
from motcua.workflow.values import Function, Position, State

_ASKED = (
    "pk",
    "agency_path",
    "applicant",
    "ended_at",
    "return_code",
    "service_digest",
    "state",
    "step",
)
HEADS = frozenset({Function.UNIT_HEAD, Function.LEADER})


def holding(*, viewer: Viewer, code: str, at: datetime, anybody: bool = True) -> HolderView | None:
    """Say who has a dossier and whom the viewer may give it to; None where nobody can have it.

    `anybody` is False where it is known that nobody has it, which spares a query.
    """
    row = Dossier.objects.filter(visible_to(viewer), code=code).only(*_ASKED).first()
    if row is None or row.ended_at is not None:
        return None
    function = awaited_of(row)
    if function is Function.APPLICANT:
        return None
    held = holder(row, function) if anybody else None
    functions = functions_at(viewer, row)
    heads, own = bool(functions & HEADS), function in functions
    if heads:
        could = candidates(row, function, at=at)
    elif own and viewer.key is not None:
        could = (Candidate(viewer.key, viewer.name),)
    else:
        could = ()
    return HolderView(
        function=function,
        key=held.officer_key if held else None,
        name=held.officer_name if held else "",
        candidates=tuple(one for one in could if not held or one.key != held.officer_key),
        may_pick=own and (held is None or held.officer_key != viewer.key),
        may_assign=heads,
    )


def candidates(row: Dossier, function: Function, *, at: datetime) -> tuple[Candidate, ...]:
    """Give the officers who fulfil a function for a dossier, by name."""
    path = row.agency_path
    found: dict[UUID, str] = {}
    for role in roles_for(function.value, agencies.binding_at(path)):
        for officer in identity.officers_at(path, role, at=at):
            if officer.key != row.applicant_id:
                found[officer.key] = officer.name
    return tuple(
        Candidate(key, name) for key, name in sorted(found.items(), key=lambda one: one[1])
    )


def holder(row: Dossier, function: Function) -> Holding | None:
    """Give who has a dossier for a function."""
    return Holding.objects.filter(dossier=row, function=function.value).first()


def awaited_of(row: Dossier) -> Function:
    """Name the function that has a dossier now."""
    definition = procedures.service_by_digest(row.service_digest).workflow
    return waiting.awaited(Position(State(row.state), row.step or None), definition)


def covered(viewer: Viewer, row: Dossier) -> StandIn | None:
    """Give the absent officer who has a dossier now and whom the viewer stands in for."""
    if not viewer.standing_in:
        return None
    held = holder(row, awaited_of(row))
    return next((one for one in viewer.standing_in if held and one.key == held.officer_key), None)
