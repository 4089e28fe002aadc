"""Cards of facts in few lines: what must hold, what must not occur, what is only told."""

from typing import TypedDict, Unpack

from motcua.evaluation.values.facts import (
    Area,
    Better,
    FactCard,
    Scope,
    Severity,
    Source,
    Unit,
)
from motcua.kernel.words import Sentence


class More(TypedDict, total=False):
    """What a card may say besides; see `FactCard`."""

    scope: Scope
    unit: Unit
    better: Better
    severity: Severity
    limit: bool | float
    sources: tuple[Source, ...]
    noise: float
    noise_floor: float


def measured(code: str, name: Sentence, remedy: Sentence, **more: Unpack[More]) -> FactCard:
    """Make the card of a number: less is better, on a page, unless it is said otherwise."""
    return FactCard(
        code=code,
        area=Area(code.partition(".")[0]),
        name=name,
        remedy=remedy,
        scope=more.get("scope", Scope.PAGE),
        unit=more.get("unit", Unit.COUNT),
        better=more.get("better", Better.LESS),
        severity=more.get("severity", Severity.MODERATE),
        limit=more.get("limit"),
        sources=more.get("sources", ()),
        noise=more.get("noise", 0.0),
        noise_floor=more.get("noise_floor", 0.0),
    )


def must(code: str, name: Sentence, remedy: Sentence, **more: Unpack[More]) -> FactCard:
    """Make the card of a fact that is to be true."""
    always: More = {"unit": Unit.YES_NO, "better": Better.MORE, "limit": True}
    return measured(code, name, remedy, **(more | always))


def none_of(code: str, name: Sentence, remedy: Sentence, **more: Unpack[More]) -> FactCard:
    """Make the card of faults that are counted, and of which there is to be none."""
    always: More = {"unit": Unit.COUNT, "better": Better.LESS, "limit": 0}
    return measured(code, name, remedy, **(more | always))


def told(code: str, name: Sentence, remedy: Sentence, **more: Unpack[More]) -> FactCard:
    """Make the card of a fact that is told and never a fault."""
    always: More = {"better": Better.NEITHER, "severity": Severity.MINOR}
    return measured(code, name, remedy, **(more | always))
