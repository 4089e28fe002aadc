from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.evaluation.probes import town

from motcua.evaluation.probes.auditing.portal import Portal
from motcua.evaluation.probes.sites import Opened
from motcua.evaluation.probes.structure.portal import Page, closes_all
from motcua.evaluation.probes.structure.searching import FACTS, search
from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.observations import Outcome
from motcua.evaluation.values.pages import PageKind

HOME = "http://mau.gov.vn/"
NAMES = ("Đăng ký khai sinh", "Đăng ký kết hôn", "Cấp giấy phép xây dựng")
CANNOT, NONE = Outcome.COULD_NOT, Outcome.NOT_APPLICABLE
FORM = {"target": f"{HOME}tim", "method": "get", "name": "q", "selector": "#q", "kept": []}


class Searched:
    """A portal whose search answers as the test says."""

    home = HOME

    def __init__(self, answer) -> None:
        self.answer, self.asked, self.web = answer, [], self

    def get(self, url, **_how) -> Answer:
        self.asked.append(url)
        words = parse_qs(urlsplit(url).query).get("q", [""])[0]
        html = self.answer(words)
        return Answer(url=url, status=200 if html else 500, body=(html or "").encode())

    @contextmanager
    def open(self, url, **_how):
        yield SimpleNamespace(problem=None, shared={}, ask=lambda *_: {"text": "", "links": []})


def link(name) -> str:
    return f"<a href='/thu-tuc/{NAMES.index(name)}12345/'>{name}</a>"


def portal_of(**form) -> list[tuple[PageKind, Page]]:
    links = tuple((f"{HOME}thu-tuc/{place}12345/", name, "") for place, name in enumerate(NAMES))
    one = Page(
        url=HOME,
        at=HOME,
        kind=PageKind.HOME,
        title="Trang",
        heading="Trang",
        links=links,
        searches=({**FORM, **form},) if form != {"none": True} else (),
    )
    return [(PageKind.HOME, one)]


def values(answer, **form):
    found = search(Searched(answer), portal_of(**form))
    told = {
        one.fact: one.value if one.outcome is Outcome.MEASURED else one.outcome for one in found
    }
    return [told[fact] for fact in FACTS]


def exact(words):
    hits = [link(name) for name in NAMES if words and words.lower() in name.lower()]
    return "".join(hits) or "Không tìm thấy kết quả"


@pytest.mark.parametrize(
    ("answer", "form", "expected"),
    [
        (exact, {}, [True, False, False, False]),
        (lambda words: town.search({"q": [words]}), {}, [True, True, True, True]),
        (lambda _words: "".join(map(link, NAMES)), {}, [False, False, False, False]),
        (lambda _words: "Không có kết quả. Bạn thử từ khác", {}, [False, False, False, True]),
        (lambda _words: "", {}, [CANNOT] * 4),
        (exact, {"method": "post"}, [CANNOT] * 4),
        (exact, {"none": True}, [False, False, False, NONE]),
    ],
    ids=["exact", "forgiving", "all", "nothing", "fails", "post", "no form"],
)
def test_searches_of_many_kinds(answer, form, expected):
    assert values(answer, **form) == expected


def test_a_search_is_asked_few_times_and_never_by_post():
    site = Searched(exact)
    list(search(site, portal_of()))
    assert len(site.asked) == 4
    assert all(url.startswith(f"{HOME}tim?q=") for url in site.asked)


SCRIPTED = """<main><h1>Tìm</h1><input id="tim"><div id="o"></div></main><script>
const names = ["Đăng ký khai sinh", "Đăng ký kết hôn", "Cấp giấy phép xây dựng"];
const bare = (s) => s.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/đ/g, "d");
tim.addEventListener("keydown", (e) => {
  if (e.key !== "Enter") return;
  fetch("/dem", {method: "POST"}).catch(() => 0);
  const hits = names.filter((n) => bare(n).includes(bare(tim.value)));
  o.innerHTML = hits.map((n) => `<a href="/thu-tuc/${names.indexOf(n)}12345/">${n}</a>`).join("")
    || "Không tìm thấy. Bạn thử từ khác.";
});</script>"""


@pytest.mark.once
def test_a_search_by_script_is_typed_into_and_sends_nothing(browser):
    posted = []
    pages = {"/": SCRIPTED, "/dem": lambda _asked: posted.append(1) or ""}
    with town.served(pages) as home:
        opened = Opened(browser, f"{home}/", Manner(pace=0))
        site = Portal(
            home=f"{home}/",
            pages=[],
            manner=opened.manner,
            web=Searched(exact),
            keep=opened.keep,
            opened=lambda _url: opened,
        )
        kind, page = portal_of(method="", name="", selector="#tim", target="")[0]
        links = tuple((home + urlsplit(url).path, name, at) for url, name, at in page.links)
        own = Page(
            url=f"{home}/",
            at=f"{home}/",
            kind=kind,
            title="",
            heading="",
            links=links,
            searches=page.searches,
        )
        found = [one.value for one in search(site, [(kind, own)])]
        opened.close()
    assert found == [False, True, True, False, True]
    assert posted == []


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("User-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /thu-tuc/", False),
        ("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /ho-so/", False),
        ("User-agent: a\nUser-agent: *\nDisallow: / # all", True),
        ("", False),
    ],
)
def test_robots_that_close_everything(text, closed):
    assert closes_all(text) is closed
