"""The shape of `workflow.yaml` and of a profile, and their reading into values."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from motcua.kernel.calendar import Duration, DurationRefused
from motcua.kernel.definitions import (
    DefinitionRefused,
    Document,
    Problem,
    Strict,
    Words,
    parse,
    read,
    wrong,
)
from motcua.kernel.words import Sentence
from motcua.workflow.rules.lint import lint_document
from motcua.workflow.values import (
    Annex,
    Form,
    Function,
    Guard,
    HandOver,
    Intake,
    LateNotice,
    Limit,
    Move,
    OpinionRule,
    PaymentRule,
    Profile,
    Source,
    State,
    Step,
    StepMove,
    SupplementRule,
    WorkflowDefinition,
)

_SAME_DAY = {"same day", "trong ngày"}
_TITLE = Sentence("Thời hạn giải quyết", "Time limit")


def _duration(value: object) -> Duration:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        try:
            return Duration.parse("0 working days" if value in _SAME_DAY else value)
        except DurationRefused:
            pass
    raise wrong(
        Sentence(f"không hiểu thời hạn “{value}”", f"“{value}” is not a time limit"),
        Sentence(
            "hãy viết số và đơn vị, ví dụ “3 ngày làm việc”, “2 giờ làm việc”, “1 buổi”, "
            "“trong ngày”",
            "write a number and a unit: “3 working days”, “2 working hours”, “1 half-day”, "
            "“same day”",
        ),
    )


Period = Annotated[Duration, PlainValidator(_duration), WithJsonSchema({"type": "string"})]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class LimitFile(Strict):
    """A legal time limit."""

    duration: Period
    online: Period | None = None
    cutoff: time | None = None
    title: Words | None = None
    legal_basis: tuple[str, ...] = ()
    source: Source = Source.CONFIRMED


class AlternativeFile(LimitFile):
    """Another limit that holds in a named case."""

    code: Code


class CaseLimitFile(LimitFile):
    """The limit of a case of the procedure."""

    case: Code


class MoveFile(Strict):
    """What may be done at a step."""

    move: Move
    to: str | None = None
    guards: tuple[Guard, ...] = ()
    label: Words | None = None


class IntakeFile(Strict):
    """What the desk may do before acceptance."""

    first_step: str
    hand_over: HandOver
    moves: Annotated[tuple[MoveFile, ...], Field(min_length=1)]


class StepFile(Strict):
    """One row of the internal process."""

    code: Code
    title: Words
    function: Function
    state: State
    budget: Period
    moves: Annotated[tuple[MoveFile, ...], Field(min_length=1)]


class WorkflowFile(Strict):
    """`workflow.yaml`."""

    title: Words
    limit: LimitFile
    limits: tuple[CaseLimitFile, ...] = ()
    alternatives: tuple[AlternativeFile, ...] = ()
    intake: IntakeFile
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    not_offered: tuple[Move, ...] = ()


class SupplementFile(Strict):
    """The profile's rule of supplements."""

    rule: SupplementRule
    at_most: Annotated[int, Field(ge=0)] | None
    reply: Period


class IntakeClockFile(Strict):
    """The profile's clock of the desk."""

    alert: Period
    decide: Period


class AnnexFile(Strict):
    """The circular that prescribes the forms, and where it differs from the one in force."""

    circular: str
    numbers: dict[Form, Annotated[str, Field(pattern=r"^[0-9]{2}$")]] = Field(default_factory=dict)
    titles: dict[Form, Words] = Field(default_factory=dict)


class PaymentFile(Strict):
    """The profile's rule of payments that are asked for."""

    rule: PaymentRule
    within: Period


class ExtensionFile(Strict):
    """How long before the due date a delay is announced, and what becomes of a later apology."""

    notice: Period
    late: LateNotice


