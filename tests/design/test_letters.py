"""Words in the letters that our fonts have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.design.letters import letters, printable

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đăng ký khai sinh ở xã Ẩm Hạ", "Đăng ký khai sinh ở xã Ẩm Hạ"),
        ("Trang chủ › Thủ tục", "Trang chủ > Thủ tục"),
        ("Ångström ﬁ ①", "Angstrom fi 1"),
        ("日本\u200b\x00", "??"),
        ("tie\u0302\u0301ng", "tiếng"),
    ],
)
def test_what_no_font_has_is_written_as_near_as_can_be(text, written):
    assert printable(text) == written


@given(st.text())
def test_nothing_is_left_that_cannot_be_drawn(text):
    assert set(printable(text)) <= letters()
