"""Pace: how long to wait before a host is asked again, over every process that asks it."""

import fcntl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from motcua.evaluation.probes.walking.addresses import site

LONGEST_DELAY = 10.0
"""Seconds that a portal's `Crawl-delay` may ask for; more would make an audit take hours."""
LIGHT = 0.25
"""What a single plain question keeps of the pace: a page brings a dozen of them at once. What
robots.txt asks for is kept whole."""


@dataclass(slots=True)
class Pace:
    """Seconds between the starts of two questions to one host.

    folder  where the moments are kept that all workers share; every process reads one clock, which
            begins at the start of the machine
    asked   what robots.txt of a host asks for, by host
    """

    seconds: float
    folder: Path
    asked: dict[str, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def wait(self, url: str, *, light: bool = False) -> None:
        """Wait until the host of `url` may be asked: for a page, or one plain answer (`light`)."""
        between = self.between(url, light=light)
        if between > 0 and (left := self._take(site(url), between)) > 0:
            self.sleep(left)

    def between(self, url: str, *, light: bool = False) -> float:
        """Give the seconds from one question to the host of `url` to the next."""
        own = self.seconds * LIGHT if light else self.seconds
        return max(own, min(self.asked.get(site(url), 0.0), LONGEST_DELAY))

    def _take(self, host: str, between: float) -> float:
        """Take the next free moment; give the seconds until it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = sha256(host.encode()).hexdigest()[:16]
        with (self.folder / name).open("a+", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            now, free = self.clock(), 0.0
            with suppress(ValueError):
                free = float(file.read() or 0)
            # A moment far ahead was written before the machine was started anew.
            start = now if free > now + 60 * LONGEST_DELAY else max(now, free)
            file.seek(0)
            file.truncate()
            file.write(repr(start + between))
        return start - now
