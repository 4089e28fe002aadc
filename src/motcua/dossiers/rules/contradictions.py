"""Answers that cannot all be right, told from the answers alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.forms.values import FormDefinition
from motcua.kernel.codes import CitizenId, CodeRefused
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

_PARTS = ("full_name", "citizen_id", "born_on", "sex")
_SEXES = {"male": Sentence("nam", "male"), "female": Sentence("nữ", "female")}


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says of one person (`mother`), by the dictionary of fields."""

    who: str
    full_name: str = ""
    citizen_id: str = ""
    born_on: str = ""
    sex: str = ""


def people_in(form: FormDefinition, answers: Mapping[str, Any]) -> tuple[Told, ...]:
    """Gather the people whom a form tells of: their names, numbers, days of birth and sexes."""
    found: dict[str, dict[str, str]] = {}
    for path, placed in form.fields.items():
        who, _, part = (getattr(placed.field, "map_to", None) or "").rpartition(".")
        value = answers.get(path)
        if who and part in _PARTS and value:
            found.setdefault(who, {})[part] = str(value)
    return tuple(Told(who, **parts) for who, parts in found.items())


def contradictions(form: FormDefinition, answers: Mapping[str, Any]) -> tuple[Sentence, ...]:
    """Say which answers contradict each other.

    An identity number of twelve digits tells sex and year of birth (Nghị định 137/2015, Điều 13);
    and no two people bear the same one.
    """
    told = people_in(form, answers)
    return (*(words for one in told for words in _within(one)), *_between(told))


def account_differs(told: tuple[Told, ...], account: tuple[str, str]) -> tuple[Sentence, ...]:
    """Say what an applicant declares of themselves otherwise than in their own account."""
    one = next((person for person in told if person.who == "applicant"), None)
    if one is None:
        return ()
    name, number = account
    said = []
    if name and one.full_name and fold(name) != fold(one.full_name):
        said.append(
            Sentence(
                f"Người nộp khai tên “{one.full_name}”, tài khoản đã nộp mang tên “{name}”.",
                f"The applicant is named “{one.full_name}”, the account it came with “{name}”.",
            )
        )
    if number and one.citizen_id and number != one.citizen_id:
        said.append(
            Sentence(
                "Số định danh người nộp khai khác số trong tài khoản đã nộp hồ sơ.",
                "The identity number declared is not that of the account it came with.",
            )
        )
    return tuple(said)


def _within(one: Told) -> Iterator[Sentence]:
    number = _number(one.citizen_id)
    if number is None or number.is_old_card:
        return
    year = one.born_on[:4]
    if year.isdigit() and number.birth_year is not None and int(year) != number.birth_year:
        yield Sentence(
            f"Số định danh của {_name(one)} là của người sinh năm {number.birth_year}, tờ khai "
            f"ghi năm {year}.",
            f"The identity number of {_name(one)} is of somebody born in {number.birth_year}; the "
            f"form says {year}.",
        )
    sex = _SEXES.get(number.sex or "")
    if sex is not None and one.sex in _SEXES and one.sex != number.sex:
        yield Sentence(
            f"Số định danh của {_name(one)} là của {sex.vi} giới, tờ khai ghi "
            f"{_SEXES[one.sex].vi}.",
            f"The identity number of {_name(one)} is of a {sex.en} person; the form says "
            f"{_SEXES[one.sex].en}.",
        )


def _between(told: tuple[Told, ...]) -> Iterator[Sentence]:
    by_number: dict[str, Told] = {}
    for one in told:
        first = by_number.setdefault(one.citizen_id, one) if one.citizen_id else one
        if first.full_name and one.full_name and fold(first.full_name) != fold(one.full_name):
            yield Sentence(
                f"“{first.full_name}” và “{one.full_name}” được khai cùng một số định danh.",
                f"“{first.full_name}” and “{one.full_name}” are given the same identity number.",
            )


def _number(text: str) -> CitizenId | None:
    try:
        return CitizenId.parse(text)
    except CodeRefused:
        return None


def _name(one: Told) -> str:
    return f"“{one.full_name}”" if one.full_name else "người này"
