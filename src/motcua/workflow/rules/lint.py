"""What a workflow file may get wrong although every key of it is well-formed."""

from collections import Counter
from collections.abc import Iterator

from motcua.kernel.definitions import Document, Path, Problem
from motcua.kernel.words import Sentence
from motcua.workflow.rules.budgets import budget_problems
from motcua.workflow.rules.states import transition
from motcua.workflow.values import (
    Function,
    HandOver,
    Move,
    State,
    Step,
    StepMove,
    WorkflowDefinition,
)

STEP_STATES = (State.ACCEPTED, State.IN_PROCESS, State.RESOLVED)
LABELLED = (Move.EXTEND,)
"""Moves of the table's own people that a step may list all the same, to give them its own words."""
NEVER_WITHHELD = (Move.SUBMIT, Move.ACCEPT, Move.SUPPLEMENT, Move.CLOSE_UNANSWERED, Move.MESSAGE)


def lint(definition: WorkflowDefinition) -> tuple[Problem, ...]:
    """Give every problem of a definition that did not come from a file."""
    return lint_document(definition, Document(definition.title.vi, {}, {(): 1}))


def lint_document(definition: WorkflowDefinition, document: Document) -> tuple[Problem, ...]:
    """Give every problem, at its line: codes, moves, ways, endings, budgets, functions, forms."""
    found = [
        *_codes(definition, document),
        *_intake(definition, document),
        *_steps(definition, document),
        *_withheld(definition, document),
    ]
    if not found:
        found = [*_ways(definition, document), *budget_problems(definition, document)]
    return tuple(sorted(found, key=lambda problem: problem.line))


