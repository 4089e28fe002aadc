"""How a card of this area is written: most facts count the places that fail, and none is good."""

from motcua.evaluation.probes.accessibility.success import source
from motcua.evaluation.rules.looking.cards import none_of, told
from motcua.evaluation.values.facts import Area, FactCard, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

Pair = tuple[str, str]
"""Vietnamese and English."""


def counted(
    code: str,
    *,
    name: Pair,
    remedy: Pair,
    severity: Severity,
    criteria: str = "",
    sources: tuple[Source, ...] = (),
    scope: Scope = Scope.PAGE,
    area: Area = Area.ACCESSIBILITY,
) -> FactCard:
    """Write the card of a fact that counts failing places; `criteria` are numbers of WCAG 2.2."""
    return none_of(
        f"{area.value}.{code}",
        Sentence(*name),
        Sentence(*remedy),
        scope=scope,
        severity=severity,
        sources=(*(source(number) for number in criteria.split()), *sources),
    )


def told_as(code: str, unit: Unit, *, name: Pair) -> FactCard:
    """Write the card of a fact that is told and never a fault."""
    return told(
        f"{Area.ACCESSIBILITY.value}.{code}",
        Sentence(*name),
        Sentence(
            "Chỉ để so các trang với nhau, không phải lỗi.",
            "Only for comparing the pages with each other; it is no fault.",
        ),
        unit=unit,
        sources=(source("3.2.3"), source("3.2.6"), source("2.4.5")),
    )
