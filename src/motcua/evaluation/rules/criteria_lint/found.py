"""What a linter finds: where in the file, what is wrong, what would be right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from motcua.evaluation.values.criteria import CriteriaSet, Criterion
from motcua.kernel.definitions import Path, nearest
from motcua.kernel.words import Sentence

Found = Iterator[tuple[Path, Sentence, Sentence]]


def holds(criterion: Criterion, day: date) -> bool:
    """Tell whether a criterion is in force on a day."""
    begun = criterion.valid_from is None or criterion.valid_from <= day
    return begun and (criterion.valid_to is None or day <= criterion.valid_to)


def in_force(criteria_set: CriteriaSet, day: date) -> CriteriaSet:
    """Give a set with the criteria that hold on a day only."""
    return replace(
        criteria_set, criteria=tuple(one for one in criteria_set.criteria if holds(one, day))
    )


def unknown(
    at: Path, kind: Sentence, *, word: str, known: Iterable[str]
) -> tuple[Path, Sentence, Sentence]:
    """Say that there is nothing of that name, and what is most like it."""
    near = nearest(word, known)
    remedy = (
        Sentence(f"có phải bạn muốn viết “{near}”?", f"did you mean “{near}”?")
        if near
        else Sentence("hãy viết một mã đã có", "write a code that exists")
    )
    return at, Sentence(f"không có {kind.vi} “{word}”", f"there is no {kind.en} “{word}”"), remedy
