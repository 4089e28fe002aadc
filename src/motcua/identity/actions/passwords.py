"""Setting a password: long enough, not a common one, not one's own name."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from motcua.identity.events import PasswordChanged, subject_of
from motcua.identity.models import Account
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence


def password_problems(password: str, account: Account) -> dict[str, Sentence]:
    """Give what is wrong with a password for this account, under the name `password`."""
    try:
        validate_password(password, account)
    except ValidationError as refused:
        said = {}
        for language in ("vi", "en"):
            with translation.override(language):
                said[language] = " ".join(str(message) for message in refused.messages)
        return {"password": Sentence(said["vi"], said["en"])}
    return {}


def check_password(*, password: str, account_key: UUID) -> None:
    """Refuse a password that is too weak for this account: AccountRefused."""
    problems = password_problems(password, Account.objects.get(key=account_key))
    if problems:
        raise AccountRefused(problems)


@transaction.atomic
def change_password(*, account_key: UUID, password: str, by: Viewer, at: datetime) -> None:
    """Give an account a new password; raises AccountRefused for a weak one."""
    account = Account.objects.select_for_update().get(key=account_key)
    problems = password_problems(password, account)
    if problems:
        raise AccountRefused(problems)
    account.set_password(password)
    account.save(update_fields=["password"])
    record(event=PasswordChanged(subject=subject_of(account.key)), by=by.actor, at=at)
