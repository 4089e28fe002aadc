"""The question that pages of failures ask: which of six causes."""

from datetime import timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from motcua.identity.actions import consume
from motcua.kernel.words import Refused, Sentence
from motcua.measurement import actions
from motcua.measurement.rules.answering import About
from motcua.web import clock, measuring, pages, refusals
from motcua.web.http import Request, place_of

ANSWERING = (10, timedelta(hours=1))
NOT_KEPT = Sentence(
    "Chưa ghi được câu trả lời. Cảm ơn bạn đã giúp; bạn không cần gửi lại.",
    "Your answer could not be kept. Thank you all the same; there is no need to send it again.",
)


@csrf_exempt
@require_http_methods(["GET", "POST"])
def cause(request: Request) -> HttpResponse:
    """Take one answer to one question, of anybody.

    It stands on pages drawn when session and database may be broken, so it carries no token; all
    that a forged one could do is answer once more, and that is counted by place.
    """
    if request.method != "POST":
        return _form(request)
    limit, window = ANSWERING
    consume(key=f"cause:{place_of(request)}", limit=limit, window=window, at=clock.now())
    about = About(page=request.headers.get("Referer", "")[:1000])
    try:
        actions.tell_cause(
            answer=request.POST.get("ly-do", ""), heard=measuring.heard(request), about=about
        )
    except actions.AnswerRefused as refused:
        return _form(request, problem=refused.sentence)
    except actions.SpoolFailed:
        return refusals.page(request, Refused(NOT_KEPT), status=503)
    return HttpResponseRedirect(reverse("portal:cause_told"))


@require_GET
def told(request: Request) -> HttpResponse:
    """Say thank you, and lead on."""
    return pages.render(request, "portal/feedback/cause_told.html")


def _form(request: Request, *, problem: Sentence | None = None) -> HttpResponse:
    context = {"causes": measuring.CAUSES, "problem": problem}
    return pages.render(
        request, "portal/feedback/cause.html", context, status=422 if problem else 200
    )
