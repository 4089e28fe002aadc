"""Finding accounts."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Q

from motcua.identity.models import Account
from motcua.identity.models.sealed import mark, unseal_secret
from motcua.identity.rules.names import email_of, login_name_of, phone_of
from motcua.identity.rules.one_time import code_at
from motcua.identity.values import AccountView, Role
from motcua.kernel.words import Refused, Sentence


class AccountUnknown(Refused):
    """There is no such account."""

    def __init__(self) -> None:
        super().__init__(Sentence("Không có tài khoản này.", "There is no such account."))


def account(account_key: UUID) -> AccountView:
    """Give an account by its key; raises AccountUnknown."""
    return _view(Account.objects.filter(key=account_key).first())


def account_named(username: str) -> AccountView:
    """Give an account by its login name; raises AccountUnknown."""
    return _view(Account.objects.filter(username=login_name_of(username)).first())


def account_of_login(typed: str) -> AccountView:
    """Give the account that somebody means by a phone number, an e-mail address or a login name.

    Raises AccountUnknown. A phone number is looked for by its mark, in whatever way it is written.
    """
    wanted = Q(username=login_name_of(typed))
    if "@" in typed:
        wanted |= Q(email=email_of(typed))
    phone = phone_of(typed)
    if phone:
        wanted |= Q(phone_mark=mark("phone", phone))
    return _view(Account.objects.filter(wanted).order_by("id").first())


def officers_at(path: str, role: Role, *, at: datetime) -> tuple[AccountView, ...]:
    """Give the officers who hold `role` over the agency at `path`, there or anywhere above it."""
    steps = [step for step in path.split(".") if step]
    above = [".".join(steps[: depth + 1]) + "." for depth in range(len(steps))]
    found = (
        Account.objects.filter(is_active=True, memberships__role=role.value)
        .filter(memberships__agency__path__in=above, memberships__valid_from__lte=at)
        .filter(Q(memberships__valid_to=None) | Q(memberships__valid_to__gt=at))
        .order_by("full_name", "id")
        .distinct()
    )
    return tuple(_view(row) for row in found)


def has_second_factor(account_key: UUID) -> bool:
    """Tell whether an account has set up one-time codes."""
    held = Authenticator.objects.filter(user__key=account_key, type=Authenticator.Type.TOTP)
    return bool(held.exists())


def one_time_code(username: str, *, at: datetime) -> str:
    """Give the current one-time code of a simulated account of a demonstration.

    Raises AccountUnknown for anybody else: a code of a real person is nobody else's business.
    """
    secret = Authenticator.objects.filter(
        user__username=login_name_of(username),
        user__simulated=settings.DEMONSTRATION,
        user__is_active=True,
        type=Authenticator.Type.TOTP,
    ).first()
    if secret is None or not settings.DEMONSTRATION:
        raise AccountUnknown
    return code_at(unseal_secret(secret.data["secret"]), at)


def _view(row: Account | None) -> AccountView:
    if row is None:
        raise AccountUnknown
    return AccountView(
        key=row.key,
        username=row.username,
        name=row.full_name,
        active=row.is_active,
        simulated=row.simulated,
    )
