"""Reading absences: one's own, and those of one's officers."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from motcua.identity.models import Absence, Account
from motcua.identity.values import Role, Viewer
from motcua.kernel.calendar import local_day


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """Who is away, between which days, and who stands in."""

    key: UUID
    name: str
    cover_name: str
    begins_on: date
    ends_on: date
    reason: str
    entered_by: str


def absences(*, viewer: Viewer, at: datetime) -> tuple[AbsenceView, ...]:
    """Give the absences that are not over: one's own or covered, and all below for a head."""
    today = local_day(at)
    mine = Q(account__key=viewer.key) | Q(cover__key=viewer.key)
    for path in viewer.paths(Role.APPROVER):
        mine |= Q(account__memberships__agency__path__startswith=path)
    rows = (
        Absence.objects.select_related("account", "cover")
        .filter(mine, ended_at=None, ends_on__gte=today)
        .order_by("begins_on", "pk")
        .distinct()[:200]
    )
    return tuple(
        AbsenceView(
            key=row.key,
            name=row.account.full_name,
            cover_name=row.cover.full_name,
            begins_on=row.begins_on,
            ends_on=row.ends_on,
            reason=row.reason,
            entered_by=row.entered_by,
        )
        for row in rows
    )


def colleagues(*, viewer: Viewer, at: datetime) -> tuple[tuple[UUID, str], ...]:
    """Give key and name of the officers of the viewer's agencies, by name (at most 500)."""
    where = Q(pk__in=[])
    for path in viewer.paths():
        where |= Q(memberships__agency__path__startswith=path)
    found = (
        Account.objects.filter(where, is_active=True, memberships__valid_from__lte=at)
        .filter(Q(memberships__valid_to=None) | Q(memberships__valid_to__gt=at))
        .order_by("full_name", "key")
        .distinct()
        .values_list("key", "full_name")[:500]
    )
    return tuple(found)
