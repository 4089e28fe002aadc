"""What is read besides shares: waiting times, funnels, causes, channels, feeders' health."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua.kernel.words import Sentence
from motcua.measurement.values.facts import Cause, Channel
from motcua.measurement.values.periods import Period


@dataclass(frozen=True, slots=True)
class Waits:
    """Working hours that settled dossiers lay with the authority, to the hour.

    `p50` … `p95` are the hours within which that share was settled; None where none was.
    `histogram` pairs hours with how many; `within` is the share settled by the promised day.
    """

    dossiers: int
    p50: int | None
    p75: int | None
    p90: int | None
    p95: int | None
    within: float | None
    histogram: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a form: how many opened it, how many of them went on, how many left there."""

    number: int
    name: str
    entered: int
    went_on: int

    @property
    def left(self) -> int:
        """How many ended here."""
        return self.entered - self.went_on

    @property
    def share_left(self) -> float | None:
        """The share of those who opened it that ended here."""
        return self.left / self.entered if self.entered else None


@dataclass(frozen=True, slots=True)
class Funnel:
    """The steps of a form in their order; `first` is where people give up most."""

    steps: tuple[Step, ...]
    gives_up: Step | None


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How often a cause stopped somebody, by who told: telemetry, or people when asked.

    `printed` is the share of the article of 2023, kept as printed: the six add up to 93 %.
    """

    cause: Cause
    telemetry: int
    at_failure: int
    after_result: int
    share: float | None
    printed: float

    @property
    def told(self) -> int:
        """How many people named it when asked."""
        return self.at_failure + self.after_result

    @property
    def number(self) -> int:
        """All of them."""
        return self.telemetry + self.told


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """How many dossiers came in by a channel."""

    channel: Channel
    dossiers: int
    share: float | None


class Health(StrEnum):
    """How a site's connection is."""

    NEVER = "never"
    SILENT = "silent"
    REFUSED = "refused"
    HALF = "half"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Connection:
    """A site's connection. `silent_since` is when the longer silent of its channels fell silent.

    `refused` is the share of facts refused in the last seven days; None where none came.
    """

    site: int
    name: str
    agency: str
    page_at: datetime | None
    dossier_at: datetime | None
    facts: int
    refused: float | None
    status: Health
    silent_since: datetime | None
    sentence: Sentence


class Verdict(StrEnum):
    """What the two channels of facts say about each other."""

    FEW = "too_little_to_say"
    CONSISTENT = "consistent"
    NO_TRACKING = "tracking_missing"
    NO_DOSSIERS = "dossier_events_missing"
    BATCHED = "batch_typed"


@dataclass(frozen=True, slots=True)
class Consistency:
    """Pages' successes beside dossier events received online, of one agency in one period.

    `ratio` is pages' successes over dossier events; None without any.
    """

    agency: str
    period: Period
    pages: int
    dossiers: int
    batched: int
    ratio: float | None
    verdict: Verdict
    sentence: Sentence
    months: tuple["ConsistentMonth", ...] = ()


@dataclass(frozen=True, slots=True)
class ConsistentMonth:
    """One month of it."""

    month: date
    pages: int
    dossiers: int
    batched: int
    verdict: Verdict
