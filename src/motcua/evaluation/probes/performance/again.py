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

    The first look at the page is among the loads. Two slow loads that agree are enough.
    """
    found = Timed(url)
    found.take(_first(site, url))
    with site.open(url) as visit:
        if visit.problem is not None:
            return found
        found.take(visit.timings)
        engine: Keeping | None = visit.shared.get("engine")
        if engine is None:
            return found
        try:
            _again(visit, engine, found)
        finally:
            _restore(engine.tab)
    return found


def _restore(tab: Tab) -> None:
    """Give the tab back its connection; one that does not answer is not used again."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    try:
        tab.send("Network.emulateNetworkConditions", **FAST)
        tab.send("Network.setCacheDisabled", cacheDisabled=False)
    except Error:
        tab.sick = True


def _again(visit: Visit, engine: "Keeping", found: Timed) -> None:
    engine.tab.send("Network.setCacheDisabled", cacheDisabled=True)
    enough = ENOUGH + visit.manner.pace
    while len(found.response) < visit.manner.repeats and engine.watch.left > enough:
        found.take(_load(visit, engine))
    engine.tab.send("Network.emulateNetworkConditions", **SLOW)
    _slowly(visit, engine, found)


def _first(site: Site, url: str) -> dict[str, float | None]:
    """Give the times of the page's own visit."""
    seen: dict[str, float | None] = {}
    for name, fact in (("response", "server_time"), ("lcp", "lcp"), ("tbt", "tbt")):
        for one in site.found(f"performance.{fact}"):
            if one.url == url and isinstance(one.value, int | float):
                seen[name] = float(one.value)
    return seen


def _slowly(visit: Visit, engine: "Keeping", found: Timed) -> None:
    for _ in range(max(1, visit.manner.repeats)):
        if engine.watch.left < ENOUGH + visit.manner.pace or settled(found.slow):
            break
        begun = time.monotonic()
        timings = _load(visit, engine)
        if (shown := timings.get("lcp")) is None or timings.get("load") is None:
            found.given_up = True
            found.slow.append(shown or (time.monotonic() - begun) * 1000)
            break
        found.slow.append(shown)


def _load(visit: Visit, engine: "Keeping") -> dict[str, Any]:
    """Load the page once more, no sooner than the manner allows."""
    visit.page.wait_for_timeout(visit.manner.pace * 1000)
    engine.tab.reset(visit.home, visit.url)
    go(engine.tab, visit.url, engine.watch)
    if problem(engine.tab) is not None:
        return {}
    told = engine.tab.ask(script("opened"), 500, min(10.0, engine.watch.left)) or {}
    timings: dict[str, Any] = told.get("timings", {})
    return timings
