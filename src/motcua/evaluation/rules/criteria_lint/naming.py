"""Linting what a set names: facts, indicators, criteria of earlier versions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from motcua.evaluation.rules.criteria_lint.found import Found, unknown
from motcua.evaluation.rules.criteria_reading import ReadSet
from motcua.evaluation.values.criteria import CriteriaSet, Criterion, How
from motcua.evaluation.values.facts import Better, FactCard, Unit
from motcua.kernel.definitions import Path
from motcua.kernel.words import Sentence

_NUMERIC = {How.MEDIAN, How.WORST, How.TOTAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a set may name: facts that probes find, codes of indicators, the other sets."""

    facts: Mapping[str, FactCard]
    indicators: Collection[str]
    sets: Collection[CriteriaSet] = ()


def named(read: ReadSet, world: World) -> Found:
    """Look whether the facts, indicators and earlier criteria that a set names exist."""
    known = {
        f"{one.name}/{criterion.code}"
        for one in world.sets
        if one.name != read.criteria_set.name
        for criterion in one.criteria
    }
    for place, criterion in enumerate(read.criteria_set.criteria):
        at: Path = ("criteria", place)
        yield from _facts(criterion, at, world.facts)
        if criterion.indicator and criterion.indicator not in world.indicators:
            yield unknown(
                (*at, "indicator"),
                Sentence("chỉ số", "indicator"),
                word=criterion.indicator,
                known=world.indicators,
            )
        for number_of, mapped in enumerate(criterion.same_as):
            if mapped not in known:
                yield unknown(
                    (*at, "same_as", number_of),
                    Sentence("tiêu chí", "criterion"),
                    word=mapped,
                    known=known,
                )


def _facts(criterion: Criterion, at: Path, facts: Mapping[str, FactCard]) -> Found:
    measure = criterion.measure
    if measure is None:
        return
    for key, codes in (("facts", measure.facts), ("needs", measure.needs)):
        for place, code in enumerate(codes):
            if code not in facts:
                where: Path = (*at, "measure", key, place)
                yield unknown(where, Sentence("sự kiện", "fact"), word=code, known=facts)
    if measure.needs and criterion.scale.less:
        yield (
            (*at, "measure"),
            Sentence(
                f"{criterion.code}: “needs” không đi với less", f"{criterion.code}: needs, less"
            ),
            Sentence("bỏ một trong hai", "take one of the two away"),
        )
    cards = [facts[code] for code in measure.facts if code in facts]
    numeric = measure.how in _NUMERIC
    if numeric and (len({(one.unit, one.better) for one in cards}) > 1 or _words(cards)):
        yield (
            (*at, "measure"),
            Sentence(
                f"{criterion.code}: “{measure.how}” cần các số cùng đơn vị",
                f"{criterion.code}: “{measure.how}” needs numbers of one unit",
            ),
            Sentence("hãy chọn any, all, each hoặc share_good", "use any, all, each or share_good"),
        )
    if numeric and cards and _turned(cards, less=criterion.scale.less):
        yield (
            (*at, "scale"),
            Sentence(
                f"{criterion.code}: thang đi ngược sự kiện", f"{criterion.code}: wrong way up"
            ),
            Sentence(
                "ghi less: true khi càng ít càng tốt, và chỉ khi đó",
                "write less: true where less is better, and only there",
            ),
        )
    if not numeric and criterion.scale.less:
        yield (
            (*at, "scale"),
            Sentence(
                f"{criterion.code}: thang đi ngược sự kiện", f"{criterion.code}: wrong way up"
            ),
            Sentence("bỏ less: càng đạt càng nhiều điểm", "take less away: more is better here"),
        )


def _words(cards: Iterable[FactCard]) -> bool:
    return any(card.unit is Unit.WORD for card in cards)


def _turned(cards: Sequence[FactCard], *, less: bool) -> bool:
    """Whether a scale goes the other way than its facts; facts of no side go with both."""
    better = cards[0].better
    return better is not Better.NEITHER and (better is Better.LESS) != less
