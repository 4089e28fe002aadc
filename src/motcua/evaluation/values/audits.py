"""Audits: one look at one portal, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something kept, named by the SHA-256 of its bytes; in `evidence/<digest>` of a run."""

    digest: str
    media_type: str
    title: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an audit goes about: within which limits, how politely.

    pages      pages at most
    pace       seconds between the starts of two navigations on one portal (robots.txt may ask more)
    repeats    how often a timed page is loaded; the median counts
    patience   seconds that one page may take in all, its probes with it
    """

    pages: int = 15
    pace: float = 1.0
    repeats: int = 3
    patience: float = 60.0
    obey_robots: bool = True
    load_token: str = ""
    seeds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    """Areas to look at; empty: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One page as it was seen. `problem` says why nothing could be seen, None where it could.

    withheld  why no picture and no HTML of it were kept, None where they were; addresses, titles
              and what probes quote are masked on every page
    """

    url: str
    kind: PageKind
    title: str = ""
    status: int = 0
    final_url: str = ""
    took_ms: int = 0
    requests: int = 0
    weight: int = 0
    picture: str = ""
    problem: Sentence | None = None
    withheld: Sentence | None = None
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One look at one portal: its pages, what concerns it as a whole, what was kept.

    left_out: why addresses were not looked at (robots.txt, other site, beyond the budget): count.
    """

    url: str
    begun_at: datetime
    ended_at: datetime
    tool: str
    browser: str
    manner: Manner
    pages: tuple[PageRecord, ...] = ()
    site: tuple[Observation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Everything found, page after page, then what concerns the portal as a whole."""
        return (*(one for page in self.pages for one in page.observations), *self.site)
