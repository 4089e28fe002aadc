"""The control sheet (phiếu kiểm soát quá trình giải quyết hồ sơ), made from the journal alone.

Mẫu số 06 of Thông tư 03/2025/TT-VPCP (số 05 of Thông tư 01/2018/TT-VPCP): each handing over with
who gave, who took, when, and whether the step was finished before, on or after its time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.rules.lateness import Timeliness, timeliness
from motcua.dossiers.values.returning import Way
from motcua.journal.values import Entry
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.words import Sentence
from motcua.workflow import rules as workflow
from motcua.workflow.values import Function, Move, State, Step, WorkflowDefinition


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of the sheet: a dossier went from one function to another.

    `until` is when the step's budget was used up (None: the step has none); `note` what was said;
    `way` how the result was handed back, where it was.
    """

    giver: Sentence
    giver_name: str
    taker: Sentence
    move: Move
    arrived_at: datetime
    at: datetime
    until: datetime | None
    timeliness: Timeliness | None
    note: str
    way: Way | None = None


def passages(
    history: Sequence[Entry],
    *,
    definition: WorkflowDefinition,
    calendar: WorkingCalendar,
    submitted_at: datetime,
) -> tuple[Passage, ...]:
    """Give the rows of the sheet in the order things happened."""
    sheet = _Sheet(definition, calendar)
    return tuple(sheet.passages(history, arrived=submitted_at))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The process and the calendar that the steps are judged by."""

    definition: WorkflowDefinition
    calendar: WorkingCalendar

    def passages(self, history: Sequence[Entry], *, arrived: datetime) -> Iterator[Passage]:
        for entry in history:
            told = entry.payload
            if "move" not in told or _stayed(told):
                continue
            step, state = self.definition.step(told["from_step"] or None), told["from_state"]
            until = self.until(step, State(state), arrived)
            yield Passage(
                giver=_holder(State(state), step),
                giver_name=entry.by.name,
                taker=_holder(State(told["state"]), self.definition.step(told["step"] or None)),
                move=Move(told["move"]),
                arrived_at=arrived,
                at=entry.at,
                until=until,
                timeliness=timeliness(until, entry.at),
                note=told.get("reason", ""),
                way=_way(history) if told["move"] == Move.RETURN_RESULT else None,
            )
            arrived = entry.at

    def until(self, step: Step | None, state: State, arrived: datetime) -> datetime | None:
        if step is not None and state in {State.ACCEPTED, State.IN_PROCESS}:
            due = workflow.step_due(step, arrived, self.calendar)
            return due.at if due else None
        if state is State.SUBMITTED:
            return self.calendar.due(arrived, self.definition.profile.intake_limit).at
        return None


def _stayed(told: dict[str, object]) -> bool:
    return told["state"] == told["from_state"] and told["step"] == told["from_step"]


def _way(history: Sequence[Entry]) -> Way | None:
    told = (entry.payload for entry in history if entry.kind == "dossier.handed_back")
    return next((Way(str(one["way"])) for one in told), None)


def _holder(state: State, step: Step | None) -> Sentence:
    if state in {State.SUPPLEMENT, State.PAYMENT_DUE} or state.is_end:
        return Function.APPLICANT.label
    return step.function.label if step else Function.RECEPTION.label
