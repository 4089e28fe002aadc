"""Published evaluations, as anybody reads them."""

import csv
import io
import json
from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.urls import reverse
from tests.browser import assert_accessible, screenshot
from tests.evaluation.conftest import judged_by
from tests.measurement.counted import lake

from motcua.documents import ports
from motcua.evaluation import actions
from motcua.observatory.evaluated import campaigns, files

__all__ = ["judged_by"]
pytestmark = pytest.mark.django_db
PAGES = ("campaign", "criteria")
FILES = ("document", "signature", "sheet", "report")


@pytest.fixture
def told(db, judged_by):
    from tests.factories import campaigns  # noqa: PLC0415 -- after the library is in place

    return campaigns.story().published()


def page(client, name: str, **at) -> BeautifulSoup:
    answer = client.get(reverse(f"evaluated:{name}", kwargs=at))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(node) -> str:
    return " ".join(node.get_text().split())


def test_nothing_is_published_yet_and_said_so(client, judged_by):
    assert "Chưa có đợt đánh giá nào" in words(page(client, "overview"))


def test_the_front_lists_what_was_published(client, told):
    link = page(client, "overview").select_one(".card__title a")
    assert link["href"] == f"/danh-gia/{told.code}/"
    assert client.get(link["href"]).status_code == 200


def test_a_campaign_ranks_both_leagues_and_equals_share_a_rank(client, told):
    tables = page(client, "campaign", code=told.code).select("table.league")
    ranks = [[row.td.contents[0].strip() for row in table.tbody.select("tr")] for table in tables]
    assert ranks == [["1"], ["1", "1"]]


def test_every_link_of_every_page_leads_somewhere(client, told):
    seen, todo = set(), [reverse("evaluated:overview")]
    while todo:
        address = todo.pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if not answer["Content-Type"].startswith("text/html"):
            continue
        for link in BeautifulSoup(answer.content, "html.parser").select("main [href], main [src]"):
            target = (link.get("href") or link["src"]).partition("#")[0]
            if target.startswith("/danh-gia/") and target not in seen:
                todo.append(target)
    assert len(seen) > 15


def test_a_portal_is_told_with_grade_groups_criteria_and_badge(client, told):
    soup = page(client, "portal", code=told.code, agency="H26")
    assert soup.select_one(".audit__grade .seal").get_text() in "ABC"
    assert len(soup.select(".audit__criteria tbody tr")) == 3
    badge = client.get(soup.select_one("main img[width='260']")["src"])
    assert badge["Content-Type"].startswith("image/svg+xml")
    assert badge.text.count("<svg") == 1


@pytest.fixture
def failing(judged_by, monkeypatch):
    """Count failures of a province, one of its communes and a ministry; publish all three."""
    from tests.factories import campaigns  # noqa: PLC0415 -- after the library is in place

    rows = [("H26", "H26", 1), ("H26", "H26.00070", 2), ("G06", "G06", 5)]
    here = {"cause": "payment", "told_by": "asked_at_failure", "day": date(2026, 5, 4)}
    kept = lake(
        failures_daily=[
            here | {"top": top, "agency": agency, "failures": many} for top, agency, many in rows
        ]
    )
    details = import_module("motcua.measurement.queries.details")
    monkeypatch.setattr(details, "the_lake", lambda: kept)
    return campaigns.story(tuple(agency for _, agency, _ in rows)).published()


def first_row(chart) -> list[str]:
    return [words(cell) for cell in chart.select_one("tbody tr").select("th, td")]


def test_a_portal_tells_why_people_could_not_go_on(client, failing):
    at = {"code": failing.code, "agency": "H26"}
    chart = page(client, "portal", **at).select_one("#nguyen-nhan")
    assert first_row(chart) == ["Lỗi khi nộp tiền trên mạng", "0", "3", "100,0 %", "10 %"]
    assert "05/04/2026 – 30/06/2026" in words(chart.select_one(".chart__said"))


def test_a_campaign_adds_causes_up_and_counts_no_failure_twice(client, failing):
    chart = page(client, "campaign", code=failing.code).select_one("#nguyen-nhan")
    assert first_row(chart)[:4] == ["Lỗi khi nộp tiền trên mạng", "0", "8", "100,0 %"]


def test_where_nothing_was_counted_no_causes_are_drawn(client, told):
    at = {"code": told.code, "agency": "H26"}
    assert not page(client, "portal", **at).select("#nguyen-nhan")
    assert not page(client, "campaign", code=told.code).select("#nguyen-nhan")


def test_a_criterion_says_how_many_fail(client, told):
    soup = page(client, "criterion", code=told.code, criterion="M.1")
    assert "trên 3 cổng chưa đạt" in words(soup.select_one(".lead"))
    assert len(soup.select("table.table--stack tbody tr")) == 3


