"""News for pages that stay open: server-sent events that are answered at once and then closed.

A stream that stays open would hold one of the server's few threads for as long as somebody looks at
a page. So each answer says what is new since the page was drawn and ends; the browser's EventSource
comes back by itself after `retry` (HTML, 9.2.4). Nothing is kept between two answers, so one that
gets lost loses nothing.
"""

import json

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from motcua.desk.views import CASE_ROLES
from motcua.dossiers.queries import live
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

RETRY = 10_000
"""Milliseconds until the browser asks again."""


@require_GET
@officer_required(*CASE_ROLES)
def inbox(request: Request) -> HttpResponse:
    """Say how many dossiers came to the officer since `tu`."""
    since = number_of(request.GET.get("tu"))
    if since is None:
        return _nothing_more()
    number = live.new_in_inbox(viewer=request.viewer, since=since).number
    if number > live.MOST:
        return _told(request, "99+", _("Có rất nhiều hồ sơ mới chờ bạn."))
    words = ngettext("Có %(n)s hồ sơ mới chờ bạn.", "Có %(n)s hồ sơ mới chờ bạn.", number)
    return _told(request, str(number), words % {"n": number} if number else "")


@require_GET
@officer_required(*CASE_ROLES)
def dossier(request: Request, code: str) -> HttpResponse:
    """Say whether somebody did something to the dossier since entry `tu` and revision `ban`."""
    since, revision = number_of(request.GET.get("tu")), number_of(request.GET.get("ban"))
    if since is None or revision is None:
        return _nothing_more()
    found = live.new_on_dossier(viewer=request.viewer, code=code, since=since, revision=revision)
    if found is None:
        raise Http404
    words = ""
    if found.changed and found.by:
        words = _("%(who)s vừa làm việc với hồ sơ này.") % {"who": found.by}
    elif found.changed:
        words = _("Hồ sơ này vừa thay đổi.")
    return _told(request, f"{found.upto}", words)


def _told(request: Request, mark: str, words: str) -> HttpResponse:
    """Answer with an event; with none where the browser was told the same before."""
    lines = [f"retry: {RETRY}"]
    if request.headers.get("Last-Event-ID", "0") != mark:
        lines += [f"id: {mark}", f"data: {json.dumps({'words': words}, ensure_ascii=False)}"]
    return _stream("\n".join(lines) + "\n\n")


def _nothing_more() -> HttpResponse:
    """Tell the browser not to come back: to 204 and to 404 it does not."""
    response = HttpResponse(status=204)
    response["Cache-Control"] = "private, no-store"
    return response


def _stream(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/event-stream; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response
