"""How one wants to be told: channels, what about, quiet hours."""

from collections.abc import Mapping
from datetime import time

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.notifications import actions, queries
from motcua.notifications.actions import PreferencesRefused
from motcua.notifications.values import Channel, Preferences, QuietHours, Topic
from motcua.web import clock, formats, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request

PLACES = ("1", "2", "3")
LANGUAGES = ("", "vi", "en")
HOURS = tuple(f"{hour:02}:00" for hour in range(24))


@require_http_methods(["GET", "POST"])
@citizen_required
@never_cache
def notices(request: Request) -> HttpResponse:
    """Show the viewer's wishes, and keep new ones."""
    problem, chosen = None, queries.preferences(request.viewer.key)
    if request.method == "POST":
        chosen = _read(request.POST.dict(), request.POST.getlist("loai"))
        try:
            actions.change_preferences(preferences=chosen, by=request.viewer, at=clock.now())
        except PreferencesRefused as refused:
            problem = refused.sentence
        else:
            messages.success(request, _("Đã lưu cách bạn muốn nhận tin."))
            return HttpResponseRedirect(reverse("web:notices"))
    context = {
        "chosen": chosen,
        "problem": problem,
        "channels": tuple(Channel),
        "topics": [topic for topic in Topic if topic.may_be_off],
        "options": [(one.value, formats.say(one.label)) for one in Topic if one.may_be_off],
        "kept": [topic for topic in Topic if not topic.may_be_off],
        "times": [(hour, hour) for hour in HOURS],
    }
    return pages.render(request, "account/notices.html", context, status=422 if problem else 200)


def _read(typed: Mapping[str, str], topics: list[str]) -> Preferences:
    ranked = sorted(
        (place, channel) for channel in Channel if (place := typed.get(channel.value, "")) in PLACES
    )
    language = typed.get("ngon-ngu", "")
    start, end = (typed.get(name, "") for name in ("tu", "den"))
    known = start in HOURS and end in HOURS
    return Preferences(
        channels=tuple(channel for _place, channel in ranked),
        language=language if language in LANGUAGES else "",
        off=frozenset(topic for topic in Topic if topic.may_be_off and topic.value not in topics),
        quiet=QuietHours(time.fromisoformat(start), time.fromisoformat(end))
        if known
        else QuietHours(),
    )
