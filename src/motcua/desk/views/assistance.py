"""Helping a person on their own identity: find, code, consent; and the log of people helped."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.agencies.queries import agency
from motcua.identity import actions, queries
from motcua.identity.rules.assistance import CONSENT
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import Role
from motcua.identity.values.assistance import HELPERS, CodeSent
from motcua.kernel.words import Refused, Sentence
from motcua.notifications import actions as notifications
from motcua.notifications.subscribers import way_of
from motcua.web import assistance, clock, formats, pages, refusals
from motcua.web.access import officer_required, to_log_in
from motcua.web.http import Request

NEW = ("full_name", "citizen_id", "phone")
NOBODY = Sentence(
    "Bạn hãy nhập số định danh, số điện thoại hoặc thư điện tử của người cần hỗ trợ.",
    "Enter the identity number, phone number or email of the person to help.",
)
LONGEST = 254


def helper_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in who may help: volunteers, and reception officers with their second factor."""
    as_officer = officer_required(*HELPERS)(view)

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        if request.viewer.anonymous:
            return to_log_in(request)
        if Role.HELPER in {grant.role for grant in request.viewer.grants}:
            return view(request, *args, **kwargs)
        answer = as_officer(request, *args, **kwargs)
        assert isinstance(answer, HttpResponse)  # noqa: S101 -- the view gives nothing else
        return answer

    return guarded


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def start(request: Request) -> HttpResponse:
    """Ask whom to help and send them a code; below, the helper's own log."""
    typed = request.POST.get("nguoi", "").strip()
    if request.method != "POST":
        return _start_page(request)
    if not typed or len(typed) > LONGEST:
        return _start_page(request, typed=typed, problem=NOBODY, status=422)
    try:
        return _send_code(request, typed)
    except Refused as refused:
        status = refusals.status_of(refused)
        return _start_page(request, typed=typed, problem=refused.sentence, status=status)


def _start_page(
    request: Request, *, typed: str = "", problem: Sentence | None = None, status: int = 200
) -> HttpResponse:
    given = queries.help_given(viewer=request.viewer, at=clock.now())
    context = {"typed": typed, "problem": problem, "given": given}
    return pages.render(request, "desk/assistance/start.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def new_account(request: Request) -> HttpResponse:
    """Open an account with somebody who has none; a code then goes to their phone."""
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in NEW}
    errors: dict[str, str] = {}
    status = 200
    if request.method == "POST":
        try:
            actions.register_helped(**typed, by=request.viewer, at=clock.now())
            return _send_code(request, typed["phone"])
        except AccountRefused as refused:
            errors = {name: formats.say(words) for name, words in refused.problems.items()}
            status = 422
        except Refused as refused:
            errors, status = {"": formats.say(refused.sentence)}, refusals.status_of(refused)
    context = {"typed": typed, "errors": errors}
    return pages.render(request, "desk/assistance/new.html", context, status=status)


def _send_code(request: Request, typed: str) -> HttpResponse:
    sent = actions.ask_code(person=typed, by=request.viewer, at=clock.now())
    _tell(request, sent)
    return HttpResponseRedirect(reverse("desk:assistance_code", args=[sent.request]))


def _tell(request: Request, sent: CodeSent) -> None:
    way = way_of(email="", phone=sent.phone) or way_of(email=sent.email, phone="")
    grant = queries.helping_grant(request.viewer)
    if not sent.to_send or way is None or grant is None:
        return
    notifications.send(
        channel=way[0],
        to=way[1],
        template="assistance.code",
        context={
            "name": sent.name,
            "code": sent.to_send,
            "helper": request.viewer.name,
            "agency": agency(grant.agency_code).name,
        },
        subject=f"account:{sent.person}",
        key=f"help-code:{sent.request}",
        at=clock.now(),
        by=request.viewer.actor,
        language=translation.get_language() or "vi",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def code(request: Request, key: UUID) -> HttpResponse:
    """Show what the person agrees to, and take the code they read out."""
    if not queries.code_asked(request=key, viewer=request.viewer):
        raise Http404
    problem: tuple[str, Sentence] | None = None
    status = 200
    if request.method == "POST":
        try:
            session = actions.begin_help(
                request=key,
                code=request.POST.get("ma", "")[:20],
                agreed=request.POST.get("dong-y") == "yes",
                by=request.viewer,
                at=clock.now(),
            )
        except actions.CodeWrong as refused:
            problem, status = ("ma", refused.sentence), 422
        except actions.HelpRefused as refused:
            problem, status = ("dong-y", refused.sentence), 422
        else:
            assistance.enter(request, session)
            return HttpResponseRedirect(reverse("portal:dossiers"))
    context = {"consent": CONSENT, "problem": problem, "agreed": "dong-y" in request.POST}
    return pages.render(request, "desk/assistance/code.html", context, status=status)
