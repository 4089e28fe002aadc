"""Every dossier in an officer's scope: found, filtered, sorted; and lists on paper."""

from datetime import datetime
from itertools import islice

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.agencies import queries as agencies
from motcua.desk import listing
from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.dossiers.queries.columns import ALL, INBOX, ListLine
from motcua.dossiers.queries.lists_exports import wanted_lines
from motcua.dossiers.queries.lists_names import Names, cells
from motcua.dossiers.queries.lists_rows import After, listed
from motcua.dossiers.queries.lists_views import ViewKept, views
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.web import clock, formats, pages, paging, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

ON_PAPER = 500


@require_GET
@officer_required(*CASE_ROLES)
def everything(request: Request) -> HttpResponse:
    """Show a page of all dossiers in scope, ended ones too."""
    now = clock.now()
    typed = listing.typed_in(request.GET)
    kept = views(viewer=request.viewer, list_name=ALL)
    opened = listing.opened_with(typed, kept)
    wanted = opened.wanted if opened else Wanted.read(ALL, typed)
    try:
        after = _after(request, wanted)
    except paging.CursorRefused as refused:
        return refusals.page(request, refused, back=reverse("desk:dossiers"))
    page = listed(viewer=request.viewer, wanted=wanted, at=now, after=after)
    names = Names(now, formats.language())
    context = {
        **beside(request, wanted, names, kept=kept),
        "rows": [_row(line, wanted, names) for line in page.lines],
        "opened": opened,
        "first_page": listing.address(wanted) if after else None,
        "next_page": page.after
        and listing.address(wanted, sau=paging.encode(page.after, of=_cursor(wanted))),
    }
    return pages.render(request, "desk/lists/all.html", context)


@require_GET
@officer_required(*CASE_ROLES)
def on_paper(request: Request) -> HttpResponse:
    """Show a list as it is printed: at most 500 lines, with who printed it and room to sign."""
    now = clock.now()
    typed = listing.typed_in(request.GET)
    name = typed.get("ds") if typed.get("ds") in {INBOX, ALL} else ALL
    wanted = Wanted.read(name or ALL, typed)
    names = Names(now, formats.language())
    lines = list(islice(wanted_lines(viewer=request.viewer, wanted=wanted, at=now), ON_PAPER + 1))
    context = {
        "wanted": wanted,
        "rows": [_row(line, wanted, names) for line in lines[:ON_PAPER]],
        "more": len(lines) > ON_PAPER,
        "most": ON_PAPER,
        "heads": listing.heads(wanted),
        "chips": listing.chips(wanted, names, request.viewer),
        "agency": _agency(request),
        "now": now,
        "back": _back(wanted),
    }
    return pages.render(request, "desk/lists/on_paper.html", context)


def beside(
    request: Request, wanted: Wanted, names: Names, *, kept: tuple[ViewKept, ...]
) -> dict[str, object]:
    """Give what both lists show beside their lines."""
    chips = listing.chips(wanted, names, request.viewer)
    return {
        "wanted": wanted,
        "fields": listing.fields(wanted, names, request.viewer),
        "chips": chips,
        "heads": listing.heads(wanted),
        "columns": listing.columns_to_choose(wanted),
        "views": [(one, listing.address(one.wanted)) for one in kept],
        "acts": bool(request.viewer.paths(*ACTING_ROLES)),
        "said": listing.address(wanted).removeprefix("?"),
    }


def _row(line: ListLine, wanted: Wanted, names: Names) -> listing.Row:
    told = zip(wanted.columns, cells(line, wanted.columns, names), strict=True)
    return listing.Row(line, tuple(told), late=line.is_late(names.at))


def _after(request: Request, wanted: Wanted) -> After | None:
    key = paging.decode(request.GET.get("sau"), of=_cursor(wanted))
    if key is None:
        return None
    value, number = key
    right = datetime if wanted.sorted_by.is_moment else str
    if not isinstance(number, int) or not (value is None or isinstance(value, right)):
        raise paging.CursorRefused
    return value, number


def _cursor(wanted: Wanted) -> str:
    """Name the cursor of a list in an order: one of another order says nothing here."""
    return f"dossiers.{wanted.order}"


def _agency(request: Request) -> str:
    codes = [grant.agency_code for grant in request.viewer.grants if grant.role in CASE_ROLES]
    return agencies.agency(codes[0]).name if codes else ""


def _back(wanted: Wanted) -> str:
    name = "desk:inbox" if wanted.list_name == INBOX else "desk:dossiers"
    return reverse(name) + listing.address(wanted)
