"""Reading what an evaluator typed: yes and no, numbers as one writes them, shares."""

import re
from fractions import Fraction

from motcua.evaluation.values.criteria import Criterion, Scale, ScaleKind
from motcua.evaluation.values.worksheets import Typed
from motcua.kernel.text import fold
from motcua.kernel.words import Sentence

_YES = frozenset({"co", "dat", "yes", "true", "1"})
_NO = frozenset({"khong", "khong dat", "chua", "no", "false", "0"})
_NUMBER = re.compile(r"([0-9]{1,12})(?:[.,]([0-9]{1,12}))?\s*(%?)|([0-9]{1,9})\s*/\s*([0-9]{1,9})")
NOTE_LENGTH = 4000
TYPED_LENGTH = 200


def read_answer(criterion: Criterion, typed: Typed) -> tuple[Fraction | None, Sentence | None]:
    """Give the value that a criterion's scale reads, or why there is none.

    Nothing typed is no mistake: the answer is open. A binary scale without a target takes yes and
    no; any other a number, `85 %`, `17/20`, a comma or a point. A share over 1 needs its `%`:
    85 would else be read as far more than all.
    """
    words = typed.value.strip()
    if not typed.applies or not words:
        return None, None
    scale = criterion.scale
    if scale.kind is ScaleKind.BINARY and scale.target is None:
        folded = fold(words)
        if folded in _YES or folded in _NO:
            return Fraction(folded in _YES), None
        return None, Sentence("Bạn hãy chọn “Có” hoặc “Không”.", "Choose yes or no.")
    value = _number(words)
    if value is None:
        return None, Sentence(
            "Bạn hãy ghi một số từ 0 trở lên, như 3, 0,85 hoặc 85 %.",
            "Write a number of 0 or more, like 3, 0.85 or 85 %.",
        )
    if value > 1 and "%" not in words and _is_share(scale):
        return None, Sentence(
            "Đây là một tỷ lệ: bạn hãy ghi kèm dấu %, như 85 %, hoặc một số từ 0 đến 1.",
            "This is a share: write it with its sign, like 85 %, or as a number from 0 to 1.",
        )
    return value, None


def written(value: Fraction | None) -> str:
    """Write a value as it is kept: `17/20`, `1`, "" for none."""
    return "" if value is None else str(value)


def kept(text: str) -> Fraction | None:
    """Read a value as it is kept."""
    return Fraction(text) if text else None


def _is_share(scale: Scale) -> bool:
    if scale.less:
        return False
    if scale.kind is ScaleKind.RATIO:
        return scale.target is None or scale.target <= 1
    edges = [step.least for step in scale.steps] or [scale.target or Fraction(0)]
    return max(edges) <= 1 and any(edge.denominator > 1 for edge in edges)


def _number(words: str) -> Fraction | None:
    found = _NUMBER.fullmatch(words)
    if not found:
        return None
    whole, part, percent, above, below = found.groups()
    if below is not None:
        return Fraction(int(above), int(below)) if int(below) else None
    value = Fraction(int(whole)) + (Fraction(int(part), 10 ** len(part)) if part else 0)
    return value / 100 if percent else value
