"""Lateness as statistics count it: against what was promised first, clock stops left out."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.kernel.calendar import Due, local_day
from motcua.kernel.words import Sentence


class Timeliness(StrEnum):
    """How a settled dossier kept its promise."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Timeliness.EARLY: Sentence("Trước hạn", "Early"),
            Timeliness.ON_TIME: Sentence("Đúng hạn", "On time"),
            Timeliness.LATE: Sentence("Quá hạn", "Late"),
        }[self]


def kept(due: Due | None, promised: Due | None) -> dict[str, Any] | None:
    """Give the deadline as the row keeps it: explained, and beside it what was promised first."""
    if due is None:
        return None
    first = promised or due
    return due.to_json() | {"promised_at": first.at.isoformat()}


def promised_at(due: Mapping[str, Any] | None) -> datetime | None:
    """Read from a row's `due` what was promised first; an extension does not change it."""
    if due is None:
        return None
    return datetime.fromisoformat(due.get("promised_at") or due["at"])


def timeliness(promised: datetime | None, finished_at: datetime) -> Timeliness | None:
    """Judge a dossier settled at `finished_at`; None where nothing had been promised.

    Early is a day (in Hà Nội) before the promised one; late is after the promised moment.
    """
    if promised is None:
        return None
    if finished_at > promised:
        return Timeliness.LATE
    early = local_day(finished_at) < local_day(promised)
    return Timeliness.EARLY if early else Timeliness.ON_TIME
