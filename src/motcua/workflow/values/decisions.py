"""What is asked of the rules and what they answer."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.kernel.calendar import Duration
from motcua.kernel.words import Sentence
from motcua.workflow.values.clocks import ClockChange
from motcua.workflow.values.words import Move, State


@dataclass(frozen=True, slots=True)
class Position:
    """Where a dossier stands. `step` is set from acceptance on and kept while it waits.

    So a dossier in `supplement` without a step goes back to the desk, with one back to that step.
    """

    state: State
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guards look at; gathered by the caller, who alone knows rows.

    `supplements` and `extensions` count those already asked or granted. `unpaid` is in đồng.
    `reply_time_over`: the applicant's time to supplement or to pay has run out. `decided`: a result
    or a decision has been signed. `alternative` names the limit an extension asks for
    (`WorkflowDefinition.alternatives`), `extended` is the limit that a new date chosen by the head
    makes. `overdue`: the promised moment is past; `notice_passed`: so is the moment by which a
    delay had to be announced. `components_reviewed`: every component has been looked at.
    `recall_to` is where the last move came from, if this person may take it back; `before` the
    state in which the withdrawal was asked for. `case` and `online` choose among the procedure's
    limits.
    """

    supplements: int = 0
    extensions: int = 0
    reason: str | None = None
    unpaid: int = 0
    result_ready: bool = False
    components_reviewed: bool = True
    reply_time_over: bool = False
    decided: bool = False
    alternative: str | None = None
    extended: Duration | None = None
    overdue: bool = False
    notice_passed: bool = False
    recall_to: Position | None = None
    before: State | None = None
    case: str = ""
    online: bool = False


class EffectKind(StrEnum):
    """The closed list of consequences a decision may ask of its caller."""

    ISSUE_FORM = "issue_form"
    NOTIFY = "notify"


@dataclass(frozen=True, slots=True)
class Effect:
    """One consequence: `issue_form` a form of `Form`, `notify` a function of `Function`."""

    kind: EffectKind
    value: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Where the move leads, through which positions, with what consequences and clock change."""

    move: Move
    position: Position
    passed: tuple[Position, ...]
    effects: tuple[Effect, ...]
    clock: ClockChange

    @property
    def forms(self) -> tuple[str, ...]:
        """The prescribed forms to issue, in order."""
        return tuple(e.value for e in self.effects if e.kind is EffectKind.ISSUE_FORM)


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: what it says, whether a reason must be typed, and why it cannot be pressed now."""

    move: Move
    label: Sentence
    needs_reason: bool
    refusal: Sentence | None = None
