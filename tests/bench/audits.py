"""Audits beside pa11y-ci, axe-cli and Lighthouse; what they cost; a nation; the same twice."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench import audits_nation, audits_peers, audits_tree
from tests.bench.audits_peers import Named, Said
from tests.evaluation.gallery import looking
from tests.portals.faults import FORM, GUIDE, HOME, KINDS, LOOKUP, PRIVACY, PROCEDURE, faults
from tests.portals.serving import browser_arguments, others, serve

Told = Callable[[str], None]
PARTS = ("peers", "cost", "nation", "twice")
FEW, MANY = 2, 12
"""Pages of the two runs whose difference is what one more page costs."""
QUICK = (
    *("a11y-alt-none", "a11y-label-placeholder", "a11y-reflow", "devices-overflow"),
    *("privacy-tracker", "security-framing", "performance-image-heavy", "structure-search-marks"),
)
COSTED = (HOME, PROCEDURE, FORM, LOOKUP, GUIDE, PRIVACY)
SPEED = "performance/"
VARY = {
    *("total-blocking-time", "max-potential-fid", "mainthread-work-breakdown", "bootup-time"),
    *("interactive", "forced-reflow-insight", "speed-index"),
}
"""Lighthouse's audits of how busy the machine was; they count for faults of that alone."""
POLICY = "csp-xss"
"""Lighthouse's audit of the policy, which has to let in whom some faults are about."""


def measure(parts: Sequence[str], *, quick: bool, told: Told) -> dict[str, Any]:
    """Do what was asked for; each part is JSON of its own."""
    found = {}
    for part in parts:
        told(part)
        found[part] = _DONE[part](quick=quick, told=told)
    return found


# ---------------------------------------------------------------- (a) peers
def peers(*, quick: bool, told: Told) -> dict[str, Any]:
    """Have everybody look at every faulty page, and at the clean ones."""
    codes = list(QUICK if quick else faults())
    with _gallery(codes) as (place, chromium, table):
        said = {}
        for name, ask in audits_peers.PEERS.items():
            told(name)
            said[name] = ask(place, chromium, list(_asked(table, name)))
    told("motcua")
    ours = looking.looks([looking.CLEAN, looking.SAFE, *codes])
    return {
        "versions": list(audits_peers.PACKAGES),
        "faults": {code: _row(code, table, said=said, ours=ours) for code in codes},
        "clean": {name: _alarms(one, table) for name, one in said.items()}
        | {"motcua": looking.alarms(ours)},
        "clean_pages": sum(code in CLEANS for code, _ in table.values()),
    }


CLEANS = ("clean", "clean over https")
Table = Mapping[str, tuple[str, str]]
"""Fault and path by address."""


@contextmanager
def _gallery(codes: Sequence[str]) -> Iterator[tuple[Path, Path, Table]]:
    with ExitStack() as stack:
        beside = stack.enter_context(others())
        place = audits_peers.folder()
        chromium = audits_peers.wrapped(place, browser_arguments(beside))
        table: dict[str, tuple[str, str]] = {}
        for name, secure in zip(CLEANS, (False, True), strict=True):
            address = stack.enter_context(serve("clean", secure=secure))
            paths = {path for code in codes for path in _shown(code, clean=True)}
            table |= {address + path: (name, path) for path in sorted(paths | set(KINDS))}
        for code in codes:
            address = stack.enter_context(serve(code))
            table |= {address + path: (code, path) for path in _shown(code)}
        yield place, chromium, table


def _shown(code: str, *, clean: bool = False) -> tuple[str, ...]:
    """Give the pages that show a fault and that are there."""
    known = faults()[code]
    return known.pages[:2] if not clean else tuple(p for p in known.pages[:2] if p in KINDS)


def _asked(table: Table, peer: str) -> Iterator[str]:
    """Lighthouse is asked for one page a fault, the one that shows it, and the same when clean."""
    met: set[str] = set()
    shown = {faults()[code].pages[0] for code, _ in table.values() if code not in CLEANS}
    for url, (code, path) in table.items():
        wanted = path in shown if code in CLEANS else code not in met
        if peer != "lighthouse" or wanted:
            met.add(code)
            yield url


def _row(
    code: str, table: Table, *, said: Mapping[str, Said], ours: looking.Looks
) -> dict[str, Any]:
    known = faults()[code]
    clean = CLEANS[known.secure]
    named = {}
    for peer, one in said.items():
        keys: Named = Counter()
        for url, (whose, path) in table.items():
            if whose == code and url in one.pages:
                keys |= _beyond(one.pages[url], _of(one, table, (clean, path)))
        if peer != "lighthouse" and not set(known.areas) & {"accessibility", "devices"}:
            # Browsers show a page of their own where a certificate is bad, and it has faults.
            keys = Counter({key: many for key, many in keys.items() if key.startswith("error")})
        named[peer] = sorted(_telling(keys, known.finds))
    return {
        "finds": list(known.finds),
        "documented": sorted(known.peers),
        "named": named,
        "motcua": looking.missed(code, ours) == [],
        "unseen": known.unseen,
    }


