"""Findings: what is wrong on a portal, fact by fact, with its places and what it costs."""

from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.values.facts import FactCard, Severity
from motcua.evaluation.values.observations import Place, Value
from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOn:
    """A place and the address of the page that it is on."""

    url: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact on the wrong side of its limit on some pages.

    rule      the finer rule under the fact (axe's `image-alt`), "" where it has none
    worst     the value that is furthest from its limit
    pages     addresses of the pages that have it, by address
    places    those that were kept; `found` counts all of them
    criteria  codes of the criteria that read the fact
    lost      points that those criteria lost by it; what several facts lost is shared out evenly
    """

    card: FactCard
    severity: Severity
    pages: tuple[str, ...]
    rule: str = ""
    worst: Value | None = None
    places: tuple[PlaceOn, ...] = ()
    found: int = 0
    notes: tuple[Sentence, ...] = ()
    evidence: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    lost: Fraction = Fraction(0)
