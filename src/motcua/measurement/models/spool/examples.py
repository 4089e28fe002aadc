"""Raw examples of what was turned away, one an hour of a site and a reason in a process."""

import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import nlargest
from pathlib import Path

from motcua.measurement.values.telling import TurnedAway

KEPT_DAYS = 14
MOST_AN_HOUR = 2_000
MOST_READ = 1_000


@dataclass(frozen=True, slots=True)
class Example:
    """What was turned away once, as it came, masked of persons."""

    at: datetime
    site: int
    source: str
    reason: str
    field: str
    vi: str
    en: str
    example: str


class Examples:
    """Chooses which example to keep, and writes it down."""

    def __init__(self, folder: Path, process: str) -> None:
        self._folder, self._process = folder, process
        self._hour: tuple[date, int] | None = None
        self._kept: set[tuple[int, str]] = set()

    def wanted(self, turned: TurnedAway) -> bool:
        """Say whether none like it was kept this hour, and count it as kept."""
        hour = (turned.day, turned.second // 3_600)
        if hour != self._hour:
            self._hour, self._kept = hour, set()
        mark = (turned.site, turned.reason)
        if mark in self._kept or len(self._kept) >= MOST_AN_HOUR:
            return False
        self._kept.add(mark)
        return True

    def write(self, chosen: list[TurnedAway]) -> None:
        """Append examples to the file of their day."""
        for turned in chosen:
            line = {
                "at": turned.at.isoformat(timespec="seconds"),
                "site": turned.site,
                "source": turned.source.value,
                "reason": turned.reason,
                "field": turned.field,
                "vi": turned.sentence.vi,
                "en": turned.sentence.en,
                "example": turned.example,
            }
            path = self._folder / f"refused-{turned.day}-{self._process}.jsonl"
            with path.open("ab") as file:
                file.write(json.dumps(line).encode() + b"\n")


def examples(
    folder: Path, *, since: date, sites: Collection[int] = (), most: int = MOST_READ
) -> list[Example]:
    """Read the latest examples of the days from `since` on, the newest first; of some sites only.

    No more are held in memory than are given: who sends garbage chooses how many there are.
    """
    found = (
        one
        for path in _files(folder)
        if _day(path) >= since
        for one in _read(path)
        if not sites or one.site in sites
    )
    return nlargest(most, found, key=lambda one: one.at)


def forget_examples(folder: Path, *, today: date) -> int:
    """Drop examples older than two weeks; give how many files went."""
    old = [path for path in _files(folder) if _day(path) < today - timedelta(days=KEPT_DAYS)]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("refused-*.jsonl")) if _day(path) > date.min]


def _day(path: Path) -> date:
    try:
        return date.fromisoformat(path.name[8:18])
    except ValueError:
        return date.min


def _read(path: Path) -> Iterator[Example]:
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                with suppress(ValueError, TypeError, KeyError):  # torn by a full disk
                    told = json.loads(line)
                    yield Example(**{**told, "at": datetime.fromisoformat(told["at"])})
