"""Proposing an edition, comparing it with what holds, and deciding on it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.desk.views.editor import EDITORS, READERS
from motcua.desk.views.editor.opening import as_read, faults_of, opened, refusing
from motcua.desk.views.editor.outline import TITLES
from motcua.procedures.actions import editing_deciding as actions
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing.comparing import Difference, differences
from motcua.procedures.rules.editing.templates import empty
from motcua.procedures.values.editing import EditionView, Section
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_GET
@officer_required(*READERS)
def compare(request: Request, key: UUID) -> HttpResponse:
    """Say in words what an edition changes; whoever may decide does so here."""
    edition = opened(request, key)
    number, changed = _changes(edition)
    by_section: dict[Section, list[Difference]] = {}
    for one in changed:
        by_section.setdefault(one.section, []).append(one)
    context = {
        "edition": edition,
        "number": number,
        "sections": [(TITLES[section], rows) for section, rows in by_section.items()],
        "count": len(faults_of(edition)) if edition.status.value != "published" else 0,
        "outcomes": queries.outcomes(edition),
        "wrote": str(request.viewer.key) in edition.contributors,
    }
    return pages.render(request, "desk/editor/compare.html", context)


def _changes(edition: EditionView) -> tuple[int | None, tuple[Difference, ...]]:
    before = queries.published_before(edition)
    if before is None:
        template = empty(code=edition.code, name=edition.name, on=clock.today())
        return None, differences(template, edition.trees)
    return before[0], differences(before[1], edition.trees)


@require_POST
@officer_required(*EDITORS)
@refusing
def propose(request: Request, key: UUID) -> HttpResponse:
    """Hand an edition over for approval."""
    edition = as_read(request, opened(request, key))
    actions.propose(edition=edition, by=request.viewer, at=clock.now())
    messages.success(request, _("Đã trình duyệt. Người duyệt sẽ thấy bản này trong danh sách."))
    return HttpResponseRedirect(reverse("desk:edition", args=[key]))


@require_POST
@officer_required(*READERS)
@refusing
def approve(request: Request, key: UUID) -> HttpResponse:
    """Approve and publish."""
    edition = as_read(request, opened(request, key))
    done = actions.approve(edition=edition, by=request.viewer, at=clock.now())
    messages.success(
        request,
        _("Đã công bố thủ tục %(code)s, phiên bản %(version)s.")
        % {"code": done.code, "version": done.version},
    )
    return HttpResponseRedirect(reverse("desk:edition", args=[key]))


@require_POST
@officer_required(*READERS)
@refusing
def send_back(request: Request, key: UUID) -> HttpResponse:
    """Return an edition with what is to be changed."""
    edition = as_read(request, opened(request, key))
    actions.send_back(
        edition=edition,
        comment=request.POST.get("can-sua", ""),
        by=request.viewer,
        at=clock.now(),
    )
    messages.success(request, _("Đã trả lại để sửa."))
    return HttpResponseRedirect(reverse("desk:edition", args=[key]))
