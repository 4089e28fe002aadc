"""Opinions: asking another agency, and answering what one's own is asked."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyUnknown
from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.desk.views.assignment import key_in
from motcua.documents import actions as documents
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import opinions as verbs
from motcua.dossiers.queries import opinions as known
from motcua.dossiers.values.opinions import OpinionView, Verdict
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet
from motcua.identity.values import Role
from motcua.kernel.calendar import Duration, Unit
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_ASKED = (*ACTING_ROLES, Role.COORDINATOR)
_NO_AGENCY = Sentence("Bạn hãy chọn cơ quan được hỏi.", "Choose the agency to be asked.")
_NO_VERDICT = Sentence(
    "Bạn hãy chọn đồng ý, không đồng ý hay không có ý kiến.",
    "Choose whether your agency agrees, disagrees or has no opinion.",
)
_UNITS = {"ngay": Unit.WORKING_DAY, "gio": Unit.WORKING_HOUR}


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*ACTING_ROLES)
def ask(request: Request, code: str) -> HttpResponse:
    """Write a question to another agency with its own limit; what was typed stays when refused."""
    if request.method != "POST":
        return _ask_page(request, code)
    posted = request.POST
    limit = Duration(
        number_of(posted.get("so")) or 0, _UNITS.get(posted.get("don-vi", ""), Unit.WORKING_DAY)
    )
    if not posted.get("co-quan"):
        return _ask_page(request, code, problem=("co-quan", _NO_AGENCY), status=400)
    try:
        verbs.ask(
            code=code,
            agency_code=posted["co-quan"],
            question=posted.get("noi-dung", ""),
            limit=limit,
            by=request.viewer,
            at=clock.now(),
        )
    except actions.DossierUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:inbox"))
    except AgencyUnknown as unknown:
        return _ask_page(request, code, problem=("co-quan", unknown.sentence), status=400)
    except Refused as refused:
        return _ask_page(request, code, problem=("noi-dung", refused.sentence), status=409)
    messages.success(request, _("Đã gửi câu hỏi. Trả lời sẽ hiện trên trang hồ sơ."))
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


@require_POST
@officer_required(*ACTING_ROLES)
def recall(request: Request, code: str, key: UUID) -> HttpResponse:
    """Take a question back."""
    try:
        verbs.recall_opinion(key=key, code=code, by=request.viewer, at=clock.now())
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:inbox"))
    messages.success(request, _("Đã rút lại câu hỏi."))
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


@require_GET
@officer_required(*_ASKED)
def asked(request: Request) -> HttpResponse:
    """List what one's agency is asked, the most urgent first, then what was answered."""
    context = {
        "waiting": known.opinions_asked(viewer=request.viewer),
        "closed": known.opinions_asked(viewer=request.viewer, closed=True)[:20],
        "now": clock.now(),
    }
    return pages.render(request, "desk/sharing/opinions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*_ASKED)
def opinion(request: Request, key: UUID) -> HttpResponse:
    """Show a question with what the dossier says; take the answer."""
    found = _mine(request, key)
    if request.method != "POST":
        return _opinion_page(request, found)
    if request.POST.get("y-kien") not in set(Verdict):
        return _opinion_page(request, found, problem=("y-kien", _NO_VERDICT), status=400)
    try:
        answer = verbs.Answer(
            Verdict(request.POST["y-kien"]), request.POST.get("noi-dung", ""), _file(request)
        )
        verbs.give_opinion(key=key, answer=answer, by=request.viewer, at=clock.now())
    except Refused as refused:
        status = refusals.status_of(refused)
        return _opinion_page(request, found, problem=("noi-dung", refused.sentence), status=status)
    messages.success(request, _("Đã gửi ý kiến về hồ sơ %(code)s.") % {"code": found.dossier_code})
    return HttpResponseRedirect(reverse("desk:opinions"))


@require_POST
@officer_required(*_ASKED)
def assign(request: Request, key: UUID) -> HttpResponse:
    """Let an officer of the asked agency prepare the answer."""
    found = _mine(request, key)
    to = key_in(request.POST.get("can-bo"))
    try:
        verbs.assign_opinion(key=key, to=to or UUID(int=0), by=request.viewer, at=clock.now())
    except Refused as refused:
        return _opinion_page(request, found, problem=("can-bo", refused.sentence), status=409)
    messages.success(request, _("Đã giao việc cho ý kiến."))
    return HttpResponseRedirect(reverse("desk:opinion", args=[key]))


@require_GET
@officer_required(*CASE_ROLES, Role.COORDINATOR)
def download(request: Request, key: UUID, file: UUID) -> HttpResponse:
    """Give a file of the dossier to who is asked, or of the answer to who asks."""
    found = known.material_file(viewer=request.viewer, key=key, file=file)
    if found is None:
        raise Http404
    stored, content = found
    response = HttpResponse(content, content_type=stored.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=stored.filename)
    response.headers["Content-Disposition"] = disposition or "attachment"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _file(request: Request) -> UUID | None:
    upload = request.FILES.get("tep")
    if upload is None or isinstance(upload, list):
        return None
    stored = documents.store(
        content=upload.read(),
        filename=upload.name or "",
        by=request.viewer.actor,
        at=clock.now(),
    )
    return stored.key


def _mine(request: Request, key: UUID) -> OpinionView:
    found = known.opinion(viewer=request.viewer, key=key)
    if found is None:
        raise Http404
    return found


def _ask_page(
    request: Request, code: str, *, problem: tuple[str, Sentence] | None = None, status: int = 200
) -> HttpResponse:
    found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if found is None or found.for_applicant:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    own = agencies.agency(found.agency_code)
    above = [agencies.agency(own.parent_code)] if own.parent_code else []
    beside = [unit for top in above for unit in agencies.units_of(top.code)]
    could = (*agencies.units_of(own.code), *above, *beside)
    context = {
        "dossier": found,
        "agencies": [(one.code, one.name) for one in could if one.code != own.code],
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(request, "desk/sharing/ask.html", context, status=status)


def _opinion_page(
    request: Request,
    found: OpinionView,
    *,
    problem: tuple[str, Sentence] | None = None,
    status: int = 200,
) -> HttpResponse:
    digest, answers, files = known.material(viewer=request.viewer, key=found.key) or ("", {}, ())
    language = get_language() or "vi"
    form = procedures.service_by_digest(digest).form
    people = known.colleagues_asked(viewer=request.viewer, key=found.key, at=clock.now())
    context = {
        "opinion": found,
        "sections": form_rules.summary(form, AnswerSet.from_json(answers), language),
        "files": files,
        "people": [(str(one.key), one.name) for one in people],
        "verdicts": [(one.value, formats.say(one.label)) for one in Verdict],
        "problem": problem,
        "typed": request.POST,
        "now": clock.now(),
    }
    return pages.render(request, "desk/sharing/opinion.html", context, status=status)
