"""Privacy notices: what they tell, how they read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import notices, reading

WHOLE = """Đơn vị quản lý cổng chịu trách nhiệm về dữ liệu.
Chúng tôi giữ họ tên và số định danh. Mục đích: giải quyết hồ sơ.
Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Thời hạn lưu trữ là 5 năm.
Bạn có quyền biết, đồng ý, truy cập, rút lại, xóa, hạn chế, yêu cầu cung cấp, phản đối, khiếu nại,
yêu cầu bồi thường và tự bảo vệ. Liên hệ 1900 0000. Không chia sẻ, không chuyển ra nước ngoài.
Dữ liệu được mã hóa. Mỗi lần cán bộ mở hồ sơ đều được ghi lại."""


def _without(words):
    return "\n".join(line for line in WHOLE.split("\n") if words not in line)


def test_a_whole_notice_misses_nothing():
    assert notices.missing(WHOLE) == []
    assert len(notices.rights_named(WHOLE)) == 11
    assert notices.shows_readers(WHOLE)


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ("Đơn vị quản lý", "controller"),
        ("91/2025", "basis"),
        ("91/2025", "retention"),
        ("mã hóa", "security"),
        ("mã hoá", ""),
    ],
)
def test_what_is_left_out_is_named(left_out, code):
    missing = [one.code for one in notices.missing(_without(left_out))]
    assert code in missing if code else missing == []


def test_an_empty_page_tells_nothing():
    assert len(notices.missing("Đang cập nhật")) == len(notices.STATEMENTS)


@pytest.mark.parametrize(
    ("text", "on", "old"),
    [
        ("theo Nghị định 13/2023/NĐ-CP", date(2026, 1, 1), True),
        ("theo Nghị định 13/2023/NĐ-CP", date(2025, 12, 31), False),
        ("theo Nghị định 13/2023/NĐ-CP và Luật 91/2025/QH15", date(2026, 5, 1), False),
        ("không dẫn luật nào", date(2026, 5, 1), False),
    ],
)
def test_the_law_of_the_day(text, on, old):
    assert notices.old_law_only(text, on) is old


@pytest.mark.parametrize(
    ("text", "href", "leads"),
    [
        ("Quyền riêng tư", "/x", True),
        ("Chính sách bảo mật", "/x", True),
        ("Bảo vệ dữ liệu cá nhân", "/x", True),
        ("Xem", "https://a.vn/chinh-sach-bao-mat", True),
        ("Đổi mật khẩu", "/mat-khau", False),
        ("Thống kê dữ liệu mở", "/du-lieu-mo", False),
    ],
)
def test_links_to_a_notice(text, href, leads):
    assert notices.leads_to_notice(text, href) is leads


SHORT = "Chúng tôi giữ tên của bạn để giải quyết hồ sơ. " * 20
LONG = " ".join(["dữ liệu của người dân được cơ quan xử lý theo quy định"] * 8) + ". "


@pytest.mark.parametrize(
    ("text", "headings", "files", "against"),
    [
        (SHORT, 3, [], []),
        ("Thông báo.", 1, [], ["short"]),
        ("Thông báo.", 1, ["/a.pdf"], ["scan"]),
        ("We keep your name to settle what you asked us for. " * 20, 3, [], ["foreign"]),
        (LONG * 3, 3, [], ["sentences"]),
        (SHORT * 5, 0, [], ["headings"]),
        (SHORT * 40, 60, [], ["long"]),
    ],
)
def test_what_hinders_a_reader(*, text, headings, files, against):
    assert reading.hindrances(reading.read(text, headings), files=files) == against


@given(st.text(max_size=500))
def test_any_text_is_counted(text):
    counted = reading.read(text)
    assert 0 <= counted.marked <= 1
    assert counted.sentence >= 0
    assert reading.hindrances(counted)
