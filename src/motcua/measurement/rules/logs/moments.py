"""Moments as servers write them, as days and seconds in Hà Nội."""

from datetime import date, datetime, timedelta, timezone
from typing import TypeAlias

import numpy as np

Ints: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"
Flags: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.bool_]]"

HANOI = timezone(timedelta(hours=7))
DAY = 86_400
_LETTERS = np.frombuffer(b"JanFebMarAprMayJunJulAugSepOctNovDec", np.uint8).reshape(12, 3)
_WRITTEN = (_LETTERS.astype(np.int64) - 48) @ np.array([65_536, 256, 1])
_NUMBERS = np.argsort(_WRITTEN)
_NAMES = _WRITTEN[_NUMBERS]
"""Names of months as numbers, in order, and which months they are."""
_WORDS = (0, 8, 16, 21)
"""Where eight bytes begin that together are the whole row."""
_DIGITS = (1, 2, 8, 9, 10, 11, 13, 14, 16, 17, 19, 20, 23, 24, 25, 26)
_SHAPE = {0: b"[", 3: b"/", 7: b"/", 12: b":", 15: b":", 18: b":", 21: b" ", 27: b"]", 28: b" "}


def hanoi(stamps: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> tuple[Ints, Ints, Flags]:
    """Read rows of 29 bytes `[16/Mar/2026:09:30:00 +0700] `.

    Give days since 1970 and seconds since midnight in Hà Nội, and which rows could be read.
    """
    # Rows of one second follow each other: most are read once.
    new = np.zeros(len(stamps), dtype=np.bool_)
    new[:1] = True
    stamps = np.ascontiguousarray(stamps)
    for place in _WORDS if len(stamps) else ():
        word = np.ndarray(len(stamps), dtype="<u8", buffer=stamps, offset=place, strides=(29,))
        new[1:] |= word[1:] != word[:-1]
    day, second, readable = _read(stamps[new])
    places = np.cumsum(new) - 1
    return day[places], second[places], readable[places]


def _read(stamps: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> tuple[Ints, Ints, Flags]:
    readable = np.ones(len(stamps), dtype=np.bool_)
    for place, mark in _SHAPE.items():
        readable &= stamps[:, place] == mark[0]
    digits = stamps.astype(np.int64) - 48
    for place in _DIGITS:
        readable &= (digits[:, place] >= 0) & (digits[:, place] <= 9)

    def number(*places: int) -> Ints:
        found: Ints = np.zeros(len(stamps), dtype=np.int64)
        for place in places:
            found = found * 10 + digits[:, place]
        return found

    names = (digits[:, 4] * 256 + digits[:, 5]) * 256 + digits[:, 6]
    order = np.searchsorted(_NAMES, names).clip(max=11)
    month = np.where(_NAMES[order] == names, _NUMBERS[order], -1)
    on, hours, minutes, seconds = number(1, 2), number(13, 14), number(16, 17), number(19, 20)
    readable &= (month >= 0) & (on >= 1) & (hours < 24) & (minutes < 60) & (seconds < 61)
    readable &= (stamps[:, 22] == ord("+")) | (stamps[:, 22] == ord("-"))
    months = (number(8, 9, 10, 11) - 1970) * 12 + month
    days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + on - 1
    back = (days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)) == months
    ahead = (number(23, 24) * 60 + number(25, 26)) * np.where(stamps[:, 22] == ord("-"), -60, 60)
    moments = days * DAY + hours * 3600 + minutes * 60 + seconds - ahead + 7 * 3600
    return moments // DAY, moments % DAY, readable & back


def hanoi_of(text: object) -> tuple[int, int] | None:
    """Read one moment of a JSON log: seconds since 1970, ISO 8601 or the combined format's."""
    moment = _moment(text)
    if moment is None:
        return None
    day = (moment.date() - date(1970, 1, 1)).days
    return day, moment.hour * 3600 + moment.minute * 60 + moment.second


def _moment(text: object) -> datetime | None:
    """Read a moment, in Hà Nội's time."""
    words = str(text).strip("[]")
    for read in (_counted, _iso, _combined):
        try:
            return read(words).astimezone(HANOI)
        except (ValueError, OverflowError, OSError):
            continue
    return None


def _counted(words: str) -> datetime:
    seconds = float(words)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, HANOI)


def _iso(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=HANOI)


def _combined(words: str) -> datetime:
    return datetime.strptime(words, "%d/%b/%Y:%H:%M:%S %z")
