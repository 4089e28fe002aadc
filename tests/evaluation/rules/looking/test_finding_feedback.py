import pytest
from tests.evaluation.rules.looking.outlines import heading, label, link, page

from motcua.evaluation.rules.looking.finding_feedback import contact, has_answers, offered
from motcua.evaluation.rules.looking.finding_outline import Item
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.text import fold


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Phản ánh, kiến nghị", "petition"),
        ("Gop y", "petition"),
        ("Đánh giá mức độ hài lòng", "rating"),
        ("Khảo sát ý kiến", "survey"),
        ("Hỏi đáp", "questions"),
        ("Câu hỏi thường gặp", "questions"),
    ],
)
def test_ways_to_be_heard(words, way):
    assert way in offered(page(links=(link(words),)), PageKind.HOME)


@pytest.mark.parametrize(
    "one",
    [
        link("Đánh giá tác động thủ tục"),
        link("Kết quả đánh giá chỉ số cải cách"),
        link("Phản ánh của cử tri", "https://mau.gov.vn/tin-tuc/phan-anh-1"),
        link("Hội nghị đối thoại: người dân phản ánh nhiều điều về đất đai, bộ máy, môi trường"),
    ],
)
def test_what_only_has_the_word(one):
    assert offered(page(links=(one,)), PageKind.HOME) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng đài: 1900 0000", {"hotline"}),
        ("Đường dây nóng 0243.123.4567", {"hotline"}),
        ("Thư điện tử: hotro@mau.gov.vn", {"email"}),
        ("Địa chỉ: số 1 đường Bến Mẫu, phường Một", {"address"}),
        ("Giờ làm việc: 7h30 đến 17h", {"hours"}),
        ("Từ thứ hai đến thứ sáu, 7 giờ đến 17 giờ", {"hours"}),
        ("Năm 2026 có 12345678 lượt", set()),
    ],
)
def test_ways_of_contact_in_the_words_of_a_page(text, found):
    assert set(contact(page(), fold(text))) == found


def test_a_number_that_can_be_tapped_comes_before_one_that_is_only_written():
    tapped = link("1900 0000", "tel:19000000")
    assert contact(page(links=(tapped,)), fold("Tổng đài 1900 1111"))["hotline"] is tapped


@pytest.mark.parametrize(
    ("one", "answered"),
    [
        (page(labels=(label("Lệ phí bao nhiêu?", "Không mất tiền, bạn chỉ cần đến."),)), True),
        (page(headings=(heading("Nộp ở đâu?", "Tại bộ phận một cửa xã."),)), True),
        (page(labels=(label("Lệ phí bao nhiêu?", ""),)), False),
        (page(headings=(heading("Hỏi đáp", "Gửi câu hỏi của bạn cho chúng tôi"),)), False),
        (page(links=(link("Xem câu trả lời"),)), True),
    ],
)
def test_questions_with_answers(one, answered):
    assert has_answers(one) is answered


def test_a_place_keeps_what_it_says():
    one = Item(what="link", text="Hỏi đáp", snippet="<a>", selector="#a")
    assert one.place().snippet == "<a> Hỏi đáp"
