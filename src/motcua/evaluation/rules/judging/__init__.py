"""Judging: facts and answers in, exact points and grades out. Nothing else judges.

1. `seen` puts observations in order; `value_of` makes one value of those that a criterion reads.
2. A scale turns the value into a share of the points (`share_of`).
3. `weights` passes on the points of what does not apply.
4. `grade` adds up, caps each group, and finds the band of the unrounded total.
5. `findings`, `five_things`, `explain`, `ranking`, `compare` and `tally` tell what came of it.
"""

from motcua.evaluation.rules.judging.comparing import compare
from motcua.evaluation.rules.judging.explaining import explain
from motcua.evaluation.rules.judging.finding import findings, five_things
from motcua.evaluation.rules.judging.grading import AnswerRefused, grade
from motcua.evaluation.rules.judging.ranking import ranking
from motcua.evaluation.rules.judging.scales import band_of, share_of, shown, step_of
from motcua.evaluation.rules.judging.seeing import Observed, Seen, good, seen
from motcua.evaluation.rules.judging.tally import level_of, tally
from motcua.evaluation.rules.judging.valuing import FactUnknown, value_of
from motcua.evaluation.rules.judging.weighing import Weights, total_of, weights

__all__ = [
    "AnswerRefused",
    "FactUnknown",
    "Observed",
    "Seen",
    "Weights",
    "band_of",
    "compare",
    "explain",
    "findings",
    "five_things",
    "good",
    "grade",
    "level_of",
    "ranking",
    "seen",
    "share_of",
    "shown",
    "step_of",
    "tally",
    "total_of",
    "value_of",
    "weights",
]
