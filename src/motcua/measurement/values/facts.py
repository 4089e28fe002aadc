"""Facts as they are accepted: cleaned, without a person in them. Names as stored in Parquet."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What a page fact tells."""

    VIEW = "view"
    EVENT = "event"
    DVC = "dvc"
    """The government tracker's `trackDVC`; `detail` is its state."""
    STEP = "step"
    """A step of a form was opened; `detail` is its name, `value` its number from 1."""
    FAILURE = "failure"
    """Something did not work; `detail` is a `Cause`."""
    ANSWER = "answer"
    """An answer to a question we ask; `detail` is `question:answer`, `value` a score."""
    DOWNLOAD = "download"
    OUTLINK = "outlink"
    SEARCH = "search"
    """A search in the site: `value` is the number of hits; the words are not kept."""
    PING = "ping"


class Source(StrEnum):
    """By which way a fact came."""

    MATOMO = "matomo"
    SCRIPT = "script"
    BULK = "bulk"
    LOG = "log"
    MCDT = "mcdt"
    STRICT = "strict"
    JOURNAL = "journal"


class Device(StrEnum):
    """What the reader holds; coarse on purpose."""

    PHONE = "phone"
    TABLET = "tablet"
    COMPUTER = "computer"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """Who typed the dossier in, honestly; only the first is self-service."""

    SELF = "self_service"
    OFFICER = "officer_assisted"
    VOLUNTEER = "volunteer_assisted"
    COUNTER = "counter"
    """Typed from paper at a counter."""
    POST = "post"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How far a service can be done online, as it is (not as a feeder numbers it)."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class Status(IntEnum):
    """TrackingMCDT's Status (domain 7.2)."""

    OTHER = 0
    RECEIVED = 1
    IN_PROCESS = 2
    RETURNED = 3
    ASSIGNED = 4


class Outcome(StrEnum):
    """How a settled dossier kept its time."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


class Cause(StrEnum):
    """Why somebody could not go on: the six causes of the 2023 survey (domain 2.3)."""

    PORTAL = "portal"
    COMPLEX = "complex"
    PAYMENT = "payment"
    NETWORK = "network"
    DEVICE = "device"
    OTHER = "other"


ACCOUNT_OPENED, ACCOUNT_USED = "account/registered", "account/used"
"""Details of events that tell of accounts: Matomo's category and action, by whatever way."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """One thing that happened on a page. No address, cookie, query or words of a person.

    `second` counts from midnight in Hà Nội of `day`; `visitor` is 32 bits of a hash keyed with
    the day's salt, which is destroyed; `page` is a path without query, at most 200 characters;
    `key` is 64 bits that tell a replay of the same fact (0: none was given, never a replay).
    """

    day: date
    second: int
    site: int
    agency: str
    visitor: int
    kind: Kind
    page: str = ""
    procedure: str = ""
    detail: str = ""
    value: float | None = None
    robot: bool = False
    device: Device = Device.UNKNOWN
    source: Source = Source.MATOMO
    key: int = 0


@dataclass(frozen=True, slots=True)
class DossierFact:
    """One event in a dossier's life, as a system reports it.

    `dossier` is a 63-bit keyed hash of its code. Fields that end in `_fed` are TrackingMCDT's own
    numbers, untouched; the others are what is so, where the strict event or the journal says it
    (None or empty where nobody told). `national` is IsFromDVCQG: 1 where the dossier came from the
    national portal, else 0. `hours` is working time at the authority, stops left out.
    `key` is 63 bits of the idempotency key.
    """

    day: date
    second: int
    site: int
    agency: str
    dossier: int
    procedure: str
    status: Status
    key: int
    source: Source
    national: int | None = None
    reception_fed: int | None = None
    payment_fed: int | None = None
    level_fed: int | None = None
    post_fed: int | None = None
    channel: Channel = Channel.UNKNOWN
    fee_due: bool | None = None
    paid_online: bool | None = None
    outcome: Outcome | None = None
    hours: int | None = None
    due: date | None = None
