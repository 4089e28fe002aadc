"""One dossier on one page, and everything an officer does to it."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.agencies import queries as agencies
from motcua.desk import asking, deeds, history, process, showing, working
from motcua.desk.asking import NEW_DATE, NO_ITEM, DateUnreadable, NothingChosen
from motcua.desk.talk import talk
from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.desk.views.intake import address_of
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.paying import ObligationRefused
from motcua.dossiers.values import DossierView, SupplementItem
from motcua.dossiers.values.asking import ItemKind
from motcua.dossiers.values.returning import Way
from motcua.exchange import queries as store
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet, Section
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.payments.values import Method
from motcua.procedures import queries as procedures
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of
from motcua.workflow.rules import DateRefused
from motcua.workflow.values import Move, State


class OwnDossier(Refused):
    """An officer opened at the desk what they applied for themselves."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi=(
                    "Đây là hồ sơ của chính bạn nên bạn không xử lý được. Bạn theo dõi hồ sơ này "
                    "như mọi người nộp, ở trang “Hồ sơ của tôi”."
                ),
                en=(
                    "This is your own application, so you cannot settle it. Follow it like others, "
                    "under “My applications”."
                ),
            )
        )


_NO_MOVE = Sentence(
    vi="Bạn hãy chọn một việc cần làm rồi bấm lại.", en="Choose what to do, then press again."
)
_NO_METHOD = Sentence(
    vi="Bạn hãy chọn thu bằng tiền mặt hay chuyển khoản.", en="Choose cash or transfer."
)


def _on_a_dossier(
    view: Callable[[Request, DossierView], HttpResponse],
) -> Callable[Concatenate[Request, ...], HttpResponse]:
    @wraps(view)
    def opened(request: Request, code: str) -> HttpResponse:
        found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
        if found is None:
            return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
        if found.for_applicant:
            own = reverse("portal:dossier", args=[code])
            return refusals.page(request, OwnDossier(), back=own, status=403)
        return view(request, found)

    return opened


@require_GET
@officer_required(*CASE_ROLES)
@_on_a_dossier
def dossier(request: Request, found: DossierView) -> HttpResponse:
    """Show the dossier; that the officer looked is noted for the applicant."""
    if not _looked_already(request, found):
        actions.note_look(code=found.code, by=request.viewer, at=clock.now())
    return _page(request, found)


def _looked_already(request: Request, found: DossierView) -> bool:
    today, key = clock.today(), request.viewer.key
    looked = any(look.on == today and look.account == key for look in found.looks)
    last = found.history[-1].kind if found.history else ""
    news = last == "dossier.supplemented" or any(
        said.from_applicant for said in found.messages[-1:]
    )
    return looked and not news


@require_POST
@officer_required(*ACTING_ROLES)
@_on_a_dossier
def move(request: Request, found: DossierView) -> HttpResponse:
    """Make one move: the same rule that drew the button decides."""
    posted, revision = request.POST, number_of(request.POST.get("ban"))
    if posted.get("buoc") not in set(Move):
        return _page(request, found, problem=NothingChosen(_NO_MOVE), status=400)
    wanted = Move(posted["buoc"])
    try:
        working.check_awaited(found, wanted, posted, viewer=request.viewer)
        state = _made(request, found, wanted)
    except Refused as refused:
        if deeds.pressed_twice(found, wanted, by=request.viewer, revision=revision):
            return _back(request, found, _("Việc này đã được ghi nhận từ lần bấm trước."))
        return _page(request, found, problem=refused)
    return _back(
        request,
        found,
        _("Đã xong. Hồ sơ %(code)s nay ở trạng thái “%(state)s”.")
        % {"code": found.code, "state": formats.say(state.label)},
    )


def _made(request: Request, found: DossierView, wanted: Move) -> State:
    posted, revision = request.POST, number_of(request.POST.get("ban"))
    if wanted is Move.RETURN_RESULT:
        asking.check_electronic(posted)
        actions.hand_back(
            code=found.code,
            way=Way.ELECTRONIC,
            by=request.viewer,
            at=clock.now(),
            revision=revision,
        )
        return State.RETURNED
    return actions.perform(
        code=found.code,
        move=wanted,
        by=request.viewer,
        at=clock.now(),
        reason=posted.get("ly-do", ""),
        items=_items(request, found, wanted),
        revision=revision,
        terms=asking.terms_of(posted, wanted),
    )


@require_POST
@officer_required(*ACTING_ROLES)
@_on_a_dossier
def draft_result(request: Request, found: DossierView) -> HttpResponse:
    """Put the draft of the result together, with the officer's corrections."""
    if "ly-do-tu-choi" in request.POST:
        return _draft_refusal(request, found)
    prefix = "dong:"
    corrections = {
        name.removeprefix(prefix): value.strip()
        for name, value in request.POST.items()
        if name.startswith(prefix) and isinstance(value, str)
    }
    return _do(
        request,
        found,
        lambda: actions.draft_result(
            code=found.code, by=request.viewer, at=clock.now(), corrections=corrections
        ),
        done=_("Đã lập dự thảo kết quả. Người nộp thấy được dự thảo này."),
    )


