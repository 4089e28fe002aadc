"""Earlier answers that fill in a new form: those about the applicant, found by the dictionary."""

from collections.abc import Iterable, Mapping
from typing import Any

from motcua.exchange.values import Known
from motcua.forms.values import FormDefinition

ABOUT_ONESELF = "applicant."
"""Elements about whoever applies; the child of one form is not the child of the next."""

CONSENT = "2026-11"
"""Version of the words under which people agree; other words ask again."""


def elements(form: FormDefinition) -> dict[str, str]:
    """Give the element by path of the questions that earlier answers may fill in."""
    mapped = {path: getattr(placed.field, "map_to", None) for path, placed in form.fields.items()}
    return {path: one for path, one in mapped.items() if one and one.startswith(ABOUT_ONESELF)}


def told(form: FormDefinition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a filled form told about the applicant, by element."""
    return {
        element: answers[path]
        for path, element in elements(form).items()
        if answers.get(path) not in (None, "", [], {})
    }


def newest(known: Iterable[Known]) -> dict[str, Known]:
    """Keep the first of each element; they come latest first."""
    kept: dict[str, Known] = {}
    for one in known:
        kept.setdefault(one.element, one)
    return kept


def filled(form: FormDefinition, known: Mapping[str, Known]) -> dict[str, Any]:
    """Give answers by path for a new form."""
    return {path: known[one].value for path, one in elements(form).items() if one in known}
