"""May they see it, and which functions do they fulfil there: scope of rows, in one place."""

from uuid import UUID

from django.db.models import Q

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function


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

    A desk also sees what it took in for an agency elsewhere.
    """
    scope = Q(pk__in=[])
    if viewer.key is not None and not viewer.anonymous:
        scope |= Q(applicant__key=key_of(viewer))
    for path in viewer.paths(*CASE_ROLES):
        scope |= Q(agency_path__startswith=path)
    desks = [grant.agency_code for grant in viewer.grants if grant.role is Role.RECEPTIONIST]
    if desks:
        scope |= Q(reception_code__in=desks)
    return scope


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
    return scope


def functions_at(viewer: Viewer, row: Dossier) -> frozenset[Function]:
    """Name the functions the viewer fulfils for this dossier.

    Who applied is the applicant and nothing else: nobody settles their own request.
    """
    if viewer.key is not None and row.applicant_id == viewer.key:
        return frozenset({Function.APPLICANT})
    return frozenset(Function(name) for name in functions_of(viewer.roles_at(row.agency_path)))
