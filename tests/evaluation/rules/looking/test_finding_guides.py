import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.rules.looking.outlines import BOX, heading, label, link, page

from motcua.evaluation.rules.looking.finding_guides import (
    PARTS,
    documents,
    guide,
    is_guide,
    led_to,
    lists_guides,
    samples,
    stated,
)
from motcua.evaluation.rules.looking.finding_outline import Item

STEPS = heading("Các bước thực hiện", "Bạn điền tờ khai, tải giấy tờ lên rồi gửi đi và chờ tin.")
HEAD = heading("Hướng dẫn sử dụng", level=1)
PICTURE = Item(what="image", text="Nút Nộp hồ sơ", box=BOX, region="main")
FILM = Item(what="iframe", target="https://www.youtube.com/embed/abc", region="main")


def test_a_guide_in_three_forms():
    assert guide(page(headings=(STEPS,), images=(PICTURE,), media=(FILM,))).forms == 3


@pytest.mark.parametrize(
    ("one", "forms"),
    [
        (page(headings=(heading("Bước 1: Mở trang"), heading("Bước 2: Điền"))), 1),
        (page(text="Bước 1: mở trang.\nBước 2: điền tờ khai."), 1),
        (page(steps=1), 1),
        (page(headings=(heading("Các bước", "Đang cập nhật"),)), 0),
        (page(headings=(heading("Trình tự thực hiện", "Công dân nộp hồ sơ tại xã rồi chờ"),)), 0),
        (page(text="Bước vào năm học mới"), 0),
        (page(images=(Item(what="image", text="Quốc huy", box=(0, 0, 60, 60)),)), 0),
        (page(images=(Item(what="image", text="Ảnh bìa", box=BOX, region="header"),)), 0),
        (page(images=(Item(what="image", text="", box=BOX),)), 0),
        (page(links=(link("Xem video", "https://youtu.be/abc"),)), 1),
        (page(links=(link("Kênh của tỉnh", "https://www.youtube.com/@mau"),)), 0),
        (page(links=(link("Phim", "https://youtu.be/a", region="footer"),)), 0),
        (page(media=(Item(what="video", target="https://mau.gov.vn/v"),)), 1),
    ],
)
def test_forms_of_a_guide(one, forms):
    assert guide(one).forms == forms


def test_pictures_without_words_are_kept_apart():
    found = guide(page(images=(Item(what="image", box=BOX), PICTURE)))
    assert (len(found.images), len(found.silent)) == (1, 1)


def test_easy_read_and_sound():
    found = guide(
        page(
            labels=(label("Dễ đọc: câu ngắn, chữ to"),),
            buttons=(Item(what="button", text="Nghe đọc"),),
        )
    )
    assert found.easy
    assert found.audio


@pytest.mark.parametrize(
    ("name", "value", "part", "is_stated"),
    [
        ("Lệ phí", "10.000 đồng", "fee", True),
        ("Phí, lệ phí", "Không thu", "fee", True),
        ("Hết bao nhiêu tiền", "Miễn phí", "fee", True),
        ("Phí", "Theo quy định", "fee", False),
        ("Thời hạn giải quyết", "05 ngày làm việc", "time_limit", True),
        ("Thời hạn", "Theo quy định của pháp luật", "time_limit", False),
        ("Bao lâu", "Trả ngay trong ngày", "time_limit", True),
        ("Cơ quan thực hiện", "UBND cấp xã", "agency", True),
        ("Cơ quan thực hiện", "", "agency", False),
        ("Căn cứ pháp lý", "Đang cập nhật", "legal_basis", False),
        ("can cu phap ly", "60/2014/QH13", "legal_basis", True),
        ("Thành phần hồ sơ", "Tờ khai", "components", True),
    ],
)
def test_parts_of_a_record(name, value, part, is_stated):
    assert (part in stated(page(labels=(label(name, value),)))) is is_stated


def test_a_part_is_read_in_running_text_with_its_colon():
    text = "Xem hướng dẫn. Căn cứ pháp lý: Luật Hộ tịch số 60/2014/QH13."
    assert set(stated(page(text=text))) == {"legal_basis"}


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_label_is_read_without_a_fault(name, value):
    assert set(stated(page(labels=(label(name, value),), text=name + value))) <= set(PARTS)


def test_a_list_of_guides_is_no_guide():
    lists = page(links=(link("Hướng dẫn nộp hồ sơ", region="main"),), headings=(HEAD,))
    assert is_guide(lists)
    assert lists_guides(lists, guide(lists))
    whole = page(links=lists.links, headings=(HEAD, STEPS))
    assert not lists_guides(whole, guide(whole))
    assert not is_guide(page(headings=(heading("Tra cứu hồ sơ", level=1),)))


def test_forms_to_take_away():
    form = link("Mẫu tờ khai đăng ký khai sinh", "https://mau.gov.vn/tep/tk.docx")
    report = link("Báo cáo năm", "https://mau.gov.vn/tep/bc.docx")
    assert samples(page(links=(form, report))) == (form,)


def test_a_link_of_the_menu_is_no_guide_of_this_procedure():
    own = link("Hướng dẫn nộp hồ sơ", region="main")
    assert led_to(page(links=(own, link("Hướng dẫn", region="nav")))) == (own,)


def test_documents_in_a_page():
    shown = Item(what="embed", target="https://mau.gov.vn/qd.pdf")
    led = link("Tải về", "https://mau.gov.vn/qd.pdf?v=2", region="main")
    foot = link("Tải về", "https://mau.gov.vn/qd.pdf", region="footer")
    assert documents(page(media=(shown,), links=(led, foot))) == (shown, led)
