import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking.finding_graph import (
    asked,
    clicks,
    is_found,
    is_readable,
    is_service,
    same,
    sample,
    shape,
    typo,
)

HOME = "https://mau.gov.vn"


def test_clicks_are_counted_over_the_shortest_way():
    links = {"home": ["a", "b"], "a": ["c"], "b": ["d"], "c": ["d", "home"], "d": ["e"]}
    assert clicks(links, "home") == {"home": 0, "a": 1, "b": 1, "c": 2, "d": 2, "e": 3}


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=6
    )
)
def test_a_link_never_leads_further_than_one_click(links):
    reached = clicks(links, "a")
    assert reached["a"] == 0
    for page, targets in links.items():
        if page in reached:
            assert all(reached[target] <= reached[page] + 1 for target in targets)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (f"{HOME}/", HOME, True),
        (f"{HOME}/index.html", HOME, True),
        (f"{HOME}/a/#dau-trang", f"{HOME}/a", True),
        ("https://www.mau.gov.vn/a", f"{HOME}/a", True),
        (f"{HOME}/#/tra-cuu", HOME, False),
        (f"{HOME}/a?id=1", f"{HOME}/a?id=2", False),
        ("http://[bad", "http://[bad", True),
    ],
)
def test_one_page_has_one_name(one, other, equal):
    assert (same(one) == same(other)) is equal


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        (f"{HOME}/thu-tuc/1.001193/", True),
        (f"{HOME}/p/home/dvc-chi-tiet-thu-tuc-dung-chung.html?ma_thu_tuc=1.001193", True),
        (f"{HOME}/thu-tuc/dang-ky-khai-sinh-12345", True),
        (f"{HOME}/thu-tuc/", False),
        (f"{HOME}/tin-tuc/hop-bao-2026", False),
    ],
)
def test_addresses_of_procedures_are_known(url, is_one):
    assert is_service(url) is is_one


@pytest.mark.parametrize(
    ("url", "good"),
    [
        (f"{HOME}/thu-tuc/1.001193/", True),
        (f"{HOME}/tim-kiem?q=khai+sinh&trang=2", True),
        (f"{HOME}/a;jsessionid=0AF3", False),
        (f"{HOME}/web/guest/x?p_p_id=abc&p_p_state=1", False),
        (f"{HOME}/x?a=1&b=2&c=3&d=4", False),
        (f"{HOME}/5f4dcc3b5aa765d61d8327deb882cf99aa", False),
        (f"{HOME}/{'rat-dai-' * 20}", False),
    ],
)
def test_addresses_that_can_be_read_out(url, good):
    assert is_readable(url) is good


def test_a_sample_takes_every_shape_before_more_of_the_same():
    days = [f"{HOME}/lich/2026/{day}" for day in range(30)]
    links = [*days, f"{HOME}/lien-he", f"{HOME}/dang-xuat", "mailto:a@b.vn", f"{HOME}/gioi-thieu"]
    assert sample(links, [f"{HOME}/gioi-thieu/"], 3) == (
        days[0],
        f"{HOME}/lien-he",
        days[1],
    )


@given(st.lists(st.sampled_from([f"{HOME}/{n}" for n in ("a", "a1", "a2", "b", "b/1", "c?x=1")])))
def test_a_sample_has_each_page_once_and_never_too_many(links):
    chosen = sample(links, [], 3)
    assert len(chosen) <= 3
    assert len({same(one) for one in chosen}) == len(chosen)
    assert len({shape(one) for one in chosen}) == min(3, len({shape(one) for one in links}))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Đăng ký khai sinh", "Đăng ký khai sihn"),
        ("kết hôn", "kết hnô"),
        ("xoo", "xo"),
        ("a", "ax"),
        ("", ""),
    ],
)
def test_a_misspelling_is_always_the_same(words, wrong):
    assert typo(words) == wrong


@given(st.text(alphabet="abcđăêôơư ", min_size=1).filter(str.strip))
def test_a_misspelling_changes_the_words(words):
    assert typo(words) != " ".join(words.split())


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Đăng ký khai sinh", "Đăng ký khai sinh"),
        ("Thủ tục đăng ký kết hôn có yếu tố nước ngoài", "đăng ký kết hôn có"),
        ("Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh", "Cấp bản sao trích lục"),
    ],
)
def test_what_a_person_would_type(title, words):
    assert asked(title) == words


def test_a_procedure_is_found_by_its_page_or_by_its_name():
    name, target = "Đăng ký khai sinh", f"{HOME}/thu-tuc/1/"
    assert is_found(name, target, [(f"{HOME}/thu-tuc/1", "xem")])
    assert is_found(name, target, [(f"{HOME}/khac", "1. ĐĂNG KÝ KHAI SINH (toàn trình)")])
    assert not is_found(name, target, [(f"{HOME}/khac", "Đăng ký khai tử")])
