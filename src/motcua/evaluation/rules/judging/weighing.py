"""Weighing: how many points each criterion may give once what does not apply has passed its on."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.values.criteria import Absent, CriteriaSet, Criterion, Group

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The most that each criterion and each group gives, by code."""

    criteria: Mapping[str, Fraction]
    groups: Mapping[str, Fraction]


def ceiling(group: Group) -> Fraction:
    """Give the most that a group gives before anything is passed on."""
    return group.points if group.cap is None else min(group.cap, group.points)


def total_of(criteria_set: CriteriaSet) -> Fraction:
    """Give all points of a set."""
    return sum((ceiling(group) for group in criteria_set.groups), _ZERO)


def weights(criteria_set: CriteriaSet, absent: Collection[str]) -> Weights:
    """Weigh a set for a portal to which the criteria in `absent` do not apply.

    Their points go to the others of the group in proportion to their points; those of a group of
    which nothing applies go to the other groups, in proportion to theirs. A criterion that gives
    full marks where it does not apply keeps its points. All points stay within reach as long as
    anything applies.
    """
    members: dict[str, list[Criterion]] = defaultdict(list)
    for criterion in criteria_set.criteria:
        members[criterion.group].append(criterion)
    parts = {one.code: _parts(members[one.code], absent) for one in criteria_set.groups}
    kept = {one.code: _kept(one, parts[one.code]) for one in criteria_set.groups}
    freed = sum((ceiling(one) - kept[one.code] for one in criteria_set.groups), _ZERO)
    takers = sum((kept[code] for code, part in parts.items() if part.applies), _ZERO)
    most: dict[str, Fraction] = {}
    of_criteria: dict[str, Fraction] = {}
    for group in criteria_set.groups:
        part = parts[group.code]
        grown = 1 + freed / takers if part.applies and takers else Fraction(1)
        most[group.code] = kept[group.code] * grown
        for criterion in members[group.code]:
            of_criteria[criterion.code] = _weight(criterion, part, absent) * grown
    return Weights(of_criteria, most)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Points of a group: of what applies, of what has full marks, of what passes its on."""

    applies: Fraction
    full: Fraction
    passed: Fraction


def _parts(members: list[Criterion], absent: Collection[str]) -> _Parts:
    there = sum((one.points for one in members if one.code not in absent), _ZERO)
    gone = [one for one in members if one.code in absent]
    full = sum((one.points for one in gone if one.absent is Absent.FULL), _ZERO)
    return _Parts(there, full, sum((one.points for one in gone), _ZERO) - full)


def _kept(group: Group, part: _Parts) -> Fraction:
    return ceiling(group) if part.applies else min(ceiling(group), part.full)


def _weight(criterion: Criterion, part: _Parts, absent: Collection[str]) -> Fraction:
    if criterion.code not in absent:
        return criterion.points * (1 + part.passed / part.applies) if part.applies else _ZERO
    return criterion.points if criterion.absent is Absent.FULL else _ZERO
