"""What a look at a portal would have found: made up from a seed, good to the degree asked for."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from random import Random

from motcua.evaluation.rules import judging
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import Better, FactCard, Scope, Unit
from motcua.evaluation.values.observations import Observation, Place, Value
from motcua.evaluation.values.pages import KIND_TITLES, PageKind
from motcua.kernel.words import Sentence

PAGES: Mapping[PageKind, str] = {
    PageKind.HOME: "",
    PageKind.PROCEDURE: "thu-tuc/1.001193",
    PageKind.FORM: "nop-ho-so/1.001193",
    PageKind.LOOKUP: "tra-cuu",
}
HARD: Mapping[str, float] = {
    "privacy": 0.12,
    "accessibility": 0.55,
    "functions": 0.9,
    "guides": 0.9,
}
"""How well portals do in an area, of what they do elsewhere: as reviews keep finding."""
TOOL = "mo-phong/1"
MADE_UP = Sentence("Số liệu mô phỏng.", "Made up for a demonstration.")


def audit(
    url: str,
    criteria_set: CriteriaSet,
    *,
    quality: float,
    seed: str,
    facts: Mapping[str, FactCard],
    at: datetime,
) -> Audit:
    """Make up an audit that every automatic criterion of a set can be judged by.

    quality  0…1: how often a portal does well what is not hard; `seed` makes it the same each time
    """
    chance = Random(seed)  # noqa: S311 -- a simulation, not a secret
    cards = [facts[code] for code in _wanted(criteria_set) if code in facts]
    addresses = {kind: f"{url}/{path}" for kind, path in PAGES.items()}
    by_page: dict[PageKind, list[Observation]] = {kind: [] for kind in PAGES}
    site: list[Observation] = []
    for card in cards:
        likely = quality * HARD.get(card.area.value, 1.0)
        does_well = chance.random() < likely
        if card.scope is Scope.SITE:
            site.append(_saw(card, addresses[PageKind.HOME], good=does_well))
            continue
        for kind, address in addresses.items():
            good = does_well or chance.random() < likely * 0.6
            by_page[kind].append(_saw(card, address, good=good))
    return Audit(
        url=addresses[PageKind.HOME],
        begun_at=at,
        ended_at=at + timedelta(minutes=2),
        tool=TOOL,
        browser=TOOL,
        manner=Manner(pages=len(PAGES)),
        pages=tuple(
            PageRecord(
                url=addresses[kind],
                kind=kind,
                title=KIND_TITLES[kind].vi,
                status=200,
                final_url=addresses[kind],
                observations=tuple(found),
            )
            for kind, found in by_page.items()
        ),
        site=tuple(site),
    )


def _wanted(criteria_set: CriteriaSet) -> Iterable[str]:
    return dict.fromkeys(
        fact for one in criteria_set.criteria if one.measure for fact in one.measure.facts
    )


def _saw(card: FactCard, url: str, *, good: bool) -> Observation:
    if card.better is Better.NEITHER:
        good = True
    value = next((one for one in _values(card) if judging.good(card, one) is good), None)
    bad = () if good else (Place(selector="main", says=MADE_UP),)
    return Observation(
        fact=card.code,
        url=url,
        value=0 if value is None else value,
        places=bad,
        found=len(bad),
    )


def _values(card: FactCard) -> Iterator[Value]:
    """Give values on either side of a card's limit, the likely ones first."""
    if card.unit is Unit.YES_NO:
        yield from (True, False)
    elif card.unit is Unit.WORD:
        yield from ("có", "")
    elif card.unit is Unit.SHARE:
        yield from (1.0, 0.0)
    else:
        limit = float(card.limit or 0)
        yield from (round(limit * 0.6, 2), round(limit * 1.8 + 3, 2), 0)
