"""Taking a page through every phase: each probe is asked, and none can fell the round."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from motcua.evaluation.probes.conduct import told
from motcua.evaluation.probes.engine.har import har, written
from motcua.evaluation.probes.engine.phases import put
from motcua.evaluation.probes.engine.pictures import CutOuts, shoot
from motcua.evaluation.probes.privacy.printed import WITHHELD, persons
from motcua.evaluation.probes.privacy.questions import question
from motcua.evaluation.probes.visits import Keep, Phase, Probe, Unanswered, Visit
from motcua.evaluation.rules.looking.veiling import Veil
from motcua.evaluation.values.facts import Area, Scope
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from motcua.evaluation.probes.engine.tabs import Tab
    from motcua.evaluation.probes.engine.watch import Watch

DOM = 300_000
"""Characters of a page's HTML that are kept."""
EVIDENCE = 8_000_000
"""Bytes kept of one page."""
UNKNOWN = Sentence(
    "Không biết trang có in dữ liệu cá nhân không, nên không giữ ảnh chụp và mã nguồn của trang.",
    "It is not known whether the page prints personal data, so that neither its picture nor its "
    "HTML is kept.",
)
OVER = Sentence(
    "Trang bị treo hoặc đã dùng hết thời gian dành cho nó.",
    "The page hangs, or has used up its time.",
)
_AS_PICTURED = frozenset({Phase.LOADED, Phase.KEYBOARD})
_PRINTED = re.compile(r"\s+")
_HTML = "(most) => document.documentElement.outerHTML.slice(0, most)"


@dataclass(slots=True)
class Keeping:
    """What the engine holds of a visit while it is looked at."""

    tab: "Tab"
    watch: "Watch"
    at: datetime
    browser: str
    store: Keep
    kept: int = 0
    seen: set[str] = field(default_factory=set)
    veil: Veil = field(default_factory=Veil)

    def keep(self, content: bytes, media_type: str, title: str) -> str:
        """Keep evidence while the page's share lasts; "" beyond it, and where the page shows
        persons: what quotes such a page names them."""
        return "" if self.veil.bare else self.put(content, media_type, title)

    def put(self, content: bytes, media_type: str, title: str) -> str:
        """Keep what names nobody, whatever the page shows; its share holds for it too."""
        if self.kept + len(content) > EVIDENCE:
            return ""
        self.kept += len(content)
        return self.store(content, media_type, self.veil.over(title))


def look(visit: Visit, probes: Sequence[Probe]) -> Iterator[Observation]:
    """Take a page through every phase and give what the probes see, how it behaved last.

    No person can be read in it, whatever the page shows and whatever a probe quotes.
    """
    engine: Keeping = visit.shared["engine"]
    for one in _looked(visit, probes, engine):
        yield engine.veil.whole(one)


def _looked(visit: Visit, probes: Sequence[Probe], engine: Keeping) -> Iterator[Observation]:
    if visit.problem is None:
        cuts = _portray(visit, engine)
        unasked: list[Probe] = []
        for phase in Phase:
            wanted = [probe for probe in probes if phase in probe.on_page]
            if wanted and _ready(visit, phase, engine):
                for probe in wanted:
                    yield from _asked(visit, probe, phase=phase, cuts=cuts)
            else:
                unasked += wanted
        for probe in unasked:
            yield from _could_not(visit, probe, OVER)
    if any(probe.area is Area.CONDUCT for probe in probes):
        _close(visit, engine)
        yield from told(visit)


def _ready(visit: Visit, phase: Phase, engine: Keeping) -> bool:
    """Put the page in a phase; a page that has used its time, or hangs, is left alone."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    if engine.watch.left <= 0 or visit.conduct.crashes:
        visit.conduct.hang(phase.value)
        return False
    try:
        put(engine.tab, phase)
    except (Unanswered, Error):
        engine.tab.revive(phase.value)
        engine.tab.sick = True
        visit.conduct.hang(phase.value)
        return False
    return True


def _asked(visit: Visit, probe: Probe, *, phase: Phase, cuts: CutOuts) -> Iterator[Observation]:
    """Ask one probe; what it cannot tell becomes an observation that says so."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    engine: Keeping = visit.shared["engine"]
    try:
        for one in probe.on_page[phase](visit):
            engine.seen.add(one.fact)
            yield cuts.of(one) if phase in _AS_PICTURED else one
    except (Unanswered, Error) as error:
        engine.tab.revive(phase.value)
        yield from _could_not(visit, probe, _unanswered(str(error)))
    except Exception as error:  # noqa: BLE001 -- whatever a page answers may not fell an audit
        engine.tab.sick = True
        yield from _could_not(visit, probe, _unanswered(f"{type(error).__name__}: {error}"))


def _unanswered(why: str) -> Sentence:
    why = _PRINTED.sub(" ", why)[:200]
    return Sentence(
        f"Trang không trả lời khi được xem: {why}",
        f"The page did not answer when it was looked at: {why}",
    )


def _could_not(visit: Visit, probe: Probe, note: Sentence) -> Iterator[Observation]:
    """Say so of every fact of a probe that was not told before."""
    engine: Keeping = visit.shared["engine"]
    for card in probe.facts:
        if card.scope is Scope.PAGE and card.code not in engine.seen:
            engine.seen.add(card.code)
            yield Observation(fact=card.code, url=visit.url, outcome=Outcome.COULD_NOT, note=note)


def _portray(visit: Visit, engine: Keeping) -> CutOuts:
    """Keep the page's picture, its HTML and what crossed the wire; of a page that shows persons to
    everyone only the last, and that without their names."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    _veil(visit, engine)
    picture = b""
    if visit.withheld is None:
        with suppress(Unanswered, Error):
            picture = shoot(engine.tab)
            visit.picture = visit.keep(picture, "image/jpeg", visit.title or visit.url)
        with suppress(Unanswered, Error):
            html = str(visit.ask(_HTML, DOM)).encode("utf-8", "replace")
            visit.dom = visit.keep(html, "text/plain", visit.url)
    log = engine.veil.whole(har(visit, at=engine.at, browser=engine.browser))
    visit.har = engine.put(written(log), "application/json", visit.url)
    return CutOuts(picture, visit.keep)


def _veil(visit: Visit, engine: Keeping) -> None:
    """Find out whether the page shows persons; where it does not say so, it is taken to."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    try:
        shown = persons(visit, question(visit))
    except (Unanswered, Error):
        visit.withheld, engine.veil = UNKNOWN, Veil(bare=True)
        return
    if shown.places:
        visit.withheld, engine.veil = WITHHELD, Veil(names=shown.names, bare=True)


def _close(visit: Visit, engine: Keeping) -> None:
    """Note what the watch had to do."""
    if engine.watch.late:
        visit.conduct.hang("page")
        visit.conduct.crashes = 0  # it was the watch that ended it
    if engine.watch.swollen and "memory" not in visit.conduct.flooded:
        visit.conduct.flooded.append("memory")