def _of(said: Said, table: Table, wanted: tuple[str, str]) -> Named:
    for url, one in table.items():
        if one == wanted and url in said.pages:
            return said.pages[url]
    return Counter()


def _beyond(here: Named, clean: Named) -> Named:
    return Counter({key: many for key, many in here.items() if many > clean.get(key, 0)})


def _telling(keys: Named, finds: Sequence[str]) -> list[str]:
    """Keep what may be about a fault, not about how busy the machine was or what else it needs."""
    areas = {fact.partition(".")[0] for fact in finds}
    busy = "performance.tbt" in finds

    def tells(key: str) -> bool:
        if key.startswith(SPEED):
            name = key.removeprefix(SPEED)
            fast = "performance" in areas or "viewport" in name
            return fast and (busy or name not in VARY)
        if key.startswith(POLICY):
            return any(fact.startswith("security.csp") for fact in finds)
        return True

    return [key for key in keys if tells(key)]


def _alarms(said: Said, table: Table) -> dict[str, Any]:
    """Give what a peer names on clean pages."""
    named: Counter[str] = Counter()
    for url, (code, _path) in table.items():
        if code in CLEANS:
            named.update(_telling(said.pages.get(url, Counter()), ()))
    return dict(named)


# ---------------------------------------------------------------- (b) cost
def cost(*, quick: bool, told: Told) -> dict[str, Any]:
    """Tell what one more page costs each, in CPU seconds of the whole tree."""
    few, many = (1, 4) if quick else (FEW, MANY)
    found = {}
    with ExitStack() as stack:
        beside = stack.enter_context(others())
        place = audits_peers.folder()
        chromium = audits_peers.wrapped(place, browser_arguments(beside))
        address = stack.enter_context(serve("clean"))
        paths = [COSTED[at % len(COSTED)] for at in range(many)]
        urls = [f"{address}{path}" for path in paths]
        for mode in ("raw", "axe-core", "ours"):
            told(mode)
            runs = [_own(mode, address, paths[:number]) for number in (few, many)]
            found[mode] = _one_more(runs, many - few)
        for name, ask in audits_peers.PEERS.items():
            told(name)
            trees = [ask(place, chromium, urls[:number]).tree for number in (few, many)]
            found[name] = _one_more(trees, many - few)
        told("lighthouse, its command")
        found["lighthouse command"] = _told(audits_peers.lighthouse_cold(place, chromium, urls[0]))
    return {"pages": many - few, "each": found}


def _own(mode: str, address: str, paths: Sequence[str]) -> audits_tree.Tree:
    given = [word for path in paths for word in (KINDS[path].value, address + path)]
    tree = audits_tree.cost([sys.executable, "-m", "tests.bench.audits_pages", mode, *given])
    if tree.status:
        raise RuntimeError(f"{mode} ended with {tree.status}")
    return tree


def _one_more(runs: Sequence[audits_tree.Tree], pages: int) -> dict[str, float]:
    few, many = runs
    return {
        "cpu": (many.cpu - few.cpu) / pages,
        "seconds": (many.seconds - few.seconds) / pages,
        "memory": many.memory,
    }


def _told(tree: audits_tree.Tree) -> dict[str, float]:
    return {"cpu": tree.cpu, "seconds": tree.seconds, "memory": tree.memory}


# ---------------------------------------------------------------- (c) nation, (d) twice
def nation(*, quick: bool, told: Told) -> dict[str, Any]:
    """Audit 83 portals, killed on the way."""
    with _own_browser():
        return audits_nation.measure(4 if quick else 83, told)


def twice(*, quick: bool, told: Told) -> dict[str, Any]:
    """Audit the same portals twice and compare."""
    from tests.bench import audits_twice  # noqa: PLC0415 -- needs the probes only here

    names = ("nation-07",) if quick else ("clean", "nation-07", "nation-30", "nation-70")
    with _own_browser():
        return audits_twice.measure(names, told=told)


@contextmanager
def _own_browser() -> Iterator[None]:
    with TemporaryDirectory(prefix="motcua-audits-") as place, looking.gallery_browser(Path(place)):
        yield


def now() -> datetime:
    """Tell the moment."""
    return datetime.now(tz=UTC)  # noqa: TID251 -- a door of its own


_DONE = {"peers": peers, "cost": cost, "nation": nation, "twice": twice}
