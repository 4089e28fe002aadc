"""Reading the ways of looking at a list that officers keep: their own, and those of their unit."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from motcua.dossiers.models import SavedView
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import CASE_ROLES, key_of
from motcua.identity.values import Viewer


@dataclass(frozen=True, slots=True)
class ViewKept:
    """A saved view as somebody may use it; `is_own` says whether they may change it."""

    key: UUID
    name: str
    wanted: Wanted
    owner_name: str
    is_own: bool
    is_shared: bool
    is_default: bool


def views(*, viewer: Viewer, list_name: str) -> tuple[ViewKept, ...]:
    """Return the views of a list: the viewer's own first, then those shared in their units."""
    units = {grant.agency_path for grant in viewer.grants if grant.role in CASE_ROLES}
    rows = SavedView.objects.filter(
        Q(owner__key=key_of(viewer)) | Q(shared_path__in=units), list_name=list_name
    ).order_by("name", "pk")
    found = [_view(row, viewer) for row in rows[:100]]
    return tuple(sorted(found, key=lambda one: not one.is_own))


def default_view(*, viewer: Viewer, list_name: str) -> ViewKept | None:
    """Return the view that a list opens with for this viewer, if they chose one."""
    row = SavedView.objects.filter(
        owner__key=key_of(viewer), list_name=list_name, is_default=True
    ).first()
    return _view(row, viewer) if row else None


def _view(row: SavedView, viewer: Viewer) -> ViewKept:
    return ViewKept(
        key=row.key,
        name=row.name,
        wanted=Wanted.read(row.list_name, row.wanted),
        owner_name=row.owner_name,
        is_own=row.owner_id == viewer.key,
        is_shared=bool(row.shared_path),
        is_default=row.is_default,
    )
