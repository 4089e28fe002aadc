"""A draft beside the form it fills in: what every page of an application is made of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from motcua.agencies import queries as agencies
from motcua.documents.rules.wording import closed_because
from motcua.documents.values import FileState, StoredFile
from motcua.dossiers import queries as dossiers
from motcua.dossiers.values import Attached, DraftView, SupplementItem, SupplementView
from motcua.forms import rules as forms
from motcua.forms.values import Control, FieldError, FormDefinition, Section
from motcua.identity.rules.names import phone_shown
from motcua.identity.values import CitizenProfile, Role, Viewer
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion
from motcua.web.access import SecondFactorNeeded
from motcua.web.formats import say

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileShown:
    """A stored file as a page shows it."""

    key: str
    name: str
    size: str
    href: str = ""
    state: str = ""
    tone: str = "neutral"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """Papers of one's store for a file question, as pairs (key, words): that fit it, or may."""

    fitting: tuple[tuple[str, str], ...] = ()
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What questions need beside themselves; see design/fields.html."""

    places: Mapping[str, Mapping[str, list[tuple[str, str]]]]
    files: Mapping[str, FileShown]
    upload: str
    units: str
    asked: Mapping[str, SupplementItem] = field(default_factory=dict)
    offers: Mapping[str, Offers] = field(default_factory=dict)
    taken: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Filling:
    """A draft and the frozen version of the service it was begun under."""

    draft: DraftView
    service: ServiceVersion
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> FormDefinition:
        """The form that is filled in."""
        return self.service.form

    def pages(self, at: datetime) -> tuple[str, ...]:
        """Give the names of the pages that are asked with these answers, in order."""
        return tuple(forms.pages_shown(self.form, self.answers, at=at))

    def address(self, page: str) -> str:
        """Give the address of a page, or of the check of all answers where `page` is empty."""
        if not page and self.draft.supplements:
            return reverse("portal:amend", kwargs={"key": self.draft.key})
        if not page:
            return reverse("portal:check", kwargs={"key": self.draft.key})
        return reverse("portal:fill", kwargs={"key": self.draft.key, "page": page})

    def beside(self, page: str, step: int, *, at: datetime) -> str:
        """Give the address of the page before (-1) or after (+1); the check follows the last."""
        pages = self.pages(at)
        place = (pages.index(page) if page in pages else -1) + step
        if place < 0:
            return reverse("portal:apply", kwargs={"code": self.draft.service_code})
        return self.address(pages[place] if place < len(pages) else "")


def filling(viewer: Viewer, key: UUID) -> Filling:
    """Give the viewer's own draft beside its form; Http404 where it is not theirs or is gone.

    A paper that an officer types in asks for what the desk asks for: the role and second factor.
    """
    draft = dossiers.draft(viewer=viewer, key=key)
    if draft is None:
        raise Http404
    if not draft.channel.is_online:
        if not viewer.paths(Role.RECEPTIONIST):
            raise Http404
        if not viewer.second_factor:
            raise SecondFactorNeeded
    service = procedures.service_by_digest(draft.service_digest)
    return Filling(draft, service, draft.answers)


def around(made: Filling, drawn: Iterable[Control], *, asked: Iterable["Asked"] = ()) -> Around:
    """Gather what the questions of a page need: names of places, stored files."""
    return Around(
        places=places(drawn),
        files=files_shown(made.draft.attachments),
        upload=reverse("portal:upload", kwargs={"key": made.draft.key, "path": "-"}).removesuffix(
            "-/"
        ),
        units=reverse("portal:communes", kwargs={"province": "-"}).removesuffix("-.json"),
        asked={one.path: one.item for one in asked if one.path},
    )


def files_shown(
    attached: Iterable[Attached], address: Callable[[UUID], str] = lambda _: ""
) -> dict[str, FileShown]:
    """Give stored files by key, as a page shows them; `address` says where each is opened."""
    return {
        str(one.file.key): FileShown(
            key=str(one.file.key),
            name=one.file.filename,
            size=size_in_words(one.file.size),
            href=address(one.file.key) if one.file.opens else "",
            **standing(one.file, reused=bool(one.reused_from)),
        )
        for one in attached
    }


TONES = {FileState.WAITING: "wait", FileState.INFECTED: "bad", FileState.UNSCANNABLE: "bad"}


def standing(file: StoredFile, *, reused: bool = False) -> dict[str, str]:
    """Say how the check of a file stands: in few words, with its tone, and what to do if need be.

    A file that was found safe says nothing, unless it was reused.
    """
    words = [say(Sentence("dùng lại từ kho của bạn", "from your store"))] if reused else []
    if file.state is not FileState.CLEAN:
        words.append(say(file.state.label))
    return {
        "state": " · ".join(words),
        "tone": TONES.get(file.state, "neutral"),
        "problem": say(closed_because(file)) if file.state.refused else "",
    }


def size_in_words(size: int) -> str:
    """Write a number of bytes as `1,2 MB` or `840 KB`."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1024))} KB"


