"""The leader's board: what is due when, with whom, and how the last two weeks went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.agencies import queries as agencies
from motcua.desk.views import CASE_ROLES
from motcua.dossiers.queries import board as known
from motcua.dossiers.queries.board import Board, Load
from motcua.dossiers.queries.lists_names import Names
from motcua.dossiers.queries.lists_rows import OPEN_IN_TIME, OPEN_LATE
from motcua.identity.values import Role, Viewer
from motcua.kernel.calendar import local_day
from motcua.web import clock, formats, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

LEADERS = (Role.APPROVER, Role.CONTROLLER, Role.EXECUTIVE)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the board. `links` are addresses of the lists, empty where the reader has none."""

    name: str
    load: Load
    links: dict[str, str]


@require_GET
@officer_required(*LEADERS)
def board(request: Request) -> HttpResponse:
    """Show the board of one of the reader's places; whoever reads no dossiers gets no links."""
    now, own = clock.now(), _places(request.viewer)
    asked = request.GET.get("noi", "")
    path = next((path for path, _name in own if path == asked), own[0][0])
    found = known.board(path=path, at=now)
    drill = _reads(request.viewer, path)
    names = Names(now, formats.language())
    context = {
        "board": found,
        "place": agencies.agency(path.strip(".")).name,
        "own": own,
        "path": path,
        "tiles": _links({"co-quan": path.strip(".")}, found) if drill else {},
        "units": _lines(found.units, names.agency, found, drill=drill, by="co-quan"),
        "services": _lines(
            found.services, partial(_service, names), found, drill=drill, by="thu-tuc"
        ),
        "officers": _lines(found.officers, _officer, found, drill=drill, by="can-bo"),
        "days": [(formats.day(day.on)[:5], day.received, day.settled) for day in found.days],
        "most": max([day.received + day.settled for day in found.days], default=0),
        "shown": SHOWN,
    }
    return pages.render(request, "desk/talk/board.html", context)


def _places(viewer: Viewer) -> list[tuple[str, str]]:
    return [
        (path, agencies.agency(path.rstrip(".")).short_name)
        for path in dict.fromkeys(viewer.paths(*LEADERS))
    ]


def _reads(viewer: Viewer, path: str) -> bool:
    return any(path.startswith(top) for top in viewer.paths(*CASE_ROLES))


def _service(names: Names, code: str) -> str:
    known_one = names.services.get(code)
    return names.say(known_one.name) if known_one else code


def _officer(name: str) -> str:
    return name or _("Chưa ai làm bước nào")


def _lines(
    found: Sequence[tuple[str, Load]],
    name: Callable[[str], str],
    board_: Board,
    *,
    drill: bool,
    by: str,
) -> list[Line]:
    place = board_.path.strip(".")
    return [
        Line(
            name(key),
            load,
            _links({"co-quan": place} | {by: key}, board_) if drill and key else {},
        )
        for key, load in found
    ]


def _links(where: dict[str, str], board_: Board) -> dict[str, str]:
    """Give the list behind each number: the same filter, the same days."""
    today = local_day(board_.at)
    _ends, _tomorrow, week = known.ends(board_.at)
    sunday = local_day(week) - timedelta(days=1)
    spans = {
        "late": {"qua-han": OPEN_LATE},
        "today": _span(today, today),
        "tomorrow": _span(today + timedelta(days=1), today + timedelta(days=1)),
        "week": _span(today + timedelta(days=2), sunday),
    }
    base = reverse("desk:dossiers")
    return {name: f"{base}?{urlencode(where | span)}" for name, span in spans.items()}


def _span(first: object, last: object) -> dict[str, str]:
    return {"qua-han": OPEN_IN_TIME, "hen-tra-tu": str(first), "hen-tra-den": str(last)}
