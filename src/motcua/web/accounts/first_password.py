"""The page where somebody whose account was opened at a counter sets their first password."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from motcua.identity import actions
from motcua.identity.rules.profiles import AccountRefused
from motcua.web import clock, formats, pages
from motcua.web.http import Request


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def first_password(request: Request, token: str) -> HttpResponse:
    """Ask for the first password; the link is proof enough, and works once."""
    if request.method != "POST":
        actions.check_first_password(token=token)
        return pages.render(request, "account/first_password.html", {"errors": {}})
    try:
        actions.set_first_password(
            token=token,
            password=request.POST.get("password", ""),
            by=request.viewer,
            at=clock.now(),
        )
    except AccountRefused as refused:
        errors = {name: formats.say(words) for name, words in refused.problems.items()}
        return pages.render(request, "account/first_password.html", {"errors": errors}, status=422)
    messages.success(request, _("Đã đặt mật khẩu. Bạn đăng nhập bằng số điện thoại của mình."))
    return HttpResponseRedirect(reverse("account_login"))
