"""The pages through which people come in and go out."""

from allauth.account.adapter import get_adapter
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from motcua.identity import actions
from motcua.identity.rules.limits import REGISTRATIONS, RateExceeded
from motcua.identity.rules.profiles import AccountRefused
from motcua.web import assistance, clock, formats, kept, pages, refusals
from motcua.web.accounts import sessions
from motcua.web.http import Request, place_of, safe_path

REGISTRATION = ("full_name", "phone", "email", "password")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: Request) -> HttpResponse:
    """Ask for a name and a password."""
    to = safe_path(request.POST.get("next") or request.GET.get("next"), "")
    if not request.viewer.anonymous:
        return HttpResponseRedirect(to or get_adapter().get_login_redirect_url(request))
    typed = request.POST.get("login", "").strip()
    if request.method != "POST":
        return _log_in_page(request, typed, {}, to=to, status=200)
    password = request.POST.get("password", "")
    errors = _missing(typed, password)
    if errors:
        return _log_in_page(request, typed, errors, to=to, status=422)
    try:
        account = get_adapter(request).authenticate(request, username=typed, password=password)
    except ValidationError as refused:
        return _log_in_page(request, typed, {"": refused.messages[0]}, to=to, status=429)
    if account is None:
        errors = {"login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Bạn hãy nhập lại.")}
        return _log_in_page(request, typed, errors, to=to, status=422)
    return sessions.enter(request, account, method="password", to=to)


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: Request) -> HttpResponse:
    """Open an account for a citizen and let them in."""
    to = safe_path(request.POST.get("next") or request.GET.get("next"), "")
    if not request.viewer.anonymous:
        return HttpResponseRedirect(to or "/")
    typed = {name: request.POST.get(name, "") for name in REGISTRATION}
    shown = {**typed, "password": ""}
    if request.method != "POST":
        context = {"typed": shown, "errors": {}, "next": to}
        return pages.render(request, "account/signup.html", context)
    try:
        _count_registration(request)
        actions.register(
            full_name=typed["full_name"],
            phone=typed["phone"],
            email=typed["email"],
            password=typed["password"],
            by=request.viewer,
            at=clock.now(),
        )
    except RateExceeded as refused:
        return refusals.page(request, refused)
    except AccountRefused as refused:
        errors = {name: formats.say(words) for name, words in refused.problems.items()}
        context = {"typed": shown, "errors": errors, "next": to}
        return pages.render(request, "account/signup.html", context, status=422)
    account = authenticate(request, username=typed["phone"], password=typed["password"])
    if account is None:
        return HttpResponseRedirect("/dang-nhap/")
    return sessions.enter(request, account, method="password", to=to)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_out(request: Request) -> HttpResponse:
    """End the session; a GET asks first."""
    if request.viewer.anonymous:
        return HttpResponseRedirect("/")
    if request.method != "POST":
        return pages.render(request, "account/logout.html")
    assistance.leave(request, at=clock.now())
    sessions.leave(request)
    response = pages.render(request, "account/logged_out.html")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@never_cache
def give_back(request: Request) -> HttpResponse:
    """Give back what was typed before the log-in, with one button to send it again."""
    stored = kept.take(request)
    if request.viewer.anonymous or stored is None:
        return HttpResponseRedirect("/")
    path, fields = stored
    return pages.render(request, "account/kept.html", {"path": path, "fields": fields})


@require_POST
def forget(request: Request) -> HttpResponse:
    """Drop what was typed before the log-in."""
    kept.forget(request)
    return HttpResponseRedirect("/")


def _missing(typed: str, password: str) -> dict[str, str]:
    errors = {}
    if not typed:
        errors["login"] = _("Bạn hãy nhập số điện thoại, thư điện tử hoặc tên đăng nhập.")
    if not password:
        errors["password"] = _("Bạn hãy nhập mật khẩu.")
    return errors


def _log_in_page(
    request: Request, typed: str, errors: dict[str, str], *, to: str, status: int
) -> HttpResponse:
    context = {"typed": typed, "errors": errors, "next": to}
    return pages.render(request, "account/login.html", context, status=status)


def _count_registration(request: Request) -> None:
    actions.consume(
        key=f"register:{place_of(request)}",
        limit=REGISTRATIONS.attempts,
        window=REGISTRATIONS.window,
        at=clock.now(),
    )