class ProfileFile(Strict):
    """`library/profiles/<code>.yaml`."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2}-[0-9]{4}$")]
    title: Words
    valid_from: date
    valid_to: date | None = None
    legal_basis: Annotated[tuple[str, ...], Field(min_length=1)]
    supplement: SupplementFile
    intake: IntakeClockFile
    after_hours: time | None = None
    extensions: Annotated[int, Field(ge=0)]
    extension: ExtensionFile | None = None
    payment: PaymentFile | None = None
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    annex: AnnexFile | None = None
    opinion: OpinionRule = OpinionRule.KEEP
    unconfirmed: tuple[str, ...] = ()


def load(text: str, *, name: str, profile: Profile, published: bool = False) -> WorkflowDefinition:
    """Read `workflow.yaml` under a profile; DefinitionRefused with every problem, `file:line`.

    What was `published` is not held to a linter that has become stricter since.
    """
    document = read(text, name=name)
    definition = _workflow(parse(document, WorkflowFile), profile)
    problems = () if published else lint_document(definition, document)
    if problems:
        raise DefinitionRefused(problems)
    return definition


def load_profile(text: str, *, name: str) -> Profile:
    """Read a profile; DefinitionRefused with every problem, `file:line`."""
    document = read(text, name=name)
    file = parse(document, ProfileFile)
    profile = Profile(
        code=file.code,
        title=file.title,
        valid_from=file.valid_from,
        valid_to=file.valid_to,
        supplement=file.supplement.rule,
        supplements=file.supplement.at_most,
        reply=file.supplement.reply,
        intake_alert=file.intake.alert,
        intake_limit=file.intake.decide,
        after_hours=file.after_hours,
        extensions=file.extensions,
        forms=frozenset(file.forms),
        annex=_annex(file.annex),
        opinion=file.opinion,
        unconfirmed=frozenset(file.unconfirmed),
    )
    profile = _with_rules(profile, file)
    problems = tuple(_profile_problems(file, document))
    if problems:
        raise DefinitionRefused(problems)
    return profile


def _annex(file: AnnexFile | None) -> Annex:
    if file is None:
        return Annex()
    return Annex(circular=file.circular, numbers=file.numbers, titles=file.titles)


def _with_rules(profile: Profile, file: ProfileFile) -> Profile:
    if file.payment:
        profile = replace(profile, payment=file.payment.rule, pay_within=file.payment.within)
    if file.extension:
        notice, late = file.extension.notice, file.extension.late
        profile = replace(profile, extension_notice=notice, late_notice=late)
    return profile


def _workflow(file: WorkflowFile, profile: Profile) -> WorkflowDefinition:
    return WorkflowDefinition(
        title=file.title,
        profile=profile,
        limit=_limit(file.limit, "limit", _TITLE),
        limits=tuple(
            replace(_limit(one, f"limit.{one.case}", _TITLE), case=one.case) for one in file.limits
        ),
        alternatives=tuple(
            _limit(other, other.code, Sentence(other.code, other.code))
            for other in file.alternatives
        ),
        intake=Intake(
            moves=_moves(file.intake.moves),
            first_step=file.intake.first_step,
            hand_over=file.intake.hand_over,
        ),
        steps=tuple(
            Step(
                code=step.code,
                title=step.title,
                function=step.function,
                state=step.state,
                budget=step.budget,
                moves=_moves(step.moves),
            )
            for step in file.steps
        ),
        not_offered=frozenset(file.not_offered),
    )


def _limit(file: LimitFile, code: str, title: Sentence) -> Limit:
    return Limit(
        code=code,
        title=file.title or title,
        duration=file.duration,
        cutoff=file.cutoff,
        legal_basis=file.legal_basis,
        source=file.source,
        online=file.online,
    )


def _moves(rows: tuple[MoveFile, ...]) -> tuple[StepMove, ...]:
    return tuple(StepMove(row.move, row.to, row.guards, row.label) for row in rows)


def _profile_problems(file: ProfileFile, document: Document) -> Iterator[Problem]:
    if file.valid_to and file.valid_to < file.valid_from:
        yield document.problem(
            ("valid_to",),
            Sentence("hết hiệu lực trước khi có hiệu lực", "it ends before it begins"),
            Sentence(
                f"hãy viết ngày từ {file.valid_from} trở đi", f"write {file.valid_from} or later"
            ),
        )
    known = set(ProfileFile.model_fields) - {"code", "title", "unconfirmed", "legal_basis"}
    for index, key in enumerate(file.unconfirmed):
        if key not in known:
            yield document.problem(
                ("unconfirmed", index),
                Sentence(f"không có khóa “{key}” để đánh dấu", f"there is no key “{key}” to mark"),
                Sentence(
                    "hãy chọn một trong: " + ", ".join(sorted(known)),
                    "choose one of: " + ", ".join(sorted(known)),
                ),
            )
