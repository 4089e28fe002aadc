"""Our own pages in a browser: the content security policy lets the counting through, once."""

import time

import pytest
from playwright.sync_api import expect

from motcua.measurement.models import snapshot
from motcua.measurement.rules.answering import OWN
from motcua.measurement.values.sites import Site

pytestmark = [
    pytest.mark.journey,
    pytest.mark.beside,
    pytest.mark.django_db(transaction=True),
]


def test_a_visit_reaches_the_spool(live_server, page_at, settings, tmp_path):
    settings.MEASUREMENT = tmp_path
    snapshot.write(tmp_path, {OWN: Site(OWN, "Cổng của chúng tôi", "H26", ("localhost",))})
    page = page_at(360)
    with page.expect_response("**/tracking") as answered:
        page.goto(f"{live_server.url}/tro-giup/?cccd=079300012345")
    assert answered.value.status == 204
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    (line,) = _lines(tmp_path)
    assert "\tview\t/tro-giup/\t" in line
    assert "079300012345" not in line


def _lines(folder):
    until = time.monotonic() + 10
    found: list[str] = []
    while not found and time.monotonic() < until:
        for path in folder.glob("spool/pages-*"):
            found += path.read_text(encoding="utf-8").splitlines()
        time.sleep(0.05)
    return found
