"""Registering a portal, changing what is known of it, closing it."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.measurement import actions, queries
from motcua.measurement.values.sites import Site
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

OPERATORS = (Role.EMC_OPERATOR,)
MOST_LETTERS = 4_000


class SiteMistyped(Refused):
    """A field of the form cannot be read; `field` names it."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


@require_http_methods(["GET", "POST"])
@officer_required(*OPERATORS)
def register(request: Request) -> HttpResponse:
    """Register a portal; its secret is made here and shown once."""
    if request.method != "POST":
        free = max(queries.sites(), default=0) + 1
        return _form(request, {"so": str(free), "moi-phut": str(Site(1, "", "").limit)})
    try:
        site = replace(_read(request.POST), secret=secrets.token_urlsafe(24))
        if site.number in queries.sites():
            raise SiteMistyped(
                "so",
                Sentence(
                    f"Số {site.number} đã có cổng khác dùng. Bạn hãy chọn số khác.",
                    f"Number {site.number} is taken. Please choose another.",
                ),
            )
        actions.register_site(site=site, by=request.viewer.actor, at=clock.now())
    except Refused as refused:
        return _form(request, request.POST, refused)
    return _told_secret(request, site)


@require_http_methods(["GET", "POST"])
@officer_required(*OPERATORS)
def change(request: Request, number: int) -> HttpResponse:
    """Change what is known of a portal; its secret stays, or is made anew."""
    known = _known(number)
    if request.method != "POST":
        return _form(request, _typed(known), number=number)
    fresh = request.POST.get("ma-moi") == "yes"
    secret = secrets.token_urlsafe(24) if fresh else known.secret
    try:
        site = replace(_read(request.POST, number=number), secret=secret)
        actions.register_site(site=site, by=request.viewer.actor, at=clock.now())
    except Refused as refused:
        return _form(request, request.POST, refused, number=number)
    if fresh:
        return _told_secret(request, site)
    messages.success(request, _("Đã lưu."))
    return HttpResponseRedirect(reverse("measuring:feeder", args=[number]))


@require_POST
@officer_required(*OPERATORS)
def close(request: Request, number: int) -> HttpResponse:
    """Take nothing more of a portal after today."""
    _known(number)
    actions.close_site(number=number, by=request.viewer.actor, at=clock.now())
    messages.success(request, _("Hết hôm nay sẽ ngừng đo cổng này."))
    return HttpResponseRedirect(reverse("measuring:feeder", args=[number]))


def _known(number: int) -> Site:
    known = queries.sites().get(number)
    if known is None:
        raise Http404
    return known


def _typed(site: Site) -> dict[str, str]:
    return {
        "so": str(site.number),
        "ten": site.name,
        "co-quan": site.agency,
        "dia-chi": "\n".join(site.hosts),
        "moi-phut": str(site.limit),
        "den-ngay": site.until.isoformat() if site.until else "",
    }


def _read(posted: Mapping[str, str], *, number: int | None = None) -> Site:
    return Site(
        number=_number(posted, "so") if number is None else number,
        name=posted.get("ten", "")[:MOST_LETTERS].strip(),
        agency=posted.get("co-quan", "")[:MOST_LETTERS].strip(),
        hosts=tuple(posted.get("dia-chi", "")[:MOST_LETTERS].split()),
        limit=_number(posted, "moi-phut"),
        until=_day(posted.get("den-ngay", "").strip()),
    )


def _number(posted: Mapping[str, str], field: str) -> int:
    typed = posted.get(field, "").strip().replace(".", "")
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 10):
        raise SiteMistyped(
            field, Sentence("Bạn hãy ghi một số, như 1200.", "Please write a number, such as 1200.")
        )
    return int(typed)


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise SiteMistyped(
            "den-ngay",
            Sentence(
                "Bạn hãy ghi ngày theo mẫu 2026-12-31, hoặc để trống.",
                "Please write the day as 2026-12-31, or leave it empty.",
            ),
        ) from None


def _form(
    request: Request,
    typed: Mapping[str, str],
    refused: Refused | None = None,
    *,
    number: int | None = None,
) -> HttpResponse:
    field = refused.field if isinstance(refused, SiteMistyped) else "ten"
    context = {
        "typed": typed,
        "number": number,
        "problem": (field, refused.sentence) if refused else None,
        "until": queries.sites()[number].until if number is not None else None,
    }
    return pages.render(
        request, "observatory/measuring/register.html", context, status=400 if refused else 200
    )


def _told_secret(request: Request, site: Site) -> HttpResponse:
    answer = pages.render(request, "observatory/measuring/secret.html", {"site": site})
    answer["Cache-Control"] = "private, no-store"
    return answer
