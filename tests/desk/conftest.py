"""A ward with its officers and a mother; the desk's clock stands an hour after MORNING."""

import html
import re
from dataclasses import dataclass

import pytest
from django.test import Client
from tests.factories import dossiers, people

from motcua.identity.values import Role, Viewer
from motcua.web import clock


@dataclass(frozen=True)
class Desk:
    """An officer at their browser."""

    viewer: Viewer
    client: Client

    def opens(self, code="", *, query=None):
        """Open a dossier, or the inbox."""
        return self.client.get(address(code), query or {})

    def does(self, what, code, **typed):
        """Press a button of a dossier: `buoc` (a move), `tin-nhan`, `thu-phi`, `ket-qua` …"""
        return self.client.post(f"{address(code)}{what}/", typed)


def address(code=""):
    return f"/ban-lam-viec/ho-so/{code}/" if code else "/ban-lam-viec/"


def words(response) -> str:
    """Give what a reader reads on a page."""
    body = re.sub(r"<(script|style|svg).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


def buttons(response) -> list[str]:
    """Name what can be pressed or opened under “Việc cần làm”."""
    body = re.search(r'<section id="viec".*?</section>', response.content.decode(), re.DOTALL)[0]
    body = re.sub(r'<details class="details".*?</details>', "", body, flags=re.DOTALL)
    tops = re.sub(r"</summary>.*?</details>", "</summary>", body, flags=re.DOTALL)
    found = re.findall(r"<(?:button|summary)[^>]*>(.*?)</(?:button|summary)>", tops, re.DOTALL)
    return [re.sub(r"<.*?>", "", html.unescape(one)).strip() for one in found]


@pytest.fixture(autouse=True)
def _at_half_past_nine(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: dossiers.later(hours=1))


def _desk(role):
    viewer = people.officer(role)
    return Desk(viewer, people.logged_in(viewer))


@pytest.fixture
def reception(ward):
    return _desk(Role.RECEPTIONIST)


@pytest.fixture
def clerk(ward):
    return _desk(Role.CASE_OFFICER)


@pytest.fixture
def leader(ward):
    return _desk(Role.APPROVER)


@pytest.fixture
def controller(ward):
    return _desk(Role.CONTROLLER)
