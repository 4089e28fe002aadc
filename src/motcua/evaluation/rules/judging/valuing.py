"""Valuing: one value of a criterion out of the observations that it reads, and why it is that."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from motcua.evaluation.rules.judging.seeing import Observed, Seen, exact, good, measured, seen
from motcua.evaluation.rules.judging.wording import asked, joined, percent, quantity
from motcua.evaluation.values.criteria import Criterion, How, Measure
from motcua.evaluation.values.facts import Better, FactCard, Unit
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.scores import Standing
from motcua.kernel.words import Sentence

Valued = tuple[Fraction | None, Standing, Sentence]
_YES, _NO = Fraction(1), Fraction(0)


class FactUnknown(LookupError):
    """A criterion reads a fact that no probe finds; the linter of criteria should have said so."""


@dataclass(frozen=True, slots=True)
class _One:
    """One measured observation with its card."""

    card: FactCard
    url: str
    good: bool
    number: Fraction


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a measure read: what was measured, and which facts nobody saw on any page.

    why     why something does not apply or could not be seen
    remark  what was noted of something that is not right
    """

    cards: tuple[FactCard, ...]
    ones: tuple[_One, ...]
    unseen: tuple[FactCard, ...]
    why: Sentence | None
    remark: Sentence | None = None

    @property
    def unit(self) -> Unit:
        return self.cards[0].unit

    @property
    def bad(self) -> tuple[_One, ...]:
        return tuple(one for one in self.ones if not one.good)


def value_of(
    criterion: Criterion, observed: Observed, facts: Mapping[str, FactCard]
) -> tuple[Fraction | None, Standing, Sentence]:
    """Give the value that an automatic criterion's scale reads, whether it could be judged, why.

    What was never seen is never good: where a fact that matters was not seen anywhere, the
    criterion stays open. Raises FactUnknown.
    """
    if criterion.measure is None:
        return None, Standing.OPEN, Sentence("Chưa có người đánh giá.", "Nobody has judged it yet.")
    reading = _read(criterion.measure, seen(observed), facts)
    if not reading.ones and not reading.unseen:
        return None, Standing.NOT_APPLICABLE, reading.why or _NOTHING
    value, said = _HOWS[criterion.measure.how](reading)
    if value is None:
        return None, Standing.OPEN, _unseen(reading)
    measure_says = asked(criterion.scale, _unit_of(criterion.measure.how, reading))
    found_well = criterion.measure.how is How.ANY and value == _YES
    remark = reading.remark if reading.bad and not found_well else None
    return value, Standing.JUDGED, _sentences(joined(said, measure_says), remark)


def _read(measure: Measure, found: Seen, facts: Mapping[str, FactCard]) -> _Reading:
    cards, ones, unseen, whys, remarks = [], [], [], [], []
    lacking = _lacking(measure, found, facts)
    for code in measure.facts:
        card = _card(code, facts)
        cards.append(card)
        observations = found.of(card, measure.kinds)
        there = [_one(card, one) for one in measured(card, observations)]
        absent = [one for one in observations if one.outcome is Outcome.NOT_APPLICABLE]
        if lacking:
            there += [_One(card, one.url, good=False, number=_NO) for one in absent]
        ones += there
        whys += [one.note for one in observations if one.note and one.outcome in _SILENT]
        bad = {one.url for one in there if not one.good}
        remarks += [one.note for one in observations if one.note and one.url in bad]
        if not there and not absent:
            unseen.append(card)
    remark = _lacks(lacking) if lacking else _first(remarks)
    return _Reading(tuple(cards), tuple(ones), tuple(unseen), _first(whys), remark)


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
    names = _names(cards)
    return Sentence(f"chưa có điều cần trước: {names.vi}", f"what it needs first: {names.en}")


_SILENT = {Outcome.NOT_APPLICABLE, Outcome.COULD_NOT}
_NOTHING = Sentence(
    "Cổng không có gì để áp dụng tiêu chí này.", "There is nothing on the portal that it concerns."
)


def _one(card: FactCard, observation: Observation) -> _One:
    value = observation.value if observation.value is not None else False
    number = exact(value)
    is_good = good(card, value)
    return _One(card, observation.url, is_good, Fraction(is_good) if number is None else number)


def _first(whys: Iterable[Sentence]) -> Sentence | None:
    return min(whys, key=lambda one: one.vi, default=None)


# ------------------------------------------------------------------ how one value is made of many

_Said = tuple[Fraction | None, Sentence]


