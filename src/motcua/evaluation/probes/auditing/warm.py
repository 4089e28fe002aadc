"""A warm browser: started when it is first needed, started anew when it has grown."""

from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from motcua.evaluation.probes.browser import warm
from motcua.evaluation.probes.costs import memory

if TYPE_CHECKING:
    from motcua.evaluation.probes.browser import Running
    from motcua.evaluation.probes.sites import Opened

PAGES = 120
"""Pages after which a browser is started anew whatever it holds."""
GROWN = 430 * 1024 * 1024
"""Bytes that the browser's processes may hold before it is started anew."""


class Warm:
    """One browser for many portals; a context manager."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._stack = ExitStack()
        self._running: Running | None = None
        self._pages = 0

    def __enter__(self) -> Self:
        """Begin; the browser comes when it is asked for."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser."""
        self._running = None
        self._stack.close()

    @property
    def running(self) -> "Running":
        """The browser, however often it was started."""
        if self._running is None:
            self._running = self._stack.enter_context(warm())
        return self._running

    def ready(self, opened: "Opened") -> None:
        """Make ready for one more page of a portal: a browser that has grown is started anew."""
        self._pages += 1
        if self._pages > PAGES or (self._pages > 1 and memory(self.running.pid) > GROWN):
            self._pages = 1
            opened.pause()
            self.running.now().close()
