"""A small nation, counted in March 2026, seen in April."""

import pytest
from django.conf import settings
from tests.observatory import nation

from motcua.observatory import kept
from motcua.web import clock


@pytest.fixture(scope="session")
def counted_lake(tmp_path_factory):
    """Fill a lake once a run."""
    folder = tmp_path_factory.mktemp("observatory")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEASUREMENT", folder)
        patch.setattr(settings, "LAKE", str(folder / "lake"))
        nation.fill()
    return folder


@pytest.fixture
def counted(counted_lake, settings, monkeypatch):
    """Let pages read it, on 15 April 2026."""
    settings.MEASUREMENT = counted_lake
    settings.LAKE = str(counted_lake / "lake")
    monkeypatch.setattr(clock, "now", lambda: nation.NOW)
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def seen(counted, db, client):
    """Give a function that opens a page of figures: `seen("co-quan/H26/?ky=2026-03")`."""
    nation.leagues()

    def see(path="", *, status=200, **headers):
        answer = client.get(f"/do-luong/{path}", headers=headers)
        assert answer.status_code == status, answer.content.decode()[:3000]
        return answer

    return see
