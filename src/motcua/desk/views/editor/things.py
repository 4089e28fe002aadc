"""Sections of an edition and the things in them: add, edit, move, delete."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.desk.views.editor import EDITORS, READERS
from motcua.desk.views.editor.drawing import drawn
from motcua.desk.views.editor.groups import groups
from motcua.desk.views.editor.opening import (
    as_read,
    faults_of,
    keep,
    known_in,
    opened,
    refusing,
    section_address,
    tell,
    to_section,
)
from motcua.desk.views.editor.outline import TITLES
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.actions import editing as actions
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing import boxes, questions, templates, trees
from motcua.procedures.rules.editing.completing import begin, complete, insert_block
from motcua.procedures.rules.editing.conditions import OPERATORS
from motcua.procedures.rules.editing.faults import own_title, section_of, title_at
from motcua.procedures.rules.editing.shapes import NEW, Shape, shape_of
from motcua.procedures.values.editing import EditionView, Fault, Place, Section
from motcua.web import clock, formats, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

_DATES = ("dates",)


@require_GET
@officer_required(*READERS)
def section(request: Request, key: UUID, part: str) -> HttpResponse:
    """Show what stands in a section, with everything that is wrong beside it."""
    if part not in set(Section):
        raise Http404
    edition, wanted = opened(request, key), Section(part)
    faults = faults_of(edition)
    order = list(Section)
    place = order.index(wanted)
    context = {
        "edition": edition,
        "section": wanted,
        "title": TITLES[wanted],
        "groups": groups(wanted, edition, faults=faults, known=known_in(edition)),
        "count": sum(one.section is wanted for one in faults),
        "next": order[place + 1] if place + 1 < len(order) else None,
        "titles": TITLES,
        "drawing": drawn(edition.trees) if wanted is Section.PROCESS else None,
        "processes": templates.PROCESS_TITLES if wanted is Section.PROCESS else {},
        "outcomes": queries.outcomes(edition) if wanted is Section.SCENARIOS else (),
    }
    return pages.render(request, "desk/editor/section.html", context)


@require_http_methods(["GET", "POST"])
@officer_required(*EDITORS)
@refusing
def thing(request: Request, key: UUID, place: str) -> HttpResponse:
    """Ask about one thing; keep what was typed, and go back to its section when it is right."""
    edition = opened(request, key)
    at, shape = _shape(edition, place)
    if request.method == "GET":
        return _draw(request, edition, at, shape=shape)
    try:
        if request.POST.get("_revision") != "":
            as_read(request, edition)
        return _kept(request, edition, at, shape=shape)
    except actions.EditionConflict as conflict:
        if request.POST.get("_revision") == "":  # the page's own automatic save came in between
            return _kept(request, opened(request, key), at, shape=shape)
        return _draw(request, edition, at, shape=shape, conflict=conflict)


def _shape(edition: EditionView, place: str) -> tuple[Place, Shape]:
    at = trees.parsed(place)
    if at in {_DATES, ("guide",)}:
        shape = shape_of(at, {})
    else:
        one = trees.at(edition.trees, at)
        shape = shape_of(at, one) if isinstance(one, Mapping) else None
    if shape is None:
        raise trees.PlaceUnknown
    return at, shape


def _tree_place(at: Place) -> Place:
    return ("procedure",) if at == _DATES else at


def _kept(request: Request, edition: EditionView, at: Place, *, shape: Shape) -> HttpResponse:
    place = _tree_place(at)
    before = trees.found(edition.trees, place, {})
    post = dict(request.POST.lists())
    found = boxes.read(shape.boxes, before, post=post, known=known_in(edition))
    quiet = request.POST.get("_autosave") == "1"
    wrong = [name for name, _words in found.errors if name not in found.missing]
    if quiet and wrong:
        return JsonResponse({"errors": wrong}, status=422)
    if found.errors and not quiet:
        return _draw(request, edition, at, shape=shape, errors=found.errors)
    whole = found.thing if quiet else complete(shape.kind, found.thing, edition.trees, place=place)
    words = _("Sửa “%(title)s”") % {"title": formats.say(title_at(edition.trees, place))}
    revision = keep(request, edition, trees.put(edition.trees, place, whole), words=words, place=at)
    if quiet:
        saved = formats.clock(clock.now())
        return JsonResponse({"revision": revision, "saved_at": saved})
    section = Section.DATES if at == _DATES else section_of(at)
    return HttpResponseRedirect(section_address(edition, section, at))


def _draw(
    request: Request,
    edition: EditionView,
    at: Place,
    *,
    shape: Shape,
    errors: tuple[tuple[str, Sentence], ...] = (),
    conflict: Refused | None = None,
) -> HttpResponse:
    one = trees.found(edition.trees, _tree_place(at), {})
    known = known_in(edition)
    posted = dict(request.POST.lists()) if request.method == "POST" else None
    filled: dict[str, Any] = {}
    for box in shape.boxes:
        filled |= boxes.typed(box, posted) if posted is not None else boxes.fill(box, one)
    kind = str(one.get("type", "")) if shape.kind == "field" else ""
    context = {
        "edition": edition,
        "place": trees.written(at),
        "shape": shape,
        "section": Section.DATES if at == _DATES else section_of(at),
        "titles": TITLES,
        "title": own_title(one) or NEW.get(shape.kind),
        "type": questions.TYPES.get(kind),
        "filled": filled,
        "known": known,
        "operators": OPERATORS,
        "errors": dict(errors),
        "conflict": conflict,
        "faults": [f for f in faults_of(edition) if _is_about(f, at, shape)],
    }
    status = 409 if conflict else 422 if errors else 200
    return pages.render(request, "desk/editor/thing.html", context, status=status)


def _is_about(fault: Fault, at: Place, shape: Shape) -> bool:
    if at in {_DATES, ("procedure",)}:
        keys = {box.key for box in shape.boxes}
        return fault.at[0] == "procedure" and bool(keys & set(fault.at[1:2]))
    rest = fault.at[len(at) :]
    return fault.at[: len(at)] == at and not any(isinstance(step, int) for step in rest[1:])


@require_http_methods(["GET", "POST"])
@officer_required(*EDITORS)
@refusing
def add(request: Request, key: UUID, place: str) -> HttpResponse:
    """Add a row to a list; for questions, ask first of which type, or take a usual block."""
    edition = opened(request, key)
    at = trees.parsed(place)
    asks = at[-1:] == ("fields",)
    if asks and request.method == "GET":
        trees.at(edition.trees, at)
        context = {
            "edition": edition,
            "place": place,
            "types": questions.TYPES,
            "blocks": templates.BLOCK_TITLES,
            "on_a_page": len(at) == 4,
            "title": title_at(edition.trees, at),
        }
        return pages.render(request, "desk/editor/add_question.html", context)
    if request.method == "GET":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    return _added(request, as_read(request, edition), at)


def _added(request: Request, edition: EditionView, at: Place) -> HttpResponse:
    block = request.POST.get("khoi", "")
    if block in templates.BLOCKS and at[-1:] == ("fields",):
        changed, where = insert_block(edition.trees, at, block)
        title = formats.say(templates.BLOCK_TITLES[block])
        keep(request, edition, changed, words=_("Thêm “%(block)s”") % {"block": title}, place=at)
        return to_section(edition, where)
    begun = begin(edition.trees, at, request.POST.get("kieu", ""))
    if begun is None:
        raise actions.EditionRefused(
            Sentence("Bạn hãy chọn một kiểu câu hỏi.", "Choose a type of question.")
        )
    changed, where = begun
    keep(request, edition, changed, words=_("Thêm một mục"), place=where)
    return HttpResponseRedirect(
        reverse("desk:edition_thing", args=[edition.key, trees.written(where)])
    )


@require_POST
@officer_required(*EDITORS)
@refusing
def up(request: Request, key: UUID, place: str) -> HttpResponse:
    """Move a row up."""
    return _moved(request, key, place, by=-1)


@require_POST
@officer_required(*EDITORS)
@refusing
def down(request: Request, key: UUID, place: str) -> HttpResponse:
    """Move a row down."""
    return _moved(request, key, place, by=+1)


def _moved(request: Request, key: UUID, place: str, *, by: int) -> HttpResponse:
    edition = as_read(request, opened(request, key))
    at = trees.parsed(place)
    changed = trees.moved(edition.trees, at, by)
    title = formats.say(title_at(edition.trees, at))
    keep(request, edition, changed, words=_("Chuyển chỗ “%(title)s”") % {"title": title}, place=at)
    index = int(at[-1]) + (by if changed != edition.trees else 0)
    return to_section(edition, (*at[:-1], index))


@require_POST
@officer_required(*EDITORS)
@refusing
def remove(request: Request, key: UUID, place: str) -> HttpResponse:
    """Delete a row; it can be undone."""
    edition = as_read(request, opened(request, key))
    at = trees.parsed(place)
    title = formats.say(title_at(edition.trees, at))
    words = _("Xóa “%(title)s”") % {"title": title}
    keep(request, edition, trees.removed(edition.trees, at), words=words, place=at)
    tell(request, words)
    return HttpResponseRedirect(section_address(edition, section_of(at)))


@require_POST
@officer_required(*EDITORS)
@refusing
def take_process(request: Request, key: UUID) -> HttpResponse:
    """Take a usual process over, instead of what stands there."""
    edition = as_read(request, opened(request, key))
    kind = request.POST.get("mau", "")
    if kind not in templates.PROCESS_TITLES:
        raise actions.EditionRefused(
            Sentence("Bạn hãy chọn một quy trình mẫu.", "Choose a process.")
        )
    process = templates.process(kind, edition.name)
    words = _("Dùng quy trình mẫu “%(title)s”") % {
        "title": formats.say(templates.PROCESS_TITLES[kind])
    }
    keep(request, edition, trees.put(edition.trees, ("workflow",), process), words=words)
    tell(request, words)
    return HttpResponseRedirect(section_address(edition, Section.PROCESS))
