"""Looking at portals of the gallery in a process of its own, one warm browser for them all.

`python -m tests.evaluation.gallery.looking FILE CODE…` serves each portal, audits it with the areas
its fault is about, on the pages where it is, and writes what was observed as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.portals.certificates import certificates
from tests.portals.faults import FEEDBACK, HOME, KINDS, LOGIN, Fault, faults
from tests.portals.serving import Address, browser_arguments, others, serve

from motcua.evaluation.probes import browser
from motcua.evaluation.probes.auditing.one import Shared
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.registry import facts, probes
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.probes.visits import Phase, Probe
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.judging.seeing import good
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.facts import Area, Better
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind

ROOT = Path(__file__).parents[3]
MORE = ("/huong-dan/", "/hoi-dap/")
CLEAN, SAFE = "clean", "clean over https"
SAFE_AREAS = ("security",)
OVER_HTTP = frozenset({"security.https"})
"""What is wrong with the clean portal when it is not served over https."""
PHASES = {
    ".reflow": Phase.NARROW,
    ".zoom": Phase.ZOOMED,
    ".spacing": Phase.SPACED,
    ".keyboard": Phase.KEYBOARD,
    ".focus": Phase.KEYBOARD,
    ".skip_link": Phase.KEYBOARD,
    ".errors": Phase.KEYBOARD,
}
"""Where a fact is looked for beside the page as it came."""
Seen = tuple[tuple[PageRecord, ...], tuple[Observation, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at one portal gave. `submitted`: what the portal was sent beside GET."""

    observations: tuple[Observation, ...]
    paths: Mapping[str, str]
    """The path of each page that was looked at, by the address that observations name."""
    problems: tuple[str, ...]
    submitted: tuple[str, ...]
    broken: tuple[str, ...]
    seconds: float

    def of(self, fact: str) -> list[Observation]:
        """Give what was measured of a fact."""
        return [
            one
            for one in self.observations
            if one.fact == fact and one.outcome is Outcome.MEASURED and one.value is not None
        ]


Looks = Mapping[str, Look]


def bad(found: Sequence[Observation]) -> list[Observation]:
    """Keep what is on the bad side of its card's limit."""
    cards = facts()
    return [
        one
        for one in found
        if cards[one.fact].better is not Better.NEITHER
        and one.value is not None
        and not good(cards[one.fact], one.value)
    ]


def missed(code: str, seen: Looks) -> list[str]:
    """Name what should find a fault and does not: silent on it, or loud on the clean portal."""
    known = faults()[code]
    clean = seen[SAFE if known.secure else CLEAN]
    silent = [fact for fact in known.finds if not bad(seen[code].of(fact))]
    loud = [f"{fact} on the clean portal" for fact in known.finds if bad(clean.of(fact))]
    return silent + loud


def alarms(seen: Looks) -> dict[str, list[str]]:
    """Name what is found on the clean portals, by fact: pages and values."""
    found: dict[str, list[str]] = {}
    for name in (CLEAN, SAFE):
        for one in bad([one for one in seen[name].observations if seen[name].of(one.fact)]):
            if name == SAFE or one.fact not in OVER_HTTP:
                place = seen[name].paths.get(one.url, "the portal")
                found.setdefault(one.fact, []).append(f"{place}: {one.value}")
    return found


def looks(names: Sequence[str]) -> dict[str, Look]:
    """Look at portals, in a process of its own."""
    with TemporaryDirectory(prefix="motcua-gallery-") as folder:
        told = Path(folder) / "told.json"
        subprocess.run(
            [sys.executable, "-m", "tests.evaluation.gallery.looking", str(told), *names],
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
            cwd=ROOT,
            check=True,
        )
        found: dict[str, Any] = json.loads(told.read_text())
    return {name: recording.read(Look, one) for name, one in found.items()}


@contextmanager
def gallery_browser(folder: Path) -> Iterator[None]:
    """Let audits of this process use a browser that knows the gallery, and trust its authority."""
    with others() as beside:
        script = folder / "chromium"
        given = " ".join(f"'{one}'" for one in browser_arguments(beside))
        script.write_text(f'#!/bin/sh\nexec {browser.where()} {given} "$@"\n')
        script.chmod(0o755)
        os.environ["MOTCUA_CHROMIUM"] = str(script)
        os.environ["SSL_CERT_FILE"] = str(certificates().authority)
        yield


def main(file: str, names: Sequence[str]) -> int:
    """Look at each portal and write it all down."""
    told = {}
    with TemporaryDirectory(prefix="motcua-gallery-") as place:
        folder = Path(place)
        with gallery_browser(folder), Warm() as warm:
            shared = Shared(warm=warm, pace=Pace(0.0, folder / "pace"), now=_now)
            for name in names:
                told[name] = recording.plain(_looked(shared, folder / name, name))
    Path(file).write_text(json.dumps(told))
    return 0


def _looked(shared: Shared, folder: Path, name: str) -> Look:
    known = faults().get(name)
    secure = True if name == SAFE else None
    began = _now()
    with serve(name if known else CLEAN, secure=secure) as address:
        if known and not known.whole:
            pages, found = _pages(shared, address, known)
        else:
            done = _audited(shared, address, folder=folder, name=name)
            pages, found = done.pages, done.observations
    return Look(
        observations=found,
        paths={page.url: page.url.removeprefix(address) for page in pages},
        problems=tuple(f"{page.url}: {page.problem}" for page in pages if page.problem),
        submitted=tuple(f"{one.method} {one.target}" for one in address.submissions),
        broken=tuple(address.broken),
        seconds=(_now() - began).total_seconds(),
    )


def _audited(shared: Shared, address: Address, *, folder: Path, name: str) -> Audit:
    """Audit the portal as a whole: its home page and the pages where its fault is."""
    known = faults().get(name)
    if known:
        paths, areas = known.pages, known.areas
    elif name == SAFE:
        paths, areas = (HOME, LOGIN, FEEDBACK), SAFE_AREAS
    else:
        paths, areas = (*KINDS, *MORE), ()
    seeds = tuple(address + path for path in paths if path != HOME)
    manner = Manner(pages=1 + len(seeds), pace=0.0, repeats=1, seeds=seeds, areas=areas)
    return shared.audit(f"{address}/", manner=manner, folder=folder)


def _pages(shared: Shared, address: Address, known: Fault) -> Seen:
    """Look at the pages alone where the fault is, with the probes of its areas."""
    wanted = [_needed(one, known) for one in probes() if one.area.value in known.areas]
    opened = Opened(shared.warm.running, f"{address}/", Manner(pace=0.0, repeats=1))
    pages, found = [], []
    for path in known.pages:
        kind = KINDS.get(path, PageKind.OTHER)
        with opened.visit(address + path, kind, wanted) as visit:
            found += look(visit, wanted)
            pages.append(PageRecord(url=visit.url, kind=kind, problem=visit.problem))
    opened.close()
    return tuple(pages), tuple(found)


def _needed(probe: Probe, known: Fault) -> Probe:
    """Leave out phases that no fact of the fault is looked for in; they cost half a second each."""
    phases = {Phase.LOADED}
    for fact in known.finds:
        phases |= {phase for part, phase in PHASES.items() if part in fact}
    if probe.area is Area.DEVICES:
        phases |= {Phase.NARROW}
    return replace(probe, on_page={one: ask for one, ask in probe.on_page.items() if one in phases})


def _now() -> datetime:
    return datetime.now(tz=UTC)  # noqa: TID251 -- certificates must hold today


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
