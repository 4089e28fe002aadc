"""Small sets of criteria, facts and observations to judge with."""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from hypothesis import settings

from motcua.evaluation.rules.criteria_reading import read_criteria
from motcua.evaluation.values.criteria import (
    Absent,
    Band,
    CriteriaSet,
    Criterion,
    Group,
    How,
    Measure,
    Method,
    Scale,
    ScaleKind,
    Step,
)
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Unit
from motcua.evaluation.values.observations import Observation, Outcome, Value
from motcua.evaluation.values.scores import Answer
from motcua.kernel.words import Sentence

LIBRARY = Path(__file__).parents[2] / "library"
CALM = settings(max_examples=60, deadline=None)
BINARY = Scale(kind=ScaleKind.BINARY)
SHARE = Scale(kind=ScaleKind.RATIO, target=Fraction(1))
GRADES = tuple(
    Band(code=code, least=Fraction(least, 100), text=Sentence(code, code))
    for code, least in (("A", 90), ("B", 80), ("C", 65), ("D", 50), ("E", 0))
)


def words(text: str) -> Sentence:
    return Sentence(text, f"{text} (en)")


def card(
    code: str, *, unit: Unit = Unit.YES_NO, better: Better = Better.MORE, **more: object
) -> FactCard:
    told = {
        "name": words(code),
        "scope": Scope.PAGE,
        "severity": Severity.SERIOUS,
        "remedy": words("Sửa"),
        "limit": True if unit is Unit.YES_NO else None,
    } | more
    return FactCard(code=code, area=Area.STRUCTURE, unit=unit, better=better, **told)


def saw(
    fact: str, value: Value | None, url: str = "https://cong.vn/", **more: object
) -> Observation:
    return Observation(fact=fact, url=url, value=value, **more)


def blind(fact: str, url: str = "https://cong.vn/") -> Observation:
    return Observation(fact=fact, url=url, outcome=Outcome.COULD_NOT, note=words("Trang treo"))


def nothing(fact: str, url: str = "https://cong.vn/") -> Observation:
    return Observation(fact=fact, url=url, outcome=Outcome.NOT_APPLICABLE)


def manual(
    code: str, points: int | Fraction, group: str = "G", *, full: bool = False, **more: object
) -> Criterion:
    told = {
        "scale": SHARE,
        "method": Method.MANUAL,
        "evidence": words("Ảnh"),
        "absent": Absent.FULL if full else Absent.REDISTRIBUTE,
    } | more
    return Criterion(code=code, group=group, text=words(code), points=Fraction(points), **told)


def automatic(
    code: str, *facts: str, how: How = How.ALL, scale: Scale = BINARY, points: int = 10
) -> Criterion:
    return manual(
        code,
        points,
        method=Method.AUTOMATIC,
        scale=scale,
        measure=Measure(facts=facts, how=how),
    )


def a_set(*criteria: Criterion, caps: dict[str, int] | None = None, **more: object) -> CriteriaSet:
    """A set whose groups are worth what their criteria are."""
    groups: dict[str, Fraction] = {}
    for one in criteria:
        groups[one.group] = groups.get(one.group, Fraction(0)) + one.points
    told = {"code": "thu", "version": "1", "bands": GRADES} | more
    return CriteriaSet(
        title=words("Bộ thử"),
        source=words("Tự đặt"),
        official=False,
        valid_from=date(2026, 1, 1),
        valid_to=None,
        groups=tuple(
            Group(
                code=code,
                text=words(code),
                points=points,
                cap=Fraction(caps[code]) if caps and code in caps else None,
            )
            for code, points in groups.items()
        ),
        criteria=criteria,
        **told,
    )


def answer(criterion: str, value: str | int | Fraction | None, **more: object) -> Answer:
    exact = None if value is None else Fraction(value)
    return Answer(criterion=criterion, value=exact, **more)


def absent(criterion: str) -> Answer:
    return Answer(criterion=criterion, value=None, applies=False)


def steps(*rows: tuple[str, str], less: bool = False) -> Scale:
    return Scale(
        kind=ScaleKind.GRADED,
        less=less,
        steps=tuple(
            Step(least=Fraction(least), share=Fraction(share), title=words(share))
            for least, share in rows
        ),
    )


@cache
def from_library(name: str) -> CriteriaSet:
    path = LIBRARY / "criteria" / f"{name}.yaml"
    return read_criteria(path.read_text("utf-8"), name=path.name).criteria_set
