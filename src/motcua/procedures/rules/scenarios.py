"""Scenarios: tests of a procedure that stand beside it, run before it is published and in CI."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from motcua.forms import rules as forms
from motcua.forms.values import Units
from motcua.kernel.calendar import WorkingCalendar, moment_in_words
from motcua.kernel.money import dong
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.rules import bundles, cases
from motcua.procedures.rules.fees import owed, total
from motcua.procedures.values.services import (
    Component,
    Outcome,
    Scenario,
    ScenarioMove,
    ServiceVersion,
)
from motcua.workflow import rules as workflow
from motcua.workflow.values import Clock, Facts, Function, Move, Position, State

_ANYBODY = frozenset(Function)
_ONWARD = (Move.HAND_OVER, Move.FORWARD, Move.PROPOSE, Move.APPROVE, Move.RESOLVE)
_REASON = "Theo kịch bản"
_MINUTE = timedelta(minutes=1)
_DRAFT = Position(State.DRAFT)


def run(
    service: ServiceVersion,
    calendar: WorkingCalendar,
    *,
    units: Units | None = None,
    children: Mapping[str, ServiceVersion] | None = None,
) -> tuple[Outcome, ...]:
    """Play every scenario; an outcome without problems holds.

    `children` are the services that a bundle opens, by code; without them their forms are not
    filled in.
    """
    played = (
        Outcome(
            scenario.name,
            (
                *_play(service, scenario, calendar=calendar, units=units),
                *_open(service, scenario, children=children or {}, units=units),
            ),
            scenario.line,
        )
        for scenario in service.scenarios
    )
    return (*played, *_unreached(service, units))


def _unreached(service: ServiceVersion, units: Units | None) -> Iterator[Outcome]:
    """Tell of every case that no scenario reaches: it may never hold."""
    if not service.cases:
        return
    reached = set()
    for told in service.scenarios:
        answers = forms.check(service.form, told.answers, at=told.at, units=units).answers.values
        reached.add(cases.case_code(service, answers, channel=told.channel))
    for case in service.cases:
        if case.code not in reached:
            missing = Sentence(
                "không kịch bản nào rơi vào trường hợp này", "no scenario reaches this case"
            )
            yield Outcome(f"trường hợp {case.code}", (missing,))


def required_components(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: str
) -> tuple[Component, ...]:
    """Give the papers asked for with these answers."""
    given = cases.given(
        answers, channel=channel, case=cases.case_code(service, answers, channel=channel)
    )
    return tuple(
        paper
        for paper in service.components
        if not paper.optional and (paper.required is None or paper.required.holds(given))
    )


@dataclass
class _Dossier:
    """A dossier that exists in a scenario only."""

    service: ServiceVersion
    calendar: WorkingCalendar
    position: Position = _DRAFT
    clock: Clock | None = None
    supplements: int = 0
    extensions: int = 0
    decided: bool = False
    forms: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    last_at: datetime | None = None
    case: str = ""
    online: bool = False

    def make(self, row: ScenarioMove) -> None:
        """Make one move, or raise MoveRefused."""
        decision = workflow.decide(
            definition=self.service.workflow,
            position=self.position,
            move=row.move,
            functions=frozenset({row.by}) if row.by else _ANYBODY,
            facts=self.facts(row),
        )
        self.supplements += row.move is Move.REQUEST_SUPPLEMENT
        self.extensions += row.move is Move.EXTEND
        self.decided = self.decided or row.move is Move.RESOLVE
        self.clock = workflow.turn(self.clock, decision.clock, row.at)
        self.forms += decision.forms
        for position in (*decision.passed, decision.position):
            if position.step and position.step not in self.path[-1:]:
                self.path.append(position.step)
        self.position = decision.position
        self.last_at = row.at

    def facts(self, row: ScenarioMove) -> Facts:
        """Give the facts as they are in the scenario."""
        reply = workflow.reply_due(self.clock, self.calendar) if self.clock else None
        return Facts(
            supplements=self.supplements,
            extensions=self.extensions,
            reason=row.reason or _REASON,
            result_ready=True,
            reply_time_over=reply is not None and reply.at < row.at,
            decided=self.decided,
            alternative=row.alternative,
            case=self.case,
            online=self.online,
        )

    def go_through(self) -> None:
        """Go on until the result is returned."""
        for _ in range(len(self.service.workflow.steps) + 1):
            step = self.service.workflow.step(self.position.step)
            if step is None or self.position.state.is_end or self.last_at is None:
                return
            rows = [row.move for row in step.moves if row.move in (*_ONWARD, Move.RETURN_RESULT)]
            if not rows:
                return
            self.make(ScenarioMove(rows[0], self.last_at + _MINUTE))


def _play(
    service: ServiceVersion,
    scenario: Scenario,
    *,
    calendar: WorkingCalendar,
    units: Units | None,
) -> Iterator[Sentence]:
    checked = forms.check(service.form, scenario.answers, at=scenario.at, units=units)
    given = {path: one.message for one in checked.errors for path in (one.path,)}
    yield from _differ("lỗi tờ khai", "form errors", got=given, expected=scenario.expect.errors)
    for path, message in given.items():
        if path not in scenario.expect.errors:
            yield Sentence(f"{path}: {message.vi}", f"{path}: {message.en}")
    if given:
        return
    answers = checked.answers.values
    yield from _check_fee(service, scenario, answers)
    if scenario.expect.components is not None:
        papers = required_components(service, answers, channel=scenario.channel)
        codes = [paper.code for paper in papers]
        yield from _differ("giấy tờ", "papers", got=codes, expected=scenario.expect.components)
    case = cases.case_code(service, answers, channel=scenario.channel)
    if scenario.expect.case is not None and case != scenario.expect.case:
        yield from _differ("trường hợp", "case", got=[case], expected=(scenario.expect.case,))
    yield from _follow(service, scenario, case=case, calendar=calendar)


def _open(
    service: ServiceVersion,
    scenario: Scenario,
    *,
    children: Mapping[str, ServiceVersion],
    units: Units | None,
) -> Iterator[Sentence]:
    """Fill in the forms of a bundle's parts and tell what they miss."""
    checked = forms.check(service.form, scenario.answers, at=scenario.at, units=units)
    if not service.bundle or checked.errors:
        return
    answers, channel = checked.answers.values, scenario.channel
    parts = bundles.parts_of(service, answers, channel=channel)
    if scenario.expect.opened is not None:
        opened = [part.service for part in parts]
        yield from _differ("hồ sơ được mở", "opened", got=opened, expected=scenario.expect.opened)
    for part in parts:
        child = children.get(part.service)
        if child is None:
            continue
        given = bundles.filled_in(part, child, bundle=service, answers=answers, channel=channel)
        errors = bundles.errors_of(
            part, child, given, at=scenario.at, units=units, waiting=bool(part.after)
        )
        for error in errors:
            where = f"{part.service}: {error.path}"
            yield Sentence(f"{where}: {error.message.vi}", f"{where}: {error.message.en}")


