"""The second factor: setting up an app for one-time codes, and coming on to where one was going."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpResponse
from django.urls import reverse

from motcua.web.http import safe_path

NEXT = "second_factor_next"


class Activate(ActivateTOTPView):  # type: ignore[misc]  # allauth has no types
    """allauth's page, where the code just typed also counts for this session."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Remember where the reader was going."""
        to = safe_path(request.GET.get("next"), "")
        if to:
            request.session[NEXT] = to
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Set the app up."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, method="mfa", type=Authenticator.Type.TOTP.value
        )
        return response

    def get_success_url(self) -> str:
        """Go on to the codes for when the telephone is lost."""
        return reverse("mfa_view_recovery_codes")


activate = Activate.as_view()
