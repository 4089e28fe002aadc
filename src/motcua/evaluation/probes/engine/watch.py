"""The hard watch over a page: it works even where the browser does not answer."""

import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING

from motcua.evaluation.probes import costs

if TYPE_CHECKING:
    from motcua.evaluation.probes.browser import Running

GRACE = 5.0
"""Seconds beyond a page's time after which its process is ended, and again: the browser; a
quarter of the time at most."""
MEMORY = 1_000_000_000
"""Bytes in memory that one process of a page may hold."""
BEAT = 0.5


class Watch:
    """Ends the page, then the browser, when a block takes longer than its time or its memory."""

    def __init__(self, running: "Running", seconds: float) -> None:
        self._running = running
        self._until = time.monotonic() + seconds
        self._grace = min(GRACE, seconds / 4)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="page-watch", daemon=True)
        self.late = False
        self.swollen = False

    @property
    def left(self) -> float:
        """Seconds that are left of the page's time, never less than none."""
        return max(0.0, self._until - time.monotonic())

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(BEAT):
            over = time.monotonic() - self._until
            if over > 2 * self._grace:
                self._running.end()
                return
            if over > self._grace:
                self.late = True
                self._running.end_pages()
            elif self._heaviest() > MEMORY:
                self.swollen = True
                self._running.end_pages()

    def _heaviest(self) -> int:
        pids = costs.family(self._running.pid)[1:]
        return max((costs.resident(pid) for pid in pids), default=0)
