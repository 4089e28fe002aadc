"""pa11y-ci, axe-cli and Lighthouse on pages of the gallery, with the Chromium that we use.

They come from the npm registry into a folder of their own (`MOTCUA_BENCH_PEERS`, else a folder of
the system's for temporary files, kept from run to run) and are asked as they come: pa11y-ci with
its standard WCAG2AA, axe-cli with all rules that are on, Lighthouse with all its categories.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import audits_tree
from tests.bench.audits_tree import Tree

from motcua.evaluation.probes import browser

PACKAGES = ("pa11y-ci@4.1.1", "@axe-core/cli@4.13.0", "lighthouse@12.8.2")
SCRIPT = Path(__file__).with_name("audits_lighthouse.mjs")
ROOT_FLAG = ("--no-sandbox",) if os.geteuid() == 0 else ()

Named = Counter[str]
"""What a peer named on a page: its own code of the rule: how often."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one peer named on each page, and what the whole run took."""

    peer: str
    pages: Mapping[str, Named]
    tree: Tree


def folder() -> Path:
    """Give the folder with the peers in it, installing them the first time."""
    place = Path(os.environ.get("MOTCUA_BENCH_PEERS", "")) or Path()
    if not os.environ.get("MOTCUA_BENCH_PEERS"):
        place = Path(tempfile.gettempdir()) / "motcua-bench-peers"
    if not (place / "node_modules" / "lighthouse").exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}')
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES],
            cwd=place,
            check=True,
            capture_output=True,
            env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
        )
    return place


def wrapped(place: Path, arguments: Iterable[str]) -> Path:
    """Write a command that starts our Chromium with these arguments and whatever else is asked."""
    script = place / "chromium-of-the-gallery"
    given = " ".join(f"'{one}'" for one in (*browser.ARGUMENTS, *ROOT_FLAG, *arguments))
    script.write_text(f'#!/bin/sh\nexec {browser.where()} {given} "$@"\n')
    script.chmod(0o755)
    return script


def pa11y(place: Path, chromium: Path, urls: Sequence[str]) -> Said:
    """Ask pa11y-ci, all addresses in one run."""
    settings = place / "pa11y-ci.json"
    launch = {"executablePath": str(chromium), "args": [], "ignoreHTTPSErrors": True}
    defaults = {"chromeLaunchConfig": launch, "timeout": 60_000, "concurrency": 1}
    settings.write_text(json.dumps({"defaults": defaults, "urls": list(urls)}))
    tree = audits_tree.cost(
        [str(place / "node_modules/.bin/pa11y-ci"), "--config", str(settings), "--json"], cwd=place
    )
    told = json.loads(tree.said)["results"]
    return Said("pa11y", {url: Counter(map(_code, told.get(url, ()))) for url in urls}, tree)


def _code(one: Mapping[str, str]) -> str:
    return one.get("code") or f"error {one.get('message', '')[:80]}"


def axe(place: Path, chromium: Path, urls: Sequence[str]) -> Said:
    """Ask axe-cli, all addresses in one run."""
    driver = shutil.which("chromedriver")
    if driver is None:
        raise FileNotFoundError("chromedriver (Debian's package chromium-driver)")
    pages: dict[str, Named] = {}
    command = [str(place / "node_modules/.bin/axe"), "--stdout", "--chrome-path", str(chromium)]
    tree = audits_tree.cost([*command, "--chromedriver-path", driver, *urls], cwd=place)
    for url, one in zip(urls, json.loads(tree.said), strict=True):
        pages[url] = Counter({rule["id"]: len(rule["nodes"]) for rule in one["violations"]})
    return Said("axe", pages, tree)


def lighthouse(place: Path, chromium: Path, urls: Sequence[str]) -> Said:
    """Ask Lighthouse through its API, one warm browser for all addresses."""
    addresses = place / "addresses.txt"
    addresses.write_text("\n".join(urls))
    command = f"exec node '{SCRIPT}' '{place}' '{chromium}' < '{addresses}'"
    tree = audits_tree.cost(["sh", "-c", command], cwd=place)
    told = json.loads(tree.said.splitlines()[-1])
    return Said("lighthouse", {url: Counter(_counted(told[url])) for url in urls}, tree)


def _counted(found: Mapping[str, object]) -> dict[str, int]:
    return {name: many if isinstance(many, int) else 1 for name, many in found.items()}


def lighthouse_cold(place: Path, chromium: Path, url: str) -> Tree:
    """Ask Lighthouse's command for one page."""
    command = [
        str(place / "node_modules/.bin/lighthouse"),
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        "--chrome-flags=--headless=new",
    ]
    return audits_tree.cost(command, cwd=place, env={"CHROME_PATH": str(chromium)})


PEERS = {"axe": axe, "pa11y": pa11y, "lighthouse": lighthouse}
