"""Opening an edition for a page, and saving what the page changed."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.documents.queries import layouts
from motcua.kernel.words import Refused
from motcua.procedures.actions import editing as actions
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing.boxes import Known
from motcua.procedures.rules.editing.faults import section_of, thing_at
from motcua.procedures.rules.editing.knowing import known_of
from motcua.procedures.rules.editing.trees import PlaceUnknown, written
from motcua.procedures.values.editing import EditionView, Fault, Place, Section, Trees
from motcua.web import clock, refusals
from motcua.web.http import Request, number_of

View = Callable[..., HttpResponse]


def opened(request: Request, key: UUID) -> EditionView:
    """Give the edition of a page, or Http404."""
    try:
        return queries.edition(viewer=request.viewer, key=key)
    except queries.EditionUnknown:
        raise Http404 from None


def refusing(view: View) -> View:
    """Draw a page that says why where something is refused, with the way back to the edition."""

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PlaceUnknown as refused:
            return refusals.page(request, refused, status=404)
        except Refused as refused:
            back = reverse("desk:edition", args=[kwargs["key"]]) if "key" in kwargs else None
            return refusals.page(request, refused, back=back, status=409)

    return guarded


def as_read(request: Request, edition: EditionView) -> EditionView:
    """Check that a POST was made on the edition as it stands now; else EditionConflict."""
    if number_of(request.POST.get("_revision")) != edition.revision:
        raise actions.EditionConflict
    return edition


def keep(
    request: Request, edition: EditionView, trees: Trees, *, words: str, place: Place = ()
) -> int:
    """Save the trees as one step; gives the new revision."""
    change = actions.Change(
        trees, words, place=written(place), quiet=request.POST.get("_autosave") == "1"
    )
    return actions.save(edition=edition, change=change, by=request.viewer, at=clock.now())


def faults_of(edition: EditionView) -> tuple[Fault, ...]:
    """Give what is wrong in an edition today."""
    return queries.faults(edition, today=clock.today())


def known_in(edition: EditionView) -> Known:
    """Give what may be picked in an edition."""
    return known_of(
        edition.trees, queries.library(), profiles=queries.profiles(), layouts=layouts()
    )


def address_of(edition: EditionView, place: Place) -> str:
    """Give the page on which the thing around a place is edited."""
    thing = thing_at(edition.trees, place)
    if thing == ("procedure",):
        return address_in_procedure(edition, place)
    if len(thing) == 1 and thing[0] not in {"form", "guide"}:
        return section_address(edition, section_of(place))
    return reverse("desk:edition_thing", args=[edition.key, written(thing)])


def address_in_procedure(edition: EditionView, place: Place) -> str:
    """Give the page for a key of the procedure itself."""
    key = str(place[1]) if len(place) > 1 else ""
    if key in {"competent", "applicant"}:
        return reverse("desk:edition_thing", args=[edition.key, f"procedure.{key}"])
    if key in {"valid_from", "valid_to", "profile", "unconfirmed"}:
        return reverse("desk:edition_thing", args=[edition.key, "dates"])
    if key in {"components", "cases", "legal_basis", "results"}:
        return section_address(edition, section_of(place))
    return reverse("desk:edition_thing", args=[edition.key, "procedure"])


def section_address(edition: EditionView, section: Section, place: Place = ()) -> str:
    """Give the page of a section, at one thing in it."""
    anchor = f"#{written(place)}" if place else ""
    return reverse("desk:edition_section", args=[edition.key, section.value]) + anchor


def to_section(edition: EditionView, place: Place) -> HttpResponse:
    """Go back to the section a place lies in."""
    return HttpResponseRedirect(section_address(edition, section_of(place), place))


def tell(request: Request, words: str) -> None:
    """Say on the next page what was done, and that it can be undone."""
    messages.success(request, _("%(done)s. Nếu nhầm, bạn bấm “Hoàn tác”.") % {"done": words})
