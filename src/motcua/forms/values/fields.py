"""The types of question a form may ask, as they are written in YAML."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from motcua.kernel.definitions import Strict, Words, wrong
from motcua.kernel.words import Sentence

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.-]*")


def _name(text: str) -> str:
    if not _NAME.fullmatch(text) or len(text) > 120:
        raise wrong(
            Sentence(f"tên “{text}” không dùng được", f"name “{text}” cannot be used"),
            Sentence(
                "hãy viết chữ thường không dấu, số và gạch dưới, ví dụ child.full_name",
                "write small letters, digits and underscores, such as child.full_name",
            ),
        )
    return text


def _code(text: str) -> str:
    if not _CODE.fullmatch(text) or len(text) > 120:
        raise wrong(
            Sentence(f"mã “{text}” không dùng được", f"code “{text}” cannot be used"),
            Sentence(
                "hãy viết chữ thường không dấu, số, dấu chấm và gạch nối",
                "write small letters, digits, dots and hyphens",
            ),
        )
    return text


Name = Annotated[str, AfterValidator(_name)]
Expression = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Code = Annotated[str, AfterValidator(_code)]


class Element(Strict):
    """What every part of a page has: a name and when it is shown."""

    name: Name
    """Place in the answers, such as `child.full_name`; inside a group, after the group's name."""
    visible: Expression | None = None
    """CEL: shown only where it is true."""
    source: str | None = None
    """Where the rule stands in law, or `unconfirmed`."""


class Question(Element):
    """What every question has."""

    label: Words
    """The question itself."""
    hint: Words | None = None
    """Help with answering, shown under the label."""
    why: Words | None = None
    """Why it is asked, in the words of the privacy notice."""
    required: bool | Expression = True
    """Must be answered: true, false, or CEL."""
    prefill: Code | None = None
    """Name of the source that may fill it in before it is asked."""
    sensitive: bool = False
    """Shown masked where it is only confirmed."""
    retention: str | None = None
    """How long the answer is kept, such as `5 years`, or `permanent`."""
    map_to: Code | None = None
    """Data element of the shared dictionary that this answer is."""


class Typed(Question):
    """A question answered in one text box."""

    autocomplete: Code | None = None
    """What browsers may fill in (WCAG 1.3.5)."""
    inputmode: Literal["text", "numeric", "tel", "email", "decimal"] | None = None
    """Which keyboard a phone shows."""


class TextField(Typed):
    """One line of text."""

    type: Literal["text"]
    min_length: int = Field(default=1, ge=1)
    """Fewest characters."""
    max_length: int = Field(default=200, ge=1, le=2000)
    """Most characters."""
    pattern: str | None = None
    """Regular expression that the whole answer matches."""
    pattern_hint: Words | None = None
    """What to say when it does not match."""


class LongTextField(Typed):
    """Several lines of text."""

    type: Literal["long_text"]
    min_length: int = Field(default=1, ge=1)
    """Fewest characters."""
    max_length: int = Field(default=2000, ge=1, le=20000)
    """Most characters."""


class IntegerField(Typed):
    """A whole number."""

    type: Literal["integer"]
    min: int = 0
    """Least."""
    max: int = 1_000_000_000
    """Most."""
    unit: Words | None = None
    """What is counted, shown after the box."""


class MoneyField(Typed):
    """An amount in whole đồng."""

    type: Literal["money"]
    min: int = Field(default=0, ge=0)
    """Least, in đồng."""
    max: int = Field(default=1_000_000_000_000, ge=0)
    """Most, in đồng."""


class DateField(Typed):
    """A full date, kept as `2026-01-31`."""

    type: Literal["date"]
    future: bool = False
    """May lie after today."""
    past: bool = True
    """May lie before today."""
    oldest_years: int = Field(default=150, ge=0)
    """At most so many years ago."""


class PartialDateField(Typed):
    """A date of which only the year, or month and year, may be known: `2026`, `2026-01`, …."""

    type: Literal["partial_date"]
    future: bool = False
    """May lie after today."""
    oldest_years: int = Field(default=150, ge=0)
    """At most so many years ago."""


class TimeField(Typed):
    """A time of day, kept as `15:30`."""

    type: Literal["time"]


class PersonNameField(Typed):
    """A person's full name, family name first."""

    type: Literal["person_name"]
    max_length: int = Field(default=100, ge=1, le=200)
    """Most characters."""


class CitizenIdField(Typed):
    """A personal identity number of 12 digits."""

    type: Literal["citizen_id"]


