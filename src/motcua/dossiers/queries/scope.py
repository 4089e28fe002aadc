"""May they see it, and which functions do they fulfil there: scope of rows, in one place."""

from uuid import UUID

from django.db.models import Q

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function, State


class LoginNeeded(Refused):
    """Somebody must log in first."""


CASE_ROLES = (
    Role.RECEPTIONIST,
    Role.CASE_OFFICER,
    Role.APPROVER,
    Role.REGISTRY_CLERK,
    Role.FINANCE_OFFICER,
    Role.CONTROLLER,
)
"""Roles that see dossiers of their subtree. System administrators and executives do not."""


def visible_to(viewer: Viewer) -> Q:
    """Give the condition on Dossier rows this viewer may see: own ones, or in their subtree.

    A desk also sees what it took in for an agency elsewhere until that one has it, and what is
    fetched there; whoever stands in for an absent officer, what that officer has.
    """
    scope = Q(pk__in=[])
    if viewer.key is not None and not viewer.anonymous:
        scope |= Q(applicant__key=key_of(viewer))
    for path in viewer.paths(*CASE_ROLES):
        scope |= Q(agency_path__startswith=path)
    desks = [grant.agency_code for grant in viewer.grants if grant.role is Role.RECEPTIONIST]
    if desks:
        scope |= Q(reception_code__in=desks, handed_over_at=None) | Q(return_code__in=desks)
    if viewer.standing_in:
        scope |= Q(inboxrow__officer_key__in=absent_of(viewer))
    return scope


def absent_of(viewer: Viewer) -> tuple[UUID, ...]:
    """Give the keys of the absent officers whom the viewer stands in for."""
    return tuple(one.key for one in viewer.standing_in)


def key_of(viewer: Viewer) -> UUID:
    """Give the key of whoever is logged in; nobody else may have drafts or leave notes."""
    if viewer.key is None:
        raise LoginNeeded(
            Sentence(vi="Bạn cần đăng nhập để làm việc này.", en="You need to log in to do this.")
        )
    return viewer.key


def in_scope(viewer: Viewer) -> Q:
    """Give the condition on InboxRow rows in the viewer's subtrees.

    Where nothing lies below an agency its own path is asked for: only then do its rows come out of
    the index in order, and the database need not guess whether walking all of the country's
    most urgent rows is quicker.
    """
    scope = Q(pk__in=[])
    for path in viewer.paths(*CASE_ROLES):
        alone = agencies.stands_alone(path)
        scope |= Q(agency_path=path) if alone else Q(agency_path__startswith=path)
    if viewer.standing_in:
        scope |= Q(officer_key__in=absent_of(viewer))
    return scope


def functions_at(viewer: Viewer, row: Dossier) -> frozenset[Function]:
    """Name the functions the viewer fulfils for this dossier.

    Who applied is the applicant and nothing else: nobody settles their own request.
    """
    if viewer.key is not None and row.applicant_id == viewer.key:
        return frozenset({Function.APPLICANT})
    path = row.agency_path
    held = functions_of(viewer.roles_at(path), agencies.binding_at(path))
    held |= _for_another(viewer, row)
    return frozenset(Function(name) for name in held)


def _for_another(viewer: Viewer, row: Dossier) -> frozenset[str]:
    """Name what the viewer may do as the desk where the result is fetched, or for who is absent."""
    held: set[str] = set()
    if row.return_code and row.state == State.RESOLVED.value and _at_desk(viewer, row.return_code):
        held.add(Function.RECEPTION.value)
    if viewer.standing_in:
        given = list(row.holdings.values_list("officer_key", "function"))
        binding = agencies.binding_at(row.agency_path)
        for absent in viewer.standing_in:
            could = functions_of(absent.roles_at(row.agency_path), binding)
            held |= {name for key, name in given if key == absent.key and name in could}
    return frozenset(held)


def _at_desk(viewer: Viewer, agency_code: str) -> bool:
    return any(
        grant.role is Role.RECEPTIONIST and grant.agency_code == agency_code
        for grant in viewer.grants
    )


def awaits(viewer: Viewer) -> Q:
    """Give the condition on InboxRow rows that wait for a function the viewer fulfils there."""
    roles = frozenset(grant.role for grant in viewer.grants)
    where = Q(function__in=sorted(functions_of(roles)))
    own = viewer.paths(*CASE_ROLES)
    bound = sorted(
        path
        for path in agencies.bindings()
        if any(path.startswith(top) or top.startswith(path) for top in own)
    )
    for path in bound:
        there = Q(agency_path__startswith=path)
        held = {role for role in roles if viewer_reaches(viewer, role, path)}
        functions = functions_of(frozenset(held), agencies.binding_at(path))
        where = (where & ~there) | (there & Q(function__in=sorted(functions)))
    if viewer.standing_in:
        where |= Q(officer_key__in=absent_of(viewer))
    return where


def viewer_reaches(viewer: Viewer, role: Role, path: str) -> bool:
    """Tell whether a role is held over the agency at `path`, or somewhere below it."""
    return any(
        grant.role is role and (grant.covers(path) or grant.agency_path.startswith(path))
        for grant in viewer.grants
    )
