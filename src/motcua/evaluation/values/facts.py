"""Facts that a probe can find: what they are called, when they are a fault, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.kernel.words import Sentence


class Area(StrEnum):
    """What a probe looks at; one module of `probes` each."""

    ACCESSIBILITY = "accessibility"
    DEVICES = "devices"
    PERFORMANCE = "performance"
    SECURITY = "security"
    PRIVACY = "privacy"
    STRUCTURE = "structure"
    GUIDES = "guides"
    LOOKUP = "lookup"
    FEEDBACK = "feedback"
    EMC = "emc"
    FUNCTIONS = "functions"
    CONDUCT = "conduct"
    """How the portal behaves towards the one who looks: endless redirects, hanging sockets…"""


class Scope(StrEnum):
    """Whether a fact is one of a page or one of the portal as a whole."""

    PAGE = "page"
    SITE = "site"


class Unit(StrEnum):
    """What a fact is counted in; the value of YES_NO is a bool, of WORD a str, else a number."""

    YES_NO = "yes_no"
    COUNT = "count"
    SHARE = "share"
    MILLISECONDS = "ms"
    BYTES = "bytes"
    PIXELS = "px"
    SCORE = "score"
    WORD = "word"


class Severity(StrEnum):
    """How much a fault hurts the person who meets it."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class Better(StrEnum):
    """Which side of the limit is good. NEITHER: told, and never a fault."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is written: a success criterion, an RFC, an article; `url` may be empty."""

    label: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    """One fact that a probe can find.

    code     area and name: `accessibility.reflow`
    name     what is observed, as one says it aloud
    limit    the last good value: True or False for YES_NO (with `better` MORE: True is good)
    remedy   how to mend it, to the one who builds the portal
    noise    by how much two looks at an unchanged portal may differ, as a share of the larger value
    noise_floor  the same in the fact's unit, for small values; the more generous of both counts
    rules    finer rules under one fact by their own codes (axe's: `image-alt`), "" where none
    """

    code: str
    area: Area
    name: Sentence
    scope: Scope
    unit: Unit
    better: Better
    severity: Severity
    remedy: Sentence
    limit: bool | float | None = None
    sources: tuple[Source, ...] = ()
    noise: float = 0.0
    noise_floor: float = 0.0
