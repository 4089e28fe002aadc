"""Campaigns: portals judged together, in one period, by one version of a set of criteria."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from motcua.evaluation.values.audits import Manner
from motcua.kernel.words import Refused, Sentence
from motcua.measurement.values.cards import League


class CampaignKind(StrEnum):
    """Whether a campaign comes again and again or was called for once."""

    PERIODIC = "periodic"
    AD_HOC = "ad_hoc"


class Lead(StrEnum):
    """Who leads a campaign: the authority, or a reviewer who is independent of it."""

    AUTHORITY = "authority"
    INDEPENDENT = "independent"


class CampaignState(StrEnum):
    """How far a campaign is; which verb leads where is in `rules.moving`."""

    DRAFT = "draft"
    OPEN = "open"
    JUDGING = "judging"
    REPLYING = "replying"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    ABANDONED = "abandoned"


class Seat(StrEnum):
    """Which of the two evaluators of a portal somebody is."""

    FIRST = "first"
    SECOND = "second"


STATE_TITLES: Mapping[CampaignState, Sentence] = {
    CampaignState.DRAFT: Sentence("Đang chuẩn bị", "Being prepared"),
    CampaignState.OPEN: Sentence("Đang đánh giá", "Being evaluated"),
    CampaignState.JUDGING: Sentence("Đang thống nhất kết quả", "Results being settled"),
    CampaignState.REPLYING: Sentence("Chờ cơ quan giải trình", "Agencies are explaining"),
    CampaignState.PUBLISHED: Sentence("Đã công bố", "Published"),
    CampaignState.WITHDRAWN: Sentence("Đã rút kết quả", "Results withdrawn"),
    CampaignState.ABANDONED: Sentence("Đã bỏ", "Abandoned"),
}
KIND_TITLES: Mapping[CampaignKind, Sentence] = {
    CampaignKind.PERIODIC: Sentence("Định kỳ", "Periodic"),
    CampaignKind.AD_HOC: Sentence("Đột xuất", "Ad hoc"),
}
LEAD_TITLES: Mapping[Lead, Sentence] = {
    Lead.AUTHORITY: Sentence("Cơ quan quản lý đánh giá", "By the authority"),
    Lead.INDEPENDENT: Sentence("Đánh giá độc lập", "By an independent reviewer"),
}
SEAT_TITLES: Mapping[Seat, Sentence] = {
    Seat.FIRST: Sentence("Người đánh giá thứ nhất", "First evaluator"),
    Seat.SECOND: Sentence("Người đánh giá thứ hai", "Second evaluator"),
}


class CampaignRefused(Refused):
    """Something cannot be done in a campaign; `field` names what to mend, `all` every reason."""

    def __init__(self, field: str, *sentences: Sentence) -> None:
        super().__init__(sentences[0])
        self.field = field
        self.all = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignWanted:
    """A campaign as somebody wants it.

    criteria_set  code and version: `qd-473/2024-placeholder`
    seats         evaluators of each portal: 1 or 2
    figures_…     the days that figures of measurement are drawn of; the campaign's own where None
    synthetic     whether its portals are made up; every page says so
    """

    title: Sentence
    kind: CampaignKind
    lead: Lead
    criteria_set: str
    first_day: date
    last_day: date
    seats: int = 2
    figures_from: date | None = None
    figures_to: date | None = None
    manner: Manner = field(default_factory=Manner)
    synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWanted:
    """A portal to be judged: whose it is, where it is, whom to write to.

    `league` only where the agency itself does not say (a portal of an agency of neither league).
    """

    agency: str
    address: str = ""
    others: tuple[str, ...] = ()
    contact: str = ""
    league: League | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """A portal in a campaign."""

    agency: str
    name: str
    path: str
    league: League
    address: str
    others: tuple[str, ...]
    contact: str
    replied_at: datetime | None = None
    open_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """A campaign, without its portals."""

    key: UUID
    code: str
    title: Sentence
    kind: CampaignKind
    lead: Lead
    state: CampaignState
    criteria_set: str
    criteria_digest: str
    agency: str
    """Who leads it, by code."""
    agency_path: str
    first_day: date
    last_day: date
    figures_from: date
    figures_to: date
    seats: int
    manner: Manner
    synthetic: bool
    created_by: str
    created_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    """When the worksheets were closed."""
    reply_until: datetime | None = None
    replies_closed_at: datetime | None = None
    computed_at: datetime | None = None
    published_at: datetime | None = None
    reason: str = ""
    """Why it was abandoned, withdrawn or opened again."""
    subjects: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatProgress:
    """How far one evaluator is with a portal: questions answered, of how many, when finished."""

    seat: Seat
    evaluator: UUID
    name: str
    answered: int
    asked: int
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectProgress:
    """How a portal stands in its campaign.

    differences  where both evaluators finished: criteria on which they differ and nobody agreed
    replies      what its agency said of findings and criteria; `unanswered` of these
    open         criteria that nobody has judged, once results were computed
    """

    subject: SubjectView
    run: "RunView | None"
    seats: tuple[SeatProgress, ...]
    differences: int
    declared: int
    replies: int
    unanswered: int
    retests: int
    sessions: int
    grade: str
    points: str
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A campaign with how each of its portals stands, and what hinders its next step."""

    campaign: CampaignView
    rows: tuple[SubjectProgress, ...]
    hindrances: tuple[Sentence, ...]
    verbs: tuple[str, ...]
    """What the viewer may do with the campaign now, by the names of `rules.moving`."""


class RunState(StrEnum):
    """How an automatic run stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One automatic look at a portal for a campaign."""

    key: UUID
    number: int
    url: str
    state: RunState
    attempts: int
    asked_at: datetime
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    seen_at: datetime | None = None
    pages: int = 0
    problem: Sentence | None = None
    audit_digest: str = ""
    retest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTicket:
    """What a worker needs to do a run. `token` is its right to it until somebody takes it over."""

    key: UUID
    token: UUID
    url: str
    seeds: tuple[str, ...]
    manner: Manner
