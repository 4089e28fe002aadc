"""The internal process of a dossier as steps: who has each, its budget, where the dossier is."""

from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.values import DossierView
from motcua.journal.values import Entry
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.words import Sentence
from motcua.procedures.rules import cases
from motcua.procedures.values.services import ServiceVersion
from motcua.web.timelines import who
from motcua.workflow import rules as workflow
from motcua.workflow.values import Function, State, Step, WorkflowDefinition


@dataclass(frozen=True, slots=True)
class Stage:
    """One step. `status` is `done`, `now` or `todo`; `by` and `at` tell who finished it and when.

    `until` is when the budget of the step that the dossier is at now is used up.
    """

    title: Sentence
    who: Sentence
    budget: Sentence | None
    status: str
    by: str = ""
    at: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseShown:
    """The case of the procedure that the answers make, and its time limit."""

    name: Sentence
    limit: Sentence


_SAME_DAY = Sentence("trong ngày", "the same day")


def case_shown(found: DossierView, service: ServiceVersion) -> CaseShown | None:
    """Name the case of a dossier; None where its procedure has none."""
    case = service.case(found.case_code)
    if case is None:
        return None
    limit = cases.limit_of(service, case=case.code, channel=found.channel)
    length = Sentence(limit.duration.text(), limit.duration.text("en"))
    return CaseShown(case.name, _SAME_DAY if limit.same_day else length)


def stages(
    found: DossierView, definition: WorkflowDefinition, calendar: WorkingCalendar
) -> list[Stage]:
    """Lay the dossier's history over the steps of its process."""
    codes = [step.code for step in definition.steps]
    here = _here(found, definition)
    now = codes.index(here) if here in codes else -1
    finished = len(codes) if found.state is State.RETURNED else now
    arrived, left = _passages(found, definition)
    return [
        _stage(
            step,
            status="done" if place < finished else "now" if place == now else "todo",
            arrived=arrived.get(step.code),
            left=left.get(step.code),
            calendar=calendar,
        )
        for place, step in enumerate(definition.steps)
    ]


def holder(found: DossierView, definition: WorkflowDefinition) -> Sentence | None:
    """Name who has the dossier now; nobody has one that has ended."""
    if found.state.is_end:
        return None
    if found.state is State.SUPPLEMENT:
        return Function.APPLICANT.label
    step = definition.step(found.step or None)
    return step.function.label if step else Function.RECEPTION.label


def _here(found: DossierView, definition: WorkflowDefinition) -> str:
    if found.state.is_end:
        return ""
    return found.step or definition.intake.first_step


def _passages(
    found: DossierView, definition: WorkflowDefinition
) -> tuple[dict[str, datetime], dict[str, Entry]]:
    arrived, left = {definition.intake.first_step: found.submitted_at}, dict[str, Entry]()
    for entry in found.history:
        before, after = entry.payload.get("from_step"), entry.payload.get("step")
        if "move" in entry.payload and after != before:
            left[str(before or definition.intake.first_step)] = entry
            arrived[str(after)] = entry.at
    return arrived, left


def _stage(
    step: Step,
    *,
    status: str,
    arrived: datetime | None,
    left: Entry | None,
    calendar: WorkingCalendar,
) -> Stage:
    budget = step.budget
    done = left if status == "done" else None
    until = workflow.step_due(step, arrived, calendar) if arrived and status == "now" else None
    return Stage(
        title=step.title,
        who=step.function.label,
        budget=Sentence(budget.text("vi"), budget.text("en")) if budget.amount else None,
        status=status,
        by=who(done.by) if done else "",
        at=done.at if done else None,
        until=until.at if until else None,
    )
