"""The shapes of `procedure.yaml`, `fees.yaml` and `scenarios.yaml`."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from motcua.agencies.values import AgencyKind
from motcua.kernel.codes import CodeRefused, ProcedureCode, ResultCode
from motcua.kernel.definitions import Strict, Words, wrong
from motcua.kernel.words import Sentence
from motcua.procedures.values.catalogue import Audience, Level, Online
from motcua.procedures.values.services import Channel, FeeKind
from motcua.workflow.values import Function, Move, Source, State

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Expression = Annotated[str, Field(min_length=1, max_length=2000)]
Taken = Annotated[str, Field(pattern=r"^[0-9]\.[0-9]{6}:[a-z][a-z0-9_.]*$")]
Amount = Annotated[int, Field(ge=0, le=10_000_000_000)]


def _procedure_code(value: object) -> str:
    try:
        return str(ProcedureCode.parse(str(value)))
    except CodeRefused as refused:
        raise wrong(
            Sentence("không phải mã thủ tục", "not the code of a procedure"), refused.sentence
        ) from None


def _result_code(value: object) -> str:
    try:
        return str(ResultCode.parse(str(value)))
    except CodeRefused as refused:
        raise wrong(
            Sentence("không phải mã kết quả", "not the code of a result"), refused.sentence
        ) from None


def _moment(value: object) -> datetime:
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is not None and moment.tzinfo is None and "T" in value:
            return moment
    raise wrong(
        Sentence("không phải thời điểm ở Hà Nội", "not a moment in Hà Nội"),
        Sentence("hãy viết như 2026-02-13T14:30", "write it like 2026-02-13T14:30"),
    )


ProcedureCodeText = Annotated[
    str, PlainValidator(_procedure_code), WithJsonSchema({"type": "string"})
]
ResultCodeText = Annotated[str, PlainValidator(_result_code), WithJsonSchema({"type": "string"})]
Moment = Annotated[datetime, PlainValidator(_moment), WithJsonSchema({"type": "string"})]


class CompetentFile(Strict):
    """Who settles it."""

    level: Level
    kind: AgencyKind
    path: str


class ApplicantFile(Strict):
    """Which answers say who applies."""

    name: str
    citizen_id: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None


class ComponentFile(Strict):
    """A paper of the dossier."""

    code: Code
    name: Words
    originals: Annotated[int, Field(ge=0, le=20)] = 0
    certified: Annotated[int, Field(ge=0, le=20)] = 0
    copies: Annotated[int, Field(ge=0, le=20)] = 0
    available_in_database: bool = False
    required: bool | Expression = True
    note: Words | None = None
    source: Source = Source.CONFIRMED


class CaseFile(Strict):
    """A case of the procedure; only the last may do without a condition."""

    code: Code
    name: Words
    when: Expression | None = None


class BundlePartFile(Strict):
    """A service that a bundle opens."""

    service: ProcedureCodeText
    answers: Annotated[dict[str, Expression], Field(min_length=1)]
    after: tuple[ProcedureCodeText, ...] = ()
    when: Expression | None = None
    results: dict[str, Taken] = Field(default_factory=dict)


class ResultRowFile(Strict):
    """One line of a result: an answer, or another one where `when` holds."""

    label: Words
    value: str
    otherwise: str | None = None
    when: Expression | None = None


class ResultSectionFile(Strict):
    """Lines of a result under one heading."""

    title: Words
    rows: Annotated[tuple[ResultRowFile, ...], Field(min_length=1)]


class ResultFile(Strict):
    """What the applicant is given and what it states."""

    code: ResultCodeText | None = None
    name: Words
    layout: Code
    sections: Annotated[tuple[ResultSectionFile, ...], Field(min_length=1)]


class ActFile(Strict):
    """A law, decree or circular."""

    number: str
    title: str
    article: str = ""
    source: Source = Source.CONFIRMED


class ProcedureFile(Strict):
    """`procedure.yaml`."""

    code: ProcedureCodeText
    name: Words
    field: Words
    profile: str
    level: Online
    audiences: Annotated[tuple[Audience, ...], Field(min_length=1)]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    competent: CompetentFile
    applicant: ApplicantFile
    cases: tuple[CaseFile, ...] = ()
    bundle: tuple[BundlePartFile, ...] = ()
    components: tuple[ComponentFile, ...] = ()
    results: Annotated[tuple[ResultFile, ...], Field(min_length=1)]
    legal_basis: Annotated[tuple[ActFile, ...], Field(min_length=1)]
    valid_from: date
    valid_to: date | None = None
    unconfirmed: tuple[str, ...] = ()


class FeeFile(Strict):
    """One line of the schedule."""

    code: Code
    name: Words
    kind: FeeKind
    amount: Amount | Expression
    quantity: Annotated[int, Field(ge=0, le=10_000)] | Expression = 1
    when: Expression | None = None
    legal_basis: str
    source: Source = Source.CONFIRMED


class ExemptionFile(Strict):
    """Who need not pay."""

    code: Code
    name: Words
    when: Expression
    fees: tuple[str, ...] = ()
    legal_basis: str
    source: Source = Source.CONFIRMED


class FeesFile(Strict):
    """`fees.yaml`."""

    fees: tuple[FeeFile, ...]
    exemptions: tuple[ExemptionFile, ...] = ()
    note: Words | None = None


class ScenarioMoveFile(Strict):
    """One move of a scenario."""

    move: Move
    at: Moment
    by: Function | None = None
    reason: str = ""
    alternative: str | None = None


class ExpectFile(Strict):
    """What a scenario asserts."""

    due: Moment | None = None
    fee: Amount | None = None
    forms: tuple[str, ...] | None = None
    path: tuple[str, ...] | None = None
    state: State | None = None
    components: tuple[str, ...] | None = None
    errors: tuple[str, ...] = ()
    refused: Move | None = None
    case: str | None = None
    opened: tuple[ProcedureCodeText, ...] | None = None


class ScenarioFile(Strict):
    """One scenario; `change` is laid over the common answers, null takes one away."""

    name: Annotated[str, Field(min_length=1)]
    at: Moment
    channel: Channel = Channel.SELF_SERVICE
    change: dict[str, Any] = Field(default_factory=dict)
    moves: tuple[ScenarioMoveFile, ...] = ()
    through: bool = False
    expect: ExpectFile


class ScenariosFile(Strict):
    """`scenarios.yaml`."""

    answers: dict[str, Any]
    scenarios: Annotated[tuple[ScenarioFile, ...], Field(min_length=1)]
