import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.money import dong, in_words, number_in_words

DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5,
          "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip
SCALES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}


def read(words):
    """The number that words say: another way round than the one under test."""
    for name, scale in SCALES.items():
        if name in words:
            at = len(words) - 1 - words[::-1].index(name)
            return read(words[:at]) * scale + read(words[at + 1 :])
    number = 0
    for word in words:
        if word == "trăm":
            number *= 100
        elif word == "mươi":
            number = number // 100 * 100 + number % 100 * 10
        elif word == "mười":
            number += 10
        elif word != "linh":
            number += DIGITS[word]
    return number


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "không đồng"),
        (4, "bốn đồng"),
        (10, "mười đồng"),
        (11, "mười một đồng"),
        (14, "mười bốn đồng"),
        (15, "mười lăm đồng"),
        (21, "hai mươi mốt đồng"),
        (24, "hai mươi tư đồng"),
        (55, "năm mươi lăm đồng"),
        (101, "một trăm linh một đồng"),
        (104, "một trăm linh bốn đồng"),
        (110, "một trăm mười đồng"),
        (7_000, "bảy nghìn đồng"),
        (8_005, "tám nghìn không trăm linh năm đồng"),
        (105_000, "một trăm linh năm nghìn đồng"),
        (1_000_021, "một triệu không trăm hai mươi mốt đồng"),
        (2_045_000, "hai triệu không trăm bốn mươi lăm nghìn đồng"),
        (3_000_000_000, "ba tỷ đồng"),
        (1_000_000_000_005, "một nghìn tỷ không trăm linh năm đồng"),
        (-7_000, "âm bảy nghìn đồng"),
    ],
)
def test_amounts_are_written_as_on_receipts(amount, words):
    assert in_words(amount) == words


@given(st.integers(0, 10**15))
def test_words_say_the_number(number):
    assert read(number_in_words(number).split()) == number


@pytest.mark.parametrize(
    ("amount", "figures"), [(0, "0 đ"), (7000, "7.000 đ"), (1250000, "1.250.000 đ"), (-5, "-5 đ")]
)
def test_amounts_in_figures_use_points(amount, figures):
    assert dong(amount) == figures
