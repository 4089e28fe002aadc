"""The letter that brings somebody to a new password."""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _


def send_account_mail(*, to: str, address: str) -> None:
    """Send the address where a new password can be set."""
    words = _(
        "Bạn (hoặc ai đó) vừa yêu cầu đặt lại mật khẩu cho tài khoản Một cửa.\n\n"
        "Bạn hãy mở đường dẫn sau để đặt mật khẩu mới:\n%(address)s\n\n"
        "Nếu không phải bạn yêu cầu, bạn không cần làm gì: mật khẩu cũ vẫn giữ nguyên."
    ) % {"address": address}
    EmailMessage(
        subject=_("Đặt lại mật khẩu Một cửa"),
        body=words,
        from_email=settings.MAIL_FROM,
        to=[to],
        connection=get_connection(),
    ).send()
