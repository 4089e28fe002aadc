"""Amounts of official time: working days, calendar days, working hours, half-days."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from motcua.kernel.text import fold
from motcua.kernel.words import Refused, Sentence


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    WORKING_HOUR = "working_hour"
    HALF_DAY = "half_day"

    @property
    def counts_days(self) -> bool:
        """Say whether whole days are counted, so that the limit ends with an office day."""
        return self in {Unit.WORKING_DAY, Unit.CALENDAR_DAY}

    def text(self, amount: int) -> Sentence:
        """Name `amount` of this unit: "7 ngày làm việc", "7 working days"."""
        vi, en = _NAMES[self]
        plural = "" if amount == 1 else "s"
        return Sentence(f"{amount} {vi}", f"{amount} {en}{plural}")


_NAMES = {
    Unit.WORKING_DAY: ("ngày làm việc", "working day"),
    Unit.CALENDAR_DAY: ("ngày", "calendar day"),
    Unit.WORKING_HOUR: ("giờ làm việc", "working hour"),
    Unit.HALF_DAY: ("nửa ngày làm việc", "working half-day"),
}

# Folded, as people write them. Hours alone say nothing about nights, so they are not among these.
_SPELLINGS = {
    "ngay lam viec": Unit.WORKING_DAY,
    "ngay": Unit.CALENDAR_DAY,
    "ngay lich": Unit.CALENDAR_DAY,
    "gio lam viec": Unit.WORKING_HOUR,
    "nua ngay lam viec": Unit.HALF_DAY,
    "nua ngay": Unit.HALF_DAY,
    "buoi": Unit.HALF_DAY,
    "buoi lam viec": Unit.HALF_DAY,
    "working day": Unit.WORKING_DAY,
    "day": Unit.CALENDAR_DAY,
    "calendar day": Unit.CALENDAR_DAY,
    "working hour": Unit.WORKING_HOUR,
    "half day": Unit.HALF_DAY,
    "working half day": Unit.HALF_DAY,
}
_WRITTEN = re.compile(r"([0-9]{1,6})([.,]5)?\s+(\D+)")
LONGEST = 10_000


class DurationRefused(Refused):
    """A text is not an amount of official time."""


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of official time, such as seven working days; 0 means "the same day"."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= LONGEST:
            raise DurationRefused(
                Sentence(
                    f"Thời hạn phải từ 0 đến {LONGEST}, không phải {self.amount}.",
                    f"A time limit must be between 0 and {LONGEST}, not {self.amount}.",
                )
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "7 working days", "7 ngày làm việc", "30 ngày", "8 giờ làm việc", "2 buổi".

        Half a working day (`0,5 ngày làm việc`) becomes half-days. A number without a unit, and
        hours that do not say "working", are refused: `DurationRefused`.
        """
        match = _WRITTEN.fullmatch(text.strip())
        if match:
            whole, half, written = match.groups()
            unit = _unit(written)
            if unit is not None and half is None:
                return cls(int(whole), unit)
            if unit is Unit.WORKING_DAY:
                return cls(int(whole) * 2 + 1, Unit.HALF_DAY)
        raise _unreadable(text)

    def text(self, language: str = "vi") -> str:
        """Write it in words: "7 ngày làm việc", "7 working days"."""
        return self.unit.text(self.amount).in_(language)

    def __str__(self) -> str:
        return self.text()


def _unit(written: str) -> Unit | None:
    words = " ".join(fold(written).replace("-", " ").split())
    return _SPELLINGS.get(words) or _SPELLINGS.get(words.removesuffix("s"))


def _unreadable(text: str) -> DurationRefused:
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return DurationRefused(
        Sentence(
            f"Không hiểu thời hạn “{shown}”. Bạn hãy viết một số và đơn vị: “7 ngày làm việc”, "
            "“30 ngày”, “8 giờ làm việc” hoặc “2 nửa ngày làm việc”.",
            f"“{shown}” is not a time limit. Write a number and a unit: “7 working days”, "
            "“30 calendar days”, “8 working hours” or “2 half-days”.",
        )
    )
