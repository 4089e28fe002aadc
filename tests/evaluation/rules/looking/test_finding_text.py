from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.rules.looking.outlines import page

from motcua.evaluation.rules.looking.finding_text import (
    dated,
    is_service_told,
    is_telling,
    jargon,
    linked,
    long_share,
    twins,
)
from motcua.kernel.text import fold

LONG = " ".join(["chữ"] * 40) + ". "
SHORT = "Bạn điền tờ khai rồi nộp. "


@pytest.mark.parametrize(
    ("title", "telling"),
    [
        ("Đăng ký khai sinh – Cổng dịch vụ công", True),
        ("Tra cứu hồ sơ", True),
        ("Trang chủ", False),
        ("Cổng dịch vụ công trực tuyến", False),
        ("Untitled document", False),
        ("", False),
        ("...", False),
    ],
)
def test_titles_that_tell(title, telling):
    assert is_telling(title) is telling


def test_titles_that_several_pages_share():
    titles = {"/a": "Thủ tục", "/b": "Thủ tục ", "/c": "Liên hệ"}
    assert twins(titles) == {"Thủ tục": ("/a", "/b")}


@pytest.mark.parametrize(
    ("text", "times", "has_date"),
    [
        ("Cập nhật ngày 02/11/2026", (), True),
        ("Cập nhật lần cuối: ngày 2 tháng 11 năm 2026", (), True),
        ("Bản thứ 3, cập nhật ngày 02/11/2026.", (), True),
        ("Họp ngày 02/11/2026", (), False),
        ("Cập nhật thường xuyên", (), False),
        ("", ("2026-11-02T08:00",), True),
    ],
)
def test_the_date_of_a_page(text, times, has_date):
    assert dated(page(times=times), fold(text)) is has_date


def test_long_sentences_are_a_share_of_all():
    assert long_share((LONG + SHORT) * 3) == Fraction(1, 2)
    assert long_share(SHORT * 6) == 0
    assert long_share(SHORT) is None


def test_words_of_offices_are_counted_in_a_hundred():
    assert jargon("chữ " * 96 + "thành phần hồ sơ") == 1
    assert jargon("ngắn") is None


@given(st.text())
def test_shares_stay_shares(text):
    share = long_share(text)
    assert share is None or 0 <= share <= 1


@pytest.mark.parametrize(
    ("script", "types", "broken"),
    [
        ('{"@type": "GovernmentService"}', ["GovernmentService"], 0),
        ('{"@graph": [{"@type": ["Service", "Thing"]}]}', ["Service", "Thing"], 0),
        ('{"@type": "http://schema.org/WebSite"}', ["WebSite"], 0),
        ("{not json", [], 1),
        ("[" * 100_000, [], 1),
        ("5", [], 0),
    ],
)
def test_types_of_json_ld(script, types, broken):
    assert linked([script]) == (types, broken)


def test_a_service_is_told_in_either_vocabulary():
    assert is_service_told(["WebPage", "GovernmentService"])
    assert is_service_told(["cpsv:PublicService"])
    assert not is_service_told(["WebSite", "Organization"])
