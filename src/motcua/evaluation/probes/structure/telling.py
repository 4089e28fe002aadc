"""How the six areas that read a page's words see it once, tell facts, and leave marks for later."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from motcua.evaluation.probes.visits import OnPage, OnSite, Site, Unanswered, Visit
from motcua.evaluation.rules.looking.finding_outline import Item, Outline, outline_of
from motcua.evaluation.values.facts import (
    Area,
    Better,
    FactCard,
    Scope,
    Severity,
    Source,
    Unit,
)
from motcua.evaluation.values.observations import (
    PLACES_KEPT,
    Observation,
    Outcome,
    Place,
    Value,
)
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

MOST = 500
"""Links of a page that are read one by one; the rest is counted."""
UNREAD = Sentence("Không đọc được nội dung trang.", "The page's content could not be read.")
BROKE = Sentence(
    "Phần xem này dừng giữa chừng vì trang có nội dung bất thường.",
    "This look stopped half-way because the page has something unusual.",
)
Left = tuple[str, PageKind, Any]
"""What a page left: its address, its kind, what it left."""


@cache
def _script() -> str:
    return (Path(__file__).parent / "outline.js").read_text(encoding="utf-8")


def outlined(visit: Visit) -> Outline | None:
    """Read a page once for every area; None where it does not answer."""

    def make() -> Outline | None:
        try:
            return outline_of(visit.ask(_script(), MOST))
        except Unanswered:
            return None

    page: Outline | None = visit.once("outline", make)
    return page


def leave(visit: Visit, area: Area, told: Any) -> None:
    """Leave something (as JSON has it) for the look at the portal as a whole."""
    visit.shared[f"site.{area.value}"] = {"kind": visit.kind.value, "told": told}


def left(site: Site, area: Area) -> list[Left]:
    """Give what pages left under an area, in the order in which they were seen."""
    return [
        (one["url"], PageKind(one["value"]["kind"]), one["value"]["told"])
        for one in site.shared.get(f"site.{area.value}", ())
    ]


# ---------------------------------------------------------------- telling
def told(
    fact: str,
    url: str,
    value: Value,
    *,
    places: Iterable[Place] = (),
    note: Sentence | None = None,
    found: int | None = None,
) -> Observation:
    """Tell a fact that was measured, with its first places."""
    all_places = tuple(places)
    return Observation(
        fact=fact,
        url=url,
        value=value,
        note=note,
        places=all_places[:PLACES_KEPT],
        found=len(all_places) if found is None else found,
    )


def unseen(fact: str, url: str, why: Sentence) -> Observation:
    """Tell that a fact could not be seen."""
    return Observation(fact=fact, url=url, outcome=Outcome.COULD_NOT, note=why)


def absent(fact: str, url: str, why: Sentence) -> Observation:
    """Tell that there was nothing to see."""
    return Observation(fact=fact, url=url, outcome=Outcome.NOT_APPLICABLE, note=why)


def places_of(items: Iterable[Item], says: Sentence | None = None) -> tuple[Place, ...]:
    """Give the places of what was found."""
    return tuple(one.place(says) for one in items)


Look = Callable[[Visit, Outline], Iterable[Observation]]


def on_page(look: Look, facts: Callable[[PageKind], Sequence[str]]) -> OnPage:
    """Make a look at an outline into one at a page that never raises.

    `facts` gives the facts that are told of a page of a kind, also where it cannot be read.
    """

    def see(visit: Visit) -> Iterator[Observation]:
        page = outlined(visit)
        if page is None:
            yield from (unseen(fact, visit.url, UNREAD) for fact in facts(visit.kind))
            return
        done: set[str] = set()
        try:
            for one in look(visit, page):
                done.add(one.fact)
                yield one
        except Exception:  # noqa: BLE001 -- whatever a hostile page brings about is an observation
            rest = (fact for fact in facts(visit.kind) if fact not in done)
            yield from (unseen(fact, visit.url, BROKE) for fact in rest)

    return see


def on_site(look: Callable[[Site], Iterable[Observation]], facts: Sequence[str]) -> OnSite:
    """Make a look at a portal into one that never raises."""

    def see(site: Site) -> Iterator[Observation]:
        done: set[str] = set()
        try:
            for one in look(site):
                done.add(one.fact)
                yield one
        except Exception:  # noqa: BLE001 -- whatever a hostile portal brings about is an observation
            rest = (fact for fact in facts if fact not in done)
            yield from (unseen(fact, site.home, BROKE) for fact in rest)

    return see


# ---------------------------------------------------------------- cards
class Cards:
    """Cards of one area, written line by line and kept in their order."""

    def __init__(self, area: Area) -> None:
        self.area = area
        self.all: list[FactCard] = []

    def add(  # noqa: PLR0913 -- a card has this many parts
        self,
        name: str,
        says: Sentence,
        remedy: Sentence,
        *,
        sources: tuple[Source, ...],
        scope: Scope = Scope.PAGE,
        unit: Unit = Unit.YES_NO,
        better: Better = Better.MORE,
        limit: bool | float | None = True,
        severity: Severity = Severity.MODERATE,
    ) -> None:
        """Add a card: what is seen, how to mend it, where it is written."""
        self.all.append(
            FactCard(
                code=f"{self.area.value}.{name}",
                area=self.area,
                name=says,
                scope=scope,
                unit=unit,
                better=better,
                severity=severity,
                remedy=remedy,
                limit=None if better is Better.NEITHER else limit,
                sources=sources,
            )
        )
