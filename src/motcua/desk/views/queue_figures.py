"""How long people waited: by hour, day and business, drawn and in a table."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from motcua.agencies import queries as agencies
from motcua.counters import queries
from motcua.counters.queries import LONGEST, READERS
from motcua.counters.values import Business, WaitingFigures
from motcua.kernel.words import Sentence, day_in
from motcua.web import clock, formats, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

LOOKED_BACK = timedelta(days=6)
WAYS = (
    ("gio", Sentence("Theo giờ trong ngày", "By hour of the day")),
    ("ngay", Sentence("Theo ngày", "By day")),
    ("viec", Sentence("Theo việc", "By business")),
)


@require_safe
@officer_required(*READERS)
def waiting(request: Request) -> HttpResponse:
    """Show how people waited at one agency over some days."""
    places = _places(request)
    asked = request.GET.get("noi", "")
    code = asked if asked in dict(places) else (places[0][0] if places else "")
    first, last = _span(request.GET.get("tu", ""), request.GET.get("den", ""))
    by = request.GET.get("theo", "gio")
    by = by if by in dict(WAYS) else "gio"
    found = code and queries.waited(
        viewer=request.viewer, path=f"{code}.", first=first, last=last, by=by
    )
    context = {
        "places": places,
        "ways": WAYS,
        "asked": {"noi": code, "tu": first.isoformat(), "den": last.isoformat(), "theo": by},
        "first": first,
        "last": last,
        "found": found or None,
        "rows": [_row(one, by) for one in found.parts] if found else [],
        "most": max((_minutes(one.ninety) or 0 for one in found.parts), default=0) if found else 0,
        "total": _row(found.total, "") if found else None,
    }
    return pages.render(request, "desk/queue/waiting.html", context)


def _places(request: Request) -> list[tuple[str, str]]:
    codes = dict.fromkeys(one.agency_code for one in queries.counters_of(viewer=request.viewer))
    return [(code, agencies.agency(code).name) for code in codes]


def _span(first: str, last: str) -> tuple[date, date]:
    """Give the days asked for, at most a quarter; the last seven where nothing sensible is."""
    today = clock.today()
    try:
        begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return today - LOOKED_BACK, today
    if not begins <= ends <= begins + timedelta(days=LONGEST - 1) or begins.year < 2000:
        return today - LOOKED_BACK, today
    return begins, ends


def _row(figures: WaitingFigures, by: str) -> dict[str, Any]:
    median, ninety = _minutes(figures.median), _minutes(figures.ninety)
    return {
        "figures": figures,
        "name": _name(figures.key, by),
        "median": median,
        "ninety": ninety,
        "serving": _minutes(figures.serving),
        "values": (median or 0, (ninety or 0) - (median or 0)),
        "words": _minutes_said(median),
    }


def _minutes_said(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return ngettext("%(n)s phút", "%(n)s phút", minutes) % {"n": minutes}


def _name(key: str, by: str) -> str:
    if by == "gio":
        return f"{key}:00–{key}:59"
    if by == "ngay":
        return day_in(date.fromisoformat(key), formats.language())
    return next((formats.say(one.label) for one in Business if one.letter == key), key)


def _minutes(length: timedelta | None) -> int | None:
    return None if length is None else round(length.total_seconds() / 60)
