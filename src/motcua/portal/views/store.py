"""One's own store: papers to reuse, answers that fill in forms."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.documents.rules import policy
from motcua.documents.rules.policy import MEGABYTE
from motcua.exchange import actions, queries
from motcua.exchange.values import Origin
from motcua.kernel.words import Refused, Sentence
from motcua.portal.filling import size_in_words, standing
from motcua.portal.views.dossiers import download
from motcua.web import clock, formats, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request, number_of

TAKEN_OUT = {
    "place": Sentence("nơi chụp ảnh và thông tin máy chụp", "where and with what it was taken"),
    "details": Sentence("thông tin máy chụp", "with what it was taken"),
    "pixels": Sentence("độ phân giải thừa", "needless resolution"),
    "script": Sentence("mã tự chạy", "scripts"),
    "action": Sentence("lệnh tự chạy", "actions"),
    "launch": Sentence("lệnh mở chương trình", "commands that start programs"),
    "file": Sentence("tệp đính kèm", "files inside"),
    "xfa": Sentence("biểu mẫu động (XFA)", "dynamic forms (XFA)"),
    "media": Sentence("âm thanh, phim", "sound and film"),
}
"""What was left behind when a file was written anew, in words."""


class DayRefused(Refused):
    """What was typed is no day."""


@require_GET
@citizen_required
def store(request: Request) -> HttpResponse:
    """List the papers by how they came, what room is left, and what fills in forms."""
    return _draw(request)


def _draw(
    request: Request,
    *,
    errors: list[tuple[str, str]] | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    kept = queries.store(viewer=request.viewer)
    language = translation.get_language() or "vi"
    groups = [
        (formats.say(origin.label), [p for p in kept.papers if p.origin is origin])
        for origin in Origin
    ]
    context = {
        "store": kept,
        "groups": [(title, papers) for title, papers in groups if papers],
        "standing": standing,
        "room": (size_in_words(kept.used) if kept.used else "0 MB", f"{kept.room // MEGABYTE} MB"),
        "said": queries.said(viewer=request.viewer, language=language),
        "taken": formats.say(policy.announcement()),
        "errors": errors or [],
        "problems": {"name": None, "paper": None, "valid_until": None} | dict(errors or []),
        "typed": typed or dict.fromkeys(("name", *_DAY), ""),
    }
    return pages.render(request, "portal/store/store.html", context, status=422 if errors else 200)


@require_POST
@citizen_required
def put(request: Request) -> HttpResponse:
    """Keep a paper for later; what was typed stays when something is wrong."""
    typed = {name: request.POST.get(name, "")[:400] for name in ("name", *_DAY)}
    upload = request.FILES.get("paper")
    if upload is None:
        return _draw(request, errors=[("paper", _("Bạn hãy chọn tệp."))], typed=typed)
    try:
        policy.check_size(upload.size or 0, filename=upload.name or "tep")
        actions.put(
            content=upload.read(),
            filename=upload.name or "tep",
            name=request.POST.get("name", ""),
            valid_until=_day(typed),
            by=request.viewer,
            at=clock.now(),
        )
    except Refused as refused:
        place = _PLACES.get(type(refused), "paper")
        return _draw(request, errors=[(place, formats.say(refused.sentence))], typed=typed)
    messages.success(request, _("Đã cất. Tệp dùng được khi kiểm tra mã độc xong."))
    return HttpResponseRedirect(reverse("portal:store"))


@require_POST
@citizen_required
def fill_in(request: Request) -> HttpResponse:
    """Agree that earlier answers fill in new forms, or take that back."""
    agreed = request.POST.get("agreed") == "yes"
    actions.choose_filling_in(agreed=agreed, by=request.viewer, at=clock.now())
    return HttpResponseRedirect(reverse("portal:store") + "#dien-san")


@require_GET
@citizen_required
def paper(request: Request, key: UUID) -> HttpResponse:
    """Show one paper: where it comes from, how its check stands, and who used it."""
    found = queries.paper(viewer=request.viewer, key=key)
    context = {
        "paper": found,
        "standing": standing(found.file),
        "size": size_in_words(found.file.size),
        "taken_out": [formats.say(TAKEN_OUT[one]) for one in found.file.cleaned],
    }
    return pages.render(request, "portal/store/paper.html", context)


@require_GET
@citizen_required
def file(request: Request, key: UUID) -> HttpResponse:
    """Give the file of a paper, once it was checked."""
    found, content = queries.content(viewer=request.viewer, key=key)
    return download(content, found.media_type, found.filename)


@require_http_methods(["GET", "POST"])
@citizen_required
def remove(request: Request, key: UUID) -> HttpResponse:
    """Ask whether a paper is to leave the store; take it out when that is pressed."""
    found = queries.paper(viewer=request.viewer, key=key)
    if request.method == "POST":
        actions.remove(paper=key, by=request.viewer, at=clock.now())
        messages.success(request, _("Đã bỏ khỏi kho: %(name)s.") % {"name": found.name})
        return HttpResponseRedirect(reverse("portal:store"))
    return pages.render(request, "portal/store/remove.html", {"paper": found})


_DAY = ("valid_until.day", "valid_until.month", "valid_until.year")
_PLACES: dict[type[Refused], str] = {
    actions.PaperUnnamed: "name",
    DayRefused: "valid_until",
}


def _day(typed: Mapping[str, str]) -> date | None:
    parts = [typed[name].strip() for name in _DAY]
    if not any(parts):
        return None
    day, month, year = (number_of(part) or 0 for part in parts)
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise DayRefused(
            Sentence(
                "Bạn hãy ghi ngày hết hạn đủ ngày, tháng, năm, ví dụ 31 12 2030, hoặc để trống.",
                "Please write the day, month and year until which it is valid, or leave it empty.",
            )
        ) from None
