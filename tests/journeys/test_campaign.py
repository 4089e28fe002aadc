"""Ten portals are judged by a machine and two people, from the first form to the league table."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.journeys.campaigning import (
    EVALUATOR,
    HEAD,
    agencies,
    citizen_at,
    library,
    seated,
    somebody,
    worker,
)
from tests.portals import nation
from tests.portals.serving import serve_nation

from motcua.evaluation.queries import published
from motcua.kernel.calendar import HANOI
from motcua.web import clock

pytestmark = [
    pytest.mark.journey,
    pytest.mark.beside,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
FIRST, LAST = "Tỉnh Mẫu 01", "Bộ Mẫu 02"
LOOKED = 180_000
"""Milliseconds that ten portals may take to be looked at."""


@pytest.fixture
def portals(transactional_db, settings, tmp_path):
    """Ten portals on this machine, and the agencies that have them."""
    settings.SESSION_COOKIE_AGE = 7 * 24 * 60 * 60  # nobody logs in again on the third day
    settings.LIBRARY = library(tmp_path / "library")
    settings.EVALUATION = tmp_path / "evaluation"
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(tmp_path / "lake")
    members = nation.ten()
    codes = agencies(members)
    with serve_nation(members) as addresses:
        yield {
            one.title: (codes[one.name], str(addresses[one.name]), addresses[one.name])
            for one in members
        }


@pytest.fixture
def people_of_it(portals):
    """Who leads, who judges, who is head of the first portal's agency."""
    return {
        "lead": somebody("Đặng Thị Lan", EVALUATOR, "G06"),
        "hoa": somebody("Lê Thị Hoa", EVALUATOR, "G06"),
        "nam": somebody("Trần Văn Nam", EVALUATOR, "G06"),
        "head": somebody("Vi Thị Thương", HEAD, portals[FIRST][0]),
    }


def test_a_campaign_from_creation_to_publication(
    live_server, page_at, portals, people_of_it, monkeypatch
):
    url = live_server.url
    lan, hoa, nam, head = (
        seated(page_at(1280), url, people_of_it[name]) for name in ("lead", "hoa", "nam", "head")
    )
    lan_begins_a_campaign(lan)
    she_adds_ten_portals_from_a_list(lan, portals)
    she_spreads_them_over_two_evaluators(lan)
    she_opens_it_and_sends_the_machine(lan, monkeypatch)
    the_machine_submitted_nothing(portals)
    hoa_judges_every_portal(hoa)
    nam_judges_them_too_and_differs_once(nam)
    they_settle_where_they_differ(hoa)
    lan_closes_the_sheets_and_computes(lan)
    she_asks_the_agencies(lan)
    the_first_agency_explains(head)
    lan_answers_it(lan)
    days_later(monkeypatch, days=3)
    code = she_publishes(lan)
    a_citizen_reads_the_table_and_a_portal(citizen_at(page_at, url), lan)
    what_was_published_is_what_was_seen(code, portals)


def lan_begins_a_campaign(lan):
    lan.visit("/ban-lam-viec/danh-gia/")
    lan.press("Tạo đợt đánh giá")
    lan.fill("Tên đợt đánh giá", "Mười cổng mẫu")
    lan.press("Tạo và thêm cổng")
    assert lan.page.locator("[data-error-summary]").count() == 1
    lan.choose("Đột xuất")
    lan.pick("Bộ tiêu chí và phiên bản", "Bộ tiêu chí Sông Mẫu (1)")
    today = clock.now().astimezone(HANOI)
    for legend in ("Từ ngày", "Đến hết ngày"):
        lan.day(legend, day=today.day, month=today.month, year=today.year)
    lan.choose("Cổng mô phỏng")
    lan.page.get_by_text("Máy kiểm tra như thế nào").click()
    lan.fill("Nhiều nhất bao nhiêu trang mỗi cổng", "2")
    lan.fill("Hai lần mở trang cách nhau ít nhất", "0")
    lan.choose("An toàn thông tin")
    lan.choose("Dữ liệu cá nhân")
    lan.press("Tạo và thêm cổng")
    assert lan.reads("Chưa có cổng nào.")


def she_adds_ten_portals_from_a_list(lan, portals):
    lines = [f"{code},{address},lien-he@example.vn" for code, address, _ in portals.values()]
    lan.press("Dán danh sách")
    lan.fill("Danh sách", "\n".join(["mã cơ quan,địa chỉ,liên hệ", *lines, "H99,cong.example,"]))
    lan.press("Xem trước")
    assert lan.reads("Có 1 dòng chưa đúng")
    assert lan.reads(LAST)
    lan.fill("Danh sách", "\n".join(["mã cơ quan,địa chỉ,liên hệ", *lines]))
    lan.press("Xem trước")
    lan.press("Thêm 10 cổng")
    assert lan.reads("Có 10 cổng.")


def she_spreads_them_over_two_evaluators(lan):
    lan.press("Tiếp theo: phân công người đánh giá")
    lan.choose("Lê Thị Hoa")
    lan.choose("Trần Văn Nam")
    lan.press("Chia đều")
    assert not lan.reads("còn trống")


