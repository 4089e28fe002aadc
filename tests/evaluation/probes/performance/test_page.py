"""What one page weighs and what holds it up, in a real browser."""

import pytest
from tests.evaluation.probes.leaky import PROBES, looked_at, seen, served
from tests.portals.serving import built, put_up

from motcua.evaluation.probes.auditing.portal import Portal
from motcua.evaluation.probes.performance import PROBE
from motcua.evaluation.probes.performance.again import SLOW
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.observations import Outcome
from motcua.evaluation.values.pages import PageKind

pytestmark = pytest.mark.once
__all__ = ["seen"]


@pytest.mark.parametrize(
    ("path", "fact", "value"),
    [
        ("/", "blocking", 2),
        ("/", "oversized_images", 1),
        ("/", "image_formats", 1),
        ("/", "compression", 1),
        ("/", "cache", 0.0),
        ("/", "fonts", 0),
        ("/", "requests", 4),
        ("/", "http2", Outcome.NOT_APPLICABLE),
        ("/gop-y/", "blocking", 0),
        ("/gop-y/", "cache", 1.0),
        ("/gop-y/", "compression", 0),
        ("/gop-y/", "oversized_images", 0),
        ("/gop-y/", "requests", 2),
        ("/to-khai/", "cache", Outcome.NOT_APPLICABLE),
    ],
)
def test_each_fact(seen, *, path, fact, value):
    assert seen(path, f"performance.{fact}") == value


def test_the_weight_is_what_crossed_the_network(seen):
    weight = seen("/", "performance.weight")
    assert 3_240_000 < weight < 3_300_000
    assert seen.rules("/", "performance.weight") == ["image"]


@pytest.mark.parametrize("name", ["server_time", "lcp", "cls", "tbt"])
def test_times_are_measured(seen, name):
    assert seen("/gop-y/", f"performance.{name}") >= 0


@pytest.mark.parametrize(("slow", "is_slow"), [(1, False), (9, True)])
def test_a_slow_answer_is_asked_for_again(browser, slow, is_slow):
    waits = iter([1.0] * slow)
    portal = built("clean")

    def wait(asked, reply):
        if asked.path == "/thong-ke/":
            reply.wait = next(waits, 0.0)

    portal.after.append(wait)
    with put_up(portal) as home:
        opened = Opened(browser, f"{home}/", Manner(pace=0, repeats=3))
        with opened.visit(f"{home}/thong-ke/", PageKind.STATISTICS, (PROBE,)) as visit:
            found = {one.fact: one for one in look(visit, (PROBE,))}
        opened.close()
    told = found["performance.server_time"]
    assert (told.value >= 1000) is is_slow
    assert told.note.vi == "Trung vị của 3 lần hỏi."


def test_slow_3g_is_slow_and_repeated_looks_have_a_median(browser):
    with served() as home:
        url = f"{home}/gop-y/"
        opened = Opened(browser, url, Manner(pace=0, repeats=2))
        whole = Portal(
            home=url,
            pages=[PageRecord(url=url, kind=PageKind.HOME, status=200)],
            manner=opened.manner,
            web=None,
            keep=opened.keep,
            opened=lambda _url: opened,
        )
        told = {one.fact.partition(".")[2]: one for one in PROBE.on_site(whole)}
        opened.close()
    assert told["slow_3g"].value > SLOW["latency"]
    assert told["repeated_server_time"].note.vi.startswith("Trung vị của 2 lần")
    assert told["load"].outcome is Outcome.NOT_APPLICABLE


def test_every_fact_has_its_card(browser):
    cards = {card.code for probe in PROBES for card in probe.facts}
    found = {one.fact for every in looked_at(browser).pages.values() for one in every}
    assert found <= cards
    for probe in PROBES:
        for card in probe.facts:
            words = (card.name, card.remedy)
            assert all(one.vi.strip() and one.en.strip() and one.vi != one.en for one in words)
