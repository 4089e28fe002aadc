"""Giving roles in agencies, and taking them back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies.queries import agency
from motcua.identity.events import RoleGranted, RoleRevoked, subject_of
from motcua.identity.models import Account, Membership
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence


class GrantRefused(Refused):
    """Somebody may not give or take this role here."""


@transaction.atomic
def grant(*, account_key: UUID, role: Role, agency_code: str, by: Viewer, at: datetime) -> bool:
    """Give an account a role in an agency from now on; False where it holds it already.

    Raises GrantRefused unless `by` is the system or its administrator over that agency, and where
    somebody gives a role to themselves; AgencyUnknown.
    """
    _check(account_key, agency_code, by)
    account = Account.objects.select_for_update().get(key=account_key)
    _, given = Membership.objects.get_or_create(
        account=account,
        role=role.value,
        agency_id=agency_code,
        valid_to=None,
        defaults={"valid_from": at},
    )
    if given:
        event = RoleGranted(subject=subject_of(account_key), role=role, agency_code=agency_code)
        record(event=event, by=by.actor, at=at)
    return given


@transaction.atomic
def revoke(*, account_key: UUID, role: Role, agency_code: str, by: Viewer, at: datetime) -> bool:
    """Take a role in an agency back from now on; False where it is not held. Raises as `grant`."""
    _check(account_key, agency_code, by)
    ended = Membership.objects.filter(
        account__key=account_key, role=role.value, agency_id=agency_code, valid_to=None
    ).update(valid_to=at)
    if ended:
        event = RoleRevoked(subject=subject_of(account_key), role=role, agency_code=agency_code)
        record(event=event, by=by.actor, at=at)
    return bool(ended)


def _check(account_key: UUID, agency_code: str, by: Viewer) -> None:
    path = agency(agency_code).path
    if by.kind == "system":
        return
    if Role.SYSTEM_ADMIN not in by.roles_at(path):
        raise GrantRefused(
            Sentence(
                "Chỉ quản trị hệ thống của cơ quan này mới giao hoặc thu hồi được vai trò.",
                "Only the system administrator of this agency may give or take roles.",
            )
        )
    if by.key == account_key:
        raise GrantRefused(
            Sentence(
                "Bạn không thể tự giao hoặc tự thu hồi vai trò của chính mình.",
                "You cannot give yourself a role or take it from yourself.",
            )
        )
