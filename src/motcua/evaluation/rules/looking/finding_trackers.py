"""Trackers of the EMC (domain: a queue shaped like Matomo's): what a page carries, what it sent.

Known shapes: `_govaq` and gov-tracking.min.js (EMC), `_paq` and matomo.js (Matomo, whose questions
the EMC's collector and ours both understand), our own script with its data attributes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from motcua.evaluation.rules.looking.finding_outline import Item

EMC_HOSTS = ("f-emc.ngsp.gov.vn", "emc.ngsp.gov.vn")
_FILES = (
    (re.compile(r"gov-tracking(\.min)?\.js", re.IGNORECASE), "emc"),
    (re.compile(r"/(do-luong|thu-thap)/[\w./-]*\.js|/thu-thap/dem\.js", re.IGNORECASE), "own"),
    (re.compile(r"/(matomo|piwik)(\.min)?\.js", re.IGNORECASE), "matomo"),
    (re.compile(r"f1\.tag", re.IGNORECASE), "other"),
)
_QUEUES = (("_govaq", "emc"), ("_paq", "matomo"), ("f1.tag", "other"))
_SITE = re.compile(r"setSiteId['\"]\s*,\s*['\"]?\s*([\w-]{1,32})?", re.IGNORECASE)
_PUSH = re.compile(r"(_govaq|_paq)\s*\.\s*push\s*\(\s*\[\s*['\"]trackPageView['\"]", re.IGNORECASE)
_DVC = re.compile(r"['\"]?trackDVC['\"]?", re.IGNORECASE)
_DOORS = re.compile(r"/(tracking|matomo\.php|piwik\.php)$", re.IGNORECASE)
_OTHERS = frozenset(
    {
        "answer",
        "c_n",
        "ca",
        "cause",
        "cra",
        "download",
        "dvc",
        "e_c",
        "idgoal",
        "link",
        "ping",
        "search",
        "state",
        "step",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """What a page carries. `site` is the portal's number, "" where none is set."""

    kind: str
    site: str = ""
    views: int = 0
    calls_dvc: bool = False
    item: Item | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One question to a collector. `is_view` None: its body, and so its kind, is not known."""

    door: str
    site: str = ""
    is_view: bool | None = None


def tracker(scripts: Iterable[Item]) -> Tracker | None:
    """Give what tracker a page carries; None where it carries none."""
    found: list[tuple[str, Item]] = []
    site, views, dvc = "", 0, False
    for one in scripts:
        kind = _kind(one)
        if kind:
            found.append((kind, one))
        match = _SITE.search(one.text)
        site = site or (match.group(1) or "" if match else "") or _attribute(one)
        views += len(_PUSH.findall(one.text))
        dvc = dvc or bool(_DVC.search(one.text))
    if not found:
        return None
    order = ("emc", "own", "matomo", "other")
    best = min(found, key=lambda pair: order.index(pair[0]))
    return Tracker(kind=best[0], site=site, views=views, calls_dvc=dvc, item=best[1])


def _kind(one: Item) -> str:
    if any(host in one.target or host in one.text for host in EMC_HOSTS):
        return "emc"
    for pattern, kind in _FILES:
        if one.target and pattern.search(one.target):
            return kind
    for queue, kind in _QUEUES:
        if queue in one.text and (".push" in one.text or queue == "f1.tag"):
            return kind
    return "own" if one.value and not one.text else ""


def _attribute(one: Item) -> str:
    return one.value.split()[-1] if one.value else ""


def sent(url: str, method: str) -> Sent | None:
    """Read one request as a question to a collector; None where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not _DOORS.search(parts.path):
        return None
    asked = parse_qs(parts.query, keep_blank_values=True)
    if method == "GET" and "idsite" not in asked and "rec" not in asked:
        return None
    number = asked.get("idsite", [""])[0]
    view = None if method == "POST" and not asked else not _OTHERS & set(asked)
    return Sent(door=f"{parts.netloc}{parts.path}", site=number, is_view=view)


def doubled(questions: Iterable[Sent], carried: Tracker | None) -> int:
    """Give how often one view of the page was told to one collector for one site, at most."""
    told: dict[tuple[str, str], int] = {}
    for one in questions:
        if one.is_view:
            told[one.door, one.site] = told.get((one.door, one.site), 0) + 1
    return max([*told.values(), carried.views if carried else 0], default=0)