def _codes(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    for kind, codes in (
        ("steps", [step.code for step in definition.steps]),
        ("alternatives", [limit.code for limit in definition.alternatives]),
        ("limits", [limit.case for limit in definition.limits]),
    ):
        twice = {code for code, times in Counter(codes).items() if times > 1}
        for index, code in enumerate(codes):
            if code in twice and codes.index(code) != index:
                yield document.problem(
                    (kind, index, "case" if kind == "limits" else "code"),
                    Sentence(f"mã “{code}” dùng hai lần", f"code “{code}” is used twice"),
                    Sentence("hãy đặt mã khác", "choose another code"),
                )


def _intake(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    intake = definition.intake
    first = definition.step(intake.first_step)
    if first is None:
        yield _unknown_step(
            definition, document, path=("intake", "first_step"), code=intake.first_step
        )
    elif first.state is not State.ACCEPTED:
        yield document.problem(
            ("intake", "first_step"),
            Sentence(
                f"bước đầu “{first.code}” ở trạng thái {first.state}",
                f"the first step “{first.code}” is in state {first.state}",
            ),
            Sentence("bước đầu phải có state: accepted", "the first step needs state: accepted"),
        )
    elif intake.hand_over is HandOver.AUTOMATIC and first.move(Move.HAND_OVER) is None:
        yield document.problem(
            ("intake", "hand_over"),
            Sentence(
                f"tự động bàn giao nhưng bước “{first.code}” không có hand_over",
                f"automatic hand-over, but step “{first.code}” has no hand_over",
            ),
            Sentence(
                "hãy thêm “- move: hand_over” cho bước đó, hoặc viết hand_over: by_officer",
                "give that step “- move: hand_over”, or write hand_over: by_officer",
            ),
        )
    for needed in (Move.ACCEPT, Move.REFUSE, Move.REQUEST_SUPPLEMENT):
        if intake.move(needed) is None:
            yield document.problem(
                ("intake", "moves"),
                Sentence(f"bộ phận tiếp nhận thiếu {needed}", f"the desk lacks {needed}"),
                Sentence(f"hãy thêm “- move: {needed}”", f"add “- move: {needed}”"),
            )
    for index, row in enumerate(intake.moves):
        path = ("intake", "moves", index)
        yield from _move(definition, document, path=path, row=row, state=State.SUBMITTED)


def _steps(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    for index, step in enumerate(definition.steps):
        path: Path = ("steps", index)
        if step.function is Function.APPLICANT:
            yield document.problem(
                (*path, "function"),
                Sentence("người nộp không thể giữ một bước", "an applicant cannot hold a step"),
                Sentence(
                    "hãy chọn một chức năng của cơ quan: "
                    + ", ".join(f for f in Function if f is not Function.APPLICANT),
                    "choose a function of the agency: "
                    + ", ".join(f for f in Function if f is not Function.APPLICANT),
                ),
            )
        if step.state not in STEP_STATES:
            yield document.problem(
                (*path, "state"),
                Sentence(
                    f"một bước không thể ở trạng thái {step.state}",
                    f"no step can be in state {step.state}",
                ),
                Sentence(
                    "hãy chọn một trong: " + ", ".join(STEP_STATES),
                    "choose one of: " + ", ".join(STEP_STATES),
                ),
            )
            continue
        yield from _moves_of(definition, document, step=step, path=path)


def _moves_of(
    definition: WorkflowDefinition, document: Document, *, step: Step, path: Path
) -> Iterator[Problem]:
    seen: set[Move] = set()
    for number, row in enumerate(step.moves):
        here = (*path, "moves", number)
        if row.move in seen:
            yield document.problem(
                (*here, "move"),
                Sentence(
                    f"bước “{step.code}” có {row.move} hai lần",
                    f"step “{step.code}” has {row.move} twice",
                ),
                Sentence("hãy giữ lại một", "keep one of them"),
            )
        seen.add(row.move)
        yield from _move(definition, document, path=here, row=row, state=step.state)


def _move(
    definition: WorkflowDefinition, document: Document, *, path: Path, row: StepMove, state: State
) -> Iterator[Problem]:
    rule = transition(row.move, state, accepted=state is not State.SUBMITTED)
    if rule is None or not (rule.bound_to_step or row.move in LABELLED):
        yield document.problem(
            (*path, "move"),
            Sentence(
                f"{row.move} không thuộc về bước ở trạng thái {state}",
                f"{row.move} does not belong to a step in state {state}",
            ),
            Sentence(
                "hãy bỏ dòng này; xem bảng trạng thái trong docs/reference/workflows/states.md",
                "take it away; see the state table in docs/reference/workflows/states.md",
            ),
        )
        return
    if rule.form and rule.form not in definition.profile.forms:
        yield document.problem(
            (*path, "move"),
            Sentence(
                f"{row.move} phát hành mẫu {rule.form}, mẫu này không có trong hồ sơ quy định "
                f"{definition.profile.code}",
                f"{row.move} issues form {rule.form}, which profile {definition.profile.code} "
                "does not have",
            ),
            Sentence(
                "hãy bỏ thao tác này hoặc chọn profile khác",
                "take the move away or choose another profile",
            ),
        )
    yield from _target(definition, document, path=path, row=row, targets=rule.targets)


def _target(
    definition: WorkflowDefinition,
    document: Document,
    *,
    path: Path,
    row: StepMove,
    targets: frozenset[State],
) -> Iterator[Problem]:
    if not row.move.goes_to_a_step:
        if row.to is not None:
            yield document.problem(
                (*path, "to"),
                Sentence(f"{row.move} không dẫn đến bước nào", f"{row.move} leads to no step"),
                Sentence("hãy bỏ “to”", "take “to” away"),
            )
        return
    if row.to is None:
        yield document.problem(
            path,
            Sentence(f"{row.move} thiếu “to”", f"{row.move} has no “to”"),
            Sentence("hãy viết mã của bước tiếp theo", "write the code of the step it leads to"),
        )
        return
    target = definition.step(row.to)
    if target is None:
        yield _unknown_step(definition, document, path=(*path, "to"), code=row.to)
    elif target.state not in targets:
        legal = ", ".join(sorted(targets))
        yield document.problem(
            (*path, "to"),
            Sentence(
                f"{row.move} không thể dẫn đến bước ở trạng thái {target.state}",
                f"{row.move} cannot lead to a step in state {target.state}",
            ),
            Sentence(f"bước đến phải ở: {legal}", f"the step it leads to must be in: {legal}"),
        )


def _unknown_step(
    definition: WorkflowDefinition, document: Document, *, path: Path, code: str
) -> Problem:
    known = ", ".join(step.code for step in definition.steps)
    return document.problem(
        path,
        Sentence(f"không có bước “{code}”", f"there is no step “{code}”"),
        Sentence(f"các bước đã khai: {known}", f"the steps are: {known}"),
    )


def _withheld(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    listed = {row.move for step in definition.steps for row in step.moves}
    listed |= {row.move for row in definition.intake.moves}
    for move in sorted(definition.not_offered):
        if move in NEVER_WITHHELD:
            yield document.problem(
                ("not_offered",),
                Sentence(f"{move} không thể bị bỏ", f"{move} cannot be withheld"),
                Sentence(f"hãy bỏ {move} khỏi danh sách", f"take {move} off the list"),
            )
        elif move in listed:
            yield document.problem(
                ("not_offered",),
                Sentence(
                    f"{move} vừa bị bỏ vừa được khai ở một bước",
                    f"{move} is withheld and listed at a step",
                ),
                Sentence("hãy chọn một trong hai", "choose one of the two"),
            )


def _ways(definition: WorkflowDefinition, document: Document) -> Iterator[Problem]:
    reached = _reachable(definition, definition.intake.first_step)
    for index, step in enumerate(definition.steps):
        path = ("steps", index)
        if step.code not in reached:
            yield document.problem(
                path,
                Sentence(
                    f"không thao tác nào dẫn đến bước “{step.code}”",
                    f"nothing leads to step “{step.code}”",
                ),
                Sentence(
                    f"hãy thêm “to: {step.code}” ở một bước trước, hoặc xóa bước này",
                    f"write “to: {step.code}” at an earlier step, or take it away",
                ),
            )
        elif not any(_ends(definition, code) for code in _reachable(definition, step.code)):
            yield document.problem(
                path,
                Sentence(
                    f"từ bước “{step.code}” không thể trả kết quả",
                    f"no result can be returned from step “{step.code}”",
                ),
                Sentence(
                    "hãy dẫn đến một bước có “- move: return_result”",
                    "lead to a step with “- move: return_result”",
                ),
            )


def _reachable(definition: WorkflowDefinition, start: str) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        code = waiting.pop()
        step = definition.step(code)
        if step is None or code in reached:
            continue
        reached.add(code)
        waiting += [row.to for row in step.moves if row.to]
    return reached


def _ends(definition: WorkflowDefinition, code: str) -> bool:
    step = definition.step(code)
    return step is not None and step.move(Move.RETURN_RESULT) is not None
