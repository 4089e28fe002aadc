"""Changing what a person told about themselves."""

from datetime import datetime

from django.db import transaction

from motcua.identity.actions.registering import taken
from motcua.identity.events import ProfileChanged, subject_of
from motcua.identity.models import Account
from motcua.identity.queries import AccountUnknown
from motcua.identity.rules import profiles
from motcua.identity.rules.profiles import AccountRefused, Profile
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day

FIELDS = ("full_name", "phone", "email", "citizen_id", "born_on", "address")


@transaction.atomic
def change_profile(*, profile: Profile, by: Viewer, at: datetime) -> tuple[str, ...]:
    """Store `by`'s own profile and give the names of what changed; raises AccountRefused."""
    if by.key is None:
        raise AccountUnknown
    account = Account.objects.select_for_update().get(key=by.key)
    checked, problems = profiles.check(
        profile, on=local_day(at), phone_required=bool(account.phone)
    )
    before = [getattr(account, name) for name in FIELDS]
    _take(account, checked)
    problems = taken(account) | problems
    if problems:
        raise AccountRefused(problems)
    after = [getattr(account, name) for name in FIELDS]
    compared = zip(FIELDS, before, after, strict=True)
    changed = tuple(name for name, old, new in compared if old != new)
    if changed:
        account.save()
        event = ProfileChanged(subject=subject_of(account.key), fields=changed)
        record(event=event, by=by.actor, at=at)
    return changed


def _take(account: Account, profile: Profile) -> None:
    account.full_name = profile.full_name
    account.email = profile.email
    account.phone = profile.phone
    account.citizen_id = profile.citizen_id
    account.born_on = profile.born_on.isoformat() if profile.born_on else ""
    account.address = profile.address