class TaxCodeField(Typed):
    """A tax code of 10 digits, 13 for a branch, 12 for a person."""

    type: Literal["tax_code"]


class PhoneField(Typed):
    """A telephone number, kept as `+84912345678`."""

    type: Literal["phone"]


class EmailField(Typed):
    """An e-mail address."""

    type: Literal["email"]


class Option(Strict):
    """One of the answers offered."""

    value: Code
    """What is kept."""
    label: Words
    """What is shown."""
    hint: Words | None = None
    """Help with choosing it."""


class Offering(Question):
    """A question answered from what is offered."""

    options: tuple[Option, ...] = ()
    """The answers offered, or:"""
    list: Code | None = None
    """The name of a list in `library/lists`."""


class ChoiceField(Offering):
    """One of a few answers, all seen at once."""

    type: Literal["choice"]


class SelectField(Offering):
    """One of many answers, picked from a list."""

    type: Literal["select"]


class ChoicesField(Offering):
    """Any number of answers."""

    type: Literal["choices"]
    min: int = Field(default=1, ge=0)
    """Fewest ticked, where an answer is required."""
    max: int | None = Field(default=None, ge=1)
    """Most ticked."""


class NationalityField(Question):
    """A nationality, by the list `nationalities`."""

    type: Literal["nationality"]


class EthnicityField(Question):
    """An ethnic group, by the list `ethnicities`."""

    type: Literal["ethnicity"]


class YesNoField(Question):
    """Yes or no."""

    type: Literal["yes_no"]


class DeclarationField(Question):
    """A statement that is ticked, or the form is not sent."""

    type: Literal["declaration"]


class AdministrativeUnitField(Question):
    """A province, or a commune in a province, in the order of two tiers."""

    type: Literal["administrative_unit"]
    level: Literal["province", "commune"] = "commune"
    """How far down it is asked."""


class AddressField(Question):
    """An address: province, commune, and the rest in words."""

    type: Literal["address"]
    max_length: int = Field(default=200, ge=1, le=500)
    """Most characters of the rest."""


class FileField(Question):
    """Files for one component of the dossier."""

    type: Literal["file"]
    component: Code
    """Which component they are."""
    accept: tuple[Literal["pdf", "jpg", "png", "docx", "xlsx"], ...] = ("pdf", "jpg", "png")
    """Kinds of file taken."""
    max: int = Field(default=5, ge=1, le=50)
    """Most files."""
    max_megabytes: int | None = Field(default=None, ge=1, le=100)
    """Largest file, where this question takes less than the policy of all."""


class ComputedField(Element):
    """A value worked out from other answers and shown, not asked."""

    type: Literal["computed"]
    label: Words
    """What it is."""
    value: Expression
    """CEL that gives it."""
    as_: Literal["integer", "money", "text", "yes_no", "date"] = Field(
        default="integer", alias="as"
    )
    """What kind of value it is."""
    map_to: Code | None = None
    """Data element of the shared dictionary that it is."""


class NoteField(Element):
    """Words between the questions."""

    type: Literal["note"]
    text: Words
    """The words."""


class GroupField(Element):
    """Questions under one heading, whose names begin with the group's."""

    type: Literal["group"]
    label: Words
    """Heading."""
    hint: Words | None = None
    """Words under the heading."""
    fields: tuple["Field_", ...] = Field(min_length=1)
    """The questions."""


class RepetitionField(Question):
    """The same questions for each of several people or things."""

    type: Literal["repetition"]
    item: Words
    """What one row is called, such as `Người con`."""
    min: int = Field(default=1, ge=0)
    """Fewest rows, where an answer is required."""
    max: int = Field(default=10, ge=1, le=100)
    """Most rows."""
    fields: tuple["Field_", ...] = Field(min_length=1)
    """The questions of one row."""


Field_ = Annotated[
    TextField
    | LongTextField
    | IntegerField
    | MoneyField
    | DateField
    | PartialDateField
    | TimeField
    | PersonNameField
    | CitizenIdField
    | TaxCodeField
    | PhoneField
    | EmailField
    | ChoiceField
    | SelectField
    | ChoicesField
    | NationalityField
    | EthnicityField
    | YesNoField
    | DeclarationField
    | AdministrativeUnitField
    | AddressField
    | FileField
    | ComputedField
    | NoteField
    | GroupField
    | RepetitionField,
    Field(discriminator="type"),
]

GroupField.model_rebuild()
RepetitionField.model_rebuild()
