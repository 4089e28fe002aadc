"""The JSON Schemas of what is signed: read once, held to, and explained field by field."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import jsonschema_rs

from motcua.kernel.words import Sentence
from motcua.measurement.rules.wire.refusals import Reason

NAMES = ("dossier-event", "supply", "declared-metric")
MOST = 1_000
LONGEST = 4_000_000
_FOLDER = Path(__file__).parent / "schemas"

Fault: TypeAlias = tuple[Reason, str, Sentence | None]
"""A reason, the field it is about, and a sentence where the reason's own says too little."""


@cache
def schema(name: str) -> bytes:
    """Give a published schema as it is served; raise KeyError for a name that is none."""
    if name not in NAMES:
        raise KeyError(name)
    return (_FOLDER / f"{name}.json").read_bytes()


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(json.loads(schema(name)))


def objects(body: bytes) -> list[object] | Reason:
    """Read a body: one object, or an array of at most 1,000; a reason where it is neither."""
    if len(body) > LONGEST:
        return Reason.TOO_MANY
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return Reason.MALFORMED
    if isinstance(told, dict):
        return [told]
    if not isinstance(told, list) or not told:
        return Reason.MALFORMED
    return told if len(told) <= MOST else Reason.TOO_MANY


def fault(told: object, name: str) -> Fault | None:
    """Give the first thing in which `told` does not fit a schema, or None."""
    if not isinstance(told, Mapping):
        return Reason.MALFORMED, "", None
    validator = _validator(name)
    try:
        if validator.is_valid(told):
            return None
        error = next(iter(validator.iter_errors(told)))
    except (ValueError, TypeError, OverflowError):  # text that is no Unicode, numbers too large
        return Reason.MALFORMED, "", None
    field = ".".join(map(str, error.instance_path))
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
        return Reason.MISSING, _below(field, str(error.kind.property)), None
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        named = _below(field, str(error.kind.unexpected[0])[:60])
        return Reason.VALUE, named, Sentence("Trường này không có.", "There is no such field.")
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.FalseSchema):
        return Reason.VALUE, field, _ONLY_RETURNED
    return Reason.VALUE, field, None


_ONLY_RETURNED = Sentence(
    "Chỉ sự kiện đã trả kết quả (returned) mới có trường này.",
    "Only an event of a returned result carries this field.",
)


def _below(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name
