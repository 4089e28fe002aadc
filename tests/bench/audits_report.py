"""What is said of audits: on the terminal, in docs/reference/bench.md, in var/."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rich.console import Console
from tests.bench import sections
from tests.bench.audits_nation import WORKERS
from tests.bench.report import ROOT, machine
from tests.portals.faults import faults

NAMES = {"axe": "axe-cli", "pa11y": "pa11y-ci", "lighthouse": "Lighthouse"}
PER_PAGE, OF_LIGHTHOUSE, ONLY_OURS = 1.5, 1 / 5, 25
NATION_SECONDS, NATION_MEMORY = 25 * 60, 1536
"""Targets: CPU s a page, of Lighthouse's; kinds of faults only we find; the nation."""
COSTS = {
    "raw": "navigation alone",
    "axe-core": "navigation and axe-core",
    "ours": "motcua, every probe",
    "axe": "axe-cli",
    "pa11y": "pa11y-ci",
    "lighthouse": "Lighthouse, its API, warm",
    "lighthouse command": "Lighthouse, its command",
}
Part = Mapping[str, Any]


def tell(found: Part) -> None:
    """Print what was found."""
    console = Console(width=150)
    for part in found:
        for line in _LINES[part](found[part]):
            console.print(line, markup=False)
    for line in missed(found):
        console.print(f"✗ {line}")


def write(found: Part, *, at: datetime) -> None:
    """Keep each part's figures in a file of their own, and the section on the page."""
    place = ROOT / "var" / "bench-audits.json"
    place.parent.mkdir(exist_ok=True)
    known = json.loads(place.read_text()) if place.exists() else {}
    for part, told in found.items():
        known[part] = {"at": f"{at:%Y-%m-%d}", "load": os.getloadavg()[0], **told}
    place.write_text(json.dumps(known, indent=1, ensure_ascii=False))
    sections.put("audit", _section(known))


def missed(found: Part) -> list[str]:
    """Name what misses its target."""
    said = []
    if peers := found.get("peers"):
        said += _peers_missed(peers)
    if cost := found.get("cost"):
        ours, theirs = (cost["each"][one]["cpu"] for one in ("ours", "lighthouse"))
        if ours > PER_PAGE:
            said.append(f"{ours:.2f} CPU s a page > {PER_PAGE}")
        if ours > theirs * OF_LIGHTHOUSE:
            said.append(f"{ours / theirs:.2f} of Lighthouse's CPU > {OF_LIGHTHOUSE}")
    if nation := found.get("nation"):
        said += _nation_missed(nation)
    if (twice := found.get("twice")) and twice["beyond"]:
        said.append(f"{len(twice['beyond'])} observations differ between two audits")
    return said


def _peers_missed(peers: Part) -> list[str]:
    rows = peers["faults"]
    said = [
        f"{code}: found by {', '.join(_by(row))}, not by us"
        for code, row in rows.items()
        if _by(row) and not row["motcua"]
    ]
    only = sum(row["motcua"] and not _by(row) for row in rows.values())
    if only < ONLY_OURS:
        said.append(f"{only} kinds of faults that only we find < {ONLY_OURS}")
    alarms, axe = peers["clean"]["motcua"], peers["clean"]["axe"]
    if len(alarms) > len(axe):
        said.append(f"{len(alarms)} kinds of false alarms > {len(axe)} of axe's")
    return said


def _nation_missed(nation: Part) -> list[str]:
    said = []
    if nation["portals"] == 83 and nation["seconds"] > NATION_SECONDS:
        said.append(f"the nation took {nation['seconds'] / 60:.0f} minutes")
    if nation["memory"] > NATION_MEMORY:
        said.append(f"{nation['memory']:,.0f} MB > {NATION_MEMORY} MB")
    if nation["changed"] or nation["status"] or nation["submitted"]:
        said.append(
            f"after the kill {nation['changed']} finished pages were done again, "
            f"status {nation['status']}, {nation['submitted']} submissions"
        )
    return said


def _by(row: Part) -> list[str]:
    return [peer for peer in NAMES if row["named"].get(peer)]


