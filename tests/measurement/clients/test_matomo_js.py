"""Matomo's own script for browsers, unchanged, against our doors.

The script is no part of this repository, and no package that could be pinned carries it. Whoever
has it (any Matomo serves it as /matomo.js) names the file in MOTCUA_MATOMO_JS, and the journey runs
in Chromium. What matomo.js 5.2 sent in it stands in `matomo_js_requests.json`, letter by letter,
and is counted in every run.
"""

import json
import os
from collections import Counter
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect
from tests.measurement.clients.doors import Doors

GIVEN = os.environ.get("MOTCUA_MATOMO_JS", "")
SENT = json.loads(Path(__file__).with_name("matomo_js_requests.json").read_text(encoding="utf-8"))

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Khai sinh</title>
<script>
var _paq = window._paq = window._paq || [];
_paq.push(['setTrackerUrl', '/matomo.php']);
_paq.push(['setSiteId', '7']);
METHOD
_paq.push(['setCustomDimension', 3, '2.000815']);
_paq.push(['enableHeartBeatTimer', 5]);
_paq.push(['trackPageView']);
_paq.push(['enableLinkTracking']);
</script><script async defer src="/matomo.js"></script></head><body><h1>Khai sinh</h1>
<a href="/tep/mau-01.pdf" target="khung">Mẫu</a>
<a href="http://localhost:9/khac" target="khung">Trang khác</a>
<button onclick="_paq.push(['trackEvent', 'Biểu mẫu', 'mở', 'Con', 3])">Sự kiện</button>
<button onclick="_paq.push(['trackSiteSearch', 'khai sinh', false, 12])">Tìm</button>
<button onclick="_paq.push(['trackPageView', 'Trang hai'])">Trang hai</button>
<button onclick="_paq.push(['trackGoal', 4])">Đích</button>
<button onclick="_paq.push(['ping'])">Nhịp</button>
<iframe name="khung" title="khung"></iframe></body></html>"""

EXPECTED = Counter(
    {
        ("view", "", "\\N"): 2,
        ("event", "Biểu mẫu/mở/Con", "3.0"): 3,
        ("event", "goal/4", "\\N"): 1,
        ("search", "", "12.0"): 2,
        ("ping", "", "\\N"): 1,
        ("download", "/tep/mau-01.pdf", "\\N"): 2,
        ("outlink", "localhost", "\\N"): 1,
    }
)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_matomo_js_sent_is_counted_and_a_replay_of_it_is_not(
    opened: Doors, method: str
) -> None:
    for _ in range(2):
        for one in SENT[method]:
            _send(opened, method, one)
    facts = opened.facts()
    assert Counter((row["kind"], row["detail"], row["value"]) for row in facts) == EXPECTED
    assert {(row["page"], row["procedure"]) for row in facts} == {
        ("/thu-tuc/1.001193/", "2.000815")
    }
    assert len({row["visitor"] for row in facts}) == 1


def _send(opened: Doors, method: str, one: str) -> None:
    url, agent = f"{opened.url}/matomo.php", {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"}
    told = (
        Request(url, one.encode(), agent)
        if method == "POST"
        else Request(f"{url}?{one}", None, agent)
    )
    with urlopen(told, timeout=20) as answer:
        assert answer.status in {200, 204}


@pytest.mark.journey
@pytest.mark.beside
@pytest.mark.skipif(not GIVEN, reason="MOTCUA_MATOMO_JS names no matomo.js")
@pytest.mark.parametrize(
    "method",
    [
        "",
        "_paq.push(['setRequestMethod', 'POST']);",
        "_paq.push(['alwaysUseSendBeacon']);",
        "_paq.push(['disableAlwaysUseSendBeacon']);",
        "_paq.push(['disableCookies']);",
    ],
)
def test_everything_matomo_js_sends_is_counted(opened: Doors, browser, method: str) -> None:
    page = browser.new_page()
    opened.page("/matomo.js", Path(GIVEN).read_bytes(), "text/javascript")
    opened.page("/tep/mau-01.pdf", b"x", "text/plain")
    opened.page("/thu-tuc/1.001193/", PAGE.replace("METHOD", method))
    page.goto(f"{opened.url}/thu-tuc/1.001193/?q=079300012345")
    expect(page.get_by_role("heading")).to_be_visible()
    opened.wait(1)
    for name in ("Sự kiện", "Sự kiện", "Tìm", "Sự kiện", "Tìm", "Trang hai", "Đích", "Nhịp"):
        page.get_by_role("button", name=name, exact=True).click()
    for name in ("Mẫu", "Trang khác", "Mẫu"):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_timeout(600)  # a second click within half a second is not followed
    opened.wait(sum(EXPECTED.values()))
    facts = opened.facts()
    assert Counter((row["kind"], row["detail"], row["value"]) for row in facts) == EXPECTED
    assert {row["page"] for row in facts} == {"/thu-tuc/1.001193/"}
    assert {row["procedure"] for row in facts} == {"2.000815"}
    assert len({row["visitor"] for row in facts}) == 1
    page.close()
