"""Comparing two results of a portal: only criteria that the later set maps to the earlier."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from motcua.evaluation.values.criteria import CriteriaSet, Criterion
from motcua.evaluation.values.leagues import Change, Comparison
from motcua.evaluation.values.scores import CriterionScore, Result, Standing


def compare(before: Result, after: Result, sets: Iterable[CriteriaSet]) -> Comparison:
    """Compare what may be compared. `sets` hold the sets of both results.

    Within one version every criterion is its own counterpart. Where several earlier criteria became
    one, they count together, by their points. Raises LookupError for a set that is not among
    `sets`.
    """
    known = {one.name: one for one in sets}
    old, new = known[before.criteria_set], known[after.criteria_set]
    was = {one.code: one for one in before.criteria}
    now = {one.code: one for one in after.criteria}
    mapped = {one.code: _earlier(one, old, new) for one in new.criteria}
    changes = tuple(
        Change(
            code=one.code,
            was=mapped[one.code],
            points=one.points,
            before=_together([was[code] for code in mapped[one.code] if code in was], old.by_code),
            after=_share(now[one.code]) if one.code in now else None,
        )
        for one in new.criteria
        if mapped[one.code]
    )
    used = {code for codes in mapped.values() for code in codes}
    return Comparison(
        before_set=old.name,
        after_set=new.name,
        changes=changes,
        before=_overall(changes, lambda change: change.before),
        after=_overall(changes, lambda change: change.after),
        gone=tuple(one.code for one in old.criteria if one.code not in used),
        new=tuple(code for code, codes in mapped.items() if not codes),
    )


def _earlier(criterion: Criterion, old: CriteriaSet, new: CriteriaSet) -> tuple[str, ...]:
    if old.name == new.name:
        return (criterion.code,)
    start = f"{old.name}/"
    codes = (one.removeprefix(start) for one in criterion.same_as if one.startswith(start))
    return tuple(code for code in codes if code in old.by_code)


def _together(scores: list[CriterionScore], criteria: Mapping[str, Criterion]) -> Fraction | None:
    shares = [(_share(one), criteria[one.code].points) for one in scores]
    if not shares or any(share is None for share, _ in shares):
        return None
    whole = sum((points for _, points in shares), Fraction(0))
    earned = sum((share * points for share, points in shares if share), Fraction(0))
    return earned / whole if whole else None


def _share(score: CriterionScore) -> Fraction | None:
    return score.share if score.standing is Standing.JUDGED else None


def _overall(
    changes: Iterable[Change], side: Callable[[Change], Fraction | None]
) -> Fraction | None:
    both = [change for change in changes if change.comparable]
    whole = sum((change.points for change in both), Fraction(0))
    earned = sum((change.points * (side(change) or 0) for change in both), Fraction(0))
    return earned / whole if whole else None
