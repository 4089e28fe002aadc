"""The list of editions, beginning one, its overview, undoing, taking in and out."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.desk.views.editor import EDITORS, READERS
from motcua.desk.views.editor.opening import (
    address_of,
    as_read,
    faults_of,
    opened,
    refusing,
    section_address,
    tell,
)
from motcua.desk.views.editor.outline import TITLES
from motcua.kernel.definitions import DefinitionRefused
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.actions import editing as actions
from motcua.procedures.actions import editing_deciding as deciding
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing.trees import archive
from motcua.procedures.values.editing import Section
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

_WAYS = ("trong", "ban-cong-bo", "tep")
_LARGEST = 4 * 1024 * 1024


@require_GET
@officer_required(*READERS)
def editions(request: Request) -> HttpResponse:
    """List the editions of the agencies in one's charge."""
    return pages.render(
        request,
        "desk/editor/list.html",
        {
            "editions": queries.editions(viewer=request.viewer),
            "may_begin": queries.home_of(request.viewer) is not None,
        },
    )


@require_http_methods(["GET", "POST"])
@officer_required(*EDITORS)
def begin(request: Request) -> HttpResponse:
    """Begin from nothing, from the published version, or from a file."""
    if queries.home_of(request.viewer) is None:
        return pages.render(request, "desk/editor/not_here.html", {}, status=409)
    if request.method == "GET":
        return _begin_page(request)
    try:
        key = _begun(request)
    except DefinitionRefused as refused:
        first = refused.problems[0]
        return _begin_page(request, Sentence(first.what.vi, first.what.en))
    except Refused as refused:
        return _begin_page(request, refused.sentence)
    return HttpResponseRedirect(reverse("desk:edition", args=[key]))


def _begun(request: Request) -> UUID:
    by, at, way = request.viewer, clock.now(), request.POST.get("cach", "")
    if way == "ban-cong-bo":
        return actions.start_copy(code=request.POST.get("thu-tuc", "")[:40], by=by, at=at)
    if way == "tep":
        name, content = _uploaded(request)
        return actions.start_import(content=content, filename=name, by=by, at=at)
    code, name = request.POST.get("ma", "")[:60], request.POST.get("ten", "")
    return actions.start(code=code, name=name, by=by, at=at)


def _uploaded(request: Request) -> tuple[str, bytes]:
    file = request.FILES.get("tep")
    if file is None or (file.size or 0) > _LARGEST:
        raise actions.EditionRefused(
            Sentence("Bạn hãy chọn một tệp dưới 4 MB.", "Choose a file under 4 MB.")
        )
    return str(file.name or ""), file.read()


def _begin_page(request: Request, problem: Sentence | None = None) -> HttpResponse:
    way = request.POST.get("cach", "trong")
    context = {
        "services": [
            (one.code, f"{one.code} {one.name}") for one in procedures.services(clock.today())
        ],
        "typed": request.POST,
        "way": way if way in _WAYS else "trong",
        "problem": problem,
    }
    return pages.render(request, "desk/editor/new.html", context, status=422 if problem else 200)


@require_GET
@officer_required(*READERS)
def overview(request: Request, key: UUID) -> HttpResponse:
    """Show the sections of an edition, how much is wrong in each, and what can be done."""
    edition = opened(request, key)
    faults = faults_of(edition) if edition.status.value != "published" else ()
    counted = dict.fromkeys(Section, 0)
    for one in faults:
        counted[one.section] += 1
    context = {
        "edition": edition,
        "faults": [(one, address_of(edition, one.at)) for one in faults[:8]],
        "count": len(faults),
        "sections": [
            (TITLES[section], section_address(edition, section), counted[section], _hint(section))
            for section in Section
        ],
        "steps": queries.steps(viewer=request.viewer, key=key)[:10],
        "wrote": str(request.viewer.key) in edition.contributors,
    }
    return pages.render(request, "desk/editor/overview.html", context)


def _hint(section: Section) -> str:
    return {
        Section.GENERAL: _("Tên, ai nộp, cơ quan nào giải quyết, kết quả"),
        Section.QUESTIONS: _("Các trang và câu hỏi của tờ khai"),
        Section.PAPERS: _("Giấy tờ, số bản, khi nào phải nộp"),
        Section.CASES: _("Chỉ khi giấy tờ, phí hoặc thời hạn khác nhau"),
        Section.FEES: _("Khoản thu, mức thu, ai được miễn"),
        Section.PROCESS: _("Thời hạn, các bước, ai làm trong bao lâu"),
        Section.DATES: _("Ngày có hiệu lực, văn bản"),
        Section.GUIDE: _("Lời hướng dẫn dễ hiểu, không bắt buộc"),
        Section.SCENARIOS: _("Phải đạt hết mới công bố được"),
    }[section]


@require_POST
@officer_required(*EDITORS)
@refusing
def undo(request: Request, key: UUID) -> HttpResponse:
    """Go one step back."""
    edition = as_read(request, opened(request, key))
    actions.undo(edition=edition, by=request.viewer, at=clock.now())
    return HttpResponseRedirect(_beside(request, key))


@require_POST
@officer_required(*EDITORS)
@refusing
def redo(request: Request, key: UUID) -> HttpResponse:
    """Go one step forward again."""
    edition = as_read(request, opened(request, key))
    actions.redo(edition=edition, by=request.viewer, at=clock.now())
    return HttpResponseRedirect(_beside(request, key))


def _beside(request: Request, key: UUID) -> str:
    section = request.POST.get("phan", "")
    if section in set(Section):
        return reverse("desk:edition_section", args=[key, section])
    return reverse("desk:edition", args=[key])


@require_GET
@officer_required(*READERS)
def export(request: Request, key: UUID) -> HttpResponse:
    """Give the files as they stand in the library, in a ZIP."""
    edition = opened(request, key)
    folder = f"library/procedures/{edition.code}/v{edition.version}"
    response = HttpResponse(archive(edition.trees, folder), content_type="application/zip")
    name = f"{edition.code}-v{edition.version}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@officer_required(*EDITORS)
@refusing
def take_in(request: Request, key: UUID) -> HttpResponse:
    """Take the files of a ZIP, or one YAML file, over into an edition."""
    edition = as_read(request, opened(request, key))
    name, content = _uploaded(request)
    actions.import_into(
        edition=edition, content=content, filename=name, by=request.viewer, at=clock.now()
    )
    tell(request, _("Đã nhập từ tệp"))
    return HttpResponseRedirect(reverse("desk:edition", args=[key]))


@require_http_methods(["GET", "POST"])
@officer_required(*EDITORS)
@refusing
def discard(request: Request, key: UUID) -> HttpResponse:
    """Ask whether an edition is to be thrown away; do it when that is pressed."""
    edition = opened(request, key)
    if request.method == "GET":
        return pages.render(request, "desk/editor/discard.html", {"edition": edition})
    as_read(request, edition)
    deciding.discard(edition=edition, by=request.viewer, at=clock.now())
    return HttpResponseRedirect(reverse("desk:editions"))
