"""Our own script in a real browser, as a drop-in for the government tracker on another portal."""

from collections import Counter

import pytest
from playwright.sync_api import expect
from tests.measurement.clients.doors import Doors, script

pytestmark = [pytest.mark.journey, pytest.mark.beside]

SNIPPET = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>
<script>
var _govaq = window._govaq || [];
_govaq.push(['trackPageView']);
_govaq.push(['enableLinkTracking']);
(function () {
  _govaq.push(['setTrackerUrl', '/tracking']);
  _govaq.push(['setSiteId', '7']);
  var d = document, g = d.createElement('script'), s = d.getElementsByTagName('script')[0];
  g.async = true; g.defer = true; g.src = '/embed/gov-tracking.min.js';
  s.parentNode.insertBefore(g, s);
})();
</script></head><body><h1>Nộp hồ sơ</h1>
<a href="/tep/mau-01.docx" target="khung">Mẫu</a>
<a href="http://localhost:9/khac" target="khung">Trang khác</a>
<a href="#duoi">Xuống</a>
<button onclick="_govaq.push(['trackDVC', '1.001193', '1', {ten: 'Nguyễn Văn An'}])">Nộp</button>
<button onclick="_govaq.push(['trackDVC', '1.001193', '-1'])">Chọn</button>
<button onclick="_govaq.push(['trackStep', 2, 'Con', '1.001193'])">Bước</button>
<button onclick="_govaq.push(['trackSiteSearch', 'an 079300012345', '', 0])">Tìm</button>
<button onclick="_govaq.push(['trackAnswer', 'ease', 'easy', 5])">Dễ</button>
<button onclick="_govaq.push(['trackFailure', 'payment'])">Trả tiền hỏng</button>
<button onclick="thrown()">Hỏng</button>
<iframe name="khung" title="khung"></iframe></body></html>"""
PATH = "/ho-so/H26.00070-261122-0012/nop/"


def _open(opened: Doors, page, *, path: str = PATH, query: str = "?cccd=079300012345") -> None:
    opened.page(path, SNIPPET)
    opened.page("/embed/gov-tracking.min.js", script(), "text/javascript")
    opened.page("/tep/mau-01.docx", b"x", "text/plain")
    page.goto(f"{opened.url}{path}{query}")
    expect(page.get_by_role("heading")).to_be_visible()


def test_the_governments_calls_are_counted_to_the_event(opened: Doors, browser) -> None:
    page = browser.new_page()
    _open(opened, page)
    opened.wait(1)
    for name in ("Nộp", "Chọn", "Chọn", "Bước", "Tìm", "Dễ", "Trả tiền hỏng", "Hỏng"):
        page.get_by_role("button", name=name, exact=True).click()
    for name in ("Mẫu", "Trang khác", "Xuống"):
        page.get_by_role("link", name=name, exact=True).click()
    opened.wait(11)
    assert set(opened.answered) == {204}
    assert Counter((row["kind"], row["detail"], row["value"]) for row in opened.facts()) == Counter(
        {
            ("view", "", "\\N"): 1,
            ("dvc", "1", "\\N"): 1,
            ("dvc", "-1", "\\N"): 2,
            ("step", "Con", "2.0"): 1,
            ("search", "", "0.0"): 1,
            ("answer", "ease:easy", "5.0"): 1,
            ("failure", "payment", "\\N"): 1,
            ("failure", "portal", "\\N"): 1,
            ("download", "/tep/mau-01.docx", "\\N"): 1,
            ("outlink", "localhost", "\\N"): 1,
        }
    )
    assert {row["page"] for row in opened.facts()} == {"/ho-so/*/nop/"}
    assert {row["source"] for row in opened.facts()} == {"script"}
    sent = " ".join(opened.asked)
    for secret in ("079300012345", "H26.00070", "Nguy", "H26.00070-261122-0012"):
        assert secret not in sent
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.close()


@pytest.mark.parametrize("mark", ["doNotTrack", "globalPrivacyControl"])
def test_who_asks_not_to_be_tracked_sends_nothing(opened: Doors, browser, mark: str) -> None:
    page = browser.new_page()
    value = "'1'" if mark == "doNotTrack" else "true"
    page.add_init_script(f"Object.defineProperty(navigator, '{mark}', {{get: () => {value}}})")
    _open(opened, page)
    page.get_by_role("button", name="Nộp", exact=True).click()
    opened.wait(0)
    assert opened.asked == []
    page.close()


def test_a_page_that_comes_back_online_tells_of_it(opened: Doors, browser) -> None:
    page = browser.new_page()
    _open(opened, page, path="/thu-tuc/", query="")
    opened.wait(1)
    page.context.set_offline(True)
    page.context.set_offline(False)
    opened.wait(2)
    assert opened.counted() == Counter(
        {("view", "/thu-tuc/", ""): 1, ("failure", "/thu-tuc/", "network"): 1}
    )
    page.close()


def test_the_script_weighs_no_more_than_three_kilobytes() -> None:
    assert len(script()) <= 3 * 1_024