def she_opens_it_and_sends_the_machine(lan, monkeypatch):
    lan.press("Về bảng theo dõi")
    lan.press("Mở đợt đánh giá")
    lan.press("Mở đợt đánh giá")
    assert lan.reads("Đang đánh giá")
    assert lan.reads("Chưa kiểm tra tự động xong")
    lan.press("Kiểm tra tự động")
    with worker(monkeypatch):
        lan.press("Kiểm tra các cổng chưa xem")
        counts = lan.page.locator(".counts")
        expect(counts).to_have_text(re.compile(r"^\s*Đã xem\s*10\s*$"), timeout=LOOKED)
    lan.press(FIRST)
    assert lan.reads("Máy thấy gì ở cổng của Tỉnh Mẫu 01")
    assert lan.reads("Năm việc nên sửa trước")


def the_machine_submitted_nothing(portals):
    assert [title for title, (_, _, served) in portals.items() if served.submissions] == []


def hoa_judges_every_portal(hoa):
    judges(hoa, "2: dễ hiểu")


def nam_judges_them_too_and_differs_once(nam):
    judges(nam, "2: dễ hiểu", but={FIRST: "1: tạm được"})


def judges(who, words, but=None):
    """Fill in the worksheet of every portal."""
    who.visit("/ban-lam-viec/danh-gia/")
    desk, names = who.page.url, who.page.locator("main .task a").all_inner_texts()
    assert len(names) == 10
    for name in names:
        who.press(name)
        who.press("Chấm tiếp")
        who.choose((but or {}).get(name, words))
        who.fill("Ghi chú", "Đã đọc trang chủ và thủ tục khai sinh.")
        who.press("Lưu và tiếp tục")
        who.press("Hoàn thành phiếu")
        assert who.reads("Bạn đã hoàn thành phiếu này")
        who.page.goto(desk)


def they_settle_where_they_differ(hoa):
    hoa.press(FIRST)
    hoa.press("Xem chỗ hai người chấm khác nhau")
    assert hoa.reads("tạm được")
    hoa.press("Thống nhất")
    hoa.choose("1: tạm được")
    hoa.fill("Vì sao thống nhất như vậy?", "Cùng đọc lại: một đoạn còn nhiều chữ viết tắt.")
    hoa.press("Lưu kết quả thống nhất")
    assert hoa.reads("Đã thống nhất")


def lan_closes_the_sheets_and_computes(lan):
    lan.press("Mười cổng mẫu")
    lan.press("Kết thúc chấm")
    lan.press("Kết thúc chấm")
    assert lan.reads("Đang thống nhất kết quả")
    lan.press("Kết quả")
    lan.press("Tính kết quả")
    assert lan.reads(LAST)
    lan.press(FIRST)
    assert lan.reads("Kết quả dự kiến, chưa công bố.")


def she_asks_the_agencies(lan):
    lan.press("Mười cổng mẫu")
    lan.press("Gửi kết quả dự kiến")
    lan.press("Gửi kết quả dự kiến")
    assert lan.reads("Chờ cơ quan giải trình")


def the_first_agency_explains(head):
    head.visit("/ban-lam-viec/danh-gia/")
    head.press("Mười cổng mẫu")
    head.press("Việc của cơ quan bạn")
    head.press("Xem từng lỗi và giải trình")
    head.press("Giải trình")
    head.fill("Lời giải trình", "Chúng tôi đang gỡ phần lưu dấu vết, xong trong tháng này.")
    head.press("Gửi giải trình")
    assert head.reads("Đã giải trình")


def lan_answers_it(lan):
    lan.press("Giải trình")
    assert lan.reads("chưa trả lời")
    lan.page.locator("main tbody a").first.click()
    lan.arrive()
    lan.choose("Giữ nguyên kết quả")
    lan.fill("Trả lời cơ quan", "Kết quả ghi nhận ngày máy xem; đợt sau sẽ xem lại.")
    lan.press("Trả lời")
    assert not lan.reads("chưa trả lời")


def days_later(monkeypatch, *, days):
    then = clock.now
    monkeypatch.setattr(clock, "now", lambda: then() + timedelta(days=days))


def she_publishes(lan):
    lan.press("Mười cổng mẫu")
    lan.press("Kết thúc giải trình")
    lan.press("Kết thúc giải trình")
    lan.press("Công bố kết quả")
    assert lan.reads("Bộ, cơ quan ngang bộ")
    lan.choose("Tôi đã xem lại kết quả của mọi cổng")
    lan.press("Công bố kết quả")
    assert lan.reads("Đã công bố")
    return lan.page.url.rstrip("/").rpartition("/")[2]


def a_citizen_reads_the_table_and_a_portal(citizen, lan):
    address = lan.page.get_by_role("link", name="Xem kết quả như người dân xem")
    citizen.visit(address.get_attribute("href"))
    assert citizen.reads("Mười cổng mẫu")
    assert citizen.reads(LAST)
    citizen.press(FIRST)
    assert citizen.reads("Chúng tôi đang gỡ phần lưu dấu vết")
    assert citizen.reads("Kết quả ghi nhận ngày máy xem")


def what_was_published_is_what_was_seen(code, portals):
    document = published.published(code)
    assert {one.name for one in document.subjects} == set(portals)
    seen = {one.name: {each.fact for each in one.findings} for one in document.subjects}
    assert "privacy.storage_before" in seen[FIRST]
    assert "privacy.trackers" in seen["Tỉnh Mẫu 02"]
    assert "security.framing" in seen["Bộ Mẫu 01"]
    assert not any(one.result.provisional for one in document.subjects)
    first = next(one for one in document.subjects if one.name == FIRST)
    assert [(each.source, each.value) for each in first.answers if each.criterion == "N.1"][-1] == (
        "manual",
        1,
    )
