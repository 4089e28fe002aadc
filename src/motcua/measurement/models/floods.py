"""How many facts each site sent this minute, counted by all processes in one mapped file.

Sixteen bytes a site: the minute (since 1970) and the number of facts in it. Two processes that
count at the same instant may lose a few; a limit is no exact figure.
"""

import mmap
import os
from pathlib import Path

MOST_SITES = 1_000_000
_WIDTH = 16


class Floods:
    """The counters of one installation."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            # Room is taken before: a mapped page that finds none on a full disk ends the process.
            os.posix_fallocate(handle, 0, MOST_SITES * _WIDTH)
            mapped = mmap.mmap(handle, MOST_SITES * _WIDTH)
        finally:
            os.close(handle)
        self._cells = memoryview(mapped).cast("Q")

    def over(self, site: int, *, minute: int, facts: int, limit: int) -> bool:
        """Count facts of a site; True, and not counted, where they pass its limit."""
        place = 2 * (site % MOST_SITES)
        cells = self._cells
        before = cells[place + 1] if cells[place] == minute else 0
        if before + facts > limit:
            return True
        cells[place], cells[place + 1] = minute, before + facts
        return False
