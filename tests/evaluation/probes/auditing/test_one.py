"""One audit: what it finds, in which order; cut off anywhere, it goes on there."""

import shutil
import socket
from datetime import UTC, datetime

import pytest
from tests.evaluation.probes.auditing.small import page, small

from motcua.evaluation.probes import conduct
from motcua.evaluation.probes.auditing import Busy, NoAddress, address
from motcua.evaluation.probes.auditing import warm as auditing_warm
from motcua.evaluation.probes.auditing.one import GONE, Shared
from motcua.evaluation.probes.auditing.storing import DEATHS, Store
from motcua.evaluation.probes.auditing.telling import News
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.browser import Running
from motcua.evaluation.probes.visits import Phase, Probe, Unanswered
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.rules import recording
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.facts import Area, Better, FactCard, Scope, Severity, Unit
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
WORDS = Sentence("Tên trang", "Title")


def card(code, scope):
    return FactCard(
        code=code,
        area=Area.STRUCTURE,
        name=WORDS,
        scope=scope,
        unit=Unit.WORD,
        better=Better.NEITHER,
        severity=Severity.MINOR,
        remedy=WORDS,
    )


def on_page(visit):
    title = visit.ask("() => document.title")
    visit.shared["site.titles"] = title
    visit.shared["mine"] = object()
    kept = visit.keep(title.encode(), "text/plain", "title")
    yield Observation(fact="structure.title", url=visit.url, value=title, evidence=(kept,))


def on_site(site):
    titles = [one["value"] for one in site.shared["site.titles"]]
    with site.open(site.home) as visit:
        again = visit.title
    got = site.web.get(site.home + "lien-he")
    value = f"{len(titles)} {len(list(site.found('structure.title')))} {again} {got.status}"
    kept = site.keep(b"whole", "text/plain", "whole")
    yield Observation(fact="structure.whole", url=site.home, value=value, evidence=(kept,))


def on_site_that_fails(site):
    raise RuntimeError("hỏng")


def on_site_that_waits(site):
    with site.open(site.home) as visit:
        yield Observation(fact="guides.broken", url=site.home, value=visit.manner.pace)


def on_site_that_strays(site):
    for url in (OTHER["at"], site.home + "kin/1"):
        try:
            with site.open(url) as visit:
                value = visit.title
        except Unanswered as unanswered:
            value = str(unanswered)
        yield Observation(fact="guides.broken", url=url, value=value)


OTHER = {"at": ""}
PROBES = (
    Probe(
        area=Area.STRUCTURE,
        facts=(card("structure.title", Scope.PAGE), card("structure.whole", Scope.SITE)),
        on_page={Phase.LOADED: on_page},
        on_site=on_site,
    ),
    Probe(area=Area.GUIDES, facts=(card("guides.broken", Scope.SITE),), on_site=on_site_that_fails),
)


@pytest.fixture
def audit(browser, tmp_path, monkeypatch):
    """Audit with the browser of the whole run; `audit.told` is what was told."""
    monkeypatch.setattr(auditing_warm, "GROWN", float("inf"))  # It is not ours to start anew.
    told = []
    warm = Warm()
    warm._running = Running(browser)

    def run(url, folder=tmp_path / "a", *, probes=PROBES, **manner):
        shared = Shared(
            warm=warm,
            pace=Pace(0, tmp_path / "pace"),
            now=lambda: NOON,
            tell=told.append,
            probes=probes,
        )
        return shared.audit(url, manner=Manner(pace=0, **manner), folder=folder)

    run.told = told
    return run


def kinds(found):
    return [
        (one.kind.value, one.url.partition("1/")[2].partition("/")[2] or "/") for one in found.pages
    ]


