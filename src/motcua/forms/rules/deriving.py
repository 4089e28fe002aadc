"""What is derived from a form: what the browser works with, export columns, printed layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.forms.rules.checking import standing
from motcua.forms.rules.conditions import Condition, find, plain, wire_name
from motcua.forms.rules.programme import PARTS, programme
from motcua.forms.rules.showing import shown
from motcua.forms.values import AnswerSet, FormDefinition, Library, Placed
from motcua.kernel.calendar import local_day


def for_browser(
    form: FormDefinition, page: str, answers: Mapping[str, Any], *, at: datetime
) -> dict[str, Any]:
    """Give the conditions and computed values of one page, for `conditions.js`.

    `types`: flat variable → CEL type; `known`: values of variables that are asked elsewhere;
    `inputs`: path → type of the questions here that conditions need (of rows, their fields);
    `fields`: path → `visible` (list), `required`, `value` in CEL, in the order of working out.
    Empty when nothing depends."""
    compiled = programme(form)
    here = {placed.path: placed for placed in form.page(page).fields}
    fields: dict[str, dict[str, Any]] = {}
    needed: list[Condition] = []
    for path in (path for path in compiled.order if path in here):
        rules: dict[str, Any] = {}
        visible = compiled.visible[path]
        if visible:
            rules["visible"] = [condition.wire for condition in visible]
        need = compiled.required[path]
        if isinstance(need, Condition):
            rules["required"] = need.wire
        if path in compiled.computed:
            rules |= {"value": compiled.computed[path].wire, "as": _as(here[path])}
        if rules:
            fields[path] = rules
            needed += [*visible, *([need] if isinstance(need, Condition) else [])]
            needed += [compiled.computed[path]] if path in compiled.computed else []
    if not fields:
        return {}
    used = dict.fromkeys(path for c in needed for path in (*c.uses, *c.tests))
    stand = {**standing(form, answers, at=at).values, "today": local_day(at).isoformat()}
    types, known, inputs = _variables(form, here, used=tuple(used), stand=stand)
    return {"types": types, "known": known, "inputs": inputs, "fields": fields}


def _as(placed: Placed) -> str:
    return str(getattr(placed.field, "as_", "integer"))


def _variables(
    form: FormDefinition,
    here: Mapping[str, Placed],
    *,
    used: tuple[str, ...],
    stand: Mapping[str, Any],
) -> tuple[dict[str, str], dict[str, Any], dict[str, Any]]:
    types: dict[str, str] = {}
    known: dict[str, Any] = {}
    inputs: dict[str, Any] = {}
    variables = programme(form).variables
    for path in used:
        types[wire_name(path)] = str(variables[path].kind)
        base = path if path in form.fields else path.rpartition(".")[0]
        if base in here:
            rows = {inner.path: inner.type for inner in here[base].rows}
            inputs[base] = rows or here[base].type
        elif (value := find(stand, path)) is not None:
            known[wire_name(path)] = True if isinstance(value, Mapping) else plain(value)
    return types, known, inputs


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export: its name, its heading, the path it comes from."""

    name: str
    heading: str
    path: str


def export_columns(form: FormDefinition) -> tuple[Column, ...]:
    """Give the columns of a flat export; places have one per part, rows are numbered."""
    found: list[Column] = []
    for placed in form.fields.values():
        if placed.rows:
            most = getattr(placed.field, "max", 1)
            for number in range(most):
                found += [
                    Column(
                        f"{placed.path}.{number + 1}.{c.name}", f"{number + 1}. {c.heading}", c.path
                    )
                    for inner in placed.rows
                    for c in _columns(inner, f"{placed.path}.{number}.{inner.path}")
                ]
        else:
            found += _columns(placed, placed.path)
    return tuple(found)


def _columns(placed: Placed, path: str) -> list[Column]:
    label = getattr(placed.field, "label", None)
    if placed.type == "note" or label is None:
        return []
    if placed.type not in PARTS:
        return [Column(placed.path, label.vi, path)]
    parts = ["province", "province_name"]
    if getattr(placed.field, "level", "commune") == "commune":
        parts += ["commune", "commune_name"]
    parts += ["detail"] if placed.type == "address" else []
    return [
        Column(f"{placed.path}.{part}", f"{label.vi} ({part})", f"{path}.{part}") for part in parts
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the printed form: a heading, or a label and its value or dotted space."""

    kind: str
    label: str
    value: str


def print_layout(
    form: FormDefinition, answers: AnswerSet | None = None, language: str = "vi"
) -> tuple[Line, ...]:
    """Give the form as it is printed, filled in with `answers` or empty for handwriting."""
    given = answers.to_json() if answers else {}
    lines: list[Line] = []
    for page in form.pages:
        lines.append(Line("heading", page.title.in_(language), ""))
        for placed in page.fields:
            if answers is not None and placed.conditions and placed.path not in given:
                continue
            lines += _printed(
                placed, given.get(placed.path), library=form.library, language=language
            )
    return tuple(lines)


def _printed(placed: Placed, value: Any, *, library: Library, language: str) -> list[Line]:
    label = getattr(placed.field, "label", None) or getattr(placed.field, "text", None)
    text = label.in_(language) if label else ""
    if placed.type == "note":
        return [Line("note", text, "")]
    if not placed.rows:
        return [Line("field", text, shown(placed, value, library, language=language))]
    lines = [Line("subheading", text, "")]
    item = placed.field.item.in_(language)  # type: ignore[attr-defined]  # only repetitions have rows
    for number, row in enumerate(value or [{}]):
        lines.append(Line("subheading", f"{item} {number + 1}", ""))
        for inner in placed.rows:
            lines += _printed(inner, row.get(inner.path), library=library, language=language)
    return lines
