"""The portal as a whole: clicks, titles, addresses, links that lead nowhere, what machines read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from motcua.evaluation.probes.structure.searching import search
from motcua.evaluation.probes.structure.telling import absent, left, told, unseen
from motcua.evaluation.probes.visits import Answer, Site
from motcua.evaluation.rules.looking.finding_graph import (
    FILES,
    clicks,
    host_of,
    is_readable,
    is_safe,
    is_service,
    same,
    sample,
)
from motcua.evaluation.rules.looking.finding_search import read
from motcua.evaluation.rules.looking.finding_text import is_telling, twins
from motcua.evaluation.rules.looking.finding_words import said
from motcua.evaluation.values.facts import Area
from motcua.evaluation.values.observations import Observation, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

TRIED = 20
"""Links that are asked for; a portal may have thousands."""
UNKNOWN = "khong-co-trang-nay-4f1d"
"""An address that no portal has."""
STEPS, DEEPEST = 15, 6
"""Pages asked for, and clicks followed, to find a procedure that the walk did not come by."""
LIKELY = (
    *("thu tuc", "dich vu", "linh vuc", "danh muc", "nop ho so", "tiep tuc", "xem them", "chon"),
    *("dich vu cong", "services", "truc tuyen", "tiep"),
)
NOWHERE = frozenset({404, 410})
UNSEEN = Sentence("Không đọc được trang nào.", "No page could be read.")
NO_SERVICE = Sentence(
    "Không thấy trang thủ tục nào, nên không đếm được.",
    "No page of a procedure was found, so nothing could be counted.",
)
NO_WAY = Sentence(
    "Không thấy đường từ trang chủ tới thủ tục qua các trang đã xem.",
    "No way from the home page to a procedure was found over the pages that were seen.",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page left: where it is, what it is called, where it leads (address, words, place)."""

    url: str
    at: str
    kind: PageKind
    title: str
    heading: str
    links: tuple[tuple[str, str, str], ...]
    searches: tuple[dict[str, Any], ...]


def pages_of(site: Site) -> tuple[Page, ...]:
    """Give what the pages left, in the order in which they were seen."""
    return tuple(
        Page(
            url=url,
            at=one["at"],
            kind=kind,
            title=one["title"],
            heading=one["heading"],
            links=tuple((link[0], link[1], link[2]) for link in one["links"]),
            searches=tuple(one["searches"]),
        )
        for url, kind, one in left(site, Area.STRUCTURE)
    )


def look(site: Site) -> Iterator[Observation]:
    """Tell what concerns the portal as a whole."""
    pages = pages_of(site)
    yield from _files(site)
    yield from _missing(site)
    if not pages:
        for name in ("clicks", "titles", "addresses", "broken_links"):
            yield unseen(f"structure.{name}", site.home, UNSEEN)
    else:
        yield _clicks(site, pages)
        yield _titles(site, pages)
        yield _addresses(site, pages)
        yield _broken(site, pages)
    yield from search(site, [(one.kind, one) for one in pages])


# ---------------------------------------------------------------- the graph
def _clicks(site: Site, pages: tuple[Page, ...]) -> Observation:
    fact = "structure.clicks"
    homes = {same(site.home), *(same(p.at) for p in pages if p.kind is PageKind.HOME)}
    start = "home"
    links: dict[str, list[str]] = {start: []}
    for page in pages:
        targets = [same(target) for target, _text, _at in page.links]
        for name in {same(page.url), same(page.at)}:
            links.setdefault(start if name in homes else name, []).extend(targets)
    services = {
        same(one.at): one.url for one in pages if one.kind in {PageKind.PROCEDURE, PageKind.FORM}
    }
    if not services:
        services = {
            same(target): target
            for page in pages
            for target, _text, _at in page.links
            if is_service(target)
        }
    if not services:
        services = _deeper(site, links, start)
    if not services:
        return unseen(fact, site.home, NO_SERVICE)
    reached = clicks(links, start)
    counted = {url: reached[name] for name, url in services.items() if name in reached}
    if not counted:
        return unseen(fact, site.home, NO_WAY)
    places = [
        Place(says=Sentence(f"{url}: {number} lần bấm", f"{url}: {number} clicks"))
        for url, number in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]
    return told(fact, site.home, _typical(list(counted.values())), places=places)


