"""Budgets of steps: along every way to the result they add up to the legal limit, no more, no less.

Only the common limit is compared; limits of cases (`limits`) are not. A working day is two
half-days or eight working hours (Bộ luật Lao động 45/2019/QH14, Điều 105). A same-day limit gives
what is left of the day for a dossier accepted at the very cutoff, since that one too is owed that
day: two working hours after 15:00 in offices that close at 17:00.
"""

from collections.abc import Iterator

from motcua.kernel.calendar import Duration, Unit
from motcua.kernel.definitions import Document, Problem
from motcua.kernel.words import Sentence
from motcua.workflow.values import Limit, Move, Step, WorkflowDefinition

HOURS = {Unit.WORKING_DAY: 8, Unit.HALF_DAY: 4, Unit.WORKING_HOUR: 1}
CLOSING_HOUR = 17


def budget_problems(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    """Check units, cycles and sums."""
    wrong_units = list(_units(definition, document))
    yield from wrong_units
    try:
        ways = list(ways_to_result(definition))
    except _Circle as circle:
        yield _cyclic(definition, document, circle.code)
        return
    total = legal_hours(definition.limit)
    if wrong_units or total is None:
        return
    for way in ways:
        spent = sum(step.budget.amount * HOURS[step.budget.unit] for step in way)
        if spent != total:
            yield _sum(document, way, spent=spent, total=total)
            return


def legal_hours(limit: Limit) -> int | None:
    """Give a limit in working hours; None where it is counted in calendar days."""
    if limit.same_day:
        if limit.cutoff is None:
            return HOURS[Unit.WORKING_DAY]
        minutes = (CLOSING_HOUR - limit.cutoff.hour) * 60 - limit.cutoff.minute
        return max(minutes // 60, 0)
    if limit.duration.unit is Unit.CALENDAR_DAY:
        return None
    return limit.duration.amount * HOURS[limit.duration.unit]


def ways_to_result(definition: WorkflowDefinition) -> Iterator[tuple[Step, ...]]:
    """Give every way forward from the first step to where the result is returned."""
    yield from _walk(definition, (definition.intake.first_step,))


class _Circle(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _walk(definition: WorkflowDefinition, way: tuple[str, ...]) -> Iterator[tuple[Step, ...]]:
    step = definition.step(way[-1])
    if step is None:
        return
    if step.move(Move.RETURN_RESULT):
        yield tuple(found for code in way if (found := definition.step(code)))
    for row in step.moves:
        if row.to is None or row.move is Move.SEND_BACK:
            continue
        if row.to in way:
            raise _Circle(row.to)
        yield from _walk(definition, (*way, row.to))


def _units(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    for index, step in enumerate(definition.steps):
        unit = step.budget.unit
        if unit in {Unit.HALF_DAY, Unit.WORKING_HOUR} or step.budget.amount == 0:
            continue
        yield document.problem(
            ("steps", index, "budget"),
            Sentence(
                f"định mức “{step.budget}” tính bằng đơn vị không dùng cho bước",
                f"budget “{step.budget.text('en')}” is in a unit that steps do not use",
            ),
            Sentence(
                "hãy viết bằng buổi (nửa ngày) hoặc giờ làm việc, ví dụ “2 buổi”",
                "write half-days or working hours, such as “2 half-days”",
            ),
        )


def _cyclic(definition: WorkflowDefinition, document: Document, code: str) -> Problem:
    index = [step.code for step in definition.steps].index(code)
    return document.problem(
        ("steps", index),
        Sentence(
            f"các bước đi vòng tròn về “{code}”", f"the steps lead in a circle back to “{code}”"
        ),
        Sentence(
            "muốn quay lại bước trước, hãy dùng “move: send_back”",
            "to go back to an earlier step use “move: send_back”",
        ),
    )


def _sum(document: Document, way: tuple[Step, ...], *, spent: int, total: int) -> Problem:
    names = " → ".join(step.code for step in way)
    return document.problem(
        ("limit", "duration"),
        Sentence(
            f"định mức các bước {names} cộng lại là {_in(spent)}, thời hạn chung là {_in(total)}",
            f"the budgets of {names} add up to {_in(spent, 'en')}, the common limit is "
            f"{_in(total, 'en')}",
        ),
        Sentence(
            "hãy sửa “budget” của các bước cho khớp thời hạn chung; thời hạn riêng của từng trường "
            "hợp (“limits”) không so với định mức",
            "change the “budget” of the steps to match the common limit; limits of cases "
            "(“limits”) are not compared with budgets",
        ),
    )


def _in(hours: int, language: str = "vi") -> str:
    return Duration(hours, Unit.WORKING_HOUR).text(language)
