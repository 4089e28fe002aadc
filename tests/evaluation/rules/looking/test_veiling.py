"""What is kept of a page that shows persons: nobody can be read in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import masking
from motcua.evaluation.rules.looking.veiling import Veil, bare
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

NAME = "Nguyễn Thị Hoa"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("cccd031190004567x", "cccd031•••••••••x"),
        ("031 190 004 567", "031••••••••••••"),
        ("gọi 0912.345.678", "gọi 091•••••••••"),
        ("+84912345678", "+84•••••••••"),
        ("https://a.vn/x?ho_ten=Hoa&p=2", "https://a.vn/x?ho_ten=Hoa&p=2"),
        ("https://a.vn/x?ho_ten=Hoang&p=2", "https://a.vn/x?ho_ten=Hoa••&p=2"),
        ("hoa@thu.vn", "hoa•••••••"),
        ("https://unpkg.com/jquery@3.4.1.min.js", "https://unpkg.com/jquery@3.4.1.min.js"),
        ("1.001193.000.00.00.H10", "1.001193.000.00.00.H10"),
        ("bài 202611221030, 08-09-2026 10:30", "bài 202611221030, 08-09-2026 10:30"),
        ("Tổng đài 1900 1234, (024) 3826 1234", "Tổng đài 1900 1234, (024) 3826 1234"),
        ("a" * 20 + "0912345678" + "b" * 34, "a" * 20 + "0912345678" + "b" * 34),
    ],
)
def test_what_may_be_shown(text, kept):
    assert masking.shown(text) == kept
    assert masking.shown(kept) == kept


@pytest.mark.parametrize(
    "written",
    [
        *(NAME, NAME.upper(), "nguyễn  thị hoa", "Nguyễn&nbsp;Thị Hoa", "/nguyen-thi-hoa/"),
        *("?q=Nguy%E1%BB%85n+Th%E1%BB%8B+Hoa", "nguyen_thi_hoa.pdf", f"Hồ sơ của {NAME}!"),
        "Nguyễn Thị Hoa",
    ],
)
def test_names_in_every_spelling(written):
    kept = Veil(names=(f"Bà {NAME}",)).over(written)
    assert masking.MARK in kept
    assert "hoa" not in kept.lower().replace("hồ", "")


def test_other_words_stay():
    veil = Veil(names=("Lê An", "Hoa"))
    for text in ("Lê Văn An", "hoa quả", "Hồ sơ đất đai"):
        assert veil.over(text) == text


def test_every_text_of_a_value_is_masked_and_nothing_else():
    place = Place(
        selector=f'[title="{NAME}"]',
        snippet=f'<td class="x" type="text">{NAME}</td>',
        says=Sentence("gọi 0912345678, “họ tênNguyễn Th…” lấn ra", "x"),
        picture="a" * 64,
    )
    one = Observation(fact="a.b", url="https://a.vn/", value=3, places=(place,), found=1)
    kept = Veil(names=(NAME,), bare=True).whole(one)
    assert "Hoa" not in repr(kept)
    assert kept.places[0].says == Sentence("gọi 091•••••••, “…” lấn ra", "x")
    assert (kept.fact, kept.url, kept.value, kept.found) == (one.fact, one.url, 3, 1)
    assert kept.places[0].picture == place.picture
    assert kept.places[0].snippet == '<td type="text" <td …'
    untouched = Observation(fact="a.b", url="https://a.vn/", places=(Place(selector="td"),))
    assert Veil().whole(untouched) is untouched


def test_a_bare_snippet_holds_elements_alone():
    assert bare("https://a.vn/x") == "https://a.vn/x"
    assert "Hoa" not in bare(f'<a href="/{NAME}" aria-label="{NAME}" role="link">{NAME}')


@given(st.text(max_size=120))
def test_a_veil_leaves_nothing_to_mask(text):
    veil = Veil(names=(NAME,))
    once = veil.over(f"{text} {NAME} {text}")
    assert NAME not in once
    assert veil.over(once) == once
