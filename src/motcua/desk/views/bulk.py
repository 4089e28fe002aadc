"""One move on many dossiers: chosen, previewed, confirmed, watched."""

from uuid import UUID, uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.desk import listing
from motcua.desk.views import ACTING_ROLES
from motcua.desk.views.views import LISTS
from motcua.dossiers.actions import bulk as actions
from motcua.dossiers.queries.lists_assigning import may_give
from motcua.dossiers.queries.lists_bulk import (
    MOST,
    BulkChoice,
    bulk_choice,
    bulk_run,
    first_codes,
)
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request
from motcua.workflow.values import Move


class NothingChosen(Refused):
    """No dossier was ticked."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Bạn chưa chọn hồ sơ nào. Bạn hãy đánh dấu các hồ sơ trong danh sách rồi bấm lại.",
                "You have not chosen an application. Tick some in the list, then press again.",
            )
        )


class RunUnknown(Refused):
    """There is no such run, or it is somebody else's."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không tìm thấy lần xử lý này trong các lần xử lý của bạn.",
                "This was not found among what you asked for.",
            )
        )


@require_POST
@officer_required(*ACTING_ROLES)
def choose(request: Request) -> HttpResponse:
    """Show what can be done to the chosen dossiers; with a move chosen, which can make it."""
    codes, more = codes_of(request)
    if not codes:
        return refusals.page(request, NothingChosen(), back=back_of(request), status=422)
    choice = bulk_choice(viewer=request.viewer, codes=codes, at=clock.now())
    return _preview(request, choice, more=more)


@require_POST
@officer_required(*ACTING_ROLES)
def begin(request: Request) -> HttpResponse:
    """Begin the move that was previewed, with the dossiers as they were shown."""
    codes, more = codes_of(request)
    choice = bulk_choice(viewer=request.viewer, codes=codes, at=clock.now())
    move, key = _move(request), listing.key_of(request.POST.get("khoa", ""))
    if move is None or key is None or _lacks_reason(request, choice, move):
        return _preview(request, choice, more=more, status=422)
    try:
        actions.ask_bulk(
            key=key,
            move=move,
            lines=choice.lines,
            by=request.viewer,
            at=clock.now(),
            reason=request.POST.get("ly-do", ""),
        )
    except Refused as refused:
        return _preview(request, choice, more=more, problem=refused, status=422)
    return HttpResponseRedirect(reverse("desk:bulk_run", args=[key]))


@require_GET
@officer_required(*ACTING_ROLES)
def run(request: Request, key: UUID) -> HttpResponse:
    """Show how far a run has come and what became of each dossier."""
    found = bulk_run(viewer=request.viewer, key=key)
    if found is None:
        return refusals.page(request, RunUnknown(), back=reverse("desk:inbox"))
    numbers = {name: found.number(name) for name in ("waiting", "done", "refused", "changed")}
    return pages.render(
        request, "desk/bulk/run.html", {"run": found, "entries": found.items, "numbers": numbers}
    )


def _preview(
    request: Request,
    choice: BulkChoice,
    *,
    more: bool,
    problem: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    move = _move(request)
    lines = [(line, line.why_not(move) if move else None) for line in choice.lines]
    chosen = next((one for one in choice.moves if one.move is move), None)
    context = {
        "choice": choice,
        "move": chosen,
        "able": [line for line, why in lines if why is None],
        "unable": [(line, why) for line, why in lines if why is not None],
        "more": more,
        "most": MOST,
        "key": request.POST.get("khoa") or str(uuid4()),
        "reason": request.POST.get("ly-do", ""),
        "lacks_reason": status != 200 and bool(chosen and chosen.needs_reason) and not problem,
        "lacks_move": "buoc" in request.POST and move is None,
        "problem": problem.sentence if problem else None,
        "back": back_of(request),
        "kept": kept(request),
        "gives": may_give(request.viewer),
    }
    return pages.render(request, "desk/bulk/choose.html", context, status=status)


def codes_of(request: Request) -> tuple[list[str], bool]:
    """Give the codes that were ticked, or the head of the list; and whether there are more."""
    if request.POST.get("ca"):
        wanted = listing.posted(request.POST)
        found = list(first_codes(viewer=request.viewer, wanted=wanted, at=clock.now()))
    else:
        found = [
            code for code in request.POST.getlist("ma") if len(code) <= 60 and "\0" not in code
        ]
    return found[:MOST], len(found) > MOST


def _move(request: Request) -> Move | None:
    typed = request.POST.get("buoc", "")
    return Move(typed) if typed in set(Move) else None


def _lacks_reason(request: Request, choice: BulkChoice, move: Move) -> bool:
    needed = any(one.move is move and one.needs_reason for one in choice.moves)
    return needed and not request.POST.get("ly-do", "").strip()


def kept(request: Request) -> list[tuple[str, str]]:
    """Give what is carried from page to page to find the way back to the list."""
    return [(name, request.POST.get(name, "")) for name in ("ds", "dia-chi")]


def back_of(request: Request) -> str:
    """Give the list that the dossiers were ticked in."""
    wanted = listing.posted(request.POST)
    return reverse(LISTS[wanted.list_name]) + listing.address(wanted)
