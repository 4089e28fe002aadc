"""What one edition offers to its boxes: its questions, papers, steps, and what the library has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from motcua.forms.values import Library
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.boxes import Choices, Known
from motcua.procedures.rules.editing.conditions import Asked
from motcua.procedures.rules.editing.trees import found, said, sentence
from motcua.procedures.values.editing import Place, Trees

_PLACES = {"address", "administrative_unit"}
_NOT_ASKED = {"note", "group", "computed"}


def known_of(
    trees: Trees,
    library: Library,
    *,
    profiles: Iterable[str] = (),
    layouts: Iterable[str] = (),
) -> Known:
    """Gather what may be picked in an edition, however unfinished it is."""
    asked = {one.path: one for one in questions(trees)}
    places = {path: one for path, one in asked.items() if one.type in _PLACES}
    return Known(
        picks={
            "asked": _questions(asked),
            "places": _questions(places),
            "components": _rows(trees, ("procedure", "components"), "name"),
            "cases": _rows(trees, ("procedure", "cases"), "name"),
            "fees": _rows(trees, ("fees", "fees"), "name"),
            "steps": _rows(trees, ("workflow", "steps"), "title"),
            "elements": tuple(
                (code, element.title) for code, element in (library.elements or {}).items()
            ),
            "lists": tuple((code, one.title) for code, one in library.lists.items()),
            "layouts": tuple((code, Sentence(code, code)) for code in sorted(layouts)),
            "profiles": tuple((code, Sentence(code, code)) for code in profiles),
        },
        asked=asked,
    )


def questions(trees: Trees) -> Iterator[Asked]:
    """Give every question of the form with its full name, those inside groups too."""
    for page in found(trees, ("form", "pages"), []) or []:
        if isinstance(page, Mapping):
            yield from _asked(page.get("fields"), "", hidden="visible" in page)


def _asked(fields: Any, prefix: str, *, hidden: bool) -> Iterator[Asked]:
    for field in fields if isinstance(fields, list) else ():
        if not isinstance(field, Mapping) or not field.get("name"):
            continue
        path = prefix + str(field["name"])
        away = hidden or "visible" in field
        if field.get("type") == "group":
            yield from _asked(field.get("fields"), f"{path}.", hidden=away)
        elif field.get("type") != "note":
            yield Asked(
                path=path,
                label=said(field.get("label")) or path,
                type=str(field.get("type", "text")),
                options=_options(field),
                may_be_missing=away or field.get("required", True) is not True,
            )


def _options(field: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    rows = field.get("options")
    return tuple(
        (str(one.get("value", "")), said(one.get("label")))
        for one in (rows if isinstance(rows, list) else ())
        if isinstance(one, Mapping)
    )


def _questions(asked: Mapping[str, Asked]) -> Choices:
    return tuple((path, Sentence(one.label, one.label)) for path, one in asked.items())


def _rows(trees: Trees, place: Place, title: str) -> Choices:
    rows = found(trees, place, [])
    return tuple(
        (str(row.get("code", "")), sentence(row.get(title)))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping) and row.get("code")
    )


def names_taken(trees: Trees) -> set[str]:
    """Give the full names of all questions."""
    return {one.path for one in questions(trees)}


def free_name(wanted: str, taken: set[str]) -> str:
    """Give the name itself, or with a number behind it where it is taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