@pytest.mark.once
def test_a_portal_is_walked_looked_at_and_recorded(audit, tmp_path):
    with small() as url:
        found = audit(url, pages=14)
        seen = {one.url.removeprefix(url): one for one in found.pages}
        assert list(seen) == [
            *("", "tim?q=khai+sinh", "thu-tuc", "thu-tuc/1.000001", "nop", "tra-cuu"),
            *("gop-y", "thong-ke", "thanh-toan", "lien-he", "hong"),
            *("thu-tuc/1.000002", "thu-tuc/1.000003", "thu-tuc/1.000004"),
        ]
        assert seen["tra-cuu"].kind is PageKind.LOOKUP
        assert (seen["nop"].kind, seen["nop"].final_url) == (PageKind.LOGIN, url + "dang-nhap")
        assert seen["hong"].problem.en.endswith("(status 404).")
        assert seen["hong"].observations == ()
        assert url.asked["/dang-xuat"] == url.asked["/mau.pdf"] == 0
        assert found.left_out == {"beyond_budget": 1, "not_a_page": 2, "other_site": 1}
        titles = [one.value for one in found.observations if one.fact == "structure.title"]
        assert titles[:2] == ["Cổng dịch vụ công", "Kết quả tìm kiếm"]
        assert [(one.fact, one.value, one.outcome) for one in found.site] == [
            ("structure.whole", "13 13 Cổng dịch vụ công 200", Outcome.MEASURED),
            ("guides.broken", None, Outcome.COULD_NOT),
        ]
        assert "RuntimeError: hỏng" in found.site[1].note.vi
        for one in found.evidence:
            assert (tmp_path / "a/evidence" / one.digest).stat().st_size == one.size
        assert {one.digest for one in found.evidence} >= set(found.site[0].evidence)
        assert recording.from_json(recording.to_json(found)) == found

        pages = url.asked.total()
        assert audit(url, pages=14) == found
        assert url.asked.total() == pages
        goes_on_where_it_was(audit, url, found=found, folder=tmp_path / "b")


def goes_on_where_it_was(audit, url, *, found, folder):
    """Cut the finished audit off three pages and then all areas before its end; let it go on."""
    for lost in (3, 0):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(folder.with_name("a"), folder)
        (folder / "audit.json").unlink()
        shutil.rmtree(folder / "site")
        steps = sorted((folder / "pages").iterdir())
        for path in steps[len(steps) - lost :]:
            path.unlink()
        before = dict(url.asked)
        assert strip(audit(url, folder, pages=14)) == strip(found)
        assert url.asked["/thu-tuc"] == before["/thu-tuc"]
        assert url.asked["/thu-tuc/1.000004"] == before["/thu-tuc/1.000004"] + (lost > 0)


def strip(found):
    """What must be the same twice: all but how long things took."""
    return [
        found.left_out,
        found.site,
        found.browser,
        [one.digest for one in found.evidence if one.media_type == "text/plain"],
        [(one.url, one.kind, one.title, one.observations, one.problem) for one in found.pages],
    ]


@pytest.mark.once
def test_what_robots_txt_forbids_is_not_looked_at(audit):
    rules = "User-agent: *\nDisallow: /tra-cuu\nDisallow: /lien-he"
    with small(robots=rules) as url:
        found = audit(url, pages=3)
        assert (url.asked["/tra-cuu"], url.asked["/lien-he"]) == (0, 0)
    assert found.left_out["robots"] == 2
    assert found.site[0].value.endswith(" 0")


@pytest.mark.once
def test_a_further_look_keeps_to_the_site_and_to_robots_txt(audit):
    strays = Probe(area=Area.GUIDES, facts=PROBES[1].facts, on_site=on_site_that_strays)
    with small() as other, small(robots="User-agent: *\nDisallow: /kin") as url:
        OTHER["at"] = str(other)
        found = audit(url, probes=(strays,), pages=1)
        assert [one.value for one in found.site] == ["another site", "robots.txt"]
        assert (other.asked.total(), url.asked["/kin/1"]) == (0, 0)


NO_PAGES = {
    "<!-- -->": "The page is empty",
    "<title>Cổng</title><script>1</script><img width=1 height=1><div hidden>x</div>": "The page is",
    page("Trang bạn tìm không tồn tại", ("/a", "Trang chủ")): "The server answers 200, but",
    page("Just a moment..."): "The portal stops machines",
}


