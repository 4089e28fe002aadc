"""Directing: giving an instruction on a dossier, confirming and answering it, the open ones."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.desk.views import ACTING_ROLES
from motcua.desk.views.assignment import key_in
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import instructions as verbs
from motcua.dossiers.queries import instructions as known
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_NOBODY = ("can-bo", Sentence("Bạn hãy chọn một cán bộ.", "Choose an officer."))
_NO_DAY = (
    "truoc-ngay",
    Sentence("Bạn hãy nhập ngày như 16 3 2026.", "Enter a day such as 16 3 2026."),
)


@require_GET
@officer_required(*ACTING_ROLES)
def listed(request: Request) -> HttpResponse:
    """List what one is told to do, and what one told others to do."""
    context = {
        "mine": known.instructions_for(viewer=request.viewer),
        "given": known.instructions_of(viewer=request.viewer),
        "heads": bool(request.viewer.paths(Role.APPROVER)),
        "now": clock.now(),
    }
    return pages.render(request, "desk/talk/instructions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*ACTING_ROLES)
def instruct(request: Request, code: str) -> HttpResponse:
    """Tell an officer what to do; what was typed stays when it is refused."""
    if request.method != "POST":
        return _page(request, code)
    to, on = key_in(request.POST.get("can-bo")), _day(request.POST)
    if to is None or on is None:
        return _page(request, code, problem=_NOBODY if to is None else _NO_DAY, status=400)
    try:
        order = verbs.Order(to=to, words=request.POST.get("noi-dung", ""), by_day=on)
        verbs.instruct(code=code, order=order, by=request.viewer, at=clock.now())
    except actions.DossierUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:inbox"))
    except Refused as refused:
        place = verbs.place_of(refused)
        return _page(request, code, problem=(place, refused.sentence), status=409)
    messages.success(request, _("Đã gửi ý kiến chỉ đạo."))
    return _back(code)


@require_POST
@officer_required(*ACTING_ROLES)
def answer(request: Request, code: str, key: UUID) -> HttpResponse:
    """Confirm, answer or take back an instruction (`viec`: `xac-nhan`, `tra-loi`, `rut`)."""
    posted = request.POST
    given = {"code": code, "key": key, "by": request.viewer, "at": clock.now()}
    deeds: dict[str, tuple[Callable[..., None], dict[str, object], str]] = {
        "xac-nhan": (verbs.confirm_instruction, given, _("Đã xác nhận.")),
        "tra-loi": (
            verbs.answer_instruction,
            given | {"words": posted.get("noi-dung", "")},
            _("Đã trả lời ý kiến chỉ đạo."),
        ),
        "rut": (verbs.withdraw_instruction, given, _("Đã rút ý kiến chỉ đạo.")),
    }
    chosen = deeds.get(posted.get("viec", ""))
    if chosen is None:
        return refusals.page(request, Refused(_NO_DEED), back=_place(code), status=400)
    deed, how, done = chosen
    try:
        deed(**how)
    except actions.DossierUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:inbox"))
    except Refused as refused:
        return refusals.page(request, refused, back=_place(code))
    messages.success(request, done)
    return _back(code)


def _page(
    request: Request, code: str, *, problem: tuple[str, Sentence] | None = None, status: int = 200
) -> HttpResponse:
    now = clock.now()
    found = queries.dossier(viewer=request.viewer, code=code, at=now)
    if found is None or found.for_applicant:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    people = known.could_do(viewer=request.viewer, code=code, at=now)
    context = {
        "dossier": found,
        "people": [(str(one.key), one.name) for one in people],
        "problem": problem,
        "typed": request.POST,
        "on": {part: request.POST.get(f"truoc-ngay.{part}", "") for part in _PARTS},
    }
    return pages.render(request, "desk/talk/instruct.html", context, status=status)


_PARTS = ("day", "month", "year")
_NO_DEED = Sentence("Bạn hãy chọn một việc rồi bấm lại.", "Choose what to do, then press again.")


def _day(posted: Mapping[str, str]) -> date | None:
    parts = [number_of(posted.get(f"truoc-ngay.{part}", "").strip()) for part in reversed(_PARTS)]
    try:
        return date(*(part or 0 for part in parts))
    except (ValueError, OverflowError):
        return None


def _place(code: str) -> str:
    return reverse("desk:dossier", args=[code]) + "#chi-dao"


def _back(code: str) -> HttpResponse:
    return HttpResponseRedirect(_place(code))
