"""Answers as people read them: on the page that confirms them, in print, in a control."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import phonenumbers

from motcua.forms.rules.checking import visible
from motcua.forms.rules.reading import options_of
from motcua.forms.values import (
    AnswerSet,
    FormDefinition,
    Library,
    Placed,
    Row,
    Section,
)
from motcua.kernel.money import dong
from motcua.kernel.words import Sentence, counted, month_name

YES, NO = Sentence("Có", "Yes"), Sentence("Không", "No")
_AGREED = Sentence("Đã đồng ý", "Agreed")


@dataclass(frozen=True, slots=True)
class _Shown:
    placed: Placed
    value: Any
    library: Library
    language: str


def shown(placed: Placed, value: Any, library: Library, *, language: str = "vi") -> str:
    """Give a value as a person reads it: `31/01/2026`, `7.000 đ`, the label of an option."""
    if value is None:
        return ""
    show = _SHOWS.get(placed.type)
    return show(_Shown(placed, value, library, language)) if show else str(value)


def masked(text: str) -> str:
    """Give a sensitive text with all but its last three letters covered."""
    letters = [index for index, letter in enumerate(text) if letter.isalnum()]
    covered = set(letters[:-3] if len(letters) > 5 else letters)
    return "".join("•" if index in covered else letter for index, letter in enumerate(text))


def summary(
    form: FormDefinition,
    answers: AnswerSet,
    language: str = "vi",
    *,
    at: datetime | None = None,
    mask: bool = False,
) -> tuple[Section, ...]:
    """Give what was answered, page by page; questions shown but not answered have value ''.

    With `at`, questions that were not shown at that moment are left out; with `mask`, sensitive
    answers are covered."""
    given = answers.to_json()
    seen = visible(form, given, at=at) | given.keys() if at else frozenset(given)
    sections = []
    for page in form.pages:
        rows = tuple(
            row
            for placed in page.fields
            if placed.path in seen and placed.type != "note"
            for row in _summary_rows(placed, given, (form.library, language, mask))
        )
        if rows:
            sections.append(Section(page.title.in_(language), page.name, rows))
    return tuple(sections)


def _summary_rows(
    placed: Placed, given: Mapping[str, Any], how: tuple[Library, str, bool]
) -> Iterator[Row]:
    library, language, mask = how
    value = given.get(placed.path)
    label: Sentence = getattr(placed.field, "label", Sentence("", ""))
    if not placed.rows:
        sensitive = bool(getattr(placed.field, "sensitive", False))
        text = shown(placed, value, library, language=language)
        covered = masked(text) if mask and sensitive else text
        yield Row(placed.path, label.in_(language), covered, sensitive)
        return
    item: Sentence = getattr(placed.field, "item", label)
    if not value:
        yield Row(placed.path, label.in_(language), "")
    for number, row in enumerate(value or []):
        for inner in placed.rows:
            if inner.type == "note" or inner.path not in row:
                continue
            for line in _summary_rows(inner, row, how):
                yield Row(
                    f"{placed.path}.{number}.{line.path}",
                    f"{item.in_(language)} {number + 1}: {line.label}",
                    line.value,
                    line.sensitive,
                )


def _date(of: _Shown) -> str:
    parts = str(of.value).split("-")
    if not of.language.startswith("en"):
        return "/".join(reversed(parts))
    year, months, days = parts[0], parts[1:2], parts[2:3]
    named = [*(str(int(day)) for day in days), *(month_name(int(month)) for month in months)]
    return " ".join([*named, year])


def _option(of: _Shown) -> str:
    for option in options_of(of.placed.field, of.library):
        if option.value == of.value:
            return option.label.in_(of.language)
    return str(of.value)


def _options(of: _Shown) -> str:
    return ", ".join(_option(replace(of, value=item)) for item in of.value)


def _unit(of: _Shown) -> str:
    names = (of.value.get(name) for name in ("detail", "commune_name", "province_name"))
    codes = (of.value.get(name) for name in ("commune", "province"))
    return ", ".join(filter(None, names)) or ", ".join(filter(None, codes))


def _phone(of: _Shown) -> str:
    number = phonenumbers.parse(str(of.value), "VN")
    national = number.country_code == 84
    style = phonenumbers.PhoneNumberFormat
    return str(
        phonenumbers.format_number(number, style.NATIONAL if national else style.INTERNATIONAL)
    )


def _computed(of: _Shown) -> str:
    match getattr(of.placed.field, "as_", "integer"):
        case "money":
            return dong(of.value, of.language)
        case "yes_no":
            return (YES if of.value else NO).in_(of.language)
        case "date":
            return _date(of)
    return str(of.value)


def _file(of: _Shown) -> str:
    number = len(of.value)
    files = Sentence(f"{number} tệp", counted(number, "file"))
    return files.in_(of.language)


_SHOWS: dict[str, Callable[[_Shown], str]] = {
    "date": _date,
    "partial_date": _date,
    "money": lambda of: dong(of.value, of.language),
    "yes_no": lambda of: (YES if of.value else NO).in_(of.language),
    "declaration": lambda of: _AGREED.in_(of.language),
    "choice": _option,
    "select": _option,
    "nationality": _option,
    "ethnicity": _option,
    "choices": _options,
    "administrative_unit": _unit,
    "address": _unit,
    "phone": _phone,
    "computed": _computed,
    "file": _file,
}