@pytest.mark.once
@pytest.mark.parametrize("body", NO_PAGES)
def test_what_stands_in_the_place_of_a_page_is_no_good_page(audit, body):
    with small({"/": body, "/a": body}) as url:
        found = audit(url, pages=2)
    assert [one.problem.en.startswith(NO_PAGES[body]) for one in found.pages] == [True]
    assert found.observations == ()


@pytest.mark.once
def test_loads_one_after_the_other_keep_the_pace_that_is_asked_for(audit, monkeypatch):
    monkeypatch.setattr(Pace, "wait", lambda _self, _url, **_: None)
    waits = Probe(area=Area.GUIDES, facts=PROBES[1].facts, on_site=on_site_that_waits)
    with small(robots="User-agent: *\nCrawl-delay: 7") as url:
        found = audit(url, probes=(waits,), pages=1)
    assert [one.value for one in found.site] == [7.0]


@pytest.mark.once
def test_a_portal_that_goes_away_is_not_asked_page_by_page(audit):
    home = page("Cổng", *((f"/x/{letter}", f"Mục {letter}") for letter in "abcdefghij"))
    with small({"/": home}, gone="/x/") as url:
        found = audit(url, probes=(conduct.PROBE,), pages=10)
    assert len(found.pages) == 1 + GONE
    assert found.left_out == {"beyond_budget": 10 - GONE}


def test_a_portal_that_wants_nobody_is_left_alone(audit):
    with small(robots="User-agent: *\nDisallow: /") as url:
        found = audit(url)
        assert dict(url.asked) == {"/robots.txt": 1, "/sitemap.xml": 0} or url.asked["/"] == 0
    assert [one.problem.vi for one in found.pages] == [
        "Tệp robots.txt của cổng không cho máy xem trang này."
    ]
    assert found.site == ()


def test_a_portal_that_is_not_there_is_an_audit_that_says_so(audit):
    with socket.create_server(("127.0.0.1", 0)) as door:
        free = door.getsockname()[1]
    found = audit(f"http://127.0.0.1:{free}/")
    assert [one.problem.vi for one in found.pages] == ["Máy chủ từ chối kết nối."]
    assert (found.site, found.browser) == ((), "")
    assert [one.news for one in audit.told if one.news is not News.BEAT] == [
        *(News.BEGUN, News.PAGE, News.SEEN, News.DONE)
    ]


@pytest.mark.parametrize(("step", "pages"), [("plan", 1), ("pages/000.json", 1)])
def test_what_was_the_end_of_processes_is_left(audit, tmp_path, step, pages):
    store = Store(tmp_path / "a")
    store.write("deaths.json", {step: DEATHS})
    with small({"/": page("Trang")}) as url:
        found = audit(url)
        assert url.asked["/"] == 0
    assert len(found.pages) == pages
    assert found.pages[0].problem.en.startswith(f"Tried {DEATHS} times")


def test_one_folder_holds_one_portal_and_one_process(audit, tmp_path):
    with small(robots="User-agent: *\nDisallow: /") as url:
        audit(url)
        with pytest.raises(NoAddress, match="không phải của"):
            audit(url + "khac")
        with Store(tmp_path / "a").locked(), pytest.raises(Busy):
            audit(url)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("dichvucong.songmau.gov.vn", "https://dichvucong.songmau.gov.vn/"),
        ("http://127.0.0.1:8000/vi?utm_source=a#x", "http://127.0.0.1:8000/vi"),
        ("localhost:8000", "https://localhost:8000/"),
        ("https://[::1]:8000", "https://[::1]:8000/"),
    ],
)
def test_addresses_as_people_type_them(typed, asked):
    assert address(typed) == asked


@pytest.mark.parametrize("typed", ["", "songmau", "ftp://a.vn", "mailto:a@b.vn", "http://", "a b"])
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(NoAddress, match="không phải địa chỉ"):
        address(typed)
