import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.rules.looking.outlines import form

from motcua.evaluation.rules.looking.finding_outline import Field, Form, Item
from motcua.evaluation.rules.looking.finding_search import (
    address,
    helps,
    read,
    says_empty,
    searches,
    words_of,
)

HOME = "https://mau.gov.vn/"


@pytest.mark.parametrize(
    ("one", "is_search"),
    [
        (form(Field(kind="search", name="q")), True),
        (form(Field(name="x"), role="search"), True),
        (form(Field(name="tukhoa")), True),
        (form(Field(name="x", placeholder="Nhập tên thủ tục")), True),
        (form(Field(name="x"), buttons=("Tìm kiếm",)), True),
        (form(Field(name="ma", label="Mã hồ sơ"), buttons=("Tìm kiếm",)), False),
        (form(Field(name="q"), Field(kind="password")), False),
        (form(Field(name="q", seen=False)), False),
        (form(Field(name="ho_ten", label="Họ tên")), False),
    ],
)
def test_forms_that_search_services(one, is_search):
    assert (searches(one) is not None) is is_search


def test_the_address_keeps_what_the_form_sends_along():
    field = Field(name="q")
    kept = (Field(kind="hidden", name="loai", value="tthc"), Field(kind="select", name="cap"))
    one = Form(item=Item(target=f"{HOME}tim?cu=1#a"), fields=(field, *kept))
    url = address(one, field, "khai sinh & tử", page=HOME)
    assert url.startswith(f"{HOME}tim?")
    assert words_of(url) == [("loai", "tthc"), ("cap", ""), ("q", "khai sinh & tử")]


@pytest.mark.parametrize(
    "one",
    [
        Form(item=Item(target=HOME), method="post"),
        Form(item=Item(target=HOME), method=""),
        Form(item=Item(target="javascript:void(0)")),
        Form(item=Item(target="http://[bad")),
    ],
)
def test_a_form_that_is_not_get_has_no_address(one):
    assert address(one, Field(name="q"), "khai sinh", page=HOME) == ""


def test_a_field_without_a_name_has_no_address():
    assert address(Form(item=Item(target=HOME)), Field(), "khai sinh", page=HOME) == ""


@given(st.text(max_size=60))
def test_what_is_typed_arrives(words):
    one = Form(item=Item(target=f"{HOME}tim"))
    typed = words.replace("\r", "").replace("\n", "")
    url = address(one, Field(name="q"), typed, page=HOME)
    assert words_of(url) == [("q", typed)]


def test_links_text_and_title_are_read():
    links, text, title = read(
        "<title>Tìm &amp; thấy</title><script>var a = '<a href=x>không</a>'</script>"
        "<a href='/thu-tuc/1/'>Đăng ký <b>khai sinh</b></a><a>trống</a><p>Một kết quả",
        HOME,
    )
    assert [(url, " ".join(words.split())) for url, words in links] == [
        (f"{HOME}thu-tuc/1/", "Đăng ký khai sinh")
    ]
    assert title == "Tìm & thấy"
    assert "Một kết quả" in text
    assert "không" not in text


@given(st.text())
def test_any_page_can_be_read(html):
    links, text, title = read(f"<a href='{html}'>{html}", HOME)
    assert isinstance(text, str)
    assert isinstance(title, str)
    assert len(links) <= 2000


@pytest.mark.parametrize(
    ("text", "empty", "help_"),
    [
        ("Không tìm thấy thủ tục nào. Bạn thử dùng ít từ hơn.", True, True),
        ("Không có kết quả", True, False),
        ("Có 3 kết quả", False, False),
    ],
)
def test_pages_without_results(text, empty, help_):
    assert says_empty(text) is empty
    assert helps(text) is help_