def prefilled(form: FormDefinition, profile: CitizenProfile | None) -> dict[str, Any]:
    """Give the answers that the account already holds, by path of the question."""
    if profile is None:
        return {}
    known: dict[str, Any] = {
        "account.full_name": profile.full_name,
        "account.citizen_id": profile.citizen_id,
        "account.born_on": profile.born_on.isoformat() if profile.born_on else "",
        "account.phone": phone_shown(profile.phone) if profile.phone else "",
        "account.email": profile.email,
        "account.address": {"detail": profile.address} if profile.address else "",
    }
    wanted = {path: getattr(placed.field, "prefill", None) for path, placed in form.fields.items()}
    return {path: known[source] for path, source in wanted.items() if source and known.get(source)}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing an officer asked for, and the address and path of the question that answers it."""

    item: SupplementItem
    href: str
    path: str = ""


def asked_again(made: Filling, request: SupplementView | None) -> list[Asked]:
    """Give what is asked for with the address of the question that answers it, empty if none."""
    items = request.items if request else ()
    places = [(item, page_of_target(made.form, item.target)) for item in items]
    return [
        Asked(item, f"{made.address(place[0])}?sua=1#{place[1]}", place[1])
        if place
        else Asked(item, "")
        for item, place in places
    ]


def page_of_target(form: FormDefinition, target: str) -> tuple[str, str] | None:
    """Find the (page, path) that answers a request: a path itself, or a component's file field."""
    for path, placed in form.fields.items():
        if target in (path, getattr(placed.field, "component", None)):
            return placed.page, path
    return None


def summary_errors(
    errors: Iterable[FieldError], language: str, *, to: Filling | None = None
) -> list[tuple[str, str]]:
    """Give pairs for the error summary; with `to`, each leads to the page that asks."""
    return [
        (f"{to.address(one.page)}#{one.path}" if to else one.path, one.message.in_(language))
        for one in errors
    ]


def as_error(form: FormDefinition, path: str, sentence: Sentence) -> FieldError:
    """Make an error of a field out of a refusal from below."""
    placed = form.fields.get(path)
    return FieldError(path=path, message=sentence, page=placed.page if placed else "")


def places(drawn: Iterable[Control]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Give the places that each question for one offers, by its path."""
    asked = [control for control in _every(drawn) if control.type in PLACES]
    if not asked:
        return {}
    provinces = [(one.code, one.title) for one in agencies.provinces()]
    return {
        control.path: {
            "provinces": provinces,
            "communes": communes_of(control.inputs.get(f"{control.path}.province", "")),
        }
        for control in asked
    }


def communes_of(province: str) -> list[tuple[str, str]]:
    """Give (code, name) of the communes of a province; none where it is unknown."""
    try:
        return [(one.code, one.title) for one in agencies.communes(province)] if province else []
    except agencies.TerritoryUnknown:
        return []


def named_place(typed: Any) -> Any:
    """Put the edition and the names beside the codes of a place, as far as they are known."""
    if not isinstance(typed, Mapping):
        return typed
    named = dict(typed)
    for part in ("province", "commune"):
        try:
            place = agencies.territory(str(typed[part]))
        except (KeyError, agencies.TerritoryUnknown):
            continue
        named |= {"edition": place.edition, f"{part}_name": place.title}
    return named


def answered(
    made: Filling, sections: Iterable[Section]
) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    """Give (title, rows) for lists of answers; a row is (label, value, address to change it).

    Files are named one a line. What was worked out from other answers has no address.
    """
    names: dict[str, list[str]] = {}
    for one in made.draft.attachments:
        names.setdefault(one.field, []).append(one.file.filename)
    return [
        (
            section.title,
            [
                (
                    row.label,
                    "\n".join(names.get(row.path, [])) or row.value,
                    _where_to_change(made, section.page, row.path),
                )
                for row in section.rows
            ],
        )
        for section in sections
    ]


def _where_to_change(made: Filling, page: str, path: str) -> str | None:
    placed = made.form.fields.get(path)
    if placed is not None and placed.type == "computed":
        return None
    return f"{made.address(page)}?sua=1#{path}"


def _every(drawn: Iterable[Control]) -> Iterable[Control]:
    for control in drawn:
        yield control
        for row in control.rows:
            yield from _every(row)


PLACES = frozenset({"address", "administrative_unit"})
