"""Reading a measure: what was measured of its facts, what was not seen, what is lacking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.rules.judging.seeing import Seen, exact, good, measured
from motcua.evaluation.rules.judging.wording import joined
from motcua.evaluation.values.criteria import Measure
from motcua.evaluation.values.facts import FactCard, Scope, Unit
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.kernel.words import Sentence

YES, NO = Fraction(1), Fraction(0)
_SILENT = {Outcome.NOT_APPLICABLE, Outcome.COULD_NOT}


class FactUnknown(LookupError):
    """A criterion reads a fact that no probe finds; the linter of criteria should have said so."""


@dataclass(frozen=True, slots=True)
class One:
    """One measured observation with its card."""

    card: FactCard
    url: str
    good: bool
    number: Fraction


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure read: what was measured, and which facts nobody saw on any page.

    why     why something does not apply or could not be seen
    remark  what was noted of something that is not right
    """

    cards: tuple[FactCard, ...]
    ones: tuple[One, ...]
    unseen: tuple[FactCard, ...]
    why: Sentence | None
    remark: Sentence | None = None

    @property
    def unit(self) -> Unit:
        """The unit of the facts."""
        return self.cards[0].unit

    @property
    def of_the_portal(self) -> bool:
        """Whether every fact is one of the portal as a whole."""
        return all(card.scope is Scope.SITE for card in self.cards)

    @property
    def bad(self) -> tuple[One, ...]:
        """What is on the wrong side of its limit."""
        return tuple(one for one in self.ones if not one.good)


def read(measure: Measure, found: Seen, facts: Mapping[str, FactCard]) -> Reading:
    """Read what was observed of the facts of a measure; raises FactUnknown."""
    cards, ones, unseen, whys, remarks = [], [], [], [], []
    lacking = _lacking(measure, found, facts)
    for code in measure.facts:
        card = _card(code, facts)
        cards.append(card)
        observations = found.of(card, measure.kinds)
        there = [_one(card, one) for one in measured(card, observations)]
        absent = [one for one in observations if one.outcome is Outcome.NOT_APPLICABLE]
        if lacking:
            there += [One(card, one.url, good=False, number=NO) for one in absent]
        ones += there
        whys += [one.note for one in observations if one.note and one.outcome in _SILENT]
        bad = {one.url for one in there if not one.good}
        remarks += [one.note for one in observations if one.note and one.url in bad]
        if not there and not absent:
            unseen.append(card)
    remark = _lacks(lacking) if lacking else _first(remarks)
    return Reading(tuple(cards), tuple(ones), tuple(unseen), _first(whys), remark)


def _card(code: str, facts: Mapping[str, FactCard]) -> FactCard:
    if code not in facts:
        raise FactUnknown(code)
    return facts[code]


def _lacking(measure: Measure, found: Seen, facts: Mapping[str, FactCard]) -> list[FactCard]:
    """Name what the facts need and the portal was seen not to have on any page."""
    lacking = []
    for code in measure.needs:
        card = _card(code, facts)
        values = [one.value for one in measured(card, found.of(card)) if one.value is not None]
        if values and not any(good(card, value) for value in values):
            lacking.append(card)
    return lacking


def _lacks(cards: Iterable[FactCard]) -> Sentence:
    names = names_of(cards)
    return Sentence(f"chưa có điều cần trước: {names.vi}", f"what it needs first: {names.en}")


def _one(card: FactCard, observation: Observation) -> One:
    value = observation.value if observation.value is not None else False
    number = exact(value)
    is_good = good(card, value)
    return One(card, observation.url, is_good, Fraction(is_good) if number is None else number)


def _first(whys: Iterable[Sentence]) -> Sentence | None:
    return min(whys, key=lambda one: one.vi, default=None)


def pages_of(ones: Iterable[One]) -> int:
    """Count the pages."""
    return len({one.url for one in ones})


def cards_of(ones: Iterable[One]) -> list[FactCard]:
    """Give the facts, each once."""
    return list({one.card.code: one.card for one in ones}.values())


def names_of(cards: Iterable[FactCard]) -> Sentence:
    """Name facts in a row."""
    return joined(*(card.name for card in cards), by=", ")
