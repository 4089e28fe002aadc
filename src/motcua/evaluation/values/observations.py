"""Observations: facts found on a portal, with places and evidence. Never a judgement."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.kernel.words import Sentence

Value = bool | int | float | str

PLACES_KEPT = 20
"""Places kept of one fact on one page; `found` counts them all."""

SNIPPET = 300
"""Characters kept of a place's HTML."""


class Outcome(StrEnum):
    """Whether there was anything to see, and whether it could be seen."""

    MEASURED = "measured"
    NOT_APPLICABLE = "not_applicable"
    COULD_NOT = "could_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on a page: a CSS selector, the piece of HTML, the box in CSS pixels of the whole page.

    rule     the finer rule that it breaks (`image-alt`), "" where the fact has none
    picture  digest of a cut-out of the page, "" where there is none
    """

    selector: str = ""
    snippet: str = ""
    says: Sentence | None = None
    box: tuple[int, int, int, int] | None = None
    rule: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One fact found on one page (`url`), or on the portal (`url` is its first address).

    value     as the card's unit says; None unless measured
    note      why it does not apply or could not be seen, or what is worth adding
    found     how many places in all; `places` holds the first of them
    evidence  digests of what was kept (picture, HAR, axe's answer)
    """

    fact: str
    url: str
    outcome: Outcome = Outcome.MEASURED
    value: Value | None = None
    note: Sentence | None = None
    places: tuple[Place, ...] = ()
    found: int = 0
    evidence: tuple[str, ...] = ()
