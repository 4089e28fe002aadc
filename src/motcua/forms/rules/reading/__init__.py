"""What was typed into one field, into a value or into a sentence that says what to mend.

Readers take whatever JSON holds and never raise anything but `Mend`."""

from collections.abc import Callable
from typing import Any

from motcua.forms.rules.reading import amounts, chosen, moments, places, texts
from motcua.forms.rules.reading.asked import Around, Asked, Mend, text_of
from motcua.forms.rules.reading.chosen import options_of
from motcua.forms.rules.reading.moments import parts_of
from motcua.forms.values import Placed

__all__ = [
    "READERS",
    "Around",
    "Mend",
    "options_of",
    "parts_of",
    "read_answer",
    "text_of",
]

READERS: dict[str, Callable[[Asked], Any]] = {
    "text": texts.text,
    "long_text": texts.long_text,
    "integer": amounts.integer,
    "money": amounts.money,
    "date": moments.full_date,
    "partial_date": moments.partial_date,
    "time": moments.time_of_day,
    "person_name": texts.person_name,
    "citizen_id": texts.citizen_id,
    "tax_code": texts.tax_code,
    "phone": texts.phone,
    "email": texts.email,
    "choice": chosen.choice,
    "select": chosen.choice,
    "nationality": chosen.choice,
    "ethnicity": chosen.choice,
    "choices": chosen.choices,
    "yes_no": chosen.yes_no,
    "declaration": chosen.declaration,
    "administrative_unit": places.unit,
    "address": places.address,
    "file": chosen.file,
}
"""One reader for each type that is asked; a new type is a model, a reader and a display."""


def read_answer(placed: Placed, raw: Any, around: Around) -> Any:
    """Give the value of an answer, None where nothing was answered; raise `Mend` otherwise."""
    if raw is None or raw in ("", [], {}):
        return None
    reader = READERS.get(placed.type)
    return reader(Asked(placed.field, raw, around)) if reader else None
