"""What only the pages together tell: titles, the order of the menu, where help is, ways around."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from motcua.evaluation.probes.accessibility.success import AUTOMATIC
from motcua.evaluation.probes.accessibility.wording import RULES
from motcua.evaluation.probes.visits import Site
from motcua.evaluation.values.observations import PLACES_KEPT, Observation, Outcome, Place
from motcua.kernel.words import Sentence

TOO_FEW = Sentence(
    "Cần ít nhất hai trang xem được để so với nhau.",
    "At least two pages that could be seen are needed to compare.",
)


def portal(site: Site) -> Iterator[Observation]:
    """Compare the pages that were seen."""
    yield _told(site, "accessibility.titles.unique", _titles(site), enough=len(_seen(site)) > 1)
    menus = _words(site, "accessibility.menu")
    yield _told(site, AUTOMATIC["3.2.3"].fact, _menus(menus), enough=len(menus) > 1)
    helps = _words(site, "accessibility.help_place")
    yield _told(site, AUTOMATIC["3.2.6"].fact, _helps(helps), enough=len(helps) > 1)
    ways = [one.value for one in _measured(site, "accessibility.ways")]
    yield _told(site, AUTOMATIC["2.4.5"].fact, _ways(ways), enough=len(ways) > 1)


def _seen(site: Site) -> list[tuple[str, str]]:
    return [
        (page.final_url or page.url, " ".join(page.title.split()))
        for page in site.pages
        if page.problem is None and 200 <= page.status < 300
    ]


def _titles(site: Site) -> list[Place]:
    shared: dict[str, set[str]] = defaultdict(set)
    for url, title in _seen(site):
        if title:
            shared[title].add(url.partition("#")[0])
    return [
        _place("title-shared", snippet="\n".join(sorted(urls)), title=title, many=len(urls))
        for title, urls in sorted(shared.items())
        if len(urls) > 1
    ]


def _measured(site: Site, fact: str) -> list[Observation]:
    return [one for one in site.found(fact) if one.outcome is Outcome.MEASURED]


def _words(site: Site, fact: str) -> list[tuple[str, str]]:
    return [(one.url, str(one.value)) for one in _measured(site, fact) if one.value]


def _menus(menus: Sequence[tuple[str, str]]) -> list[Place]:
    """Two menus that share items must keep them in the same order (WCAG 3.2.3)."""
    if not menus:
        return []
    first_url, first = menus[0]
    expected = first.split(" | ")
    found = []
    for url, menu in menus[1:]:
        items = menu.split(" | ")
        for one, other in combinations([item for item in expected if item in items], 2):
            if items.index(one) > items.index(other):
                page = f"{url}\n{first_url}"
                found.append(_place("menu-reordered", snippet=page, first=other, second=one))
                break
    return found


def _helps(helps: Sequence[tuple[str, str]]) -> list[Place]:
    """Where every other page has its help, a page must not have it elsewhere (WCAG 3.2.6)."""
    places = [(url, set(words.split(","))) for url, words in helps]
    if not places or set.intersection(*(found for _, found in places)):
        return []
    usual = max(
        sorted(set.union(*(found for _, found in places))),
        key=lambda region: sum(region in found for _, found in places),
    )
    return [
        _place("help-elsewhere", snippet=url, here=", ".join(sorted(found)), there=usual)
        for url, found in places
        if usual not in found
    ]


def _ways(ways: Iterable[object]) -> list[Place]:
    most = max((int(one) for one in ways if isinstance(one, int)), default=0)
    return [] if most >= 2 else [_place("one-way-only", snippet="", ways=most)]


def _place(rule: str, *, snippet: str, **measured: object) -> Place:
    return Place(snippet=snippet[:300], says=RULES[rule].filled(measured), rule=rule)


def _told(site: Site, fact: str, places: list[Place], *, enough: bool) -> Observation:
    if not enough:
        hidden = any(page.problem is not None for page in site.pages)
        outcome = Outcome.COULD_NOT if hidden else Outcome.NOT_APPLICABLE
        return Observation(fact=fact, url=site.home, outcome=outcome, note=TOO_FEW)
    return Observation(
        fact=fact,
        url=site.home,
        value=len(places),
        places=tuple(places[:PLACES_KEPT]),
        found=len(places),
    )
