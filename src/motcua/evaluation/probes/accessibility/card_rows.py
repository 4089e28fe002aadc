"""How a card of this area is written: most facts count the places that fail, and none is good."""

from motcua.evaluation.probes.accessibility.success import source
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Source, Unit
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
    return FactCard(
        code=f"{area.value}.{code}",
        area=area,
        name=Sentence(*name),
        scope=scope,
        unit=Unit.COUNT,
        better=Better.LESS,
        limit=0,
        severity=severity,
        remedy=Sentence(*remedy),
        sources=(*(source(number) for number in criteria.split()), *sources),
    )


def told_as(code: str, unit: Unit, *, name: Pair) -> FactCard:
    """Write the card of a fact that is told and never a fault."""
    return FactCard(
        code=f"{Area.ACCESSIBILITY.value}.{code}",
        area=Area.ACCESSIBILITY,
        name=Sentence(*name),
        scope=Scope.PAGE,
        unit=unit,
        better=Better.NEITHER,
        severity=Severity.MINOR,
        remedy=Sentence(
            "Chỉ để so các trang với nhau, không phải lỗi.",
            "Only for comparing the pages with each other; it is no fault.",
        ),
        sources=(source("3.2.3"), source("3.2.6"), source("2.4.5")),
    )
