"""How fast the portal is over several looks, over a slow connection, and under a light load."""

from collections.abc import Iterator, Sequence

from motcua.evaluation.probes.performance.again import Timed, timed
from motcua.evaluation.probes.performance.load import load
from motcua.evaluation.probes.visits import Site, Unanswered
from motcua.evaluation.rules.looking import telling
from motcua.evaluation.rules.looking.timing import median, spread
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

REPEATED = (("repeated_server_time", "response"), ("repeated_lcp", "lcp"), ("repeated_tbt", "tbt"))
NOTHING = Sentence("Không mở lại được trang nào.", "No page could be opened again.")


def portal(site: Site) -> Iterator[Observation]:
    """Tell what needs more than one look: medians, slow 3G, a light load."""
    every = list(_timed(site))
    for name, attribute in REPEATED:
        yield _worst(site, f"performance.{name}", _samples(every, attribute))
    yield _slow(site, every)
    yield from load(site)


def _timed(site: Site) -> Iterator[Timed]:
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    for url in pages(site):
        try:
            yield timed(site, url)
        except (Unanswered, Error):
            continue


def pages(site: Site) -> list[str]:
    """Give the pages that are timed again: home, and one procedure."""
    procedure = [
        one.url for one in site.pages if one.kind is PageKind.PROCEDURE and one.status == 200
    ]
    return list(dict.fromkeys([site.home, *procedure[:1]]))


def _samples(every: Sequence[Timed], name: str) -> list[tuple[str, list[float]]]:
    return [(one.url, times) for one in every if (times := getattr(one, name))]


def _worst(site: Site, fact: str, samples: Sequence[tuple[str, list[float]]]) -> Observation:
    """Tell the median of the slower page, and how far its times lie apart."""
    if not samples:
        return telling.unseen(fact, site.home, NOTHING)
    _, times = max(samples, key=lambda one: median(one[1]))
    apart = round(spread(times))
    note = Sentence(
        f"Trung vị của {len(times)} lần, cách nhau nhiều nhất {apart} ms.",
        f"Median of {len(times)} looks, at most {apart} ms apart.",
    )
    places = [
        telling.place(
            "page", Sentence(f"{round(median(one))} ms", f"{round(median(one))} ms"), snippet=url
        )
        for url, one in samples
    ]
    return telling.value(fact, site.home, round(median(times)), note=note, places=places)


def _slow(site: Site, every: Sequence[Timed]) -> Observation:
    told = _worst(site, "performance.slow_3g", _samples(every, "slow"))
    if any(one.given_up for one in every) and told.value is not None:
        note = Sentence(
            "Có trang chưa nạp xong khi hết giờ đo.", "A page was not loaded when time was up."
        )
        return telling.value(told.fact, site.home, told.value, note=note, places=told.places)
    return told