def _deeper(site: Site, links: dict[str, list[str]], start: str) -> dict[str, str]:
    """Go on over plain HTTP where the pages seen led to no procedure; the likeliest links first.

    Adds what is found to `links`; gives the first procedure's name and address.
    """
    known, tried = {start, same(site.home)}, 0
    level = [(url, text) for url, text in _links_of(site, site.home)]
    links.setdefault(start, []).extend(same(url) for url, _text in level)
    for _depth in range(DEEPEST):
        for url, _text in level:
            if is_service(url):
                return {same(url): url}
        following: list[tuple[str, str]] = []
        for url, _text in sorted(level, key=lambda one: not said(one[1]).has(*LIKELY)):
            if same(url) in known or tried >= STEPS or not is_safe(url):
                continue
            known.add(same(url))
            tried += 1
            found = _links_of(site, url)
            links.setdefault(same(url), []).extend(same(target) for target, _words in found)
            following += found
        level = following
    return {}


def _links_of(site: Site, url: str) -> list[tuple[str, str]]:
    answer = site.web.get(url)
    if (
        answer.failed
        or answer.status >= 400
        or "html" not in answer.headers.get("content-type", "")
    ):
        return []
    own = host_of(site.home)
    return [one for one in read(answer.text, answer.url or url)[0] if host_of(one[0]) == own]


