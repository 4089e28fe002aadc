"""allauth's forms for one-time codes, with our counter and no code taken twice."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.identity import actions
from motcua.identity.rules.limits import SECOND_FACTOR, RateExceeded
from motcua.web import clock, formats

# A code is right for three periods of 30 seconds, so it is remembered for longer than that.
SECONDS_REMEMBERED = 120


class _Counted:
    """Counts attempts at a code and refuses one that was taken before."""

    user: Any
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["required"] = _("Bạn hãy nhập mã.")

    def clean_code(self) -> str:
        """Check the code."""
        key, window, at = f"second-factor:{self.user.key}", SECOND_FACTOR.window, clock.now()
        try:
            actions.consume(key=key, limit=SECOND_FACTOR.attempts, window=window, at=at)
        except RateExceeded as refused:
            raise ValidationError(formats.say(refused.sentence), code="rate_exceeded") from refused
        code = str(super().clean_code())  # type: ignore[misc]  # from the form it is mixed into
        if not cache.add(f"code:{self.user.key}:{code}", 1, SECONDS_REMEMBERED):
            raise get_adapter().validation_error("incorrect_code")
        actions.give_back(key=key, window=window, at=at)
        return code


class AuthenticateForm(_Counted, base.AuthenticateForm):  # type: ignore[misc]  # allauth: no types
    """Asks for a code at the log-in."""


class ReauthenticateForm(_Counted, base.ReauthenticateForm):  # type: ignore[misc]  # allauth: no types
    """Asks for a code again before something that matters."""


class ActivateForm(_Counted, totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth: no types
    """Asks for the first code of a new app."""