# ---------------------------------------------------------------- what each part says
def _peers(told: Part) -> list[str]:
    rows = told["faults"]
    only = [code for code, row in rows.items() if row["motcua"] and not _by(row)]
    count = Counter(peer for row in rows.values() for peer in _by(row))
    ours = sum(row["motcua"] for row in rows.values())
    each = [f"{NAMES[one]} {count[one]}" for one in NAMES]
    wrong = [code for code, row in rows.items() if _by(row) != _documented(row)]
    lines = [
        f"Of {len(rows)} faults motcua finds {ours}, {', '.join(each)}; {len(only)} are found by",
        "motcua alone. ✓ found, · not; in the last column why something cannot be seen.",
        "",
        "| fault | what is wrong | motcua | axe-cli | pa11y-ci | Lighthouse | |",
        "| --- | --- | :---: | :---: | :---: | :---: | --- |",
        *(_fault(code, row) for code, row in rows.items()),
        "",
        f"False alarms on {told['clean_pages']} clean pages, kinds: "
        + ", ".join(f"{name} {len(one)}" for name, one in told["clean"].items())
        + ".",
    ]
    if wrong:
        lines += ["", f"What is written of others does not hold for: {', '.join(wrong)}."]
    return lines


def _documented(row: Part) -> list[str]:
    return [peer for peer in NAMES if peer in row["documented"]]


def _fault(code: str, row: Part) -> str:
    known = faults().get(code)
    marks = ["✓" if one else "·" for one in (row["motcua"], *(row["named"].get(p) for p in NAMES))]
    words = known.what.en if known else ""
    return f"| {code} | {words} | {' | '.join(marks)} | {row['unseen']} |"


def _cost(told: Part) -> list[str]:
    each = told["each"]
    ours = each["ours"]["cpu"]
    return [
        f"One more page ({told['pages']} more in a run, browser and all processes counted):",
        "",
        "| | CPU s a page | of ours | clock s a page | memory, MB |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(
            f"| {COSTS[name]} | {one['cpu']:.2f} | {one['cpu'] / ours:.1f} | "
            f"{one['seconds']:.2f} | {one['memory']:,.0f} |"
            for name, one in each.items()
        ),
    ]


def _nation(told: Part) -> list[str]:
    each = told["cpu_after"] / max(told["pages_after"], 1)
    return [
        f"{told['portals']} portals, {told['pages']} files of pages, {WORKERS} workers,",
        f"killed with `kill -9` after {told['finished_before']} pages and started again:",
        f"{told['seconds'] / 60:.1f} minutes in all, {told['memory']:,.0f} MB at most; after that",
        f"{each:.2f} CPU s a page, the portals as a whole included.",
        f"Finished pages done again: {told['changed']} (opened again by probes of the portal as a",
        f"whole: {told['opened_again']}); sent to portals: {told['submitted']}.",
    ]


def _twice(told: Part) -> list[str]:
    return [
        f"{told['portals']} portals audited twice: {told['compared']} observations compared, in",
        f"their order; {len(told['within'])} differ within the noise that their cards state (a",
        "share of the value, or of its limit where that is larger),",
        f"{len(told['beyond'])} beyond it.",
        *(f"- {one}" for one in told["beyond"][:20]),
    ]


_LINES = {"peers": _peers, "cost": _cost, "nation": _nation, "twice": _twice}
_TITLES = {
    "peers": "### Who finds what",
    "cost": "### What a page costs",
    "nation": "### A nation",
    "twice": "### The same twice",
}


def _section(known: Part) -> list[str]:
    lines = [
        "## Audits of portals",
        "",
        f"On {machine()}. The gallery (`tests/portals`) is served on the same machine; every",
        "browser is the same Chromium. Others are asked as they come: pa11y-ci with its standard,",
        "axe-cli with all rules that are on, Lighthouse with all its categories; what they name on",
        "the clean page is taken off. CPU is that of a whole tree of processes, as the kernel",
        "counted it. Targets: 1.5 CPU s a page and a fifth of Lighthouse's, at least 25 kinds of",
        "faults that only motcua finds, no more false alarms than axe, 83 portals of 15 pages in",
        "25 minutes with 1,536 MB.",
    ]
    for part, title in _TITLES.items():
        if told := known.get(part):
            lines += ["", title, "", f"Measured on {told['at']}, load {told['load']:.1f}.", ""]
            lines += _LINES[part](told)
    if said := missed(known):
        lines += ["", "Missed: " + "; ".join(said) + "."]
    return lines
