"""Letting somebody in: the one seam for every way of proving who one is."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.identity.events import SignedIn, subject_of
from motcua.identity.models import Account
from motcua.identity.values import AccountView, Viewer
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.words import Refused, Sentence


class SignInRefused(Refused):
    """An account is closed."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Tài khoản này đã bị khóa. Bạn hãy liên hệ bộ phận một cửa nơi bạn ở để được giúp.",
                "This account is closed. Ask the one-stop desk where you live for help.",
            )
        )


@transaction.atomic
def sign_in(*, account_key: UUID, method: str, by: Viewer, at: datetime) -> AccountView:
    """Note that the holder of an account came in by `method` (`password`, later an issuer's name).

    `by` is who they were until then, as a rule nobody. Raises SignInRefused for a closed account.
    What a session is, is the door's affair.
    """
    account = Account.objects.get(key=account_key)
    if not account.is_active:
        raise SignInRefused
    Account.objects.filter(pk=account.pk).update(last_login=at)
    actor = by.actor
    if by.anonymous:
        actor = Actor(kind="account", key=str(account.key), name=account.full_name)
    record(event=SignedIn(subject=subject_of(account.key), method=method), by=actor, at=at)
    return AccountView(
        key=account.key,
        username=account.username,
        name=account.full_name,
        active=account.is_active,
        simulated=account.simulated,
    )
