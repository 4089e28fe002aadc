"""What the journal hands out: who did something, what was written, how the work stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from motcua.kernel.words import Sentence

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

ActorKind: TypeAlias = Literal["account", "system", "worker"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: an account by its public key, the system by the name of its part, a worker."""

    kind: ActorKind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as it stands in the journal; `payload` holds the event's fields as JSON values."""

    number: int
    kind: str
    subject: str
    payload: dict[str, Any]
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the worker is behind: waiting deliveries and jobs that are due, age of the oldest."""

    pending: int
    oldest_seconds: float
    dead: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk over the whole journal found; `problem` names the first broken entry or seal.

    `head` is the digest of the last seal: written down elsewhere, it proves later that nothing
    was cut off the end.
    """

    ok: bool
    sealed: int
    unsealed: int
    seals: int
    head: str
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A delivery or a job as a person sees it. `name` is the listener or the job."""

    number: int
    sort: Literal["delivery", "job"]
    name: str
    about: str
    state: str
    attempts: int
    next_try_at: datetime
    problem: str


@dataclass(frozen=True, slots=True)
class WorkerSeen:
    """The last sign of life of one worker."""

    name: str
    process: int
    started_at: datetime
    seen_at: datetime
    done: int
