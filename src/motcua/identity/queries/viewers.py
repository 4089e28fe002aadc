"""Making the Viewer from rows."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from motcua.identity.models import Absence, Account, Membership
from motcua.identity.values import ANONYMOUS, CitizenProfile, Grant, Role, StandIn, Viewer
from motcua.kernel.calendar import HANOI


def viewer_of(account_key: UUID, *, at: datetime, second_factor: bool = False) -> Viewer:
    """Give the viewer of an account at a moment, in two queries; ANONYMOUS if unknown or closed."""
    account = Account.objects.filter(key=account_key).first()
    return viewer_for(account, at=at, second_factor=second_factor) if account else ANONYMOUS


def viewer_for(account: object, *, at: datetime, second_factor: bool = False) -> Viewer:
    """Give the viewer of an account whose row the session has read already, in one query."""
    if not isinstance(account, Account) or not account.is_active:
        return ANONYMOUS
    grants, standing_in = _grants(account, at)
    return Viewer(
        key=account.key,
        name=account.full_name,
        grants=grants,
        citizen=_profile(account) if account.phone_mark or not grants else None,
        second_factor=second_factor,
        standing_in=standing_in,
    )


def _grants(account: Account, at: datetime) -> tuple[tuple[Grant, ...], tuple[StandIn, ...]]:
    """Give an account's own grants, and those of the absent officers it covers today."""
    today = at.astimezone(HANOI).date()
    absent = Absence.objects.filter(
        cover=account, begins_on__lte=today, ends_on__gte=today, ended_at=None
    )
    held = (
        Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gt=at))
        .filter(Q(account=account) | Q(account__key__in=absent.values("account")))
        .filter(valid_from__lte=at)
        .order_by("agency__path", "role")
        .values_list("account__key", "account__full_name", "role", "agency__code", "agency__path")
    )
    by_holder: dict[tuple[UUID, str], list[Grant]] = {}
    for key, name, role, code, path in held:
        by_holder.setdefault((key, name), []).append(Grant(Role(role), code, path))
    own = tuple(by_holder.pop((account.key, account.full_name), ()))
    return own, tuple(
        StandIn(key, name, tuple(grants)) for (key, name), grants in by_holder.items()
    )


def _profile(account: Account) -> CitizenProfile:
    born_on = account.born_on
    return CitizenProfile(
        key=account.key,
        full_name=account.full_name,
        citizen_id=account.citizen_id,
        born_on=date.fromisoformat(born_on) if born_on else None,
        phone=account.phone,
        email=account.email,
        address=account.address,
    )
