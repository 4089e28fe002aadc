"""A campaign at the desk, at a moment that stands still."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from tests.factories import campaigns, people

from motcua.web import clock


@pytest.fixture
def judged_by(settings, tmp_path):
    settings.LIBRARY = campaigns.library(tmp_path / "library")
    settings.EVALUATION = tmp_path / "evaluation"
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(tmp_path / "lake")
    with campaigns.fakes(campaigns.Looker(bad=("h30",))):
        yield


@pytest.fixture
def moment(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: campaigns.AT + timedelta(hours=5))


@pytest.fixture
def story(db, judged_by, moment):
    return campaigns.story()


class Desk:
    """Somebody at the desk: opens pages of a campaign, fills forms in, reads what comes."""

    def __init__(self, viewer, code):
        self.client = people.logged_in(viewer)
        self.at = f"/ban-lam-viec/danh-gia/{code}/" if code else "/ban-lam-viec/danh-gia/"

    def opens(self, path="", status=200):
        answer = self.client.get(self.at + path)
        assert answer.status_code == status, answer.content.decode()[:3000]
        return read(answer)

    def sends(self, path, status=302, **typed):
        return self.posts(path, typed, status=status)

    def posts(self, path, typed, status=302):
        answer = self.client.post(self.at + path, typed)
        assert answer.status_code == status, read(answer).get_text(" ", strip=True)[:3000]
        return read(answer)


def read(answer):
    """Give what stands in the middle of a page."""
    return BeautifulSoup(answer.content, "html.parser").find("main")


@pytest.fixture
def desk(story):
    """Give a function that seats somebody at the desk: `desk(story.leader)`."""
    return lambda viewer, code=story.code: Desk(viewer, code)
