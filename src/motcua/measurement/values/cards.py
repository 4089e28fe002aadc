"""What an indicator says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from motcua.kernel.words import Sentence


class Way(StrEnum):
    """The two ways of counting that stand side by side."""

    FED = "fed"
    """As EMC's feeders report it: every trap of domain 7.2 included."""
    TRUE = "true"
    """As it is: levels from the catalogue, post as post, self-service alone as online."""


class Better(StrEnum):
    """Which way is good."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class League(StrEnum):
    """The two leagues of every ranking."""

    MINISTRIES = "ministries"
    PROVINCES = "provinces"


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator in words. `code` is permanent and stands in addresses (in lower case).

    `unit` is "share" (numerator / denominator, 0…1), "count" (numerator alone, denominator null),
    "per_mille" (numerator for each 1,000 of the denominator), "mean" (numerator / denominator),
    "hours" or "points". `reads` names the roll-ups its expression takes. `ways` are the ways it
    can be counted. `official` is False unless the formula itself was read in a legal text.
    `additive` says whether numerator and denominator of agencies add up to those of the country.
    """

    code: str
    name: Sentence
    unit: str
    formula: Sentence
    legal_basis: Sentence
    reads: tuple[str, ...]
    numerator: Sentence
    denominator: Sentence | None = None
    better: Better = Better.MORE
    ways: tuple[Way, ...] = (Way.FED, Way.TRUE)
    differs: Sentence | None = None
    """Why the two ways differ, said for a reader."""
    target: Decimal | None = None
    official: bool = False
    additive: bool = True
    zero: Sentence | None = None
    """What a denominator of zero means; without it: no value."""
    zero_value: Decimal | None = None
    """The value a denominator of zero gives by that rule."""
    group: str = "use"
    """supply, use, money, people, time or connection: where overviews put it."""
    notes: Mapping[str, Sentence] = field(default_factory=dict)
