"""Internal notes on a dossier, and what to make of dossiers that look like it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.desk.views.assignment import key_in
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import notes as verbs
from motcua.dossiers.actions.duplicates import judge_duplicate
from motcua.dossiers.queries.notes import colleagues, notes
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.duplicates import Verdict
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_NO_VERDICT = Sentence("Bạn hãy chọn trùng hay không trùng.", "Choose duplicate or no duplicate.")


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*CASE_ROLES)
def write(request: Request, code: str) -> HttpResponse:
    """Show the notes with the list of colleagues; write one to them."""
    found = _found(request, code)
    if found is None:
        return _unknown(request)
    if request.method != "POST":
        return _page(request, found)
    chosen = [key_in(text) for text in request.POST.getlist("nhac")]
    try:
        verbs.note(
            code=code,
            words=request.POST.get("ghi-chu", ""),
            by=request.viewer,
            at=clock.now(),
            mention=[key for key in chosen if key is not None],
        )
    except Refused as refused:
        return _page(request, found, problem=refused)
    messages.success(request, _("Đã ghi chú. Người nộp không đọc được ghi chú này."))
    return _back(code)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*ACTING_ROLES)
def edit(request: Request, code: str, key: UUID) -> HttpResponse:
    """Change one's own note, or take it back."""
    found = _found(request, code)
    if found is None:
        return _unknown(request)
    listed = notes(viewer=request.viewer, found=found, at=clock.now())
    own = next((one for one in listed if one.key == key and one.may_change), None)
    if request.method != "POST":
        if own is None:
            return refusals.page(request, verbs.NoteUnknown(_GONE), back=_place(code))
        return _page(request, found, editing=key, typed=own.words)
    posted, by, at = request.POST, request.viewer, clock.now()
    try:
        if "rut" in posted:
            verbs.withdraw_note(code=code, key=key, by=by, at=at)
        else:
            verbs.edit_note(code=code, key=key, words=posted.get("ghi-chu", ""), by=by, at=at)
    except verbs.NoteUnknown as unknown:
        return refusals.page(request, unknown, back=_place(code))
    except Refused as refused:
        return _page(request, found, editing=key if own else None, problem=refused)
    messages.success(request, _("Đã rút ghi chú.") if "rut" in posted else _("Đã sửa ghi chú."))
    return _back(code)


@require_POST
@officer_required(*ACTING_ROLES)
def judge(request: Request, code: str, key: UUID) -> HttpResponse:
    """Say that the dossier is no duplicate of another one, or refuse it as one."""
    posted = request.POST
    if posted.get("la") not in set(Verdict):
        return refusals.page(request, Refused(_NO_VERDICT), back=_place(code), status=400)
    verdict = Verdict(posted["la"])
    return _do(
        request,
        code,
        lambda: judge_duplicate(
            code=code,
            key=key,
            verdict=verdict,
            by=request.viewer,
            at=clock.now(),
            reason=posted.get("ly-do", ""),
            revision=number_of(posted.get("ban")),
        ),
        done=_("Đã ghi: không trùng.")
        if verdict is Verdict.DIFFERENT
        else _("Đã từ chối hồ sơ vì trùng."),
    )


def _do(request: Request, code: str, verb: Callable[[], object], *, done: str) -> HttpResponse:
    try:
        verb()
    except actions.DossierUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:inbox"))
    except Refused as refused:
        return refusals.page(request, refused, back=_place(code))
    messages.success(request, done)
    return _back(code)


def _found(request: Request, code: str) -> DossierView | None:
    found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    return None if found is None or found.for_applicant else found


def _unknown(request: Request) -> HttpResponse:
    return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))


def _place(code: str) -> str:
    return reverse("desk:dossier", args=[code]) + "#ghi-chu"


def _back(code: str) -> HttpResponse:
    return HttpResponseRedirect(_place(code))


def _page(
    request: Request,
    found: DossierView,
    *,
    problem: Refused | None = None,
    editing: UUID | None = None,
    typed: str = "",
) -> HttpResponse:
    viewer, now = request.viewer, clock.now()
    people = colleagues(viewer=viewer, code=found.code, at=now) if editing is None else ()
    context = {
        "dossier": found,
        "notes": notes(viewer=viewer, found=found, at=now),
        "people": [(str(one.key), one.name) for one in people],
        "chosen": request.POST.getlist("nhac"),
        "editing": editing,
        "words": request.POST.get("ghi-chu", typed),
        "may_write": bool(found.functions),
        "problem": problem.sentence if problem else None,
    }
    status = refusals.status_of(problem) if problem else 200
    return pages.render(request, "desk/talk/notes.html", context, status=status)


_GONE = Sentence(
    "Ghi chú này không sửa được nữa: chỉ người viết sửa được, trong 24 giờ.",
    "This note can no longer be changed: only its author may, within 24 hours.",
)
