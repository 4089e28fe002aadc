"""How allauth asks us: our counters, our words, our addresses."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from motcua.identity import actions
from motcua.identity.queries import viewer_for
from motcua.identity.rules.limits import RateExceeded
from motcua.identity.rules.names import login_name_of, phone_of
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import ANONYMOUS
from motcua.web import clock, formats, refusals
from motcua.web.accounts.mail import send_password_reset
from motcua.web.http import place_of, safe_path

FRESH_SECONDS = 300


def _nothing() -> None:
    """Stand in where no attempt was counted."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth's adapter for this house."""

    rightful: Callable[[], None] = staticmethod(_nothing)

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_password": _("Mật khẩu này chưa đúng."),
        "invalid_password_reset": _("Đường dẫn đặt lại mật khẩu không còn dùng được."),
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; past the limit it is refused before the password is looked at."""
        typed = str(credentials.get("username", ""))
        name = phone_of(typed) or login_name_of(typed)
        try:
            self.rightful = actions.attempt_sign_in(
                name=name, place=place_of(request), at=clock.now()
            )
        except RateExceeded as refused:
            raise ValidationError(formats.say(refused.sentence), code="rate_exceeded") from refused

    def _rollback_login_failed_rl_usage(self) -> None:
        self.rightful()

    def pre_login(self, request: HttpRequest, user: Any, **_told: Any) -> HttpResponse | None:
        """Refuse a closed account, in words."""
        if user.is_active:
            return None
        return refusals.page(request, actions.SignInRefused())

    def login(self, request: HttpRequest, user: Any) -> None:
        """Note who came in, then give them a session."""
        records = get_authentication_records(request, user)
        method = str(records[0]["method"]) if records else "outside"
        actions.sign_in(account_key=user.key, method=method, by=ANONYMOUS, at=clock.now())
        super().login(request, user)

    def add_message(self, *_args: Any, **_kwargs: Any) -> None:
        """Say nothing of allauth's own; our pages say what they did."""

    def set_password(self, user: Any, password: str) -> None:
        """Set a password by our own verb."""
        at = clock.now()
        actions.change_password(
            account_key=user.key, password=password, by=viewer_for(user, at=at), at=at
        )
        user.refresh_from_db()

    def clean_password(self, password: str, user: Any = None) -> str:
        """Refuse a weak password in the reader's language."""
        try:
            actions.check_password(password=password, account_key=user.key)
        except AccountRefused as refused:
            raise ValidationError(formats.say(refused.sentence)) from refused
        return password

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send officers to their desk and everybody else home."""
        viewer = viewer_for(request.user, at=clock.now())
        return "/ban-lam-viec/" if viewer.is_officer else "/"

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Send a new citizen home."""
        return "/"

    def get_client_ip(self, request: HttpRequest) -> str:
        """Give the network address, as our own counters read it."""
        return place_of(request)

    def is_safe_url(self, url: str | None) -> bool:
        """Take only paths of this site."""
        return bool(url) and safe_path(url, "") != ""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again, except in the first five minutes after it was typed."""
        request = context.request
        records = get_authentication_records(request, request.user)
        typed_at = [record["at"] for record in records if record.get("method") == "password"]
        return not typed_at or clock.now().timestamp() - max(typed_at) > FRESH_SECONDS

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send the one letter of ours, the way to a new password."""
        if template_prefix == "account/email/password_reset_key":
            address = str(context["password_reset_url"])
            send_password_reset(account=context["user"], to=email, address=address)
