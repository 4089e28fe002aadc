import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.text import PersonName, fold, person_name, sort_key, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("ĐẶNG THỊ NGỌC THỊNH", "dang thi ngoc thinh"),
        ("Ư Ơ Ă Â Ê Ô", "u o a a e o"),
        ("Hoà – Hòa", "hoa – hoa"),
    ],
)
def test_folding_takes_the_marks_off(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_tokens_are_folded_words_and_numbers():
    assert " ".join(tokens("Cấp lại thẻ BHYT (mẫu 01/TK)")) == "cap lai the bhyt mau 01 tk"
    assert tokens("Đất_đai") == ("dat", "dai")


@pytest.mark.parametrize(
    "ordered",
    [
        "ma mà mả mã má mạ",
        "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
        "ca cà các că cắt câ cấp cha",
        "An Ánh Ân Bình Dũng Đạt Em",
    ],
)
def test_words_sort_as_in_a_dictionary(ordered):
    words = ordered.split()
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=sort_key) == words


def test_syllables_count_before_what_follows():
    names = ["Phường 10", "Hà Đông", "Hà Nam", "Hải Dương", "Hà Nội", "Hạ Long", "Phường 2"]
    expected = ["Hà Đông", "Hà Nam", "Hà Nội", "Hạ Long", "Hải Dương", "Phường 2", "Phường 10"]
    assert sorted(names, key=sort_key) == expected


def test_people_sort_by_given_name_then_family_name():
    names = ["Trần Văn An", "Nguyễn Thị Bình", "Lê An", "Nguyễn Văn An", "Đỗ Ánh"]
    assert sorted(names, key=lambda name: person_name(name).key) == [
        "Lê An",
        "Nguyễn Văn An",
        "Trần Văn An",
        "Đỗ Ánh",
        "Nguyễn Thị Bình",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn  Thị Minh Khai ", PersonName("Nguyễn", "Thị Minh", "Khai")),
        ("Lê An", PersonName("Lê", "", "An")),
        ("Y", PersonName("", "", "Y")),
        ("", PersonName("", "", "")),
    ],
)
def test_a_name_is_taken_apart_and_put_together(text, name):
    assert person_name(text) == name
    assert str(name) == " ".join(text.split())