def _typical(numbers: list[int]) -> int:
    """The middle of them, the worse one of two: one service shown on the home page does not make
    up for the rest, one that lies deep does not condemn them."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def _titles(site: Site, pages: tuple[Page, ...]) -> Observation:
    titles = {one.url: one.title for one in pages}
    shared = twins(titles)
    places: list[Place] = []
    bad: set[str] = set()
    for title, urls in shared.items():
        bad.update(urls[1:] if is_telling(title) else urls)
        words = f"{len(urls)} × “{title[:100]}”"
        says = Sentence(words, words)
        places.append(Place(says=says, snippet=" ".join(urls)[:300], rule="same"))
    for url, title in titles.items():
        if not is_telling(title):
            bad.add(url)
            says = Sentence(f"{url}: tên “{title[:80]}”", f"{url}: title “{title[:80]}”")
            places.append(Place(says=says, rule="dull"))
    share = round(1 - len(bad) / len(titles), 4)
    return told("structure.titles", site.home, share, places=places)


def _addresses(site: Site, pages: tuple[Page, ...]) -> Observation:
    own = {host_of(site.home), *(host_of(one.at) for one in pages)}
    urls = dict.fromkeys(
        target
        for page in pages
        for target in (page.at, *(link[0] for link in page.links))
        if host_of(target) in own and not FILES.search(urlsplit(target).path)
    )
    bad = [url for url in urls if not is_readable(url)]
    places = [Place(says=Sentence(url[:200], url[:200])) for url in bad]
    return told("structure.addresses", site.home, round(1 - len(bad) / len(urls), 4), places=places)


def _broken(site: Site, pages: tuple[Page, ...]) -> Observation:
    fact = "structure.broken_links"
    links = [link for page in pages for link in page.links]
    where: dict[str, tuple[str, str, str]] = {}
    for page in pages:
        for target, text, selector in page.links:
            where.setdefault(target, (page.url, text, selector))
    seen = [url for page in pages for url in (page.url, page.at)]
    places: list[Place] = []
    tried = 0
    for url in sample([link[0] for link in links], seen, TRIED):
        answer = _asked(site, url)
        if answer.failed and not answer.failed.startswith(("refused", "dns", "redirects")):
            continue
        tried += 1
        if answer.failed or answer.status in NOWHERE or answer.status >= 500:
            page_url, text, selector = where[url]
            why = answer.failed or str(answer.status)
            says = f"{page_url}: “{text}” → {url} ({why})"
            places.append(Place(selector=selector, says=Sentence(says, says), snippet=url[:300]))
    note = Sentence(f"Đã thử {tried} đường dẫn.", f"{tried} links were tried.")
    return told(fact, site.home, len(places), places=places, note=note)


def _asked(site: Site, url: str) -> Answer:
    """Ask for the head only; who does not know HEAD is asked for the page."""
    answer = site.web.get(url, method="HEAD")
    if answer.failed or answer.status in {403, 404, 405, 500, 501}:
        return site.web.get(url)
    return answer


# ---------------------------------------------------------------- what machines read
def _files(site: Site) -> Iterator[Observation]:
    robots = site.web.get(urljoin(site.home, "/robots.txt"))
    text = robots.text if robots.status == 200 and not _is_html(robots) else ""
    named = re.findall(r"^\s*sitemap\s*:\s*(\S+)", text, re.IGNORECASE | re.MULTILINE)
    own = [url for url in named if host_of(urljoin(site.home, url)) == host_of(site.home)]
    where = urljoin(site.home, own[0] if own else "/sitemap.xml")
    answer = site.web.get(where)
    good = answer.status == 200 and bool(re.search(r"<(urlset|sitemapindex)\b", answer.text[:5000]))
    if answer.failed and answer.failed != "robots.txt":
        why = Sentence(f"Không hỏi được: {answer.failed}", f"Could not be asked: {answer.failed}")
        yield unseen("structure.sitemap", site.home, why)
    else:
        yield told("structure.sitemap", site.home, good, note=Sentence(where, where))
    if robots.failed:
        why = Sentence(f"Không hỏi được: {robots.failed}", f"Could not be asked: {robots.failed}")
        yield unseen("structure.robots", site.home, why)
        return
    if robots.status != 200 or _is_html(robots):
        note = Sentence("Không có robots.txt.", "There is no robots.txt.")
        yield told("structure.robots", site.home, True, note=note)
        return
    yield told("structure.robots", site.home, not closes_all(text))


def _is_html(answer: Answer) -> bool:
    return "<html" in answer.text[:2000].lower() or "html" in answer.headers.get("content-type", "")


def closes_all(text: str) -> bool:
    """Whether robots.txt closes everything to everybody (`*`), without any `Allow`."""
    agents: list[str] = []
    fresh, closed, opened = True, False, False
    for line in text.splitlines()[:2000]:
        name, _, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            agents = [value] if fresh else [*agents, value]
            fresh = False
        elif name in {"allow", "disallow"}:
            fresh = True
            if "*" in agents:
                closed = closed or (name == "disallow" and value in {"/", "/*"})
                opened = opened or (name == "allow" and bool(value))
    return closed and not opened


def _missing(site: Site) -> Iterator[Observation]:
    answer = site.web.get(urljoin(site.home, f"/{UNKNOWN}"))
    if answer.failed:
        why = Sentence(f"Không hỏi được: {answer.failed}", f"Could not be asked: {answer.failed}")
        yield unseen("structure.not_found", site.home, why)
        yield unseen("structure.not_found_help", site.home, why)
        return
    note = Sentence(f"Trả lời {answer.status}.", f"It answers {answer.status}.")
    good = answer.status in NOWHERE
    yield told("structure.not_found", site.home, good, note=note)
    if not good:
        yield absent("structure.not_found_help", site.home, note)
        return
    links, _text, _title = read(answer.text, answer.url)
    ways = [url for url, _words in links if host_of(url) == host_of(site.home)]
    yield told("structure.not_found_help", site.home, bool(ways))
