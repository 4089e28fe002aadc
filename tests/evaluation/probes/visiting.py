"""Looks at the small portals once for the tests of every area that reads a page's words."""

import importlib
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.evaluation.probes.town import bad, good, served

from motcua.evaluation.probes.auditing.portal import Portal
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.probes.walking.addresses import site as host
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.probes.walking.web import PlainWeb
from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AREAS = ("structure", "guides", "lookup", "feedback", "emc", "functions")
KINDS = {
    "/": PageKind.HOME,
    "/thu-tuc/": PageKind.SERVICES,
    "/thu-tuc/1.001193/": PageKind.PROCEDURE,
    "/thu-tuc/1.000894/": PageKind.PROCEDURE,
    "/tra-cuu/": PageKind.LOOKUP,
    "/hoi-dap/": PageKind.QUESTIONS,
    "/a;jsessionid=1": PageKind.OTHER,
    "/b/": PageKind.OTHER,
    "/c/": PageKind.OTHER,
}
TOWNS = {"good": good, "bad": bad}


class Seen:
    """What was found on a portal: `seen("/tra-cuu/", "lookup.form")`, `seen.site("…")`."""

    def __init__(self, pages: dict[str, list[Observation]], whole: list[Observation]) -> None:
        self.pages, self.whole = pages, whole

    def __call__(self, path: str, fact: str) -> object:
        return _value(one for one in self.pages[path] if one.fact == fact)

    def site(self, fact: str) -> object:
        return _value(one for one in self.whole if one.fact == fact)

    def places(self, fact: str) -> list[str]:
        every = [*(one for found in self.pages.values() for one in found), *self.whole]
        return [str(place.says) for one in every if one.fact == fact for place in one.places]


def _value(found) -> object:
    ((value, outcome),) = [(one.value, one.outcome) for one in found]
    return value if outcome is Outcome.MEASURED else outcome


def looked_at(browser: "Browser", home: str, kinds: dict[str, PageKind]) -> Seen:
    """Take pages of a portal through the six areas, then the portal as a whole."""
    probes = [importlib.import_module(f"motcua.evaluation.probes.{a}").PROBE for a in AREAS]
    opened = Opened(browser, f"{home}/", Manner(pace=0))
    pages: dict[str, list[Observation]] = {}
    shared: dict[str, list[dict[str, object]]] = {}
    records = []
    for path, kind in kinds.items():
        with opened.visit(home + path, kind, probes) as visit:
            pages[path] = list(look(visit, probes))
            records.append(PageRecord(url=visit.url, kind=kind))
            for name, value in visit.shared.items():
                if name.startswith("site."):
                    shared.setdefault(name, []).append({"url": visit.url, "value": value})
    portal = Portal(
        home=f"{home}/",
        pages=records,
        manner=opened.manner,
        web=PlainWeb(Pace(0, Path(tempfile.gettempdir())), {host(home)}),
        keep=opened.keep,
        opened=lambda _url: opened,
        shared=shared,
    )
    whole = [one for probe in probes if probe.on_site for one in probe.on_site(portal)]
    opened.close()
    return Seen(pages, whole)


@cache
def _seen(browser: "Browser", name: str) -> Seen:
    town = TOWNS[name]()
    with served(town) as home:
        return looked_at(browser, home, {path: one for path, one in KINDS.items() if path in town})


@pytest.fixture
def seen_good(browser) -> Seen:
    """What was found on the good portal."""
    return _seen(browser, "good")


@pytest.fixture
def seen_bad(browser) -> Seen:
    """What was found on the bad one."""
    return _seen(browser, "bad")
