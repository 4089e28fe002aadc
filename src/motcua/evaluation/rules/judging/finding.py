"""Finding: facts on the wrong side of their limits, what they cost, what to mend first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from motcua.evaluation.rules.judging.seeing import Observed, Seen, exact, good, measured, seen
from motcua.evaluation.values.criteria import CriteriaSet, Criterion
from motcua.evaluation.values.facts import Better, FactCard, Severity
from motcua.evaluation.values.findings import Finding, PlaceOn
from motcua.evaluation.values.observations import PLACES_KEPT, Observation, Value
from motcua.evaluation.values.pages import PageKind
from motcua.evaluation.values.scores import Result, Standing
from motcua.kernel.words import Sentence

_WORST_FIRST = {severity: place for place, severity in enumerate(Severity)}


def findings(
    observed: Observed,
    facts: Mapping[str, FactCard],
    *,
    criteria_set: CriteriaSet | None = None,
    result: Result | None = None,
    kinds: Mapping[str, PageKind] | None = None,
) -> tuple[Finding, ...]:
    """Give every fault, worst first, a fact with finer rules one rule at a time.

    With a set each names the criteria that read it; with a result also the points it cost.
    """
    found = seen(observed, kinds)
    readers = _readers(criteria_set)
    every = [
        one
        for code in sorted(found.by_fact)
        if code in facts and facts[code].better is not Better.NEITHER
        for one in _of_fact(facts[code], found, readers.get(code, ()))
    ]
    weighed = every if result is None else _weighed(every, result)
    return tuple(sorted(weighed, key=_order))


def five_things(result: Result, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the five things to mend first: by points to win, then severity, then people hurt."""
    return tuple(sorted(_weighed(tuple(found), result), key=_gain)[:5])


def _order(finding: Finding) -> tuple[object, ...]:
    return (_WORST_FIRST[finding.severity], *_hurt(finding))


def _gain(finding: Finding) -> tuple[object, ...]:
    return (-finding.lost, *_order(finding))


def _hurt(finding: Finding) -> tuple[object, ...]:
    return (-len(finding.pages), -finding.found, finding.card.code, finding.rule)


def _readers(criteria_set: CriteriaSet | None) -> Mapping[str, tuple[Criterion, ...]]:
    readers: dict[str, list[Criterion]] = defaultdict(list)
    for criterion in criteria_set.criteria if criteria_set else ():
        measure = criterion.measure
        for code in dict.fromkeys((*measure.facts, *measure.needs)) if measure else ():
            readers[code].append(criterion)
    return {code: tuple(those) for code, those in readers.items()}


# ----------------------------------------------------------------- faults of one fact


@dataclass(slots=True)
class _Rule:
    """What is known of one rule of a fact so far."""

    observations: list[Observation]
    places: list[PlaceOn]
    found: int


def _of_fact(card: FactCard, found: Seen, readers: tuple[Criterion, ...]) -> list[Finding]:
    bad = [one for one in measured(card, found.of(card)) if not _good(card, one)]
    made: dict[str, _Rule] = {}
    for one in bad:
        for rule, (places, count) in _by_rule(one).items():
            kept = made.setdefault(rule, _Rule([], [], 0))
            kept.observations.append(one)
            kept.places += places
            kept.found += count
    return [_finding(card, rule, kept, found=found, readers=readers) for rule, kept in made.items()]


def _good(card: FactCard, one: Observation) -> bool:
    return one.value is None or good(card, one.value)


def _by_rule(one: Observation) -> Mapping[str, tuple[list[PlaceOn], int]]:
    """Part an observation by the rules of its places.

    Places beyond those kept are counted to the rule that has most of the kept ones.
    """
    kept: dict[str, list[PlaceOn]] = defaultdict(list)
    for place in one.places[:PLACES_KEPT]:
        kept[place.rule].append(PlaceOn(url=one.url, place=place))
    if not kept:
        return {"": ([], max(one.found, 1))}
    beyond = max(0, one.found - sum(len(places) for places in kept.values()))
    most = max(sorted(kept), key=lambda rule: len(kept[rule]))
    return {
        rule: (places, len(places) + (beyond if rule == most else 0))
        for rule, places in kept.items()
    }


def _finding(
    card: FactCard, rule: str, kept: _Rule, *, found: Seen, readers: tuple[Criterion, ...]
) -> Finding:
    return Finding(
        card=card,
        severity=card.severity,
        rule=rule,
        worst=_worst(card, [one.value for one in kept.observations if one.value is not None]),
        pages=tuple(sorted({one.url for one in kept.observations})),
        places=tuple(kept.places),
        found=kept.found,
        notes=_notes(kept.observations),
        evidence=tuple(dict.fromkeys(each for one in kept.observations for each in one.evidence)),
        criteria=tuple(one.code for one in readers if _reads(one, card, kept=kept, found=found)),
    )


def _reads(criterion: Criterion, card: FactCard, *, kept: _Rule, found: Seen) -> bool:
    measure = criterion.measure
    if measure is None:
        return False
    there = found.of(card, measure.kinds if card.code in measure.facts else ())
    return any(one in there for one in kept.observations)


def _worst(card: FactCard, values: list[Value]) -> Value | None:
    numbers = [(number, value) for value in values if (number := exact(value)) is not None]
    if not numbers:
        return values[0] if values else None
    pick = max if card.better is Better.LESS else min
    return pick(numbers, key=lambda each: each[0])[1]


def _notes(observations: Iterable[Observation]) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(one.note for one in observations if one.note is not None))


# ----------------------------------------------------------------- what they cost


def _weighed(found: Iterable[Finding], result: Result) -> list[Finding]:
    """Share what each criterion lost evenly among the facts that it lost it by, and their rules."""
    found = list(found)
    facts: dict[str, set[str]] = defaultdict(set)
    rules: dict[str, int] = defaultdict(int)
    for one in found:
        rules[one.card.code] += 1
        for code in one.criteria:
            facts[code].add(one.card.code)
    lost = {
        score.code: score.most - score.points
        for score in result.criteria
        if score.standing is Standing.JUDGED and not score.overridden
    }
    return [
        replace(
            one,
            lost=sum(
                (
                    lost.get(code, Fraction(0)) / len(facts[code]) / rules[one.card.code]
                    for code in one.criteria
                ),
                Fraction(0),
            ),
        )
        for one in found
    ]
