import pytest

from motcua.evaluation.rules.looking.finding_outline import Item
from motcua.evaluation.rules.looking.finding_trackers import Sent, doubled, sent, tracker

QUEUE = (
    "var _govaq = window._govaq || []; _govaq.push(['trackPageView']);"
    "_govaq.push(['setTrackerUrl', 'https://f-emc.ngsp.gov.vn/tracking']);"
    "_govaq.push(['setSiteId', '227']);"
)


def script(text="", target="", value=""):
    return Item(what="script", text=text, target=target, value=value)


@pytest.mark.parametrize(
    ("scripts", "kind", "site"),
    [
        ((script(QUEUE),), "emc", "227"),
        ((script(target="https://f-emc.ngsp.gov.vn/embed/gov-tracking.min.js"),), "emc", ""),
        (
            (script("_paq.push(['setSiteId', 5])"), script(target="https://x.vn/matomo.js")),
            "matomo",
            "5",
        ),
        ((script(target="/static/measure.js", value="/tracking 7"),), "own", "7"),
        ((script("_govaq.push(['trackPageView']); _govaq.push(['setSiteId', ''])"),), "emc", ""),
        ((script("_paq.push(['x'])"), script(QUEUE)), "emc", "227"),
    ],
)
def test_trackers_are_known_by_their_shape(scripts, kind, site):
    found = tracker(scripts)
    assert (found.kind, found.site) == (kind, site)


@pytest.mark.parametrize(
    "one",
    [
        script("gtag('config', 'G-1')", "https://www.googletagmanager.com/gtag/js"),
        script("// we once had _govaq here"),
        script(target="https://mau.gov.vn/app.js"),
    ],
)
def test_other_scripts_are_no_tracker(one):
    assert tracker([one]) is None


def test_calls_of_track_dvc_are_read():
    assert tracker([script(QUEUE + "_govaq.push(['trackDVC', '1.001193', '1'])")]).calls_dvc
    assert not tracker([script(QUEUE)]).calls_dvc


@pytest.mark.parametrize(
    ("url", "method", "expected"),
    [
        (
            "https://f-emc.ngsp.gov.vn/tracking?idsite=227&rec=1&action_name=a",
            "GET",
            Sent(door="f-emc.ngsp.gov.vn/tracking", site="227", is_view=True),
        ),
        (
            "https://x.vn/matomo.php?idsite=3&rec=1&e_c=a&e_a=b",
            "GET",
            Sent(door="x.vn/matomo.php", site="3", is_view=False),
        ),
        ("https://x.vn/tracking", "POST", Sent(door="x.vn/tracking", site="", is_view=None)),
        ("https://x.vn/tracking", "GET", None),
        ("https://x.vn/order/tracking.html?idsite=1", "GET", None),
        ("http://[bad", "GET", None),
    ],
)
def test_questions_to_a_collector(url, method, expected):
    assert sent(url, method) == expected


def test_a_view_that_is_told_twice():
    view = Sent(door="x/tracking", site="1", is_view=True)
    event = Sent(door="x/tracking", site="1", is_view=False)
    other = Sent(door="x/tracking", site="2", is_view=True)
    assert doubled([view, event, other], None) == 1
    assert doubled([view, view], None) == 2
    assert doubled([], tracker([script(QUEUE), script(QUEUE)])) == 2
