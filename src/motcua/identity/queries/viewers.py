"""Making the Viewer from rows."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from motcua.identity.models import Account, Membership
from motcua.identity.values import ANONYMOUS, CitizenProfile, Grant, Role, Viewer


def viewer_of(account_key: UUID, *, at: datetime, second_factor: bool = False) -> Viewer:
    """Give the viewer of an account at a moment, in two queries; ANONYMOUS if unknown or closed."""
    account = Account.objects.filter(key=account_key).first()
    return viewer_for(account, at=at, second_factor=second_factor) if account else ANONYMOUS


def viewer_for(account: object, *, at: datetime, second_factor: bool = False) -> Viewer:
    """Give the viewer of an account whose row the session has read already, in one query."""
    if not isinstance(account, Account) or not account.is_active:
        return ANONYMOUS
    grants = _grants(account, at)
    return Viewer(
        key=account.key,
        name=account.full_name,
        grants=grants,
        citizen=_profile(account) if account.phone_mark or not grants else None,
        second_factor=second_factor,
    )


def _grants(account: Account, at: datetime) -> tuple[Grant, ...]:
    held = (
        Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gt=at))
        .filter(account=account, valid_from__lte=at)
        .order_by("agency__path", "role")
        .values_list("role", "agency__code", "agency__path")
    )
    return tuple(Grant(Role(role), code, path) for role, code, path in held)


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
