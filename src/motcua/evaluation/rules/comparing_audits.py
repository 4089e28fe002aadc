"""Whether two looks at a portal that did not change told the same, their order included.

Not compared: when and how long; boxes and pictures of places, which show the same place a pixel or
a moving frame apart; kept files, which hold the times of each request.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from motcua.evaluation.values.audits import Audit, PageRecord
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.observations import Observation, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that two audits tell differently.

    what    `value`, `places`, `note`, `outcome`, `page`, `order`, `left_out`
    within  whether the noise that the fact's card states explains it
    """

    what: str
    fact: str = ""
    url: str = ""
    first: str = ""
    second: str = ""
    within: bool = False


def differences(
    first: Audit, second: Audit, facts: Mapping[str, FactCard]
) -> tuple[Difference, ...]:
    """Give what differs, in the order of the first audit; nothing where they tell the same."""
    return (*_left_out(first, second), *_pages(first, second), *_observed(first, second, facts))


def steady(card: FactCard) -> bool:
    """Say whether a fact is to be the very same at every look."""
    return not (card.noise or card.noise_floor)


def within(card: FactCard, first: Value | None, second: Value | None) -> bool:
    """Say whether two values lie no further apart than the card of their fact states."""
    if not (isinstance(first, int | float) and isinstance(second, int | float)):
        return first == second
    allowed = max(card.noise * max(abs(first), abs(second)), card.noise_floor)
    return abs(first - second) <= allowed


def _left_out(first: Audit, second: Audit) -> Iterator[Difference]:
    one, two = dict(first.left_out), dict(second.left_out)
    if one != two:
        yield Difference(what="left_out", first=str(one), second=str(two))


def _pages(first: Audit, second: Audit) -> Iterator[Difference]:
    for one, two in zip_longest(first.pages, second.pages):
        if one is None or two is None or _page(one) != _page(two):
            here, there = ("" if page is None else str(_page(page)) for page in (one, two))
            url = (one or two).url if one or two else ""
            yield Difference(what="page", url=url, first=here, second=there)


def _page(one: PageRecord) -> tuple[object, ...]:
    return (
        *(one.url, one.final_url, one.kind.value, one.title, one.status),
        *(one.problem, one.withheld, bool(one.picture)),
    )


def _observed(first: Audit, second: Audit, facts: Mapping[str, FactCard]) -> Iterator[Difference]:
    one, two = first.observations, second.observations
    if _order(one) != _order(two):
        yield from _disorder(one, two)
        return
    for here, there in zip(one, two, strict=True):
        yield from _differ(here, there, facts.get(here.fact))


def _order(found: Sequence[Observation]) -> list[tuple[str, str]]:
    return [(one.fact, one.url) for one in found]


def _disorder(first: Sequence[Observation], second: Sequence[Observation]) -> Iterator[Difference]:
    one, two = _order(first), _order(second)
    once = [pair for pair in dict.fromkeys((*one, *two)) if (pair in one) != (pair in two)]
    for fact, url in once:
        told = ("seen", "") if (fact, url) in one else ("", "seen")
        yield Difference(what="order", fact=fact, url=url, first=told[0], second=told[1])
    if not once:
        yield Difference(what="order", first=str(len(one)), second=str(len(two)))


def _differ(here: Observation, there: Observation, card: FactCard | None) -> Iterator[Difference]:
    noisy = card is not None and not steady(card)
    for what, one, two in _parts(here, there):
        if one == two:
            continue
        explained = noisy and card is not None and within(card, here.value, there.value)
        yield Difference(
            what=what,
            fact=here.fact,
            url=here.url,
            first=str(one),
            second=str(two),
            within=explained and what != "outcome",
        )


def _parts(here: Observation, there: Observation) -> Iterator[tuple[str, object, object]]:
    yield "outcome", here.outcome.value, there.outcome.value
    yield (
        "value",
        (type(here.value).__name__, here.value),
        (type(there.value).__name__, there.value),
    )
    yield "places", _places(here), _places(there)
    yield "note", here.note, there.note


def _places(one: Observation) -> tuple[object, ...]:
    return (one.found, *((at.selector, at.snippet, at.says, at.rule) for at in one.places))
