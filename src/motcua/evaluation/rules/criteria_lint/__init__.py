"""Linting sets of criteria: what adds up, what is named, what would be judged by nobody."""

from motcua.evaluation.rules.criteria_lint.each import criteria, scales
from motcua.evaluation.rules.criteria_lint.found import in_force
from motcua.evaluation.rules.criteria_lint.naming import World, named
from motcua.evaluation.rules.criteria_lint.whole import bands, head, sums
from motcua.evaluation.rules.criteria_reading import ReadSet
from motcua.kernel.definitions import Problem

__all__ = ["World", "in_force", "lint"]


def lint(read: ReadSet, world: World) -> tuple[Problem, ...]:
    """Name everything that is wrong with a set, by the lines of its file."""
    checks = (head, sums, bands, criteria, scales)
    found = [one for check in checks for one in check(read)]
    found += named(read, world)
    return tuple(
        sorted(
            (read.document.problem(path, what, remedy) for path, what, remedy in found),
            key=lambda problem: problem.line,
        )
    )
