"""Explaining: why a criterion got its points, in words and with the numbers."""

from fractions import Fraction

from motcua.evaluation.rules.judging.scales import step_of
from motcua.evaluation.rules.judging.wording import number, percent, points
from motcua.evaluation.values.criteria import Criterion, Method, ScaleKind
from motcua.evaluation.values.scores import Answer, CriterionScore, Standing
from motcua.kernel.words import Sentence

_WHO = {
    Method.AUTOMATIC: Sentence("Người đánh giá", "The evaluator"),
    Method.MANUAL: Sentence("Người đánh giá", "The evaluator"),
    Method.DECLARED: Sentence("Cơ quan", "The agency"),
    Method.INDICATOR: Sentence("Chỉ số", "The indicator"),
}
_OPEN = {
    Method.AUTOMATIC: Sentence("Máy chưa xem được.", "The machine could not see it."),
    Method.MANUAL: Sentence("Chưa có người đánh giá.", "Nobody has judged it yet."),
    Method.DECLARED: Sentence(
        "Cơ quan chưa khai, hoặc khai là không áp dụng mà người chấm chưa xác nhận.",
        "The agency has not told it, or says it does not apply and no judge has confirmed that.",
    ),
    Method.INDICATOR: Sentence("Chưa có số liệu của chỉ số.", "The indicator has no figure yet."),
}


def of_answer(criterion: Criterion, answer: Answer) -> Sentence:
    """Say who answered what; of an override also why."""
    if answer.override:
        who = Sentence("Kết quả được sửa", "The result was put right")
        what = _what(criterion, answer)
        reason = answer.reason.strip().rstrip(".")
        return Sentence(
            f"{who.vi}: {what.vi}. Lý do: {reason}.", f"{who.en}: {what.en}. Reason: {reason}."
        )
    if answer.declared:
        return _declared(answer, _what(criterion, answer))
    if answer.applies and answer.value is None:
        return _OPEN[criterion.method]
    what = _what(criterion, answer)
    who = _WHO[criterion.method]
    if criterion.method is Method.INDICATOR:
        return Sentence(
            f"{who.vi} {criterion.indicator}: {what.vi}.",
            f"{who.en} {criterion.indicator}: {what.en}.",
        )
    verb = ("khai", "says") if criterion.method is Method.DECLARED else ("ghi", "notes")
    return Sentence(f"{who.vi} {verb[0]}: {what.vi}.", f"{who.en} {verb[1]}: {what.en}.")


def _declared(answer: Answer, what: Sentence) -> Sentence:
    reason = answer.reason.strip().rstrip(".")
    shown = ", ".join(answer.evidence)
    seen = Sentence(f" Xem: {shown}.", f" See: {shown}.") if shown else Sentence("", "")
    return Sentence(
        f"{answer.by} tự khai, chưa ai kiểm chứng: {what.vi}. {reason}.{seen.vi}",
        f"{answer.by} says so of itself, nobody verified it: {what.en}. {reason}.{seen.en}",
    )


def _what(criterion: Criterion, answer: Answer) -> Sentence:
    if not answer.applies:
        return Sentence("không áp dụng", "does not apply")
    if answer.value is None:
        return Sentence("để ngỏ", "left open")
    scale = criterion.scale
    step = step_of(scale, answer.value)
    if step is not None:
        return step.title
    if scale.kind is ScaleKind.BINARY and scale.target is None and not scale.less:
        yes = answer.value >= 1
        return Sentence("có", "yes") if yes else Sentence("không", "no")
    if criterion.method is Method.INDICATOR and scale.target is not None and scale.target <= 1:
        return percent(answer.value)
    return number(answer.value)


def explain(score: CriterionScore) -> Sentence:
    """Tell why a criterion got what it got: what was found, then the points that it made."""
    because = score.because or Sentence("", "")
    told = _points(score)
    return Sentence(f"{because.vi} {told.vi}".strip(), f"{because.en} {told.en}".strip())


def _points(score: CriterionScore) -> Sentence:
    if score.standing is Standing.NOT_APPLICABLE:
        if score.share:
            most = points(score.most)
            return Sentence(
                f"Không áp dụng nên tính đủ {most.vi} điểm.",
                f"It does not apply and counts as all {most.en} points.",
            )
        return Sentence(
            "Không áp dụng: điểm được chia cho các tiêu chí khác.",
            "It does not apply: its points went to the other criteria.",
        )
    got, most = points(score.points), points(score.most)
    if score.standing is Standing.OPEN:
        return Sentence(f"Tạm tính 0 trên {most.vi} điểm.", f"For now 0 of {most.en} points.")
    if score.share in {Fraction(0), Fraction(1)}:
        return Sentence(f"Được {got.vi} trên {most.vi} điểm.", f"{got.en} of {most.en} points.")
    part = number(score.share * 100)
    return Sentence(
        f"Được {part.vi} % của {most.vi} điểm, là {got.vi} điểm.",
        f"{part.en}% of {most.en} points, which is {got.en}.",
    )
