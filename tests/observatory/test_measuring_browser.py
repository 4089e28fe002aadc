"""Pages of those who run the measuring, of targets and of open figures, in a browser."""

import os
import shutil
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect
from tests.browser import assert_accessible, carry_session, screenshot, wider_than
from tests.factories import people
from tests.factories.lakes import COUNTED, filled_lake, nation  # noqa: F401 -- fixtures

from motcua.identity.values import SYSTEM, Role
from motcua.measurement import actions, queries
from motcua.measurement.models.spool import Spool
from motcua.measurement.rules.wire import Reason
from motcua.measurement.rules.wire.refusals import SENTENCES
from motcua.measurement.values import Source
from motcua.measurement.values.telling import TurnedAway
from motcua.simulation.measured import filling
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.once, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
WIDTHS = (320, 768) if "MOTCUA_SCREENSHOTS" in os.environ else ()
DESK = "/ban-lam-viec/do-luong/"
MEASURING = {
    "live": DESK,
    "feeders": f"{DESK}ket-noi/",
    "feeder": f"{DESK}ket-noi/{{number}}/",
    "register": f"{DESK}ket-noi/them/",
    "change": f"{DESK}ket-noi/{{number}}/sua/",
    "errors": f"{DESK}loi/",
    "agreement": f"{DESK}doi-chieu/?ky=2026-05",
}
OPEN = {
    "data": "/do-luong/du-lieu/",
    "embedded": "/do-luong/nhung/use2/?co-quan=H26",
    "all-published": "/do-luong/da-cong-bo/",
    "published": "/do-luong/da-cong-bo/2022-05/",
}
REFLOWED = ("live", "errors", "data", "published")
"""Pages of tables that a telephone shows in another way."""
TARGETS = {"targets": "/ban-lam-viec/chi-tieu/", "set-target": "/ban-lam-viec/chi-tieu/giao/"}
GIVEN = {"use2": "0.625", "pay": "0.4", "sat": "0.9"}
EXAMPLES = (
    (Source.STRICT, Reason.SIGNATURE, "X-Signature", '{"events": [{"Status": 3, "siteId": 77}]}'),
    (Source.MCDT, Reason.VALUE, "Status", '{"Status": 99, "DueDate": "20260730"}' * 8),
    (Source.MATOMO, Reason.LATE, "cdt", f"idsite=12&rec=1&url=https%3A%2F%2F{'a' * 80}.vn"),
)


@pytest.fixture
def number(nation, monkeypatch, tmp_path):  # noqa: F811 -- a fixture
    """Register a simulated nation's portals; one had things turned away. Gives its number."""
    monkeypatch.setattr(settings, "MEASUREMENT", tmp_path)
    monkeypatch.setattr(settings, "LAKE", str(shutil.copytree(nation, tmp_path / "lake")))
    monkeypatch.setattr(clock, "now", lambda: NOW)
    year = filling.here(first=date(2025, 7, 1), last=date(2026, 6, 30), seed=filling.SEED)
    filling.register(year, by=SYSTEM.actor, at=COUNTED)
    found = next(number for number, site in queries.sites().items() if site.agency == "H26")
    spool = Spool(Path(tmp_path) / "spool")
    for told in EXAMPLES:
        spool.turn_away(turned_away(told, found, "H26"))
        spool.turn_away(turned_away(told, 0, ""))
    spool.close()
    actions.compact(at=NOW)
    return found


def turned_away(told, site, agency):
    source, reason, field, example = told
    return TurnedAway(
        at=NOW,
        day=date(2026, 7, 1),
        second=32_400,
        site=site,
        agency=agency,
        source=source,
        reason=reason.value,
        field=field,
        sentence=SENTENCES[reason],
        example=example,
    )


def judged(page, name):
    """Find the page fit for everybody, also with everything unfolded, and not too wide."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        screenshot(page, f"{name}-{width}")
    page.set_viewport_size({"width": 1280, "height": 800})
    screenshot(page, f"{name}-1280")
    for summary in page.locator("main summary").all():
        summary.click()
    assert_accessible(page)
    assert wider_than(page, 1280) == []


def test_those_who_run_the_measuring_and_everybody_read_their_pages(live_server, page_at, number):
    page = page_at(1280)
    operator = people.logged_in(people.officer(Role.EMC_OPERATOR, "G06"))
    carry_session(page, operator, live_server.url)
    page.goto(live_server.url + DESK)
    expect(page.get_by_role("region", name="Hôm nay").locator("tbody tr")).to_have_count(2)
    for name, path in (MEASURING | OPEN).items():
        page.goto(live_server.url + path.format(number=number))
        judged(page, name)
        if name in REFLOWED:
            page.set_viewport_size({"width": 320, "height": 800})
            assert_accessible(page)
            page.set_viewport_size({"width": 1280, "height": 800})


def test_the_head_of_a_province_reads_and_sets_targets(live_server, page_at, number):
    head = people.officer(Role.EXECUTIVE, "H26")
    for code, value in GIVEN.items():
        wanted = actions.Wanted(
            agency="H26", year=2026, indicator=code, value=Decimal(value), head="Giám đốc Sở"
        )
        actions.set_target(wanted=wanted, by=head, at=NOW)
    page = page_at(1280)
    carry_session(page, people.logged_in(head), live_server.url)
    for name, path in TARGETS.items():
        page.goto(live_server.url + path)
        judged(page, name)
    page.get_by_label("Chỉ số", exact=True).select_option("vis")
    page.get_by_label("Chỉ tiêu", exact=True).fill("1.200")
    page.get_by_label("Hoặc ghi chức danh").fill("Giám đốc Sở")
    page.get_by_role("button", name="Giao chỉ tiêu").click()
    expect(page.locator("tbody tr")).to_have_count(len(GIVEN) + 1)
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", name="Rút chỉ tiêu")).to_be_visible()
    judged(page, "target")
