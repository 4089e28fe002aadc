"""Observations from what was seen: counted places, plain values, what could not be seen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from motcua.evaluation.rules.looking.masking import hidden
from motcua.evaluation.values.observations import (
    PLACES_KEPT,
    SNIPPET,
    Observation,
    Outcome,
    Place,
    Value,
)
from motcua.kernel.words import Sentence


def value(
    fact: str,
    url: str,
    seen: Value,
    *,
    note: Sentence | None = None,
    places: Sequence[Place] = (),
) -> Observation:
    """Tell a value."""
    kept = tuple(places[:PLACES_KEPT])
    return Observation(fact=fact, url=url, value=seen, note=note, places=kept, found=len(places))


def counted(
    fact: str, url: str, places: Iterable[Place], *, note: Sentence | None = None
) -> Observation:
    """Tell how many places there are, and the first of them."""
    every = tuple(places)
    return value(fact, url, len(every), note=note, places=every)


def holds(
    fact: str, url: str, places: Iterable[Place], *, note: Sentence | None = None
) -> Observation:
    """Tell that something holds, which it does where nothing speaks against it."""
    against = tuple(places)
    return value(fact, url, not against, note=note, places=against)


def not_here(fact: str, url: str, why: Sentence) -> Observation:
    """Tell that a fact does not apply."""
    return Observation(fact=fact, url=url, outcome=Outcome.NOT_APPLICABLE, note=why)


def unseen(fact: str, url: str, why: Sentence) -> Observation:
    """Tell that a fact could not be seen."""
    return Observation(fact=fact, url=url, outcome=Outcome.COULD_NOT, note=why)


def place(rule: str, says: Sentence, *, selector: str = "", snippet: str = "") -> Place:
    """Make a place; its snippet is cut to length, numbers and addresses of persons masked."""
    return Place(selector=selector, snippet=hidden(snippet[:SNIPPET]), says=says, rule=rule)


def at(found: Mapping[str, Any], rule: str, says: Sentence) -> Place:
    """Make a place of what a script of ours gave: `selector`, `snippet`, and `box` if any."""
    box = found.get("box")
    left, top, width, height = box or (0, 0, 0, 0)
    return Place(
        selector=str(found.get("selector", ""))[:SNIPPET],
        snippet=hidden(str(found.get("snippet", ""))[:SNIPPET]),
        says=says,
        box=(left, top, width, height) if box else None,
        rule=rule,
    )