def _any(reading: _Reading) -> _Said:
    there = [one for one in reading.ones if one.good]
    if there:
        where = min(there, key=lambda one: (one.url, one.card.code))
        return _YES, Sentence(
            f"có: {where.card.name.vi} ({where.url})", f"yes: {where.card.name.en} ({where.url})"
        )
    if reading.unseen:
        return None, _NOTHING
    names, count = _names(reading.cards), _pages(reading.ones)
    return _NO, Sentence(
        f"không tìm thấy trên {count} trang đã xem: {names.vi}",
        f"not found on the {count} pages looked at: {names.en}",
    )


def _all(reading: _Reading) -> _Said:
    count = _pages(reading.ones)
    if bad := reading.bad:
        worst, names = _pages(bad), _names(_cards(bad))
        return _NO, Sentence(
            f"chưa đạt trên {worst} trong {count} trang: {names.vi}",
            f"not so on {worst} of {count} pages: {names.en}",
        )
    if reading.unseen:
        return None, _NOTHING
    return _YES, Sentence(f"đạt trên cả {count} trang đã xem", f"so on all {count} pages looked at")


def _each(reading: _Reading) -> _Said:
    if reading.unseen:
        return None, _NOTHING
    wanted = _cards(reading.ones)
    have = {one.card.code for one in reading.ones if one.good}
    missing = [card for card in wanted if card.code not in have]
    value = Fraction(len(wanted) - len(missing), len(wanted))
    said = Sentence(
        f"có {len(have)} trong {len(wanted)} điều cần có",
        f"{len(have)} of {len(wanted)} things are there",
    )
    if not missing:
        return value, said
    names = _names(missing)
    return value, joined(said, Sentence(f"còn thiếu: {names.vi}", f"missing: {names.en}"))


def _share_good(reading: _Reading) -> _Said:
    if reading.unseen:
        return None, _NOTHING
    count, bad = _pages(reading.ones), _pages(reading.bad)
    value = Fraction(count - bad, count)
    share = percent(value)
    return value, Sentence(
        f"{count - bad} trong {count} trang đạt ({share.vi})",
        f"{count - bad} of {count} pages are right ({share.en})",
    )


def _median(reading: _Reading) -> _Said:
    if reading.unseen:
        return None, _NOTHING
    value = median([one.number for one in reading.ones])
    said = quantity(value, reading.unit)
    return value, Sentence(
        f"giá trị giữa của {len(reading.ones)} lần đo là {said.vi}",
        f"the median of {len(reading.ones)} measurements is {said.en}",
    )


def _worst(reading: _Reading) -> _Said:
    if reading.unseen:
        return None, _NOTHING
    less = reading.cards[0].better is Better.LESS
    one = (max if less else min)(reading.ones, key=lambda one: one.number)
    said = quantity(one.number, reading.unit)
    where = min(each.url for each in reading.ones if each.number == one.number)
    return one.number, Sentence(
        f"chỗ kém nhất là {said.vi} ({where})", f"the worst is {said.en} ({where})"
    )


def _total(reading: _Reading) -> _Said:
    if reading.unseen:
        return None, _NOTHING
    value = sum((one.number for one in reading.ones), Fraction(0))
    said = quantity(value, Unit.COUNT if reading.unit is Unit.YES_NO else reading.unit)
    count = _pages(reading.ones)
    return value, Sentence(
        f"cộng cả {count} trang là {said.vi}", f"{said.en} on {count} pages together"
    )


_HOWS: Mapping[How, Callable[[_Reading], _Said]] = {
    How.ANY: _any,
    How.ALL: _all,
    How.EACH: _each,
    How.SHARE_GOOD: _share_good,
    How.MEDIAN: _median,
    How.WORST: _worst,
    How.TOTAL: _total,
}


def _unit_of(how: How, reading: _Reading) -> Unit:
    if how in {How.ANY, How.ALL}:
        return Unit.YES_NO
    return Unit.SHARE if how in {How.EACH, How.SHARE_GOOD} else reading.unit


def _pages(ones: Iterable[_One]) -> int:
    return len({one.url for one in ones})


def _cards(ones: Iterable[_One]) -> list[FactCard]:
    return list({one.card.code: one.card for one in ones}.values())


def _names(cards: Iterable[FactCard]) -> Sentence:
    return joined(*(card.name for card in cards), by=", ")


def _unseen(reading: _Reading) -> Sentence:
    names = _names(reading.unseen)
    said = Sentence(f"chưa xem được: {names.vi}", f"could not be seen: {names.en}")
    return _sentences(said, reading.why)


def _sentences(*said: Sentence | None) -> Sentence:
    """Begin each with a capital letter and end it with a full stop."""
    there = [one for one in said if one is not None]
    return joined(*(Sentence(_whole(one.vi), _whole(one.en)) for one in there), by=" ")


def _whole(text: str) -> str:
    return (text[:1].upper() + text[1:]).rstrip(". ") + "."
