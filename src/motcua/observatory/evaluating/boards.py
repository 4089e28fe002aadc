"""A campaign: its board for who leads it, their own portals for everybody else."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import leading
from motcua.evaluation.rules.moving import STEPS, Verb
from motcua.evaluation.rules.permitting import Stand, may_see_results
from motcua.evaluation.values.campaigns import (
    KIND_TITLES,
    LEAD_TITLES,
    SEAT_TITLES,
    STATE_TITLES,
    Board,
    CampaignRefused,
    CampaignView,
    RunState,
    Seat,
    SubjectProgress,
)
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.observatory.auditing import words as numbers
from motcua.observatory.drawing.ranks import league_name
from motcua.observatory.evaluating import words
from motcua.observatory.evaluating.reaching import READERS, campaign, reading
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request


@reading(*READERS)
def one(request: Request, code: str) -> HttpResponse:
    """Show how a campaign stands to who leads it, and to others the portals they have part in."""
    found = campaign(request, code)
    board = queries.board(viewer=request.viewer, code=code, at=clock.now())
    if board is None:
        return _own(request, found)
    of = _criteria(request, code)
    context = {
        **head(board.campaign, verbs=board.verbs),
        "board": board,
        "of": of.title if of else found.criteria_set,
        "next": _next(board),
        "hindrances": board.hindrances,
        "others": _others(board),
        "drawn": _drawn(board),
        "leagues": _leagues(board, of),
        "kind": KIND_TITLES[found.kind],
        "lead": LEAD_TITLES[found.lead],
        "seats": [SEAT_TITLES[seat] for seat in tuple(Seat)[: found.seats]],
        "own": request.viewer.key,
    }
    return pages.render(request, "observatory/evaluating/board.html", context)


def head(found: CampaignView, *, verbs: Iterable[str] = ()) -> dict[str, Any]:
    """Give what the top of every page of a campaign says; `verbs` what its leader may do now."""
    order = [state for state, _words in words.STAGES]
    here = order.index(found.state) if found.state in order else -1
    return {
        "campaign": found,
        "code": found.code,
        "state": STATE_TITLES[found.state],
        "tone": words.STATES[found.state],
        "verbs": tuple(verbs),
        "stages": [
            (title, "here" if number == here else "done" if number < here else "")
            for number, (_state, title) in enumerate(words.STAGES)
        ],
    }


def _own(request: Request, found: CampaignView) -> HttpResponse:
    rows = [
        {"subject": subject, "links": _links(found, subject.agency, held)}
        for subject, held in queries.portals(viewer=request.viewer, code=found.code)
    ]
    context = {**head(found), "rows": rows}
    return pages.render(request, "observatory/evaluating/own.html", context)


def _links(found: CampaignView, agency: str, held: frozenset[Stand]) -> list[tuple[str, str]]:
    """Give what somebody can do with a portal of theirs: address and words."""
    links = []
    if held & {Stand.FIRST, Stand.SECOND}:
        links = [
            ("worksheet", _("Phiếu đánh giá")),
            ("differences", _("Chỗ hai người khác nhau")),
            ("run", _("Máy thấy gì")),
        ]
        if may_see_results(found.state, held):
            links.append(("result", _("Kết quả dự kiến")))
    if Stand.HEAD in held:
        links.append(("agency", _("Việc của cơ quan bạn trong đợt này")))
    return [
        (reverse(f"evaluating:{name}", args=[found.code, agency]), words) for name, words in links
    ]


def _next(board: Board) -> dict[str, Any] | None:
    """Give the verb that leads on, and the page where it is said."""
    verb = words.NEXT.get(board.campaign.state)
    if verb is Verb.CLOSE_REPLIES and board.campaign.replies_closed_at is not None:
        verb = Verb.PUBLISH
    if verb is None or verb.value not in board.verbs:
        return None
    return {"verb": verb, "title": STEPS[verb].title, "page": f"evaluating:{words.PAGES[verb]}"}


def _others(board: Board) -> list[tuple[str, str, bool]]:
    """Give the other verbs that are said of the whole: page, words, whether it is grave."""
    leading = {*words.NEXT.values(), Verb.PUBLISH}
    grave = {Verb.WITHDRAW, Verb.ABANDON}
    may = [verb for verb in words.PAGES if verb.value in board.verbs and verb not in leading]
    if board.campaign.published_at is not None:
        may = [verb for verb in may if verb is not Verb.ABANDON]
    return [
        (f"evaluating:{words.PAGES[verb]}", say(STEPS[verb].title), verb in grave) for verb in may
    ]


def _drawn(board: Board) -> dict[str, Any]:
    """Draw how far the portals are, a line a task, with the same as a table."""
    rows = board.rows
    keys = [
        ("good", _("Xong")),
        ("info", _("Đang làm")),
        ("bad", _("Có lỗi")),
        ("neutral", _("Chưa")),
    ]
    lines = [
        (_("Kiểm tra tự động"), [_run_state(row) for row in rows]),
        *(
            (say(SEAT_TITLES[seat]), [_seat_state(row, seat) for row in rows])
            for seat in tuple(Seat)[: board.campaign.seats]
        ),
        (_("Kết quả"), [0 if row.grade else 3 for row in rows]),
    ]
    counted = [(name, [told.count(part) for part in range(len(keys))]) for name, told in lines]
    return {
        "keys": keys,
        "most": len(rows),
        "rows": [
            {"name": name, "values": values, "words": f"{values[0]} / {len(rows)}"}
            for name, values in counted
        ],
        "headings": [_("Việc"), *(name for _tone, name in keys)],
        "table": [[name, *map(str, values)] for name, values in counted],
    }


def _run_state(row: SubjectProgress) -> int:
    if row.run is None:
        return 3
    return {RunState.DONE: 0, RunState.FAILED: 2}.get(row.run.state, 1)


def _seat_state(row: SubjectProgress, seat: Seat) -> int:
    found = next((each for each in row.seats if each.seat is seat), None)
    if found is None or (not found.answered and found.finished_at is None):
        return 3
    return 0 if found.finished_at else 1


def _criteria(request: Request, code: str) -> CriteriaSet | None:
    """Give the criteria; None where the set in the library has changed, which the page tells."""
    try:
        return leading.criteria(viewer=request.viewer, code=code)
    except CampaignRefused:
        return None


def _leagues(board: Board, of: CriteriaSet | None) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in board.rows:
        told = {**_row(row, board.campaign.seats), "grade": numbers.grade(of, row.grade).said}
        found.setdefault(league_name(row.subject.league), []).append(told)
    return [{"name": name, "rows": those} for name, those in found.items()]


def _row(row: SubjectProgress, seats: int) -> dict[str, Any]:
    tone, said = words.RUNS[row.run.state] if row.run else words.NO_RUN
    by = {each.seat: each for each in row.seats}
    return {
        "one": row,
        "subject": row.subject,
        "run": (tone, said),
        "seats": [by.get(seat) for seat in tuple(Seat)[:seats]],
        "points": numbers.number(float(row.points)) if row.points else "",
    }
