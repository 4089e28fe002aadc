"""Valuing: one value of a criterion out of the observations that it reads, and why it is that."""

from collections.abc import Mapping
from fractions import Fraction

from motcua.evaluation.rules.judging.reading import YES, FactUnknown, Reading, names_of, read
from motcua.evaluation.rules.judging.reducing import HOWS, unit_of
from motcua.evaluation.rules.judging.seeing import Observed, seen
from motcua.evaluation.rules.judging.wording import asked, joined
from motcua.evaluation.values.criteria import Criterion, How
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.scores import Standing
from motcua.kernel.words import Sentence

__all__ = ["FactUnknown", "value_of"]

_NOTHING = Sentence(
    "Cổng không có gì để áp dụng tiêu chí này.", "There is nothing on the portal that it concerns."
)


def value_of(
    criterion: Criterion, observed: Observed, facts: Mapping[str, FactCard]
) -> tuple[Fraction | None, Standing, Sentence]:
    """Give the value that an automatic criterion's scale reads, whether it could be judged, why.

    What was never seen is never good: where a fact that matters was not seen anywhere, the
    criterion stays open. Raises FactUnknown.
    """
    if criterion.measure is None:
        return None, Standing.OPEN, Sentence("Chưa có người đánh giá.", "Nobody has judged it yet.")
    reading = read(criterion.measure, seen(observed), facts)
    if not reading.ones and not reading.unseen:
        return None, Standing.NOT_APPLICABLE, reading.why or _NOTHING
    value, said = HOWS[criterion.measure.how](reading)
    if value is None:
        return None, Standing.OPEN, _unseen(reading)
    measure_says = asked(criterion.scale, unit_of(criterion.measure.how, reading))
    found_well = criterion.measure.how is How.ANY and value == YES
    remark = reading.remark if reading.bad and not found_well else None
    return value, Standing.JUDGED, _sentences(joined(said, measure_says), remark)


def _unseen(reading: Reading) -> Sentence:
    names = names_of(reading.unseen)
    said = Sentence(f"chưa xem được: {names.vi}", f"could not be seen: {names.en}")
    return _sentences(said, reading.why)


def _sentences(*said: Sentence | None) -> Sentence:
    """Begin each with a capital letter and end it with a full stop."""
    there = [one for one in said if one is not None]
    return joined(*(Sentence(_whole(one.vi), _whole(one.en)) for one in there), by=" ")


def _whole(text: str) -> str:
    return (text[:1].upper() + text[1:]).rstrip(". ") + "."
