"""Matomo's SDK for Python (piwikapi, from PyPI) against our doors."""

from collections import Counter

from django.test import RequestFactory
from piwikapi.tracking import PiwikTracker, PiwikTrackerEcommerce
from tests.measurement.clients.doors import SECRET, Doors

HOST = "dichvucong.hanoi.gov.vn"
AGENT = "Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/126.0.0.0 Mobile Safari/537.36"


def _tracker(opened: Doors, path: str, kind: type = PiwikTracker) -> PiwikTracker:
    request = RequestFactory().get(path, SERVER_NAME=HOST, HTTP_USER_AGENT=AGENT)
    tracker = kind(7, request)
    tracker.set_api_url(f"{opened.url}/piwik.php")
    tracker.set_token_auth(SECRET)
    tracker.set_ip("203.113.131.9")
    tracker.set_browser_language("vi")
    return tracker


def test_everything_the_sdk_sends_is_counted_to_the_event(opened: Doors) -> None:
    for number in range(60):
        _tracker(opened, f"/tin-tuc/?trang={number}").do_track_page_view(f"Tin {number}")
    birth = _tracker(opened, "/thu-tuc/1.001193/?sdt=0912345678")
    for _ in range(25):  # legitimate twins
        birth.do_track_page_view("Đăng ký khai sinh")
    for _ in range(7):
        birth.do_track_action(f"https://{HOST}/tep/mau-01.docx", "download")
    for _ in range(5):
        birth.do_track_action("https://www.moj.gov.vn/a?b=c", "link")
    shop = _tracker(opened, "/le-phi/", PiwikTrackerEcommerce)
    for _ in range(3):
        shop.do_track_goal(4, 5_000)

    assert opened.counted() == Counter(
        {
            ("view", "/tin-tuc/", ""): 60,
            ("view", "/thu-tuc/1.001193/", ""): 25,
            ("download", "/thu-tuc/1.001193/", "/tep/mau-01.docx"): 7,
            ("outlink", "/thu-tuc/1.001193/", "www.moj.gov.vn"): 5,
            ("event", "/le-phi/", "goal/4"): 3,
        }
    )
    facts = opened.facts()
    assert {row["procedure"] for row in facts} == {"", "1.001193"}
    assert {(row["agency"], row["robot"], row["device"]) for row in facts} == {
        ("H26", "false", "phone")
    }


def test_the_sdk_may_tell_whose_browser_it_speaks_for(opened: Doors) -> None:
    tracker = _tracker(opened, "/")
    tracker.do_track_page_view("Trang chủ")
    tracker.set_user_agent("Mozilla/5.0 (compatible; Googlebot/2.1)")
    tracker.do_track_page_view("Trang chủ")
    assert [row["robot"] for row in opened.facts()] == ["false", "true"]
