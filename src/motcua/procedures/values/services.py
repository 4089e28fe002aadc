"""A procedure as it can be applied for: one frozen version of five files and a profile."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from motcua.forms.rules.conditions import Condition
from motcua.forms.values import FormDefinition
from motcua.kernel.words import Sentence
from motcua.procedures.values.catalogue import Audience, Level, Online
from motcua.procedures.values.channels import (
    Channel as Channel,  # noqa: PLC0414 -- these values speak of it; it is read from here too
)
from motcua.workflow.values import Function, Move, Source, State, WorkflowDefinition


class FeeKind(StrEnum):
    """Lệ phí (`fee`) or phí (`charge`), Luật Phí và lệ phí 97/2015/QH13."""

    FEE = "fee"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class Case:
    """A case (trường hợp) of a procedure, with papers, fees and a limit of its own.

    The first one whose `when` holds over the answers; None holds always.
    """

    code: str
    name: Sentence
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class BundlePart:
    """A service that a bundle (liên thông) opens as a dossier of its own.

    `answers` says what its form is filled in with: path → a path of the bundle's form (copied as it
    is) or what an expression gives. `after` names the services that must be settled before it is
    opened; `results` what of theirs it takes over: path → (service, `number`, `date` or a path that
    their result states). Only opened where `when` holds (None: always).
    """

    service: str
    answers: Mapping[str, str | Condition]
    after: tuple[str, ...] = ()
    when: Condition | None = None
    results: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A law, decree or circular; `article` where the rule stands in it, if one is named."""

    number: str
    title: str
    article: str = ""
    source: Source = Source.CONFIRMED


@dataclass(frozen=True, slots=True)
class Component:
    """A paper of the dossier and how many of each kind are asked.

    `required` is CEL over the answers, or None where it always is. What stands in a database must
    not be asked on paper (`available_in_database`).
    """

    code: str
    name: Sentence
    originals: int = 0
    certified: int = 0
    copies: int = 0
    available_in_database: bool = False
    required: Condition | None = None
    optional: bool = False
    note: Sentence | None = None
    source: Source = Source.CONFIRMED


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of a result: the answer at `path`, or at `otherwise` where `when` holds."""

    label: Sentence
    path: str
    otherwise: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class ResultSection:
    """Lines of a result under one heading."""

    title: Sentence
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What the applicant is given and what it states.

    `code` is empty where none is known, `layout` names its print.
    """

    code: str
    name: Sentence
    layout: str
    sections: tuple[ResultSection, ...] = ()


@dataclass(frozen=True, slots=True)
class FeeRule:
    """One line of the schedule. `amount` is đồng for one unit."""

    code: str
    name: Sentence
    kind: FeeKind
    amount: int | Condition
    quantity: int | Condition
    when: Condition | None
    legal_basis: str
    source: Source = Source.CONFIRMED


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who need not pay, and which lines (none named: all)."""

    code: str
    name: Sentence
    when: Condition
    fees: tuple[str, ...]
    legal_basis: str
    source: Source = Source.CONFIRMED


@dataclass(frozen=True, slots=True)
class FeeSchedule:
    """The fees of a procedure."""

    rules: tuple[FeeRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """What is owed for one line: `amount` is the line's total in đồng, `quantity` already in it."""

    code: str
    name: Sentence
    kind: FeeKind
    amount: int
    legal_basis: str
    quantity: int = 1
    unit_amount: int = 0
    source: Source = Source.CONFIRMED


@dataclass(frozen=True, slots=True)
class ScenarioMove:
    """One move of a scenario, at a moment (aware UTC)."""

    move: Move
    at: datetime
    by: Function | None = None
    reason: str = ""
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a scenario asserts; None asserts nothing. `due` is aware UTC."""

    due: datetime | None = None
    fee: int | None = None
    forms: tuple[str, ...] | None = None
    path: tuple[str, ...] | None = None
    state: State | None = None
    components: tuple[str, ...] | None = None
    errors: tuple[str, ...] = ()
    refused: Move | None = None
    case: str | None = None
    opened: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A test of the procedure beside it: given these answers at this moment, expect this.

    Without `moves` the dossier is accepted when it comes in. `through`: it then goes straight on
    until the result is returned.
    """

    name: str
    at: datetime
    channel: Channel
    answers: Mapping[str, Any]
    moves: tuple[ScenarioMove, ...]
    through: bool
    expect: Expected
    line: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scenario went; `problems` are sentences, none when it holds."""

    scenario: str
    problems: tuple[Sentence, ...] = ()
    line: int = 1

    @property
    def holds(self) -> bool:
        """Whether everything came as expected."""
        return not self.problems


@dataclass(frozen=True, eq=False)
class ServiceVersion:
    """A version of a procedure under which dossiers are filed; never edited once published.

    `digest` is SHA-256 (hex) over the definition, whatever its spacing and order of keys.
    `competent_path` is the answer whose administrative unit decides which agency settles it, and
    `competent_kind` that agency's kind. `applicant` names the answers that say who applies
    (`name`, `citizen_id`, `phone`, `email`, `address` → path).
    """

    code: str
    version: int
    digest: str
    name: Sentence
    field: Sentence
    level: Online
    competent_level: Level
    competent_kind: str
    competent_path: str
    applicant: Mapping[str, str]
    audiences: tuple[Audience, ...]
    channels: tuple[Channel, ...]
    components: tuple[Component, ...]
    results: tuple[Result, ...]
    legal_basis: tuple[LegalAct, ...]
    form: FormDefinition
    workflow: WorkflowDefinition
    fees: FeeSchedule
    scenarios: tuple[Scenario, ...]
    valid_from: date
    valid_to: date | None = None
    unconfirmed: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    bundle: tuple[BundlePart, ...] = ()

    @property
    def profile(self) -> str:
        """Code of the profile it stands under."""
        return self.workflow.profile.code

    def component(self, code: str) -> Component | None:
        """Give the component of that code."""
        return next((component for component in self.components if component.code == code), None)

    def case(self, code: str) -> Case | None:
        """Give the case of that code."""
        return next((case for case in self.cases if case.code == code), None)
