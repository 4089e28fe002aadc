"""Observations in the order that judging asks for them: by fact, with the kind of their page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import TypeAlias

from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.facts import Better, FactCard, Scope, Unit
from motcua.evaluation.values.observations import Observation, Outcome, Value
from motcua.evaluation.values.pages import PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was observed of a portal: by fact, and the kind of each page by its address."""

    by_fact: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    kinds: Mapping[str, PageKind] = field(default_factory=dict)

    def of(self, card: FactCard, kinds: Iterable[PageKind] = ()) -> tuple[Observation, ...]:
        """Give what was observed of a fact, on pages of `kinds` (none named: on every page).

        Of the portal as a whole there is one observation, whatever the pages.
        """
        found = self.by_fact.get(card.code, ())
        wanted = set(kinds)
        if not wanted or card.scope is Scope.SITE:
            return found
        return tuple(one for one in found if self.kinds.get(one.url) in wanted)


Observed: TypeAlias = "Audit | Seen | Iterable[Observation]"
"""An audit; what was already put in order; or observations alone, whose pages have no kind."""


def seen(observed: Observed, kinds: Mapping[str, PageKind] | None = None) -> Seen:
    """Put observations in order; an audit knows the kinds of its pages by itself."""
    if isinstance(observed, Seen):
        return observed
    by_fact: dict[str, list[Observation]] = defaultdict(list)
    if isinstance(observed, Audit):
        kinds = {page.url: page.kind for page in observed.pages} | dict(kinds or {})
        observed = observed.observations
    for one in observed:
        by_fact[one.fact].append(one)
    return Seen(
        by_fact={
            fact: tuple(sorted(found, key=lambda one: (one.url, repr(one.value))))
            for fact, found in by_fact.items()
        },
        kinds=kinds or {},
    )


def good(card: FactCard, value: Value) -> bool:
    """Tell whether a value is on the good side of its card's limit.

    Without a limit, more than nothing is good, and nothing where less is better.
    """
    if card.unit is Unit.YES_NO:
        wanted = card.limit if isinstance(card.limit, bool) else card.better is not Better.LESS
        return bool(value) is wanted
    number = exact(value)
    if number is None:
        return bool(value)
    limit = None if card.limit is None else Fraction(str(float(card.limit)))
    if card.better is Better.LESS:
        return number <= (limit or 0)
    return number > 0 if limit is None else number >= limit


def exact(value: Value) -> Fraction | None:
    """Give a number as it was written, so that 0.1 is a tenth; None for a word, NaN, infinity."""
    if isinstance(value, str):
        return None
    if isinstance(value, float):
        return Fraction(Decimal(repr(value))) if isfinite(value) else None
    return Fraction(value)


def measured(card: FactCard, observations: Iterable[Observation]) -> list[Observation]:
    """Keep what was measured and can be read as its card says."""
    return [
        one
        for one in observations
        if one.outcome is Outcome.MEASURED
        and one.value is not None
        and (card.unit is Unit.WORD or exact(one.value) is not None)
    ]
