"""Linting each criterion: dates, method, scale."""

from collections.abc import Iterator
from datetime import date

from motcua.evaluation.rules.criteria_lint.found import Found
from motcua.evaluation.rules.criteria_reading import ReadSet
from motcua.evaluation.values.criteria import CriteriaSet, Criterion, Method, ScaleKind
from motcua.kernel.definitions import Path
from motcua.kernel.words import Sentence


def criteria(read: ReadSet) -> Found:
    """Look at dates, and at what each method needs."""
    for place, criterion in enumerate(read.criteria_set.criteria):
        at: Path = ("criteria", place)
        yield from _dates(criterion, at, read.criteria_set)
        yield from _method(criterion, at)


def _dates(criterion: Criterion, at: Path, whole: CriteriaSet) -> Found:
    begins, ends = criterion.valid_from or whole.valid_from, criterion.valid_to
    if ends is not None and ends < begins:
        yield (
            (*at, "valid_to"),
            Sentence(f"{criterion.code} hết hiệu lực trước khi có", f"{criterion.code} ends early"),
            Sentence("hãy sửa một trong hai ngày", "mend one of the two dates"),
        )
    if begins < whole.valid_from or (whole.valid_to and (ends or date.max) > whole.valid_to):
        yield (
            (*at, "valid_from"),
            Sentence(
                f"{criterion.code} có hiệu lực ngoài thời gian của bộ",
                f"{criterion.code} holds when the set does not",
            ),
            Sentence("hãy giữ trong thời gian của bộ", "keep it within the set's dates"),
        )


def _method(criterion: Criterion, at: Path) -> Found:
    code = criterion.code
    if (criterion.method is Method.AUTOMATIC) != (criterion.measure is not None):
        yield (
            (*at, "method"),
            Sentence(
                f"{code}: “automatic” và “measure” phải đi cùng nhau",
                f"{code}: “automatic” and “measure” go together",
            ),
            Sentence(
                "thêm measure: {facts: […], how: …}, hoặc đổi method",
                "add measure: {facts: […], how: …}, or another method",
            ),
        )
    if (criterion.method is Method.INDICATOR) != bool(criterion.indicator):
        yield (
            (*at, "method"),
            Sentence(
                f"{code}: “indicator” cần mã chỉ số và chỉ nó mới cần",
                f"{code}: “indicator” needs the code of one, and nothing else does",
            ),
            Sentence("thêm hoặc bỏ dòng indicator: …", "add or take away the line indicator: …"),
        )
    if criterion.method in {Method.MANUAL, Method.DECLARED} and criterion.guidance is None:
        yield (
            at,
            Sentence(f"{code}: không có lời hướng dẫn cách chấm", f"{code}: no guidance"),
            Sentence(
                "thêm guidance: {vi: …, en: …}: xem ở đâu, thế nào thì được bao nhiêu",
                "add guidance: {vi: …, en: …}: where to look, what earns how much",
            ),
        )


def scales(read: ReadSet) -> Found:
    """Look whether each scale is one, and leads up to all points."""
    for place, criterion in enumerate(read.criteria_set.criteria):
        at: Path = ("criteria", place, "scale")
        for what, remedy in _scale(criterion):
            yield (
                at,
                Sentence(f"{criterion.code}: {what.vi}", f"{criterion.code}: {what.en}"),
                remedy,
            )


def _scale(criterion: Criterion) -> Iterator[tuple[Sentence, Sentence]]:
    scale = criterion.scale
    stepped = scale.kind in {ScaleKind.GRADED, ScaleKind.LEVEL}
    if stepped != bool(scale.steps):
        yield (
            Sentence(
                "“graded”, “level” cần steps; loại khác thì không", "steps do not fit the kind"
            ),
            Sentence("thêm hoặc bỏ steps", "add steps, or take them away"),
        )
    if stepped and scale.target is not None:
        yield (
            Sentence("thang có bậc không dùng target", "a scale of steps has no target"),
            Sentence("bỏ target", "take target away"),
        )
    if scale.kind is ScaleKind.RATIO and (scale.target is None or scale.target <= 0):
        yield (
            Sentence("“ratio” cần target lớn hơn 0", "“ratio” needs a target above 0"),
            Sentence("thêm target: …", "add target: …"),
        )
    leasts = [step.least for step in scale.steps]
    shares = [step.share for step in scale.steps]
    ordered = sorted(set(leasts), reverse=scale.less)
    if leasts != ordered or shares != sorted(set(shares)):
        yield (
            Sentence("các bậc không đi lên", "the steps do not rise"),
            Sentence(
                "xếp từ bậc ít điểm nhất đến bậc nhiều điểm nhất",
                "order them from the one that gives least to the one that gives most",
            ),
        )
    if shares and shares[-1] != 1:
        yield (
            Sentence("không bậc nào được đủ điểm", "no step gives all points"),
            Sentence("bậc cuối phải có share: 1", "the last step must have share: 1"),
        )
