"""A person's own account: what we know, changing it, a new password."""

from datetime import date
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from motcua.agencies.queries import agency
from motcua.identity import actions, queries
from motcua.identity.rules.names import phone_shown
from motcua.identity.rules.profiles import AccountRefused, Profile
from motcua.kernel.words import Sentence
from motcua.web import clock, formats, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request

TYPED = ("full_name", "phone", "email", "citizen_id", "address")
PARTS = ("day", "month", "year")
DAY_WRONG = Sentence(
    "Ngày sinh chưa đúng. Bạn hãy nhập ngày, tháng, năm, ví dụ 27 3 1990.",
    "The date of birth is wrong. Enter day, month and year, such as 27 3 1990.",
)


@citizen_required
@never_cache
def overview(request: Request) -> HttpResponse:
    """Show what the account holds and what can be done with it."""
    key = request.viewer.key
    protected = key is not None and queries.has_second_factor(key)
    roles = [(grant.role, agency(grant.agency_code).name) for grant in request.viewer.grants]
    return pages.render(request, "account/overview.html", {"protected": protected, "roles": roles})


@citizen_required
@never_cache
def details(request: Request) -> HttpResponse:
    """Ask for the details that forms are filled in from."""
    profile = request.viewer.citizen
    if request.method != "POST":
        known: dict[str, Any] = {name: getattr(profile, name, "") for name in TYPED}
        known["full_name"] = request.viewer.name
        known["phone"] = phone_shown(known["phone"])
        known["born_on"] = _parts(profile.born_on if profile else None)
        return pages.render(request, "account/details.html", {"typed": known, "errors": {}})
    typed = {name: request.POST.get(name, "") for name in TYPED}
    parts = {part: request.POST.get(f"born_on-{part}", "").strip() for part in PARTS}
    problems = _change_details(request, typed, parts)
    if problems:
        errors = {name: formats.say(words) for name, words in problems.items()}
        context = {"typed": {**typed, "born_on": parts}, "errors": errors}
        return pages.render(request, "account/details.html", context, status=422)
    messages.success(request, _("Đã lưu thông tin của bạn."))
    return HttpResponseRedirect(reverse("web:account"))


def _change_details(
    request: Request, typed: dict[str, str], parts: dict[str, str]
) -> dict[str, Sentence]:
    said = [parts[part] for part in reversed(PARTS)]
    try:
        born_on = date(*map(int, said)) if any(said) else None
    except (ValueError, OverflowError):
        return {"born_on": DAY_WRONG}
    try:
        profile = Profile(**typed, born_on=born_on)
        actions.change_profile(profile=profile, by=request.viewer, at=clock.now())
    except AccountRefused as refused:
        return refused.problems
    return {}


def _parts(on: date | None) -> dict[str, str]:
    if on is None:
        return dict.fromkeys(PARTS, "")
    return {"day": str(on.day), "month": str(on.month), "year": str(on.year)}


@citizen_required
@never_cache
@sensitive_post_parameters("old_password", "new_password")
def password(request: Request) -> HttpResponse:
    """Set a new password, the old one given."""
    if request.method != "POST":
        return pages.render(request, "account/password_change.html", {"errors": {}})
    errors = _change_password(request)
    if errors:
        return pages.render(request, "account/password_change.html", {"errors": errors}, status=422)
    messages.success(request, _("Đã đổi mật khẩu."))
    return HttpResponseRedirect(reverse("web:account"))


def _change_password(request: Request) -> dict[str, str]:
    account = request.user
    if not account.is_authenticated:
        raise PermissionDenied
    adapter = get_adapter(request)
    try:
        if not adapter.reauthenticate(account, request.POST.get("old_password", "")):
            return {"old_password": _("Mật khẩu hiện nay chưa đúng.")}
        new = request.POST.get("new_password", "")
        actions.change_password(
            account_key=account.key, password=new, by=request.viewer, at=clock.now()
        )
    except ValidationError as refused:
        return {"": refused.messages[0]}
    except AccountRefused as refused:
        return {"new_password": formats.say(refused.sentence)}
    account.refresh_from_db()
    update_session_auth_hash(request, account)
    return {}
