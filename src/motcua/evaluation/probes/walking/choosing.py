"""Which page comes next: a pure rule of what was seen so far."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from motcua.evaluation.probes.walking.addresses import canonical, is_page, key, shape, site
from motcua.evaluation.probes.walking.classifying import LEAST, of_link
from motcua.evaluation.probes.walking.reading import Link, Seen
from motcua.evaluation.rules.looking.masking import personal
from motcua.evaluation.values.pages import PageKind

DEPTH = 3
"""Clicks from the first address."""
TRIES = 2
"""Pages that are opened in search of one kind, before others have their turn."""
OF_A_SHAPE = 3
"""Pages of one shape of address that are not procedures: calendars have no end."""
NUMBERED = 40
"""Addresses of one shape, numbers aside, that are kept as candidates at all."""

WANTED = tuple(kind for kind in PageKind if kind not in {PageKind.HOME, PageKind.OTHER})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page to look at: the link that leads to it, what it is expected to be, clicks from home."""

    link: Link
    kind: PageKind
    depth: int


@dataclass(frozen=True, slots=True)
class Step:
    """A page that was looked at, as a walk needs to know it.

    kind     what it turned out to be; None where nothing could be seen
    counted  whether it was a page of its own: no file, no other address of a page seen before
    """

    chosen: Chosen
    final_url: str
    kind: PageKind | None
    seen: Seen
    counted: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    link: Link
    depth: int
    place: int


@dataclass(slots=True)
class Walk:
    """A walk through one portal. Ask `next`, look, tell `took`; again until None.

    seeds   addresses that are to be looked at first; their hosts belong to the portal
    hints   addresses of its sitemap
    allows  what robots.txt says
    """

    home: str
    pages: int
    seeds: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    allows: Callable[[str], bool] = lambda _: True
    sites: set[str] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)
    _candidates: dict[str, _Candidate] = field(default_factory=dict)
    _met: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)
    _tried: Counter[PageKind] = field(default_factory=Counter)
    _shapes: Counter[str] = field(default_factory=Counter)
    _numbered: Counter[str] = field(default_factory=Counter)
    _filled: set[PageKind] = field(default_factory=set)
    _looked: int = 0
    _steps: int = 0

    def __post_init__(self) -> None:
        """Take the hosts of what was named."""
        self.sites |= {site(one) for one in (self.home, *self.seeds)}

    def next(self) -> Chosen | None:
        """Give the page to look at next, None at the end."""
        if self._steps == 0:
            return Chosen(Link(self.home, ""), PageKind.HOME, 0)
        if self._looked >= self.pages or self._steps >= 2 * self.pages + 5:
            return None
        for seed in self.seeds:
            if key(seed) not in self._taken:
                link = Link(seed, "")
                return Chosen(link, _best(link), 1)
        return self._wanted() or self._more()

    def took(self, step: Step) -> None:
        """Take note of a page that was looked at."""
        self._steps += 1
        self._taken |= {key(step.chosen.link.url), key(canonical(step.final_url) or self.home)}
        self._shapes[shape(step.chosen.link.url, slugs=True)] += 1
        self._tried[step.chosen.kind] += 1
        self._looked += step.counted
        if step.kind is not None and not _only_begins(step):
            self._filled.add(step.kind)
        if step.chosen.kind is PageKind.HOME:
            for number, url in enumerate(self.hints):
                self._meet(Link(canonical(url), ""), depth=1, place=10**6 + number)
        for number, link in enumerate(_ways(step.seen)):
            self._meet(link, depth=step.chosen.depth + 1, place=self._steps * 10_000 + number)

    def is_known(self, url: str) -> bool:
        """Whether a page was looked at already, under this address or one that led to it."""
        return key(canonical(url) or url) in self._taken

    def told(self) -> dict[str, int]:
        """Say how many addresses were not looked at, by the reason."""
        left = Counter(self.left_out)
        beyond = sum(one not in self._taken for one in self._candidates)
        if beyond:
            left["beyond_budget"] += beyond
        return dict(sorted(left.items()))

    # ------------------------------------------------------------ candidates
    def _meet(self, link: Link, *, depth: int, place: int) -> None:
        name = key(link.url) if link.url else ""
        if not name or name in self._met:
            self._call(name, link, depth)
            return
        self._met.add(name)
        why = self._why_not(link, depth)
        if why:
            self.left_out[why] += 1
        else:
            self._candidates[name] = _Candidate(link, depth, place)

    def _call(self, name: str, link: Link, depth: int) -> None:
        """Know a candidate by the link that says most of it."""
        known = self._candidates.get(name)
        if known and max(of_link(link).values(), default=0) > max(
            of_link(known.link).values(), default=0
        ):
            self._candidates[name] = _Candidate(link, min(known.depth, depth), known.place)

    def _why_not(self, link: Link, depth: int) -> str:
        if site(link.url) not in self.sites:
            return "other_site"
        if personal(link.url):
            return "personal"
        if not is_page(link.url):
            return "not_a_page"
        if depth > DEPTH:
            return "too_deep"
        if not self.allows(link.url):
            return "robots"
        self._numbered[shape(link.url)] += 1
        return "same_shape" if self._numbered[shape(link.url)] > NUMBERED else ""

    # ------------------------------------------------------------ the choice
    def _wanted(self) -> Chosen | None:
        for kind in WANTED:
            if kind in self._filled or self._tried[kind] >= TRIES:
                continue
            for candidate in self._of(kind):
                return Chosen(candidate.link, kind, candidate.depth)
        return None

    def _more(self) -> Chosen | None:
        """Give another procedure; else another list of services, which leads to some; else what
        is left, a few of each shape."""
        for kind in (PageKind.PROCEDURE, PageKind.SERVICES):
            for candidate in self._of(kind):
                if kind is PageKind.PROCEDURE or self._is_fresh(candidate):
                    return Chosen(candidate.link, kind, candidate.depth)
        rest = sorted(self._open(), key=lambda one: (one.depth, one.place, one.link.url))
        for candidate in rest:
            if self._is_fresh(candidate):
                return Chosen(candidate.link, _best(candidate.link), candidate.depth)
        return None

    def _is_fresh(self, candidate: _Candidate) -> bool:
        return self._shapes[shape(candidate.link.url, slugs=True)] < OF_A_SHAPE

    def _open(self) -> Iterator[_Candidate]:
        return (one for name, one in self._candidates.items() if name not in self._taken)

    def _of(self, kind: PageKind) -> list[_Candidate]:
        """Give the candidates of a kind, the surest first, then the nearest."""
        found = []
        for candidate in self._open():
            weights = of_link(candidate.link)
            weight = weights.get(kind, 0)
            if weight >= LEAST and weight >= max(weights.values()) - 1:
                found.append((-weight, candidate.depth, candidate.place, candidate))
        return [one[-1] for one in sorted(found, key=lambda one: one[:3])]


def _only_begins(step: Step) -> bool:
    """Whether a page is the beginning of a form that asks nothing yet: the form may be behind."""
    fields = step.seen.fields
    asked = fields is None or any(fields.get(one, 0) for one in ("text", "area", "file", "choice"))
    return step.kind is PageKind.FORM and not asked


def _ways(seen: Seen) -> Iterator[Link]:
    yield from seen.links
    for url in seen.searches:
        yield Link(url, "Tìm kiếm")


def _best(link: Link) -> PageKind:
    weights = of_link(link)
    order = list(PageKind)
    best = max(order, key=lambda kind: (weights.get(kind, 0), -order.index(kind)))
    return best if weights.get(best, 0) >= LEAST else PageKind.OTHER
