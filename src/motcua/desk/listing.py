"""What a page of a list shows beside its lines: filters, chips, heads, columns, views."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.agencies import queries as agencies
from motcua.dossiers.queries.columns import (
    ALL,
    INBOX,
    Cell,
    Column,
    Filter,
    ListLine,
    can_be_sorted,
    columns_of,
)
from motcua.dossiers.queries.lists_names import Names
from motcua.dossiers.queries.lists_rows import OPEN_IN_TIME, OPEN_LATE
from motcua.dossiers.queries.lists_views import ViewKept
from motcua.dossiers.queries.lists_wanted import COLUMNS_CHOSEN, TEXT, Wanted, day_of
from motcua.dossiers.values import Channel
from motcua.identity.values import Viewer
from motcua.web import formats
from motcua.web.deadlines import Remaining
from motcua.workflow.values import Function, State

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A filter as the form shows it: a list to pick from (`options`), days, or words."""

    name: str
    label: str
    kind: str
    value: str
    options: tuple[Option, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter in words, and where the list is without it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; with `address` it sorts, `sorted` names the present order."""

    column: Column
    label: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its cells; `left` is what is left of its time, where the list tells that."""

    line: ListLine
    cells: tuple[tuple[Column, Cell], ...]
    late: bool
    left: Remaining | None = None


def typed_in(query: QueryDict) -> dict[str, str]:
    """Give what an address says, one value a name; columns that were ticked become one list."""
    typed = {name: query.get(name, "") for name in query}
    if COLUMNS_CHOSEN in query:
        typed[COLUMNS_CHOSEN] = ",".join(query.getlist(COLUMNS_CHOSEN))
    return typed


def address(wanted: Wanted, **more: str) -> str:
    """Write the address of a list relative to its page."""
    said = {**wanted.parameters(), **more}
    return "?" + urlencode(said) if said else "?cach=khong"


def fields(wanted: Wanted, names: Names, viewer: Viewer) -> tuple[Field, ...]:
    """Give the filters of a list in the order of its columns."""
    wrong = {one.parameter: one for one in wanted.mistakes}
    found: list[Field] = []
    for column in columns_of(wanted.list_name):
        options = _options(column, wanted, names, viewer=viewer)
        if column.filter in {Filter.CHOICE, Filter.SUBTREE, Filter.LATE} and not options:
            continue
        for place, name in enumerate(column.parameters):
            mistake = wrong.get(name)
            label = formats.say(column.label)
            if column.filter is Filter.PERIOD:
                end = _("từ ngày") if place == 0 else _("đến ngày")
                label = f"{label}, {end}"
            found.append(
                Field(
                    name=name,
                    label=label,
                    kind="select" if options else "date" if column.is_moment else "text",
                    value=mistake.typed
                    if mistake
                    else _shown(column, wanted.filters.get(name, "")),
                    options=options,
                    error=formats.say(mistake.sentence) if mistake else "",
                )
            )
    return tuple(found)


def chips(wanted: Wanted, names: Names, viewer: Viewer) -> tuple[Chip, ...]:
    """Give the active filters in words, each with the list without it."""
    found = []
    if wanted.text:
        found.append(Chip(f"“{wanted.text}”", address(wanted.without(TEXT))))
    if wanted.list_name == INBOX:
        more = (("qua-han", _("Chỉ hồ sơ quá hạn")), ("tin-moi", _("Có tin mới")))
        found += [
            Chip(words, address(wanted.without(p))) for p, words in more if p in wanted.filters
        ]
    for column in columns_of(wanted.list_name):
        for name in column.parameters:
            value = wanted.filters.get(name)
            if value:
                told = dict(_options(column, wanted, names, viewer=viewer)).get(
                    value, _day(column, value)
                )
                sign = {"-tu": " ≥", "-den": " ≤"}.get(name.removeprefix(column.name), ":")
                words = f"{formats.say(column.label)}{sign} {told}"
                found.append(Chip(words, address(wanted.without(name))))
    return tuple(found)


def heads(wanted: Wanted) -> tuple[Head, ...]:
    """Give the heads of the columns shown; one sorts where an index serves it."""
    return tuple(
        Head(
            column,
            formats.say(column.label),
            address(wanted.turned(column)) if can_be_sorted(column, wanted.list_name) else "",
            ("descending" if wanted.backwards else "ascending")
            if column is wanted.sorted_by
            else "",
        )
        for column in wanted.columns
    )


def columns_to_choose(wanted: Wanted) -> tuple[tuple[Column, bool, bool], ...]:
    """Give every column of a list: whether it is shown, whether the list can be sorted by it."""
    return tuple(
        (column, column.name in wanted.shown, can_be_sorted(column, wanted.list_name))
        for column in columns_of(wanted.list_name)
    )


def opened_with(query: Mapping[str, str], kept: tuple[ViewKept, ...]) -> ViewKept | None:
    """Give the view that a list opens with when its address says nothing."""
    return None if query else next((one for one in kept if one.is_default and one.is_own), None)


def _options(column: Column, wanted: Wanted, names: Names, *, viewer: Viewer) -> tuple[Option, ...]:
    makers: dict[str, Callable[[], tuple[Option, ...]]] = {
        "trang-thai": lambda: _of(State, skip=State.DRAFT),
        "kenh": lambda: _of(Channel),
        "dang-o": lambda: _of(Function),
        "thu-tuc": lambda: tuple((s.code, formats.say(s.name)) for s in names.services.values()),
        "buoc": lambda: _steps(wanted, names),
        "truong-hop": lambda: _cases(wanted, names),
        "qua-han": lambda: (
            ("1", _("Chỉ hồ sơ quá hạn")),
            ("0", _("Chỉ hồ sơ chưa quá hạn")),
            (OPEN_LATE, _("Chưa xong, đã quá hạn")),
            (OPEN_IN_TIME, _("Chưa xong, còn hạn")),
        ),
        "co-quan": lambda: _agencies(viewer),
    }
    return makers[column.name]() if column.name in makers else ()


def _of(
    kind: type[State] | type[Channel] | type[Function], skip: State | None = None
) -> tuple[Option, ...]:
    return tuple((one.value, formats.say(one.label)) for one in kind if one is not skip)


def _steps(wanted: Wanted, names: Names) -> tuple[Option, ...]:
    service = names.services.get(wanted.filters.get("thu-tuc", ""))
    steps = service.workflow.steps if service else ()
    return tuple((step.code, formats.say(step.title)) for step in steps)


def _cases(wanted: Wanted, names: Names) -> tuple[Option, ...]:
    service = names.services.get(wanted.filters.get("thu-tuc", ""))
    return tuple((one.code, formats.say(one.name)) for one in service.cases) if service else ()


def _agencies(viewer: Viewer) -> tuple[Option, ...]:
    found: dict[str, str] = {}
    for grant in viewer.grants:
        if not agencies.stands_alone(grant.agency_path):
            found |= {unit.code: unit.name for unit in agencies.units_of(grant.agency_code)}
    return tuple(found.items())


def _shown(column: Column, value: str) -> str:
    on = day_of(value) if column.is_moment and value else None
    return on.isoformat() if on else value


def _day(column: Column, value: str) -> str:
    on = day_of(value) if column.is_moment else None
    return formats.day(on) if on else value


def posted(form: QueryDict) -> Wanted:
    """Read the list that a form at its foot speaks of: its name and what its address says."""
    name = form.get("ds", "")
    said = QueryDict(form.get("dia-chi", "")[:4000])
    return Wanted.read(name if name in {INBOX, ALL} else ALL, typed_in(said))


def key_of(text: str) -> UUID | None:
    """Read a key that a form carries; nothing where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