def _draft_refusal(request: Request, found: DossierView) -> HttpResponse:
    return _do(
        request,
        found,
        lambda: actions.draft_refusal(
            code=found.code,
            reason=request.POST.get("ly-do-tu-choi", ""),
            legal_basis=request.POST.get("can-cu-tu-choi", ""),
            by=request.viewer,
            at=clock.now(),
        ),
        done=_("Đã lập dự thảo văn bản từ chối. Văn bản là kết quả của hồ sơ sau khi được ký."),
    )


@require_POST
@officer_required(*ACTING_ROLES)
@_on_a_dossier
def message(request: Request, found: DossierView) -> HttpResponse:
    """Write to the applicant."""
    body = request.POST.get("noi-dung", "")
    return _do(
        request,
        found,
        lambda: actions.message(code=found.code, body=body, by=request.viewer, at=clock.now()),
        done=_("Đã gửi tin nhắn."),
    )


@require_POST
@officer_required(*ACTING_ROLES)
@_on_a_dossier
def payment(request: Request, found: DossierView) -> HttpResponse:
    """Record that what is owed was received at the counter."""
    posted = request.POST.get("hinh-thuc")
    if posted not in set(Method):
        return _page(request, found, problem=NothingChosen(_NO_METHOD), status=400)
    return _do(
        request,
        found,
        lambda: actions.record_payment(
            code=found.code,
            amount=number_of(request.POST.get("so-tien")) or 0,
            method=Method(posted),
            by=request.viewer,
            at=clock.now(),
        ),
        done=_("Đã ghi nhận tiền thu. Biên lai nằm trong mục Văn bản."),
    )


@require_POST
@officer_required(Role.RECEPTIONIST)
@_on_a_dossier
def supplement(request: Request, found: DossierView) -> HttpResponse:
    """Open the form, filled as it was, to type in what the applicant brought to the counter."""
    try:
        key = actions.start_supplement(code=found.code, by=request.viewer, at=clock.now())
    except Refused as refused:
        return _page(request, found, problem=refused)
    return HttpResponseRedirect(address_of(key, by=request.viewer))


def _do(
    request: Request, found: DossierView, verb: Callable[[], object], *, done: str
) -> HttpResponse:
    try:
        verb()
    except Refused as refused:
        return _page(request, found, problem=refused)
    return _back(request, found, done)


def _back(request: Request, found: DossierView, words: str) -> HttpResponse:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("desk:dossier", args=[found.code]))


def _page(
    request: Request,
    found: DossierView,
    *,
    problem: Refused | None = None,
    status: int | None = None,
) -> HttpResponse:
    service = procedures.service_by_digest(found.service_digest)
    calendar = agencies.calendar_of(found.agency_code)
    sections, now = _sections(found), clock.now()
    workflow = service.workflow
    stages = process.stages(found, workflow, calendar)
    work = working.working(found, viewer=request.viewer, now=now)
    context = {
        "dossier": found,
        "talk": talk(found, service, stages=stages, work=work, viewer=request.viewer, now=now),
        "head": showing.state_line(found),
        "case": process.case_shown(found, service),
        "work": work,
        "clock_shown": showing.clock_shown(found, now=now),
        "step": workflow.step(found.step or None),
        "holder": process.holder(found, workflow),
        "stages": stages,
        "desk": deeds.desk(found, workflow, calendar, typed=request.POST, now=now),
        "timeline": history.timeline(found),
        "sections": sections,
        "components": showing.components(found, service),
        "provenance": store.provenance(found.attachments, viewer=request.viewer),
        "pictures": showing.PICTURES,
        "kinds": [(kind.value, formats.say(kind.label)) for kind in ItemKind],
        "once": workflow.profile.supplements,
        "changed": showing.changed(found),
        "paused": showing.pauses(found),
        "papers": showing.papers_to_ask(service),
        "answers": showing.answers_to_ask(sections),
        "problem": problem.sentence if problem else None,
        "place": _place(request.POST, problem),
        "typed": request.POST,
    }
    status = status or (refusals.status_of(problem) if problem else 200)
    return pages.render(request, "desk/dossier.html", context, status=status)


def _place(posted: Mapping[str, str], problem: Refused | None) -> str:
    """Name the box on the page that a problem is about; empty where it is about none."""
    if problem is None:
        return ""
    if problem.sentence == NO_ITEM:
        return "can-giay-to"
    if "noi-dung" in posted:
        return "noi-dung"
    if "ly-do-tu-choi" in posted:
        return "ly-do-tu-choi" if not posted["ly-do-tu-choi"].strip() else "can-cu-tu-choi"
    if isinstance(problem, DateUnreadable | DateRefused):
        return NEW_DATE
    if isinstance(problem, ObligationRefused):
        return "khoan"
    without_reason = "ly-do" in posted and not posted["ly-do"].strip()
    return f"ly-do-{posted.get('buoc')}" if without_reason else ""


def _sections(found: DossierView) -> tuple[Section, ...]:
    form = procedures.service_by_digest(found.service_digest).form
    answers = AnswerSet.from_json(found.answers)
    return form_rules.summary(form, answers, get_language() or "vi")


def _items(request: Request, found: DossierView, wanted: Move) -> list[SupplementItem]:
    if wanted is not Move.REQUEST_SUPPLEMENT:
        return []
    service = procedures.service_by_digest(found.service_digest)
    names = dict(showing.papers_to_ask(service) + showing.answers_to_ask(_sections(found)))
    return asking.items_of(request.POST, names)
