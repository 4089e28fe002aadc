"""Which page comes next: kinds first, then more procedures; no calendar has an end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.evaluation.probes.walking.addresses import site
from motcua.evaluation.probes.walking.choosing import DEPTH, OF_A_SHAPE, TRIES, Step, Walk
from motcua.evaluation.probes.walking.reading import Link, Seen
from motcua.evaluation.values.pages import PageKind

HOME = "https://dvc.a.gov.vn/"


def link(path: str, text: str = "", part: str = "") -> Link:
    return Link(path if "://" in path else HOME.rstrip("/") + path, text, part)


def walked(pages, *, budget=20, kinds=None, **more):
    """Walk through `pages` (address → links); give the walk and the steps (address, kind)."""
    walk = Walk(HOME, budget, **more)
    steps = []
    while (chosen := walk.next()) is not None:
        url = chosen.link.url
        steps.append((url.removeprefix(HOME.rstrip("/")), chosen.kind))
        kind = (kinds or {}).get(steps[-1][0], chosen.kind)
        walk.took(Step(chosen, url, kind, Seen(url=url, links=tuple(pages.get(steps[-1][0], ())))))
    return walk, steps


MENU = [
    link("/lien-he", "Liên hệ"),
    link("/dang-nhap", "Đăng nhập"),
    link("/tra-cuu-ho-so", "Tra cứu hồ sơ"),
    link("/thu-tuc", "Danh mục thủ tục"),
]
LIST = [link(f"/thu-tuc/1.00{n}", f"Đăng ký số {n}") for n in range(1001, 1040)]
PORTAL = {"/": MENU, "/thu-tuc": LIST, "/thu-tuc/1.001001": [link("/nop/1", "Nộp hồ sơ")]}


def test_one_of_each_kind_then_more_procedures():
    walk, steps = walked(PORTAL, budget=9)
    assert steps == [
        ("/", PageKind.HOME),
        ("/thu-tuc", PageKind.SERVICES),
        ("/thu-tuc/1.001001", PageKind.PROCEDURE),
        ("/nop/1", PageKind.FORM),
        ("/dang-nhap", PageKind.LOGIN),
        ("/tra-cuu-ho-so", PageKind.LOOKUP),
        ("/lien-he", PageKind.CONTACT),
        ("/thu-tuc/1.001002", PageKind.PROCEDURE),
        ("/thu-tuc/1.001003", PageKind.PROCEDURE),
    ]
    assert walk.told() == {"beyond_budget": 36}


def test_behind_a_form_that_asks_nothing_yet_one_more_is_looked_at():
    both = [link("/nop/1", "Nộp hồ sơ"), link("/to-khai/1", "Xem tờ khai")]
    portal = PORTAL | {"/thu-tuc/1.001001": both}
    walk = Walk(HOME, 9)
    seen = {}
    while (chosen := walk.next()) is not None:
        path = "/" + chosen.link.url.removeprefix(HOME)
        seen[path] = chosen.kind
        found = Seen(url=chosen.link.url, links=tuple(portal.get(path, ())), fields={"text": 0})
        walk.took(Step(chosen, chosen.link.url, chosen.kind, found))
    forms = [path for path, kind in seen.items() if kind is PageKind.FORM]
    assert forms == ["/nop/1", "/to-khai/1"]


def test_a_walk_that_is_taken_up_again_goes_on_as_it_would_have():
    whole = walked(PORTAL, budget=9)[1]
    walk = Walk(HOME, 9)
    for done in range(len(whole)):
        again = Walk(HOME, 9)
        for path, _ in whole[:done]:
            chosen = again.next()
            links = tuple(PORTAL.get(path, ()))
            again.took(Step(chosen, chosen.link.url, chosen.kind, Seen(url="", links=links)))
        assert again.next().link.url == HOME.rstrip("/") + whole[done][0]
    assert walk.next().kind is PageKind.HOME


def test_a_calendar_ends():
    days = {
        f"/lich?ngay={n}": [link(f"/lich?ngay={n + 1}", "Ngày sau"), link(f"/lich?ngay={n + 2}")]
        for n in range(1, 400)
    }
    _, steps = walked({"/": [link("/lich?ngay=1", "Lịch")], **days}, budget=50)
    assert len(steps) == 1 + OF_A_SHAPE


def test_no_deeper_than_three_clicks():
    chain = {f"/a{'b' * n}": [link(f"/a{'b' * (n + 1)}")] for n in range(20)}
    walk, steps = walked({"/": [link("/a")], **chain})
    assert len(steps) == 1 + DEPTH
    assert walk.told() == {"too_deep": 1}


def test_what_is_left_out_is_counted_by_its_reason():
    away = [
        link("https://songmau.gov.vn/", "Cổng thông tin"),
        link("https://facebook.com/x"),
        link("/mau-don.docx"),
        link("/dang-xuat", "Đăng xuất"),
        link("/kin/1", "Kín"),
    ]
    walk, steps = walked({"/": away}, allows=lambda url: "/kin/" not in url)
    assert [path for path, _ in steps] == ["/"]
    assert walk.told() == {"not_a_page": 2, "other_site": 2, "robots": 1}


def test_a_host_that_is_named_belongs_to_the_portal():
    seed = "https://a.gov.vn/dich-vu"
    _, steps = walked({"/": [link("https://a.gov.vn/lien-he", "Liên hệ")]}, seeds=(seed,))
    assert [path for path, _ in steps] == ["/", seed, "https://a.gov.vn/lien-he"]


def test_a_promise_that_is_not_kept_is_tried_once_more():
    pages = {"/": [link(f"/tra-cuu-{n}", "Tra cứu hồ sơ") for n in "abcd"]}
    kinds = {f"/tra-cuu-{n}": PageKind.OTHER for n in "abcd"}
    _, steps = walked(pages, kinds=kinds, budget=1 + TRIES)
    assert [kind for _, kind in steps] == [PageKind.HOME] + [PageKind.LOOKUP] * TRIES


def test_the_sitemap_is_a_hint_where_menus_say_nothing():
    _, steps = walked({"/": []}, hints=(HOME + "lien-he", HOME + "tin/1"))
    assert steps == [
        ("/", PageKind.HOME),
        ("/lien-he", PageKind.CONTACT),
        ("/tin/1", PageKind.OTHER),
    ]


def test_a_link_is_known_by_the_words_that_say_most():
    _, steps = walked({"/": [link("/x"), link("/x", "Hỏi đáp"), link("/y", "Hỏi")]}, budget=2)
    assert steps[1] == ("/x", PageKind.QUESTIONS)


def test_pages_of_their_own_count_towards_the_budget_and_others_have_an_end_too():
    walk = Walk(HOME, 3)
    menu = tuple(link(f"/{'x' * n}") for n in range(1, 40))
    steps = 0
    while (chosen := walk.next()) is not None:
        steps += 1
        walk.took(Step(chosen, HOME, None, Seen(url=HOME, links=menu), counted=steps == 1))
    assert steps == 2 * 3 + 5


PATHS = st.sampled_from([one.url for one in (*MENU, *LIST[:6])] + [HOME + "a", HOME + "b?c=1"])
LINKS = st.lists(st.builds(Link, PATHS, st.sampled_from(["", "Hỏi đáp", "Thống kê", "x"])))


@settings(max_examples=60)
@given(st.dictionaries(PATHS, LINKS, max_size=8), LINKS, st.integers(1, 12))
def test_two_walks_through_one_portal_are_one(pages, menu, budget):
    portal = {one.removeprefix(HOME.rstrip("/")): links for one, links in pages.items()}
    portal["/"] = menu
    first, second = (walked(portal, budget=budget) for _ in range(2))
    assert first[1] == second[1]
    assert first[0].told() == second[0].told()
    assert len({path for path, _ in first[1]}) == len(first[1]) <= budget
    assert all(site(HOME + path) == site(HOME) for path, _ in first[1])
