"""Opening accounts: people open their own, administrators open those of officers."""

import uuid
from datetime import datetime
from functools import cache
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.identity.actions.passwords import password_problems
from motcua.identity.events import AccountRegistered, OfficerCreated, subject_of
from motcua.identity.models import Account
from motcua.identity.models.sealed import mark
from motcua.identity.rules import profiles
from motcua.identity.rules.profiles import AccountRefused, Profile
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence


class CreationRefused(Refused):
    """Somebody may not open accounts for officers."""


@transaction.atomic
def register(
    *,
    full_name: str,
    phone: str,
    password: str,
    email: str = "",
    simulated: bool = False,
    by: Viewer,
    at: datetime,
) -> UUID:
    """Open a citizen's account and give its key; raises AccountRefused with every problem."""
    account, problems = _described(Profile(full_name, phone, email), at=at)
    account.username = f"cd-{account.key.hex[:16]}"
    account.simulated = simulated
    _save(account, password, problems)
    actor = by.actor
    if by.anonymous:
        actor = Actor(kind="account", key=str(account.key), name=account.full_name)
    record(event=AccountRegistered(subject=subject_of(account.key)), by=actor, at=at)
    return account.key


@transaction.atomic
def create_officer(
    *,
    username: str,
    full_name: str,
    password: str,
    email: str = "",
    simulated: bool = False,
    by: Viewer,
    at: datetime,
) -> UUID:
    """Open an officer's account, without any role yet, and give its key.

    Raises CreationRefused unless `by` is the system or an administrator of it, AccountRefused with
    every problem of what was said.
    """
    if by.kind != "system" and not by.paths(Role.SYSTEM_ADMIN):
        raise CreationRefused(
            Sentence(
                "Chỉ quản trị hệ thống mới tạo được tài khoản cho cán bộ.",
                "Only a system administrator may open accounts for officers.",
            )
        )
    account, problems = _described(Profile(full_name, "", email), at=at, phone_required=False)
    account.username, wrong = profiles.check_login_name(username)
    if Account.objects.filter(username=account.username).exists():
        wrong = {"username": profiles.LOGIN_NAME_TAKEN}
    account.simulated = simulated
    _save(account, password, wrong | problems)
    record(event=OfficerCreated(subject=subject_of(account.key)), by=by.actor, at=at)
    return account.key


def _described(
    said: Profile, *, at: datetime, phone_required: bool = True
) -> tuple[Account, dict[str, Sentence]]:
    profile, problems = profiles.check(said, on=local_day(at), phone_required=phone_required)
    account = Account(key=uuid.uuid4(), full_name=profile.full_name, created_at=at)
    account.email = profile.email
    account.phone = profile.phone
    return account, taken(account) | problems


def taken(account: Account) -> dict[str, Sentence]:
    """Give what of this account already belongs to another one."""
    others = Account.objects.exclude(key=account.key)
    problems = {}
    if account.phone and others.filter(phone_mark=mark("phone", account.phone)).exists():
        problems["phone"] = profiles.PHONE_TAKEN
    if account.email and others.filter(email__iexact=account.email).exists():
        problems["email"] = profiles.EMAIL_TAKEN
    return problems


def _save(account: Account, password: str, problems: dict[str, Sentence]) -> None:
    problems = problems | password_problems(password, account)
    if problems:
        raise AccountRefused(problems)
    account.password = _one_hash(password) if account.simulated else make_password(password)
    account.save(force_insert=True)


@cache
def _one_hash(password: str) -> str:
    """Hash the password that simulated people share once, not once for each of them."""
    return make_password(password)
