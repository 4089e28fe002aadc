"""Making the Viewer from rows."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.identity.models import Account
from motcua.identity.values import ANONYMOUS, CitizenProfile, Grant, Role, StandIn, Viewer
from motcua.kernel.calendar import local_day

_HELD = """
SELECT NULL, '', held.role, held.agency_code, there.path
  FROM identity_membership held
  JOIN agencies_agency there ON there.code = held.agency_code
 WHERE held.account_id = %s
   AND held.valid_from <= %s AND (held.valid_to IS NULL OR held.valid_to > %s)
UNION
SELECT absent.key, absent.full_name, held.role, held.agency_code, there.path
  FROM identity_absence away
  JOIN identity_account absent ON absent.key = away.account_id
  JOIN identity_membership held ON held.account_id = absent.id
  JOIN agencies_agency there ON there.code = held.agency_code
 WHERE away.cover_id = %s AND away.begins_on <= %s AND away.ends_on >= %s
   AND away.ended_at IS NULL
   AND held.valid_from <= %s AND (held.valid_to IS NULL OR held.valid_to > %s)
ORDER BY 5, 3"""
"""Grants by holder (NULL: the account's own); asked for every page, so without the ORM."""


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
    own: list[Grant] = []
    by_absent: dict[tuple[UUID, str], list[Grant]] = {}
    for key, name, role, code, path in _held(account, at):
        held = by_absent.setdefault((UUID(str(key)), name), []) if key else own
        held.append(Grant(Role(role), code, path))
    return tuple(own), tuple(
        StandIn(key, name, tuple(grants)) for (key, name), grants in by_absent.items()
    )


def _held(account: Account, at: datetime) -> list[tuple[Any, str, str, str, str]]:
    on, moment = local_day(at), connection.ops.adapt_datetimefield_value(at)
    today = connection.ops.adapt_datefield_value(on)
    key = account.key if connection.features.has_native_uuid_field else account.key.hex
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [account.pk, moment, moment, key, today, today, moment, moment])
        found: list[tuple[Any, str, str, str, str]] = cursor.fetchall()
    return found


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
