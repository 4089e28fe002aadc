"""Lists of procedures: what a reader asked for in an address, and the addresses around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.portal.catalogue import wording
from motcua.procedures import queries
from motcua.procedures.values.search import Facet, SearchResult
from motcua.web.http import number_of

PER_PAGE = 20
PARAMETERS = {
    "life": "su-kien",
    "audience": "doi-tuong",
    "online": "hinh-thuc",
    "level": "cap",
    "field": "linh-vuc",
    "agency": "co-quan",
}
_SHOWN = {"field": 200, "agency": 60}


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    text: str
    filters: Mapping[str, str]
    page: int

    @property
    def offset(self) -> int:
        """Say how many procedures stand before this page."""
        return (self.page - 1) * PER_PAGE

    def address(self, *, page: int = 1, without: str | None = None) -> str:
        """Give the address of another page of this list, or of the list less one filter."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(PARAMETERS[d], v) for d, v in self.filters.items() if d != without]
        pairs += [("trang", str(page))] if page > 1 else []
        return reverse("portal:procedures") + (f"?{urlencode(pairs)}" if pairs else "")


@dataclass(frozen=True, slots=True)
class Choice:
    """A select box of the filter form: pairs of value and words."""

    parameter: str
    title: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A filter in force: what it says, and the address without it."""

    title: str
    words: str
    href: str


def asked(parameters: Mapping[str, str]) -> Asked:
    """Read an address; what it does not say or garbles is left out."""
    chosen = {
        dimension: parameters[name].strip()[:160]
        for dimension, name in PARAMETERS.items()
        if parameters.get(name, "").strip()
    }
    return Asked(
        text=" ".join(parameters.get("q", "").split())[:200],
        filters=chosen,
        page=min(number_of(parameters.get("trang")) or 1, 10_000),
    )


def found(wanted: Asked) -> SearchResult:
    """Find the page of procedures an address asks for."""
    if wanted.text:
        return queries.search(
            wanted.text, filters=wanted.filters, limit=PER_PAGE, offset=wanted.offset
        )
    return queries.browse(filters=wanted.filters, limit=PER_PAGE, offset=wanted.offset)


def choices(wanted: Asked, result: SearchResult) -> tuple[Choice, ...]:
    """Make the select boxes, each value with the number of procedures it leaves."""
    facets = queries.facets(filters=wanted.filters, ids=result.ids if wanted.text else None)
    return tuple(_choice(facet, wanted) for facet in facets)


def narrowed(wanted: Asked, boxes: tuple[Choice, ...]) -> tuple[Narrowed, ...]:
    """List the filters in force."""
    titles = {box.parameter: (box.title, dict(box.options)) for box in boxes}
    rows = []
    for dimension, value in wanted.filters.items():
        title, words = titles.get(PARAMETERS[dimension], (_title(dimension), {}))
        shown = words.get(value, "").rpartition(" (")[0] or value
        rows.append(Narrowed(title, shown, wanted.address(without=dimension)))
    return tuple(rows)


def _choice(facet: Facet, wanted: Asked) -> Choice:
    values = facet.values[: _SHOWN.get(facet.dimension, 20)]
    options = [
        (one.value, f"{label(facet.dimension, one.value, one.label)} ({one.count})")
        for one in values
    ]
    if facet.dimension in _SHOWN:
        options.sort(key=lambda option: option[1])
    return Choice(
        parameter=PARAMETERS[facet.dimension],
        title=_title(facet.dimension),
        options=tuple(options),
        value=wanted.filters.get(facet.dimension, ""),
    )


def label(dimension: str, value: str, stored: str) -> str:
    """Name a facet's value in the reader's language; catalogue text stays Vietnamese."""
    if dimension == "life":
        for event in queries.life_events():
            if event.code == value:
                return event.title.in_(get_language() or "vi")
    groups = {
        "audience": wording.AUDIENCE_GROUPS,
        "level": wording.LEVEL_GROUPS,
        "online": wording.ONLINE_GROUPS,
    }.get(dimension, {})
    words = groups.get(value)
    return words() if words else stored or value


def _title(dimension: str) -> str:
    return {
        "life": _("Việc trong đời"),
        "audience": _("Dành cho"),
        "online": _("Cách nộp"),
        "level": _("Nơi giải quyết"),
        "field": _("Lĩnh vực"),
        "agency": _("Cơ quan thực hiện"),
    }[dimension]
