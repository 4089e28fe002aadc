import json
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image
from tests.evaluation.probes.engine.visited import COUNT, counting, looked, probe

from motcua.evaluation.probes.browser import AGENT
from motcua.evaluation.probes.visits import Phase
from motcua.evaluation.values.observations import Observation, Outcome, Place
from motcua.kernel.text import fold

pytestmark = pytest.mark.once

STATE = """() => {
  const style = getComputedStyle(document.querySelector('main p'));
  return [innerWidth, innerHeight, style.wordSpacing, document.activeElement.tagName, scrollY];
}"""


def test_one_navigation_serves_every_phase(opened, hostile):
    states = {}

    def told(phase):
        def on_page(visit):
            states[phase] = visit.ask(STATE)
            visit.ask("() => { document.querySelector('input').focus(); scrollTo(0, 9); }")
            yield from ()

        return on_page

    url, _ = hostile
    visit, _ = looked(opened, f"{url}/", probe(**{phase: told(phase) for phase in Phase}))
    assert states == {
        "loaded": [1280, 800, "0px", "BODY", 0],
        "narrow": [320, 640, "0px", "INPUT", 0],
        "zoomed": [640, 400, "0px", "INPUT", 0],
        "spaced": [1280, 800, "2.56px", "INPUT", 0],
        "keyboard": [1280, 800, "0px", "BODY", 0],
    }
    assert [one.url for one in visit.exchanges if one.kind == "document"] == [f"{url}/"]


def test_what_a_visit_tells_and_keeps(opened, hostile):
    def boxed(visit):
        places = tuple(Place(box=(10, 10, 60, 30), snippet=f"<p>{n}") for n in range(5))
        yield Observation(fact="devices.elements", url=visit.url, value=5, places=places)

    url, _ = hostile
    visit, found = looked(opened, f"{url}/moved", probe(loaded=boxed))
    assert (visit.status, visit.title, visit.problem) == (200, "Cổng dịch vụ công", None)
    assert (visit.chain, visit.hops[0].status) == ((f"{url}/moved",), 301)
    assert "phien=bi-mat" in visit.hops[0].headers["set-cookie"]
    page = visit.exchanges[0]
    assert (page.url, page.kind, page.mime, page.status) == (
        f"{url}/",
        "document",
        "text/html",
        200,
    )
    assert page.encoded > page.size == 181
    assert page.asked["user-agent"].endswith(f" {AGENT}")
    assert page.asked["accept-language"].startswith("vi")
    assert 0 < visit.timings["response"] <= visit.timings["dom"] <= visit.timings["load"]
    assert visit.timings["lcp"] > 0
    assert (visit.timings["cls"], visit.timings["tbt"] >= 0) == (0, True)
    _kept(opened, visit, found["devices.elements"].places)


def _kept(opened, visit, places):
    assert all(sha256(content).hexdigest() == digest for digest, content in opened.kept.items())
    assert Image.open(BytesIO(opened.kept[visit.picture])).size == (1280, 800)
    pictures = [place.picture for place in places]
    assert [bool(one) for one in pictures] == [True, True, False, False, False]
    assert Image.open(BytesIO(opened.kept[pictures[0]])).size == (94, 64)
    assert "xin chao" in fold(opened.kept[visit.dom].decode())
    har = json.loads(opened.kept[visit.har])["log"]
    assert (har["version"], har["entries"][0]["response"]["status"]) == ("1.2", 301)
    assert b"bi-mat" not in opened.kept[visit.har]


def test_probes_with_other_scripts_begin_clean(opened, hostile):
    url, _ = hostile
    looked(opened, f"{url}/moved")
    again, _ = looked(opened, f"{url}/")
    clean, _ = looked(opened, f"{url}/", probe(scripts=("1",)))
    assert "phien=" in again.exchanges[0].asked["cookie"]
    assert "cookie" not in clean.exchanges[0].asked


def test_a_probe_that_fails_says_so_and_the_others_go_on(opened, hostile):
    def fails(visit):
        raise ZeroDivisionError(visit.url)

    def silent(visit):
        visit.ask("() => new Promise(() => {})", seconds=0.3)

    for bad in (fails, silent):
        visit, found = looked(opened, hostile[0] + "/", probe(loaded=bad), probe(narrow=counting))
        assert found["devices.elements"].value == 4
        assert visit.conduct.hung == []
        _, found = looked(opened, hostile[0] + "/", probe(loaded=bad))
        assert found[COUNT.code].outcome is Outcome.COULD_NOT
        assert found[COUNT.code].note.vi


def test_a_page_that_no_time_limit_reaches_is_ended(hasty, hostile):
    def blocks(visit):
        visit.page.evaluate("() => { while (true); }")
        yield from counting(visit)

    visit, found = looked(hasty, hostile[0] + "/", probe(loaded=blocks))
    assert found["conduct.hangs"].value is True
    assert found["conduct.crashes"].value is False
    assert "page" in visit.conduct.hung
    assert looked(hasty, hostile[0] + "/", probe(loaded=counting))[0].problem is None


def test_a_browser_that_is_gone_is_started_again(hasty, hostile):
    def ends(visit):
        hasty.running.end()
        visit.page.evaluate("1")
        yield from counting(visit)

    looked(hasty, hostile[0] + "/", probe(loaded=ends))
    visit, found = looked(hasty, hostile[0] + "/", probe(loaded=counting))
    assert (visit.problem, found["devices.elements"].value) == (None, 4)


@pytest.mark.parametrize("scripts", [(), ("() => {}",)], ids=["the same tab", "another"])
def test_a_browser_started_anew_goes_on_with_the_cookies(opened, hostile, scripts):
    url, _ = hostile

    def cookies(visit):
        names = [one["name"] for one in visit.page.context.cookies()]
        yield Observation(fact="devices.elements", url=visit.url, value=names.count("phien"))

    looked(opened, f"{url}/moved", probe(loaded=cookies))
    opened.pause()
    _, found = looked(opened, f"{url}/", probe(loaded=cookies, scripts=scripts))

    assert found["devices.elements"].value == (0 if scripts else 1)
