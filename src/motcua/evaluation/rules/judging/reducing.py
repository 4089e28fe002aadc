"""Reducing what was measured to one value, each way with the words for it."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from statistics import median

from motcua.evaluation.rules.judging.reading import (
    NO,
    YES,
    One,
    Reading,
    cards_of,
    names_of,
    pages_of,
)
from motcua.evaluation.rules.judging.wording import joined, percent, quantity
from motcua.evaluation.values.criteria import How
from motcua.evaluation.values.facts import Better, FactCard, Scope, Unit
from motcua.kernel.words import Sentence, counted

Said = tuple[Fraction | None, Sentence]
_SEEN_NOTHING = Sentence("", "")


def _any(reading: Reading) -> Said:
    there = [one for one in reading.ones if one.good]
    if there:
        one = min(there, key=lambda one: (one.url, one.card.code))
        at = "" if one.card.scope is Scope.SITE else f" ({one.url})"
        return YES, Sentence(f"có: {one.card.name.vi}{at}", f"yes: {one.card.name.en}{at}")
    if reading.unseen:
        return None, _SEEN_NOTHING
    names, where = names_of(reading.cards), _where(reading)
    return NO, Sentence(
        f"không thấy trên {where.vi}: {names.vi}", f"not found on {where.en}: {names.en}"
    )


def _all(reading: Reading) -> Said:
    count = pages_of(reading.ones)
    if bad := reading.bad:
        names = joined(*(_worst_of(card, bad) for card in cards_of(bad)), by=", ")
        if reading.of_the_portal:
            return NO, Sentence(f"chưa đạt: {names.vi}", f"not so: {names.en}")
        return NO, Sentence(
            f"chưa đạt trên {pages_of(bad)} trong {count} trang: {names.vi}",
            f"not so on {pages_of(bad)} of {counted(count, 'page')}: {names.en}",
        )
    if reading.unseen:
        return None, _SEEN_NOTHING
    if reading.of_the_portal:
        names = names_of(reading.cards)
        return YES, Sentence(f"đạt: {names.vi}", f"so it is: {names.en}")
    where = _where(reading)
    return YES, Sentence(f"đạt trên {where.vi}", f"so on {where.en}")


def _worst_of(card: FactCard, bad: Iterable[One]) -> Sentence:
    """Name a fact with its worst value, where that is more than yes or no."""
    if card.unit in {Unit.YES_NO, Unit.WORD}:
        return card.name
    numbers = [one.number for one in bad if one.card.code == card.code]
    said = quantity(max(numbers) if card.better is Better.LESS else min(numbers), card.unit)
    return Sentence(f"{card.name.vi} ({said.vi})", f"{card.name.en} ({said.en})")


def _where(reading: Reading) -> Sentence:
    if reading.of_the_portal:
        return Sentence("cổng", "the portal")
    count = pages_of(reading.ones)
    return Sentence(f"{count} trang đã xem", f"the {counted(count, 'page')} looked at")


def _each(reading: Reading) -> Said:
    if reading.unseen:
        return None, _SEEN_NOTHING
    wanted = cards_of(reading.ones)
    have = {one.card.code for one in reading.ones if one.good}
    missing = [card for card in wanted if card.code not in have]
    value = Fraction(len(wanted) - len(missing), len(wanted))
    said = Sentence(
        f"có {len(have)} trong {len(wanted)} điều cần có",
        f"{len(have)} of {len(wanted)} things are there",
    )
    if not missing:
        return value, said
    names = names_of(missing)
    return value, joined(said, Sentence(f"còn thiếu: {names.vi}", f"missing: {names.en}"))


def _share_good(reading: Reading) -> Said:
    if reading.unseen:
        return None, _SEEN_NOTHING
    count, bad = pages_of(reading.ones), pages_of(reading.bad)
    value = Fraction(count - bad, count)
    share = percent(value)
    return value, Sentence(
        f"{count - bad} trong {count} trang đạt ({share.vi})",
        f"{count - bad} of {counted(count, 'page')} right ({share.en})",
    )


def _median(reading: Reading) -> Said:
    if reading.unseen:
        return None, _SEEN_NOTHING
    value = median([one.number for one in reading.ones])
    said = quantity(value, reading.unit)
    return value, Sentence(
        f"giá trị giữa của {len(reading.ones)} lần đo là {said.vi}",
        f"the median of {counted(len(reading.ones), 'measurement')} is {said.en}",
    )


def _worst(reading: Reading) -> Said:
    if reading.unseen:
        return None, _SEEN_NOTHING
    less = reading.cards[0].better is Better.LESS
    one = (max if less else min)(reading.ones, key=lambda one: one.number)
    said = quantity(one.number, reading.unit)
    where = min(each.url for each in reading.ones if each.number == one.number)
    return one.number, Sentence(
        f"chỗ kém nhất là {said.vi} ({where})", f"the worst is {said.en} ({where})"
    )


def _total(reading: Reading) -> Said:
    if reading.unseen:
        return None, _SEEN_NOTHING
    value = sum((one.number for one in reading.ones), Fraction(0))
    said = quantity(value, Unit.COUNT if reading.unit is Unit.YES_NO else reading.unit)
    count = pages_of(reading.ones)
    return value, Sentence(
        f"cộng cả {count} trang là {said.vi}", f"{said.en} on {counted(count, 'page')} together"
    )


HOWS: Mapping[How, Callable[[Reading], Said]] = {
    How.ANY: _any,
    How.ALL: _all,
    How.EACH: _each,
    How.SHARE_GOOD: _share_good,
    How.MEDIAN: _median,
    How.WORST: _worst,
    How.TOTAL: _total,
}


def unit_of(how: How, reading: Reading) -> Unit:
    """Give the unit that a value comes out in."""
    if how in {How.ANY, How.ALL}:
        return Unit.YES_NO
    return Unit.SHARE if how in {How.EACH, How.SHARE_GOOD} else reading.unit
