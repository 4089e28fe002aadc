"""What was published: a frozen document that anybody can check, and the snapshot that holds it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from motcua.evaluation.values.campaigns import CampaignKind, Lead
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import Severity
from motcua.evaluation.values.scores import Result
from motcua.evaluation.values.usability import Usability
from motcua.evaluation.values.worksheets import About, ReplyOutcome
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.measurement.values.facts import Cause

FORMAT = "motcua-evaluation/1"
"""The name of the form of the document; a change that readers must know of makes another one."""


class SnapshotKind(StrEnum):
    """What a snapshot does: publishes results, corrects those before, or takes them back."""

    RESULTS = "results"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPlace:
    """Where a fault is on a page; `picture` is the SHA-256 of a cut-out, "" where there is none."""

    url: str
    selector: str = ""
    snippet: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFinding:
    """One fault, told in words of the day it was published.

    pages   addresses on which it was found; `found` counts places in all, `places` are the first
    lost    criteria on which it cost points, by code; `points` how many
    """

    fact: str
    rule: str
    name: Sentence
    remedy: Sentence
    severity: Severity
    pages: tuple[str, ...]
    found: int
    lost: tuple[str, ...] = ()
    points: Fraction = Fraction(0)
    places: tuple[PublishedPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAnswer:
    """How the value of a criterion came about: by whom (`manual`, `declared`, `indicator`,
    `override`), of which words, and evidence by its digests."""

    criterion: str
    source: str
    value: Fraction | None
    applies: bool
    reason: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReply:
    """An agency's explanation and what was made of it."""

    about: About
    code: str
    text: str
    at: datetime
    outcome: ReplyOutcome | None
    answer: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFigure:
    """A figure of measurement as it was on the day it was drawn; exact, never rounded.

    value   as a criterion's scale reads it (a share is 0…1, an index 0…100); None for no value
    says    the figure in words, with what is missing
    """

    criterion: str
    indicator: str
    value: Fraction | None
    first_day: date
    last_day: date
    counted_at: datetime | None
    drawn_at: datetime
    says: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCause:
    """How often one of the six causes kept somebody from going on.

    telemetry     failures that pages themselves told
    at_failure    people who named it when something failed; `after_result`: with their result
    """

    cause: Cause
    telemetry: int
    at_failure: int
    after_result: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCauses:
    """Why people could not go on, as it was counted on the day it was drawn: all six causes."""

    first_day: date
    last_day: date
    drawn_at: datetime
    counts: tuple[DrawnCause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRun:
    """The automatic look that counted: when, by what, which pages, the digest of the whole."""

    url: str
    begun_at: datetime
    ended_at: datetime
    tool: str
    browser: str
    audit: str
    pages: tuple[tuple[str, str], ...]
    """Kind and address of each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSubject:
    """A portal as it was judged. `rank` within its league; equals share one, and a gap follows."""

    agency: str
    name: str
    league: League
    address: str
    rank: int
    result: Result
    run: PublishedRun | None
    findings: tuple[PublishedFinding, ...] = ()
    answers: tuple[PublishedAnswer, ...] = ()
    figures: tuple[DrawnFigure, ...] = ()
    replies: tuple[PublishedReply, ...] = ()
    usability: Usability | None = None
    causes: DrawnCauses | None = None
    open_reason: str = ""
    """Why it is published although criteria of it stay open."""
    evidence: tuple[str, ...] = ()
    """SHA-256 of everything kept of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The frozen document. A withdrawal has no subjects; `reason` says why there is another one.

    supersedes  SHA-256 of the document that this one takes the place of, "" where it is the first
    """

    campaign: str
    number: int
    kind: SnapshotKind
    title: Sentence
    campaign_kind: CampaignKind
    lead: Lead
    led_by: str
    criteria_set: str
    criteria_digest: str
    first_day: date
    last_day: date
    published_at: datetime
    synthetic: bool
    supersedes: str = ""
    reason: str = ""
    criteria: CriteriaSet | None = None
    """The set itself, so that the document can be checked when the library has moved on."""
    subjects: tuple[PublishedSubject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotView:
    """A document with its signature. `document` is its canonical JSON, byte for byte.

    signature, public_key  Ed25519 (RFC 8032), in hex; the signature is of the document's bytes
    current                whether no later one takes its place
    """

    campaign: str
    number: int
    kind: SnapshotKind
    document: str
    sha256: str
    signature: str
    public_key: str
    published_at: datetime
    reason: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotLine:
    """A published document in a list, without its text."""

    campaign: str
    title: Sentence
    lead: Lead
    criteria_set: str
    number: int
    kind: SnapshotKind
    sha256: str
    published_at: datetime
    synthetic: bool
    subjects: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectResult:
    """A portal's result before it is published: computed anew whenever something changed.

    findings  how many faults the machine found
    """

    agency: str
    name: str
    league: League
    rank: int | None
    result: Result
    findings: int
    figures: tuple[DrawnFigure, ...]
    computed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A portal in one published campaign, for its history.

    `comparable` is the share of points held by criteria that are mapped to those of the campaign
    before; only these are compared (`points_before` and `points_now`, of `most`).
    """

    campaign: str
    title: Sentence
    published_at: datetime
    criteria_set: str
    grade: str
    total: Fraction
    most: Fraction
    rank: int
    of: int
    comparable: Fraction | None = None
    share_before: Fraction | None = None
    share_now: Fraction | None = None
