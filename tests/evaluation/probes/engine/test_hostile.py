import pytest
from tests.evaluation.probes.engine.visited import counting, looked, probe
from tests.evaluation.probes.hostile import OTHER, serving

from motcua.evaluation.probes.conduct import PROBE
from motcua.evaluation.probes.sites import Opened
from motcua.evaluation.values.audits import Manner

pytestmark = pytest.mark.once

SEEN = {
    "/": {},
    "/alerts": {"dialogs": 10},
    "/dialogs": {"dialogs": 3},
    "/windows": {"popups": 10},
    "/reloads": {"reloads": 6},
    "/wanders": {"reloads": 6},
    "/moves-once": {"reloads": 1},
    "/refresh-later": {"reloads": 1},
    "/away": {"leaves": True},
    "/moved": {"redirects": 1},
    "/clobbers": {"clobbers": 3},
    "/fails": {"scripts_fail": 1},
    "/console": {"floods": True},
    "/requests": {"floods": True},
    "/bomb": {"too_large": True},
    "/nodes": {},
    "/posts-itself": {},
    "/lies": {},
    "/nul": {},
    "/cookies": {},
    "/links": {},
}
"""What can be looked at, and the conduct that is told of it; everything else is in order."""

UNSEEN = {
    "/round": {"unreachable": True, "redirects": 20},
    "/elsewhere": {"leaves": True, "redirects": 1},
    "/broken": {"unreachable": True},
    "/nothing": {"unreachable": True},
    "/guarded": {"unreachable": True, "error": True},
    "/file": {"not_html": True, "downloads": 1},
    "/picture": {"not_html": True},
    "/crash": {"crashes": True},
}
"""Where there is nothing to look at."""


HANGING = {
    "/forever": {"hangs": True},
    "/forever-later": {"hangs": True},
    "/drip": {"hangs": True},
    "/silent": {"unreachable": True, "hangs": True},
}
"""What never ends by itself."""


def _told(found):
    """The facts of conduct that are not as they are on a page in order."""
    return {
        code.removeprefix("conduct."): one.value
        for code, one in found.items()
        if code.startswith("conduct.") and one.value
    }


@pytest.mark.parametrize("path", SEEN)
def test_a_hostile_page_is_looked_at_all_the_same(opened, hostile, path):
    visit, found = looked(opened, hostile[0] + path, probe(loaded=counting))
    assert visit.problem is None
    assert _told(found) == SEEN[path]
    assert found["devices.elements"].value > 0 or path == "/nul"
    assert len(found) == len(PROBE.facts) + 1


def test_half_a_gigabyte_is_cut_off(opened, hostile):
    """Whether the page's process bears what came until then depends on the machine."""
    _, found = looked(opened, f"{hostile[0]}/huge", probe(loaded=counting))
    assert _told(found)["too_large"] is True
    assert len(found) >= len(PROBE.facts)
    after, _ = looked(opened, f"{hostile[0]}/", probe(loaded=counting))
    assert after.problem is None


@pytest.mark.parametrize("path", UNSEEN)
def test_what_cannot_be_looked_at_says_why(opened, hostile, path):
    visit, found = looked(opened, hostile[0] + path, probe(loaded=counting))
    assert visit.problem is not None
    assert _told(found) == UNSEEN[path]
    assert len(found) == len(PROBE.facts)


@pytest.mark.parametrize("path", HANGING)
def test_what_never_ends_is_ended(hasty, hostile, path):
    visit, found = looked(hasty, hostile[0] + path, probe(loaded=counting))
    assert _told(found) == HANGING[path]
    assert (visit.problem is None) == ("unreachable" not in HANGING[path])
    assert ("devices.elements" in found) == (visit.problem is None)


def test_nothing_is_submitted_by_keys_or_by_the_page(opened, hostile):
    def press(visit):
        for key in ("Tab", "Tab", "Enter", "Enter"):
            visit.page.keyboard.press(key)
        visit.page.wait_for_timeout(200)
        yield from counting(visit)

    url, server = hostile
    visit, _ = looked(opened, f"{url}/posts", probe(keyboard=press))
    looked(opened, f"{url}/posts-itself", probe(loaded=counting))
    assert visit.conduct.stopped > 1
    assert server.submitted == []


def test_a_page_cannot_fool_our_questions(opened, hostile):
    ask = "() => [document.querySelectorAll('p').length, [1].map((one) => one + 1)]"
    answers = []

    def asking(visit):
        visit.bring("library", "window.library = (word) => word + '!'")
        answers.append(visit.ask(ask))
        answers.append(visit.ask("async (word) => await window.library(word);", "thật"))
        yield from counting(visit)

    visit, _ = looked(opened, f"{hostile[0]}/fooled", probe(loaded=asking))
    assert visit.title == "Cổng dịch vụ công"
    assert answers == [[1, [2]], "thật!"]


def test_text_of_a_page_is_only_text(opened, hostile):
    page = f"{hostile[0]}/prompt"
    assert looked(opened, page)[1].keys() == looked(opened, f"{hostile[0]}/")[1].keys()
    assert _told(looked(opened, f"{hostile[0]}/nul")[1]) == {}
    assert looked(opened, f"{hostile[0]}/nul")[0].title == "a\ufffdbÿ"


def test_where_it_would_lead_is_told(opened, hostile):
    for path in ("/away", "/elsewhere"):
        visit, found = looked(opened, hostile[0] + path)
        assert visit.conduct.left_for == OTHER
        assert found["conduct.leaves"].note.vi == OTHER


def test_a_bad_certificate_is_noted_and_the_page_looked_at(running):
    with serving(tls=True) as (url, _):
        opened = Opened(running, url, Manner())
        visit, found = looked(opened, f"{url}/", probe(loaded=counting))
        assert visit.conduct.certificate.startswith("ERR_CERT_")
        assert visit.conduct.reloads == 0
        assert (visit.problem, visit.status) == (None, 200)
        assert found["devices.elements"].value > 0
        assert visit.exchanges[0].tls["protocol"].startswith("TLS 1.")
        assert looked(opened, f"{url}/")[0].conduct.certificate == visit.conduct.certificate
        opened.close()
