"""Trying an edition out: what these answers cost, what papers they ask for, when they are due."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.forms import rules as forms
from motcua.forms.values import FieldError, Units
from motcua.kernel.calendar import HANOI, Due, WorkingCalendar
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.rules import cases
from motcua.procedures.rules.editing.trees import added, found, put
from motcua.procedures.rules.fees import compute, total
from motcua.procedures.rules.scenarios import required_components
from motcua.procedures.values.editing import Trees
from motcua.procedures.values.services import Channel, Component, FeeLine, ServiceVersion
from motcua.workflow import rules as workflow
from motcua.workflow.values import Clock, Facts, Function, Move, Position, State


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a form filled in at a moment; `refusal` where fees cannot be worked out."""

    at: datetime
    channel: Channel
    answers: Mapping[str, Any]
    errors: tuple[FieldError, ...]
    fees: tuple[FeeLine, ...] = ()
    papers: tuple[Component, ...] = ()
    due: Due | None = None
    case: str = ""
    refusal: Sentence | None = None

    @property
    def total(self) -> int:
        """Everything that is owed, in đồng."""
        return total(self.fees)


def try_out(
    service: ServiceVersion,
    answers: Mapping[str, Any],
    *,
    at: datetime,
    calendar: WorkingCalendar,
    units: Units | None = None,
) -> Tried:
    """Hand a form in and accept it at once, in thought; `answers` as they are typed."""
    channel = Channel.SELF_SERVICE
    checked = forms.check(service.form, answers, at=at, units=units)
    tried = Tried(at, channel, dict(answers), checked.errors)
    if checked.errors:
        return tried
    given = checked.answers.values
    case = cases.case_code(service, given, channel=channel)
    try:
        fees = compute(service.fees, given, channel=channel, case=case)
    except Refused as refused:
        return Tried(at, channel, dict(answers), (), refusal=refused.sentence)
    return Tried(
        at=at,
        channel=channel,
        answers=dict(answers),
        errors=(),
        fees=fees,
        papers=required_components(service, given, channel=channel),
        due=_due(service, at, calendar, case=case, channel=channel),
        case=case,
    )


def _due(
    service: ServiceVersion,
    at: datetime,
    calendar: WorkingCalendar,
    *,
    case: str,
    channel: Channel,
) -> Due | None:
    position = Position(State.DRAFT)
    clock: Clock | None = None
    facts = Facts(result_ready=True, case=case, online=channel.is_online)
    for move in (Move.SUBMIT, Move.ACCEPT):
        decision = workflow.decide(
            definition=service.workflow,
            position=position,
            move=move,
            functions=frozenset(Function),
            facts=facts,
        )
        position = decision.position
        clock = workflow.turn(clock, decision.clock, at)
    return workflow.due(clock, calendar) if clock else None


def with_scenario(trees: Trees, tried: Tried, name: str) -> Trees:
    """Add a scenario that expects what came of trying: fee, due date, papers, straight to the end.

    The first one's answers become the common ones; later ones say what they change of them.
    """
    common = found(trees, ("scenarios", "answers"), {}) or {}
    rows = found(trees, ("scenarios", "scenarios"), []) or []
    answers = {path: value for path, value in tried.answers.items() if value is not None}
    if not rows:
        common = answers
        trees = put(trees, ("scenarios", "answers"), answers)
    change = {path: value for path, value in answers.items() if common.get(path) != value}
    change |= dict.fromkeys((path for path in common if path not in answers), None)
    expect: dict[str, Any] = {}
    if tried.due:
        expect["due"] = _local(tried.due.at)
    expect["fee"] = tried.total
    expect["state"] = State.RETURNED.value
    expect["components"] = [paper.code for paper in tried.papers]
    if tried.case:
        expect["case"] = tried.case
    row: dict[str, Any] = {"name": name, "at": _local(tried.at)}
    if change:
        row["change"] = change
    return added(trees, ("scenarios", "scenarios"), {**row, "through": True, "expect": expect})[0]


def _local(at: datetime) -> str:
    return at.astimezone(HANOI).strftime("%Y-%m-%dT%H:%M")


def filled_in(trees: Trees) -> Trees:
    """Give the trees with what only publishing needs, so that an unfinished one can be tried."""
    whole = deepcopy(trees)
    procedure = whole.get("procedure", {})
    if not procedure.get("legal_basis"):
        procedure["legal_basis"] = [{"number": "…", "title": "…"}]
    whole["scenarios"] = {
        "answers": {},
        "scenarios": [{"name": "…", "at": "2026-01-05T08:00", "expect": {}}],
    }
    return whole
