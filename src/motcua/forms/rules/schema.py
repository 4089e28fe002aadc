"""JSON Schema 2020-12 of the answers to a form, derived, and the check of shape by it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import jsonschema_rs

from motcua.forms.rules.reading import options_of
from motcua.forms.values import FormDefinition, Library, Placed
from motcua.kernel.words import Sentence

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_TEXTS: dict[str, dict[str, Any]] = {
    "date": {"pattern": _DATE},
    "partial_date": {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "time": {"pattern": r"^([01]\d|2[0-3]):[0-5]\d$"},
    "citizen_id": {"pattern": r"^\d{12}$"},
    "tax_code": {"pattern": r"^\d{10}(-?\d{3})?$|^\d{12}$"},
    "phone": {"pattern": r"^\+\d{6,15}$"},
    "email": {"maxLength": 254, "pattern": "@"},
}


@dataclass(frozen=True, slots=True)
class _Of:
    placed: Placed
    library: Library


_VALIDATORS: "WeakKeyDictionary[FormDefinition, Any]" = WeakKeyDictionary()


def json_schema(form: FormDefinition) -> dict[str, Any]:
    """Give the schema of an AnswerSet of this form: an object by path, nothing else in it.

    What must be answered depends on other answers, so only what always must is `required`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.title.vi,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            path: _property(_Of(placed, form.library))
            for path, placed in form.fields.items()
            if placed.type != "note"
        },
        "required": [
            path
            for path, placed in form.fields.items()
            if getattr(placed.field, "required", False) is True and not placed.conditions
        ],
    }


def shape(form: FormDefinition, values: Mapping[str, Any]) -> Iterator[tuple[str, Sentence]]:
    """Give the paths whose value does not fit the derived schema (a guard, not a message)."""
    validator = _VALIDATORS.get(form)
    if validator is None:
        schema = {**json_schema(form), "required": []}
        validator = _VALIDATORS[form] = jsonschema_rs.validator_for(schema)
    if validator.is_valid(values):
        return
    for error in validator.iter_errors(values):
        if error.instance_path:
            yield (
                str(error.instance_path[0]),
                Sentence(
                    "câu trả lời không đúng dạng, bạn hãy nhập lại",
                    "not in the right form; enter again",
                ),
            )


def _property(of: _Of) -> dict[str, Any]:
    label = getattr(of.placed.field, "label", None)
    described = {"title": label.vi} if label else {}
    make = _SHAPES.get(of.placed.type, _plain_text)
    return {**described, **make(of)}


def _plain_text(of: _Of) -> dict[str, Any]:
    limits: dict[str, Any] = {"type": "string", "minLength": 1}
    if most := getattr(of.placed.field, "max_length", None):
        limits["maxLength"] = most
    return {**limits, **_TEXTS.get(of.placed.type, {})}


def _number(of: _Of) -> dict[str, Any]:
    one: Any = of.placed.field
    return {"type": "integer", "minimum": one.min, "maximum": one.max}


def _computed(of: _Of) -> dict[str, Any]:
    kind = getattr(of.placed.field, "as_", "integer")
    if kind in {"integer", "money"}:
        return {"type": "integer"}
    return {"type": "boolean"} if kind == "yes_no" else {"type": "string"}


def _offered(of: _Of) -> dict[str, Any]:
    values = [option.value for option in options_of(of.placed.field, of.library)]
    return {"enum": values} if values else {"type": "string", "minLength": 1}


def _several(of: _Of) -> dict[str, Any]:
    most = getattr(of.placed.field, "max", None)
    limit = {"maxItems": most} if most else {}
    return {
        "type": "array", "minItems": 1, "uniqueItems": True,
        "items": _offered(of), **limit,
    }  # fmt: skip


def _files(of: _Of) -> dict[str, Any]:
    one: Any = of.placed.field
    keys = {"type": "string", "minLength": 36, "maxLength": 36}
    return {"type": "array", "minItems": 1, "maxItems": one.max, "items": keys}


def _place(of: _Of) -> dict[str, Any]:
    names = ["edition", "province", "province_name"]
    if getattr(of.placed.field, "level", "commune") == "commune":
        names += ["commune", "commune_name"]
    if of.placed.type == "address":
        names.append("detail")
    return {
        "type": "object", "additionalProperties": False, "required": names,
        "properties": {name: {"type": "string"} for name in names},
    }  # fmt: skip


def _rows(of: _Of) -> dict[str, Any]:
    one: Any = of.placed.field
    properties = {
        inner.path: _property(_Of(inner, of.library))
        for inner in of.placed.rows
        if inner.type != "note"
    }
    row = {"type": "object", "additionalProperties": False, "properties": properties}
    return {"type": "array", "minItems": 1, "maxItems": one.max, "items": row}


_SHAPES: dict[str, Callable[[_Of], dict[str, Any]]] = {
    "integer": _number,
    "money": _number,
    "yes_no": lambda _: {"type": "boolean"},
    "declaration": lambda _: {"const": True},
    "choice": _offered,
    "select": _offered,
    "nationality": _offered,
    "ethnicity": _offered,
    "choices": _several,
    "file": _files,
    "administrative_unit": _place,
    "address": _place,
    "repetition": _rows,
    "computed": _computed,
}
