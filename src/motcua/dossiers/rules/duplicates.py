"""When two requests ask for the same: the key answers of a form, compared."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from motcua.forms.values import FormDefinition
from motcua.kernel.text import fold

WITHIN = timedelta(days=90)
"""How far apart two requests may be handed in and still be taken for the same."""
MOST_NUMBERS = 6
_KEYS = frozenset(
    {"full_name", "born_on", "citizen_id", "plate", "tax_code", "register_number", "place", "name"}
)
"""What tells the subject of a request from others, by the last part of `map_to`."""
_BESIDE = frozenset({"applicant", "dossier", "mother", "father"})
"""Whose particulars say who applies or who belongs to the subject, not what it is about."""


def key_answers(form: FormDefinition) -> tuple[str, ...]:
    """Name the answers that tell what a request is about: the child's name, the plate, …

    They are those whose place in the dictionary of fields (`map_to`) says so. Where a form has none
    the person and the procedure alone decide.
    """
    found = []
    for path, placed in form.fields.items():
        place = getattr(placed.field, "map_to", None) or ""
        head, _, last = place.rpartition(".")
        if last in _KEYS and head.split(".")[0] not in _BESIDE:
            found.append(path)
    return tuple(found)


def same(one: Mapping[str, Any], other: Mapping[str, Any], paths: tuple[str, ...]) -> bool:
    """Tell whether two sets of answers agree on these paths, however they are typed."""
    return all(_plain(one.get(path)) == _plain(other.get(path)) for path in paths)


def numbers_in(form: FormDefinition, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the identity numbers that answers hold."""
    found = [
        answers.get(path)
        for path, placed in form.fields.items()
        if getattr(placed.field, "type", "") == "citizen_id"
    ]
    told = [number for number in found if isinstance(number, str) and number.isdigit()]
    return tuple(dict.fromkeys(told))[:MOST_NUMBERS]


def _plain(value: object) -> str:
    return " ".join(fold(str(value)).split()) if value not in (None, "") else ""
