"""Scales as people answer them: a few words to choose from, or a number to write."""

from fractions import Fraction

from motcua.evaluation.rules.judging.scales import step_of
from motcua.evaluation.rules.judging.wording import number, percent
from motcua.evaluation.rules.reading_answers import read_answer, written
from motcua.evaluation.values.criteria import Criterion, Scale, ScaleKind, Step
from motcua.evaluation.values.worksheets import AnswerView, Settled, Typed
from motcua.kernel.words import Sentence

YES, NO = "có", "không"
YES_NO = ((YES, Sentence("Có", "Yes")), (NO, Sentence("Không", "No")))
NOT_APPLICABLE = Sentence("Không áp dụng", "Does not apply")
NOTHING = Sentence("Chưa trả lời", "Not answered")


def options(scale: Scale) -> tuple[tuple[str, Sentence], ...]:
    """Give what can be chosen, the least first: value and words; nothing where one writes."""
    if scale.kind is ScaleKind.BINARY and scale.target is None:
        return YES_NO
    steps = sorted(scale.steps, key=lambda step: step.share)
    if not steps:
        return ()
    below = steps[0].least + 1 if scale.less else Fraction(0)
    return (
        (written(below), _lowest(scale, steps[0])),
        *((written(step.least), _step(scale, step)) for step in steps),
    )


def chosen(criterion: Criterion, typed: Typed) -> str:
    """Give which choice stands for what was typed; what was typed where one writes."""
    choices = options(criterion.scale)
    value, _problem = read_answer(criterion, Typed(value=typed.value))
    if not choices or value is None:
        return typed.value
    if choices is YES_NO:
        return YES if value else NO
    step = step_of(criterion.scale, value)
    return written(step.least) if step else choices[0][0]


def said(criterion: Criterion, one: AnswerView | Settled) -> Sentence:
    """Say an answer in words."""
    applies = one.typed.applies if isinstance(one, AnswerView) else one.applies
    if not applies:
        return NOT_APPLICABLE
    if one.value is None:
        return NOTHING
    pick = chosen(criterion, Typed(value=_typed(criterion, one.value)))
    known = dict(options(criterion.scale))
    return known.get(pick) or _number(criterion.scale, one.value)


def _typed(criterion: Criterion, value: Fraction) -> str:
    if options(criterion.scale) is YES_NO:
        return YES if value else NO
    return written(value)


def _lowest(scale: Scale, first: Step) -> Sentence:
    if _counts(scale):
        return Sentence("0: chưa có", "0: none")
    edge = _number(scale, first.least)
    if scale.less:
        return Sentence(f"Chưa đạt (trên {edge.vi})", f"Fail (over {edge.en})")
    return Sentence(f"Chưa đạt (dưới {edge.vi})", f"Fail (under {edge.en})")


def _step(scale: Scale, step: Step) -> Sentence:
    edge = _number(scale, step.least)
    if _counts(scale):
        return Sentence(f"{edge.vi}: {step.title.vi}", f"{edge.en}: {step.title.en}")
    vi, en = (_capital(text) for text in (step.title.vi, step.title.en))
    if "%" in vi or step.least == 1:
        return Sentence(vi, en)
    if scale.less:
        return Sentence(f"{vi} (nhiều nhất {edge.vi})", f"{en} (at most {edge.en})")
    return Sentence(f"{vi} (từ {edge.vi})", f"{en} (from {edge.en})")


def _counts(scale: Scale) -> bool:
    """Tell whether steps are 1, 2…, as in 0-1-2, and no shares."""
    return not scale.less and all(step.least.denominator == 1 for step in scale.steps)


def _number(scale: Scale, value: Fraction) -> Sentence:
    return percent(value) if value <= 1 and not _counts_or_none(scale) else number(value)


def _counts_or_none(scale: Scale) -> bool:
    return bool(scale.steps) and _counts(scale)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
