"""Links and pages of real Vietnamese portals, by their words and addresses."""

import pytest

from motcua.evaluation.probes.walking.classifying import LEAST, kind_of, of_link, of_page
from motcua.evaluation.probes.walking.reading import Link, Seen
from motcua.evaluation.probes.walking.reading import of_page as read
from motcua.evaluation.values.pages import PageKind

HOST = "https://dichvucong.songmau.gov.vn"
LINKS = [
    ("Đăng nhập", "/web/guest/dang-nhap", PageKind.LOGIN),
    ("", "/sso/login?continue=/", PageKind.LOGIN),
    ("Login", "/vi/account", PageKind.LOGIN),
    ("Tra cứu hồ sơ", "/web/guest/tra-cuu-ho-so", PageKind.LOOKUP),
    ("TRA CỨU", "/dichvucong/tracuu", PageKind.LOOKUP),
    ("Tra cuu tinh trang ho so", "/p/home/dvc-tra-cuu-ho-so.html", PageKind.LOOKUP),
    ("", "/traCuuHoSo.jsf", PageKind.LOOKUP),
    ("Tra cứu thủ tục hành chính", "/dichvucong/bothutuc", PageKind.SERVICES),
    ("Thủ tục hành chính", "/web/guest/bo-thu-tuc", PageKind.SERVICES),
    ("Dịch vụ công trực tuyến", "/p/home/dvc-dich-vu-cong-truc-tuyen-ds.html", PageKind.SERVICES),
    ("Đăng ký khai sinh", "/dichvucong/chitiet.html?idDichVu=1.001193", PageKind.PROCEDURE),
    ("Cấp lại giấy phép lái xe", "/thu-tuc/1.002809", PageKind.PROCEDURE),
    (
        "Thủ tục đăng ký kết hôn",
        "/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.000894",
        PageKind.PROCEDURE,
    ),
    ("1.004222 Đăng ký thường trú", "/chi-tiet?id=5&maTTHC=1.004222", PageKind.PROCEDURE),
    ("Nộp hồ sơ trực tuyến", "/dichvucong/tiepnhan/nop-ho-so", PageKind.FORM),
    ("Hướng dẫn nộp hồ sơ", "/web/guest/huong-dan", PageKind.GUIDE),
    ("Hướng dẫn thanh toán trực tuyến", "/tin/huong-dan-thanh-toan", PageKind.GUIDE),
    ("Thanh toán phí, lệ phí", "/p/home/dvc-thanh-toan-truc-tuyen.html", PageKind.PAYMENT),
    ("Phản ánh, kiến nghị", "/p/home/dvc-gui-pakn.html", PageKind.FEEDBACK),
    ("Đánh giá mức độ hài lòng", "/danh-gia", PageKind.FEEDBACK),
    ("Thống kê tình hình giải quyết hồ sơ", "/thong-ke", PageKind.STATISTICS),
    ("Câu hỏi thường gặp", "/faq", PageKind.QUESTIONS),
    ("Hỏi - Đáp", "/web/guest/hoi-dap", PageKind.QUESTIONS),
    ("Liên hệ", "/lien-he.aspx", PageKind.CONTACT),
    ("Chính sách bảo vệ dữ liệu cá nhân", "/tin-tuc/123.html", PageKind.PRIVACY),
    ("Quyền riêng tư", "/quyen-rieng-tu", PageKind.PRIVACY),
    ("Hỗ trợ người khuyết tật tiếp cận", "/ho-tro-tiep-can", PageKind.ACCESSIBILITY),
    ("Tìm kiếm nâng cao", "/tim-kiem", PageKind.SEARCH),
]


def top(weights) -> PageKind:
    best = max(PageKind, key=lambda kind: weights.get(kind, 0))
    return best if weights.get(best, 0) >= LEAST else PageKind.OTHER


@pytest.mark.parametrize(("text", "address", "kind"), LINKS)
def test_a_link_tells_what_it_leads_to(text, address, kind):
    assert top(of_link(Link(HOST + address, text))) is kind


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Hội nghị trực tuyến toàn quốc về chuyển đổi số năm 2026", "/tin-tuc/hoi-nghi-123.html"),
        ("Giới thiệu", "/gioi-thieu"),
        ("Bản đồ", "/ban-do"),
        ("Ngày 5", "/lich?thang=11&ngay=5"),
    ],
)
def test_what_tells_nothing_is_another_page(text, address):
    assert top(of_link(Link(HOST + address, text))) is PageKind.OTHER


def test_words_without_diacritics_tell_the_same():
    marked = of_link(Link(HOST + "/a", "Phản ánh kiến nghị"))
    assert marked == of_link(Link(HOST + "/a", "phan anh kien nghi"))
    assert marked


def test_the_same_words_in_a_menu_tell_more():
    plain, menu = (of_link(Link(HOST + "/a", "Liên hệ", part)) for part in ("", "nav"))
    assert menu[PageKind.CONTACT] > plain[PageKind.CONTACT]


def test_the_english_half_of_a_portal_comes_second():
    there, here = (Link(HOST + path, "Contact") for path in ("/en/contact", "/contact"))
    assert of_link(there)[PageKind.CONTACT] < of_link(here)[PageKind.CONTACT]


PROCEDURE = ("Trình tự thực hiện", "Thành phần hồ sơ", "Phí, lệ phí", "Căn cứ pháp lý")


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (Seen(url="", headings=PROCEDURE), PageKind.PROCEDURE),
        (Seen(url="", fields={"password": 1, "text": 1}), PageKind.LOGIN),
        (Seen(url="", fields={"text": 9, "file": 2}), PageKind.FORM),
        (Seen(url="", fields={"text": 1}, labels=("Nhập mã hồ sơ",)), PageKind.LOOKUP),
        (Seen(url="", heading="Hỏi đáp"), PageKind.QUESTIONS),
        (Seen(url="", title="Thống kê | Cổng dịch vụ công"), PageKind.STATISTICS),
        (
            Seen(
                url="",
                links=tuple(Link(f"{HOST}/thu-tuc/1.00{n}193", "Cấp") for n in range(10, 16)),
            ),
            PageKind.SERVICES,
        ),
    ],
)
def test_a_page_tells_by_what_it_holds(seen, kind):
    assert top(of_page(seen)) is kind


def test_what_a_page_holds_outweighs_what_the_link_promised():
    link = Link(HOST + "/nop", "Nộp hồ sơ")
    login = Seen(url=HOST + "/dang-nhap", title="Đăng nhập", fields={"password": 1, "text": 1})
    assert kind_of(link, login, expected=PageKind.FORM) is PageKind.LOGIN


def test_the_first_page_is_home_whatever_it_holds():
    seen = Seen(url=HOST, fields={"password": 1})
    assert kind_of(Link(HOST, ""), seen, expected=PageKind.HOME) is PageKind.HOME


def test_a_page_may_say_anything_of_itself():
    hostile = {
        "title": 5,
        "links": [{"href": ["x"]}, "y", {"href": "/a", "text": "\ud800b", "base": None}],
        "fields": {"text": 10**30, "password": "many"},
        "labels": None,
        "headings": [{}],
        "searches": [{"action": "?x#y", "name": "q", "base": HOST + "/tim"}],
    }
    assert read(hostile, HOST + "/") == Seen(
        url=HOST + "/",
        links=(Link(HOST + "/a", "?b"),),
        fields={"text": 0, "password": 0},
        headings=("",),
        searches=(HOST + "/tim?q=khai+sinh",),
    )