def test_the_document_can_be_checked_with_the_published_key(client, told):
    document = client.get(reverse("evaluated:document", kwargs={"code": told.code})).content
    signed = client.get(reverse("evaluated:signature", kwargs={"code": told.code})).json()
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed["public_key"]))
    key.verify(bytes.fromhex(signed["signature"]), document)
    assert json.loads(document)["campaign"] == told.code


def test_the_sheet_has_a_line_a_portal_and_criterion(client, told):
    text = client.get(reverse("evaluated:sheet", kwargs={"code": told.code})).content
    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert {(line["agency"], line["criterion"]) for line in lines} == {
        (agency, f"M.{n}") for agency in told.agencies for n in (1, 2, 3)
    }


def test_the_report_is_printed(client, told):
    assert (
        client.get(reverse("evaluated:report", kwargs={"code": told.code})).content[:5] == b"%PDF-"
    )


def test_what_was_withdrawn_is_said_and_shown_no_more(client, told):
    actions.withdraw(code=told.code, reason="Chấm nhầm cổng", by=told.leader, at=told.at)
    soup = page(client, "campaign", code=told.code)
    assert "Chấm nhầm cổng" in words(soup)
    assert not soup.select("table.league")
    gone = client.get(reverse("evaluated:portal", kwargs={"code": told.code, "agency": "H26"}))
    assert gone.status_code in {200, 404}
    old = client.get(reverse("evaluated:campaign", kwargs={"code": told.code}) + "?ban=1")
    assert "Đây là bản cũ" in words(BeautifulSoup(old.content, "html.parser"))


def test_what_was_withdrawn_has_no_badge_and_is_told_to_machines(client, told):
    badge = reverse("evaluated:badge", kwargs={"code": told.code, "agency": "H26"})
    assert client.get(badge).status_code == 200
    (line,) = client.get(reverse("evaluated:catalogue")).json()["published"]
    assert line["kind"] == "results"
    actions.withdraw(code=told.code, reason="Chấm nhầm cổng", by=told.leader, at=told.at)
    assert client.get(badge).status_code == 404
    (line,) = client.get(reverse("evaluated:catalogue")).json()["published"]
    assert line["kind"] == "withdrawal"
    subject = client.get(reverse("evaluated:portal", kwargs={"code": told.code, "agency": "H26"}))
    assert subject.status_code == 404


def test_the_report_lists_every_portal_of_a_league(told, monkeypatch):
    front = campaigns.campaign(told.code, None)
    (rows,) = [one["rows"] for one in front["leagues"] if len(one["rows"]) == 2]
    front["leagues"] = [{"name": "Tỉnh", "rows": [{**rows[0], "name": f"T{n}"} for n in range(63)]}]
    monkeypatch.setattr(campaigns, "campaign", lambda _code, _number: front)
    printed = []
    monkeypatch.setattr(
        ports, "press", lambda: SimpleNamespace(print=lambda _layout, told: printed.append(told))
    )
    files.report(told.code, None, at=told.at)
    table = next(one for one in printed[0]["sections"] if one["title"] == "Tỉnh")["table"]
    assert [row[0] for row in table["rows"]] == [f"T{n}" for n in range(63)]


def test_what_is_provisional_is_said_wherever_its_grade_stands(client, judged_by):
    from tests.factories import campaigns  # noqa: PLC0415 -- after the library is in place

    told = campaigns.story(("H26",)).open().run().judge().close().compute().ask().hear()
    actions.leave_open(
        code=told.code, agency="H26", reason="Cơ quan không kê khai", by=told.leader, at=told.at
    )
    told.publish()
    assert "chưa chấm đủ" in words(page(client, "campaign", code=told.code).select_one(".league"))
    at = {"code": told.code, "agency": "H26"}
    assert "chưa chấm đủ" in client.get(reverse("evaluated:badge", kwargs=at)).text


@pytest.mark.parametrize("asked", ["0", "99999", "-1", "x", "1e5", "١"])
def test_a_version_that_there_is_not_is_not_found(client, told, asked):
    for name in (*PAGES, *FILES):
        address = reverse(f"evaluated:{name}", kwargs={"code": told.code})
        assert client.get(address, {"ban": asked}).status_code == 404, name


@pytest.mark.parametrize("code", ["khong-co", "a" * 300, "\x00", "%2e%2e"])
def test_a_campaign_that_there_is_not_is_not_found(client, judged_by, code):
    assert client.get(f"/danh-gia/{code}/").status_code in {404, 400}


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_pages_are_accessible(live_server, page_at, failing, width):
    at = {"code": failing.code}
    opened = page_at(width)
    for name, where in (
        ("overview", {}),
        ("campaign", at),
        ("criteria", at),
        ("criterion", at | {"criterion": "M.1"}),
        ("portal", at | {"agency": "H26"}),
    ):
        opened.goto(live_server.url + reverse(f"evaluated:{name}", kwargs=where))
        opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        screenshot(opened, f"danh-gia-{name}-{width}")
        assert_accessible(opened)
