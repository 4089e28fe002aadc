"""Loading a page again: as it is, and over a slow connection."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.engine.going import go, problem
from motcua.evaluation.probes.engine.tabs import Tab, script
from motcua.evaluation.probes.visits import Site, Visit
from motcua.evaluation.rules.looking.timing import settled

if TYPE_CHECKING:
    from motcua.evaluation.probes.engine.rounds import Keeping

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200}
"""Slow 3G: 400 ms, 400 kbit/s."""
FAST = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
"""The connection as it is."""
ENOUGH = 12.0
"""Seconds that must be left of a visit's time for another slow load."""


@dataclass(slots=True)
class Timed:
    """Times of one page in milliseconds, one a load; `slow` over slow 3G.

    given_up  whether a slow load did not end in its time
    """

    url: str
    response: list[float] = field(default_factory=list)
    lcp: list[float] = field(default_factory=list)
    tbt: list[float] = field(default_factory=list)
    slow: list[float] = field(default_factory=list)
    given_up: bool = False

    def take(self, timings: Mapping[str, float | None]) -> None:
        """Add the times of one load."""
        for name, times in (("response", self.response), ("lcp", self.lcp), ("tbt", self.tbt)):
            if (seen := timings.get(name)) is not None:
                times.append(seen)


def timed(site: Site, url: str) -> Timed:
    """Load a page as often as the manner says, then over slow 3G; raises `Unanswered`, `Error`.

    The first look at the page is among the loads. The one that opens it here is not: it may take
    from the cache what the others fetch. Two slow loads that agree are enough.
    """
    found = Timed(url)
    found.take(_first(site, url))
    with site.open(url) as visit:
        if visit.problem is not None:
            return found
        if (engine := visit.shared.get("engine")) is not None:
            _Loads(visit, engine, found).all()
    return found


def _first(site: Site, url: str) -> dict[str, float | None]:
    """Give the times of the page's own visit."""
    seen: dict[str, float | None] = {}
    for name, fact in (("response", "server_time"), ("lcp", "lcp"), ("tbt", "tbt")):
        for one in site.found(f"performance.{fact}"):
            if one.url == url and isinstance(one.value, int | float):
                seen[name] = float(one.value)
    return seen


@dataclass(slots=True)
class _Loads:
    """Loads of one page that is open. `begun`: when the last one began."""

    visit: Visit
    engine: "Keeping"
    found: Timed
    begun: float = field(default_factory=time.monotonic)

    def all(self) -> None:
        """Load it as it is, then over slow 3G; the tab has its connection again in the end."""
        tab = self.engine.tab
        try:
            tab.send("Network.setCacheDisabled", cacheDisabled=True)
            while len(self.found.response) < self.visit.manner.repeats and self._has_time():
                self.found.take(self._load())
            tab.send("Network.emulateNetworkConditions", **SLOW)
            self._slowly()
        finally:
            _restore(tab)

    def _has_time(self) -> bool:
        return self.engine.watch.left > ENOUGH + self.visit.manner.pace

    def _slowly(self) -> None:
        found = self.found
        for _ in range(max(1, self.visit.manner.repeats)):
            if not self._has_time() or settled(found.slow):
                break
            timings = self._load()
            if (shown := timings.get("lcp")) is None or timings.get("load") is None:
                found.given_up = True
                found.slow.append(shown or (time.monotonic() - self.begun) * 1000)
                break
            found.slow.append(shown)

    def _load(self) -> dict[str, Any]:
        """Load it once more, no sooner after the last load began than the manner allows."""
        tab, watch = self.engine.tab, self.engine.watch
        left = self.begun + self.visit.manner.pace - time.monotonic()
        self.visit.page.wait_for_timeout(max(0.0, left) * 1000)
        self.begun = time.monotonic()
        tab.reset(self.visit.home, self.visit.url)
        go(tab, self.visit.url, watch)
        if problem(tab) is not None:
            return {}
        told = tab.ask(script("opened"), 500, min(10.0, watch.left)) or {}
        timings: dict[str, Any] = told.get("timings", {})
        return timings


def _restore(tab: Tab) -> None:
    """Give the tab back its connection; one that does not answer is not used again."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    try:
        tab.send("Network.emulateNetworkConditions", **FAST)
        tab.send("Network.setCacheDisabled", cacheDisabled=False)
    except Error:
        tab.sick = True
