"""Setting a password: long enough, not a common one, not one's own name."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from motcua.identity.events import PasswordChanged, subject_of
from motcua.identity.models import Account
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence

WEAKNESSES = {
    "password_too_short": Sentence(
        "Mật khẩu này ngắn quá. Bạn hãy đặt ít nhất 10 ký tự.",
        "This password is too short. Use at least 10 characters.",
    ),
    "password_too_similar": Sentence(
        "Mật khẩu này gần giống tên, số điện thoại hoặc thư điện tử của bạn. "
        "Bạn hãy đặt mật khẩu khác.",
        "This password is too much like your name, phone number or email. Choose another one.",
    ),
    "password_too_common": Sentence(
        "Nhiều người dùng mật khẩu này nên rất dễ bị đoán. Bạn hãy đặt mật khẩu khác.",
        "Many people use this password, so it is easily guessed. Choose another one.",
    ),
    "password_entirely_numeric": Sentence(
        "Mật khẩu chỉ có chữ số thì dễ bị đoán. Bạn hãy thêm vài chữ cái.",
        "A password of digits only is easily guessed. Add some letters.",
    ),
}


def password_problems(password: str, account: Account) -> dict[str, Sentence]:
    """Give what is wrong with a password for this account, under the name `password`."""
    try:
        validate_password(password, account)
    except ValidationError as refused:
        said = [WEAKNESSES[str(error.code)] for error in refused.error_list]
        vi, en = (" ".join(getattr(one, tongue) for one in said) for tongue in ("vi", "en"))
        return {"password": Sentence(vi, en)}
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
