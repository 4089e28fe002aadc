"""A set of criteria out of its YAML file, every misfit told as `file:line`, with its remedy."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from motcua.evaluation.values import criteria as values
from motcua.evaluation.values.criteria import Absent, CriteriaSet, How, Method, ScaleKind
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.definitions import Document, Strict, parse, read, wrong
from motcua.kernel.words import Sentence


def _exact(value: object) -> Fraction:
    """Read 3, 0.35 or "2/3" as it is written."""
    if not isinstance(value, bool) and isinstance(value, int | float | str):
        try:
            return Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)
        except (ValueError, ZeroDivisionError):
            pass
    raise wrong(
        Sentence("không phải số", "not a number"),
        Sentence("hãy viết như 3, 0.35 hoặc “2/3”", "write it like 3, 0.35 or “2/3”"),
    )


def _not_less(value: object) -> Fraction:
    number = _exact(value)
    if number < 0:
        raise wrong(
            Sentence("số âm", "a number below zero"),
            Sentence("hãy viết số từ 0 trở lên", "write 0 or more"),
        )
    return number


def _share(value: object) -> Fraction:
    number = _exact(value)
    if not 0 <= number <= 1:
        raise wrong(
            Sentence("không phải một phần của 1", "not a share"),
            Sentence("hãy viết số từ 0 đến 1", "write a number from 0 to 1"),
        )
    return number


def _both(value: object) -> Sentence:
    if isinstance(value, Sentence):
        return value
    if isinstance(value, dict) and value.keys() == {"vi", "en"}:
        vi, en = value["vi"], value["en"]
        if isinstance(vi, str) and isinstance(en, str) and vi.strip() and en.strip():
            return Sentence(vi.strip(), en.strip())
    raise wrong(
        Sentence("chưa có lời bằng cả hai thứ tiếng", "not a text in both languages"),
        Sentence("hãy viết {vi: …, en: …}", "write {vi: …, en: …}"),
    )


_NUMBER = WithJsonSchema({"type": ["number", "string"]})
Exact = Annotated[Fraction, PlainValidator(_exact), _NUMBER]
Points = Annotated[Fraction, PlainValidator(_not_less), _NUMBER]
Share = Annotated[Fraction, PlainValidator(_share), _NUMBER]
Both = Annotated[Sentence, PlainValidator(_both), WithJsonSchema({"type": "object"})]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,59}$")]
FactCode = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9_]+)+$")]
Mapped = Annotated[str, Field(pattern=r"^[a-z0-9.-]+/[a-z0-9.-]+/[A-Za-z0-9._-]+$")]


class Step(Strict):
    """One step of a scale."""

    least: Exact
    share: Share
    title: Both


class Scale(Strict):
    """How a value becomes a share of the points."""

    kind: ScaleKind
    target: Exact | None = None
    less: bool = False
    steps: tuple[Step, ...] = ()


class Measure(Strict):
    """Which facts make the value."""

    facts: tuple[FactCode, ...] = Field(min_length=1)
    how: How
    kinds: tuple[PageKind, ...] = ()
    needs: tuple[FactCode, ...] = ()


class Criterion(Strict):
    """One thing that is judged; dates are the set's where it has none of its own."""

    code: Code
    group: Code
    text: Both
    points: Points
    scale: Scale
    method: Method
    evidence: Both
    basis: tuple[str, ...] = ()
    official: bool = False
    measure: Measure | None = None
    indicator: str = ""
    guidance: Both | None = None
    absent: Absent = Absent.REDISTRIBUTE
    same_as: tuple[Mapped, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class Group(Strict):
    """Criteria that belong together."""

    code: Code
    text: Both
    points: Points
    cap: Points | None = None


class Band(Strict):
    """A grade, or a level of a criterion."""

    code: Code
    least: Share
    text: Both


class CriteriaFile(Strict):
    """A file of `library/criteria/<code>/<version>.yaml`."""

    code: Name
    version: Name
    title: Both
    source: Both
    official: bool
    valid_from: date
    valid_to: date | None = None
    total: Points
    groups: tuple[Group, ...] = Field(min_length=1)
    bands: tuple[Band, ...] = Field(min_length=1)
    levels: tuple[Band, ...] = ()
    notes: tuple[Both, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class ReadSet:
    """A set with the file that it was read from, whose lines a linter points at."""

    criteria_set: CriteriaSet
    total: Fraction
    document: Document


def read_criteria(text: str, *, name: str) -> ReadSet:
    """Read one set from YAML; DefinitionRefused with every misfit of its shape.

    Whether its points add up and what it names exists is for `criteria_lint` to say.
    """
    document = read(text, name=name)
    file = parse(document, CriteriaFile)
    built = CriteriaSet(
        code=file.code,
        version=file.version,
        title=file.title,
        source=file.source,
        official=file.official,
        valid_from=file.valid_from,
        valid_to=file.valid_to,
        groups=tuple(values.Group(**dict(one)) for one in file.groups),
        criteria=tuple(_criterion(one, file) for one in file.criteria),
        bands=tuple(values.Band(**dict(one)) for one in file.bands),
        levels=tuple(values.Band(**dict(one)) for one in file.levels),
        notes=file.notes,
        digest=_digest(document),
    )
    return ReadSet(built, file.total, document)


def _criterion(one: Criterion, file: CriteriaFile) -> values.Criterion:
    scale = dict(one.scale) | {
        "steps": tuple(values.Step(**dict(each)) for each in one.scale.steps)
    }
    told = dict(one) | {
        "scale": values.Scale(**scale),
        "measure": values.Measure(**dict(one.measure)) if one.measure else None,
        "valid_from": one.valid_from or file.valid_from,
        "valid_to": one.valid_to or file.valid_to,
    }
    return values.Criterion(**told)


def _digest(document: Document) -> str:
    """Give SHA-256 (hex) over what the file says, whatever its spacing and order of keys."""
    said = json.dumps(document.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
