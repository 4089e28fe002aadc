"""Answers in time: dates, dates known in part, times of day."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.forms.rules.reading.asked import Asked, Mend, text_of
from motcua.kernel.words import day_in

_SLASHED = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d+)", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TIME = re.compile(r"(\d{1,2})\s*(?::|giờ|g|h)\s*(\d{2})?(?:\s*phút)?", re.ASCII | re.IGNORECASE)


def parts_of(raw: Any) -> tuple[str, str, str] | None:
    """Give (year, month, day) as typed from ISO, 31/1/2026 or three boxes; None if unreadable."""
    if isinstance(raw, Mapping):
        return tuple(text_of(raw.get(name) or "") for name in ("year", "month", "day"))  # type: ignore[return-value]  # three names
    text = text_of(raw)
    if found := _ISO.fullmatch(text):
        return found[1], found[2] or "", found[3] or ""
    if found := _SLASHED.fullmatch(text):
        return found[3], found[2], found[1]
    if found := re.fullmatch(r"(\d{1,2})\s*[/.\-]\s*(\d{4})", text, re.ASCII):
        return found[2], found[1], ""
    return None


def _real(year: str, month: str, day: str) -> date:
    if not all(re.fullmatch(r"\d{1,4}", part, re.ASCII) for part in (year, month, day)):
        raise Mend(
            "bạn hãy nhập ngày, tháng, năm bằng chữ số, ví dụ 31/1/2026",
            "enter day, month and year in digits, such as 31/1/2026",
        )
    if len(year) != 4:
        raise Mend(
            "bạn hãy nhập năm đủ 4 chữ số, ví dụ 1990",
            "enter all 4 digits of the year, such as 1990",
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Mend(
            f"ngày {day}/{month}/{year} không có trong lịch, bạn hãy xem lại",
            f"{day}/{month}/{year} is not a real date; check it",
        ) from None


def _in_bounds(day: date, one: Any, today: date) -> None:
    if day > today and not one.future:
        raise Mend(
            f"không được sau hôm nay ({today.day}/{today.month}/{today.year}), bạn hãy xem lại",
            f"must not be after today ({day_in(today, 'en')}); check it",
        )
    if day < today and not getattr(one, "past", True):
        raise Mend(
            f"không được trước hôm nay ({today.day}/{today.month}/{today.year}), bạn hãy xem lại",
            f"must not be before today ({day_in(today, 'en')}); check it",
        )
    if today.year - day.year > one.oldest_years:
        raise Mend(
            f"xa quá {one.oldest_years} năm, bạn hãy xem lại năm",
            f"more than {one.oldest_years} years ago; check the year",
        )


def full_date(asked: Asked) -> str | None:
    """Read a real date within the bounds of its field."""
    parts = parts_of(asked.raw)
    if parts is not None and not any(parts):
        return None
    if parts is None or not all(parts):
        raise Mend(
            "bạn hãy nhập đủ ngày, tháng, năm, ví dụ 31/1/2026",
            "enter day, month and year, such as 31/1/2026",
        )
    day = _real(*parts)
    _in_bounds(day, asked.field, asked.around.today)
    return day.isoformat()


def partial_date(asked: Asked) -> str | None:
    """Read a year, a month and year, or a date."""
    parts = parts_of(asked.raw)
    if parts is not None and not any(parts):
        return None
    if parts is None or not parts[0] or (parts[2] and not parts[1]):
        raise Mend(
            "bạn hãy nhập năm, hoặc tháng và năm, hoặc đủ ngày tháng năm",
            "enter the year, or month and year, or the full date",
        )
    year, month, day = parts
    first = _real(year, month or "1", day or "1")
    _in_bounds(first, asked.field, asked.around.today)
    return first.isoformat()[: 10 if day else 7 if month else 4]


def time_of_day(asked: Asked) -> str | None:
    """Read `15:30`, also `15h30` and `15 giờ 30`."""
    text = text_of(asked.raw)
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Mend(
            "bạn hãy nhập giờ và phút, ví dụ 15:30", "enter hours and minutes, such as 15:30"
        )
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"