def _check_fee(
    service: ServiceVersion, scenario: Scenario, answers: Mapping[str, Any]
) -> Iterator[Sentence]:
    try:
        sum_owed = total(owed(service, answers, channel=scenario.channel))
    except Refused as refused:
        yield refused.sentence
        return
    if scenario.expect.fee is not None and sum_owed != scenario.expect.fee:
        expected = dong(scenario.expect.fee)
        yield Sentence(
            f"phải nộp {dong(sum_owed)}, kịch bản chờ {expected}",
            f"{dong(sum_owed)} is owed, {expected} was expected",
        )


def _follow(
    service: ServiceVersion, scenario: Scenario, *, case: str, calendar: WorkingCalendar
) -> Iterator[Sentence]:
    dossier = _Dossier(service, calendar, case=case, online=scenario.channel.is_online)
    dossier.make(ScenarioMove(Move.SUBMIT, scenario.at))
    moves = scenario.moves or (ScenarioMove(Move.ACCEPT, scenario.at),)
    refused: Move | None = None
    for row in moves:
        try:
            dossier.make(row)
        except workflow.MoveRefused as refusal:
            refused = row.move
            if scenario.expect.refused is not row.move:
                yield refusal.sentence
            break
    else:
        if scenario.through:
            dossier.go_through()
    if scenario.expect.refused and refused is None:
        move = scenario.expect.refused
        yield Sentence(f"{move} không bị từ chối", f"{move} was not refused")
    yield from _compare(dossier, scenario, calendar)


def _compare(
    dossier: _Dossier, scenario: Scenario, calendar: WorkingCalendar
) -> Iterator[Sentence]:
    expect = scenario.expect
    due = workflow.due(dossier.clock, calendar) if dossier.clock else None
    if expect.due is not None and (due is None or due.at != expect.due):
        got_vi = moment_in_words(due.at) if due else "chưa có hạn"
        got_en = moment_in_words(due.at, "en") if due else "no date"
        yield Sentence(
            f"hẹn trả {got_vi}, kịch bản chờ {moment_in_words(expect.due)}",
            f"due {got_en}, {moment_in_words(expect.due, 'en')} was expected",
        )
    if expect.forms is not None:
        yield from _differ(
            "mẫu phát hành", "forms issued", got=dossier.forms, expected=expect.forms
        )
    if expect.path is not None:
        yield from _differ("các bước", "steps", got=dossier.path, expected=expect.path)
    if expect.state is not None and dossier.position.state is not expect.state:
        got = dossier.position.state
        yield Sentence(
            f"trạng thái {got}, kịch bản chờ {expect.state}",
            f"state {got}, {expect.state} was expected",
        )


def _differ(
    vi: str, en: str, *, got: Mapping[str, Any] | list[str], expected: tuple[str, ...]
) -> Iterator[Sentence]:
    found = tuple(got)
    if found != expected:
        shown, wanted = ", ".join(found) or "∅", ", ".join(expected) or "∅"
        yield Sentence(
            f"{vi}: {shown}; kịch bản chờ: {wanted}", f"{en}: {shown}; expected: {wanted}"
        )
