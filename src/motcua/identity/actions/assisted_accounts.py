"""Opening an account for somebody at a counter, who sets a password later by the link they get."""

import uuid
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction

from motcua.identity.actions.assistance import acting_as, consume_codes
from motcua.identity.actions.passwords import password_problems
from motcua.identity.actions.registering import taken
from motcua.identity.events import AccountRegistered, PasswordChanged, subject_of
from motcua.identity.models import Account
from motcua.identity.queries.assistance import WELCOME
from motcua.identity.rules import profiles
from motcua.identity.rules.profiles import AccountRefused, Profile
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence

LINK_LASTS = timedelta(days=7)
NUMBER_MISSING = Sentence(
    "Bạn hãy nhập số định danh, 12 số trên thẻ căn cước.",
    "Enter the identity number, the 12 digits on the identity card.",
)


class FirstPasswordRefused(Refused):
    """The link is no longer good."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Đường dẫn này không còn dùng được. Nếu bạn đã đặt mật khẩu, hãy đăng nhập; nếu "
                "chưa, hãy đến bộ phận một cửa gần nhất để được giúp.",
                "This link no longer works. Log in if you have set a password; if not, ask the "
                "nearest one-stop desk for help.",
            )
        )


def register_helped(
    *, full_name: str, citizen_id: str, phone: str, by: Viewer, at: datetime
) -> UUID:
    """Open a citizen's account without a password; gives its key.

    Nobody can log in to it until its phone's holder sets a password. Call outside a transaction.
    Raises HelpRefused, RateExceeded, AccountRefused with every problem.
    """
    acting_as(by)
    consume_codes(phone, by=by, at=at)
    profile, problems = profiles.check(
        Profile(full_name, phone, citizen_id=citizen_id), on=local_day(at)
    )
    if not profile.citizen_id:
        problems = {"citizen_id": NUMBER_MISSING} | problems
    account = Account(key=uuid.uuid4(), full_name=profile.full_name, created_at=at)
    account.username = f"cd-{account.key.hex[:16]}"
    account.phone, account.citizen_id = profile.phone, profile.citizen_id
    account.set_unusable_password()
    with transaction.atomic():
        problems = taken(account) | problems
        if problems:
            raise AccountRefused(problems)
        account.save(force_insert=True)
        record(event=AccountRegistered(subject=subject_of(account.key)), by=by.actor, at=at)
    return account.key


def check_first_password(*, token: str) -> UUID:
    """Give the account whose first password this token sets; raises FirstPasswordRefused."""
    try:
        key = UUID(signing.loads(token, salt=WELCOME, max_age=LINK_LASTS))
    except (signing.BadSignature, ValueError) as wrong:
        raise FirstPasswordRefused from wrong
    row = Account.objects.filter(key=key, is_active=True).first()
    if row is None or row.has_usable_password():
        raise FirstPasswordRefused
    return key


@transaction.atomic
def set_first_password(*, token: str, password: str, by: Viewer, at: datetime) -> None:
    """Set the first password of an account; raises FirstPasswordRefused, AccountRefused.

    The token is the proof; whoever opens the link, as a rule nobody (`by`), is the holder.
    """
    account = Account.objects.select_for_update().get(key=check_first_password(token=token))
    problems = password_problems(password, account)
    if problems:
        raise AccountRefused(problems)
    account.set_password(password)
    account.save(update_fields=["password"])
    actor = by.actor
    if by.anonymous:
        actor = Actor(kind="account", key=str(account.key), name=account.full_name)
    record(event=PasswordChanged(subject=subject_of(account.key)), by=actor, at=at)
