"""A dossier's clock as plain data: what is owed by when, what stopped it, under which rule."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from motcua.kernel.calendar import Duration, Unit


class ClockKind(StrEnum):
    """Which promise runs: to decide on acceptance, or to settle."""

    INTAKE = "intake"
    SETTLEMENT = "settlement"


class Turn(StrEnum):
    """What a move does to the clock."""

    KEEP = "keep"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"
    EXTEND = "extend"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A turn of the clock with what it needs; `rule` names the profile and rule it was taken under.

    START needs `kind`, `limit` (and may have `cutoff`, `alert`); PAUSE may have `reply`, the time
    the other side has; EXTEND needs `limit`, which then counts from the same start. RESUME and
    RESTART may have one: the applicant's answer made it another case.
    """

    turn: Turn
    rule: str = ""
    kind: ClockKind = ClockKind.SETTLEMENT
    limit: Duration | None = None
    cutoff: time | None = None
    alert: Duration | None = None
    reply: Duration | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that does not count: from `began_at` until `ended_at` (None: still waiting).

    `reply` is how long the applicant has to answer; `restarts` tells that the limit was counted
    again from the beginning when it ended.
    """

    began_at: datetime
    ended_at: datetime | None = None
    reply: Duration | None = None
    restarts: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A running, paused or stopped clock. Moments are aware UTC; `cutoff` is a Hà Nội time of day.

    What reaches the authority after `cutoff` counts from the next working day. `first_limit` is
    what was promised before an extension, with its `first_cutoff`; None where none was granted.
    """

    kind: ClockKind
    limit: Duration
    started_at: datetime
    cutoff: time | None = None
    alert: Duration | None = None
    pauses: tuple[Pause, ...] = ()
    stopped_at: datetime | None = None
    rule: str = ""
    first_limit: Duration | None = None
    first_cutoff: time | None = None

    @property
    def paused(self) -> bool:
        """Whether it waits for somebody else."""
        return bool(self.pauses) and self.pauses[-1].ended_at is None

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON values; `from_json` takes it back unchanged."""
        return {
            "kind": self.kind.value,
            "limit": _duration_out(self.limit),
            "started_at": self.started_at.isoformat(),
            "cutoff": self.cutoff and self.cutoff.isoformat("minutes"),
            "alert": _duration_out(self.alert),
            "pauses": [_pause_out(pause) for pause in self.pauses],
            "stopped_at": self.stopped_at and self.stopped_at.isoformat(),
            "rule": self.rule,
            "first_limit": _duration_out(self.first_limit),
            "first_cutoff": self.first_cutoff and self.first_cutoff.isoformat("minutes"),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Clock":
        """Take back what `to_json` gave."""
        limit = _duration_in(value["limit"])
        if limit is None:
            raise ValueError("a clock without a limit")
        return cls(
            kind=ClockKind(value["kind"]),
            limit=limit,
            started_at=datetime.fromisoformat(value["started_at"]),
            cutoff=_time_in(value["cutoff"]),
            alert=_duration_in(value["alert"]),
            pauses=tuple(_pause_in(pause) for pause in value["pauses"]),
            stopped_at=_moment_in(value["stopped_at"]),
            rule=value["rule"],
            first_limit=_duration_in(value.get("first_limit")),
            first_cutoff=_time_in(value.get("first_cutoff")),
        )


def _time_in(value: str | None) -> time | None:
    return time.fromisoformat(value) if value else None


def _duration_out(duration: Duration | None) -> list[Any] | None:
    return [duration.amount, duration.unit.value] if duration else None


def _duration_in(value: list[Any] | None) -> Duration | None:
    return Duration(value[0], Unit(value[1])) if value else None


def _moment_in(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _pause_out(pause: Pause) -> dict[str, Any]:
    return {
        "began_at": pause.began_at.isoformat(),
        "ended_at": pause.ended_at and pause.ended_at.isoformat(),
        "reply": _duration_out(pause.reply),
        "restarts": pause.restarts,
        "rule": pause.rule,
    }


def _pause_in(value: dict[str, Any]) -> Pause:
    return Pause(
        began_at=datetime.fromisoformat(value["began_at"]),
        ended_at=_moment_in(value["ended_at"]),
        reply=_duration_in(value["reply"]),
        restarts=value["restarts"],
        rule=value["rule"],
    )
