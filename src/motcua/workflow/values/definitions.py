"""An internal process and the rules of the time it runs under, as frozen values."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from motcua.kernel.calendar import Duration, Unit
from motcua.kernel.words import Sentence
from motcua.workflow.values.annexes import Annex
from motcua.workflow.values.words import Form, Function, Guard, Move, State

_ANNEX = Annex()
_PAY_WITHIN = Duration(15, Unit.WORKING_DAY)
_NOTICE = Duration(1, Unit.WORKING_DAY)


class Source(StrEnum):
    """How sure a rule is: read in a legal text, or set by us until somebody confirms it."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


class SupplementRule(StrEnum):
    """What the time limit does once the applicant has supplemented."""

    PAUSE = "pause"
    RESTART = "restart"


class PaymentRule(StrEnum):
    """Whether the time limit runs on while the applicant is asked to pay."""

    PAUSE = "pause"
    RUN = "run"


class LateNotice(StrEnum):
    """What becomes of an apology that comes later than it had to be announced."""

    WARN = "warn"
    REFUSE = "refuse"


class OpinionRule(StrEnum):
    """What the time limit does while another agency is asked for its opinion."""

    KEEP = "keep"
    PAUSE = "pause"


class HandOver(StrEnum):
    """Whether acceptance hands a dossier over by itself."""

    AUTOMATIC = "automatic"
    BY_OFFICER = "by_officer"


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules of procedure that hold between two dates, whatever the procedure.

    `supplements` is how many may be asked (None: no limit); `reply` how long the applicant has.
    What reaches the authority after `after_hours` (a Hà Nội time of day) counts from the next
    working day. Who is asked to pay has `pay_within`; a delay is announced `extension_notice`
    (working days) before the result is due. `forms` are the prescribed forms in force.
    """

    code: str
    title: Sentence
    valid_from: date
    valid_to: date | None
    supplement: SupplementRule
    supplements: int | None
    reply: Duration
    intake_alert: Duration
    intake_limit: Duration
    after_hours: time | None
    extensions: int
    forms: frozenset[Form]
    payment: PaymentRule = PaymentRule.PAUSE
    pay_within: Duration = _PAY_WITHIN
    extension_notice: Duration = _NOTICE
    late_notice: LateNotice = LateNotice.WARN
    annex: Annex = _ANNEX
    opinion: OpinionRule = OpinionRule.KEEP
    unconfirmed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limit:
    """A legal time limit; `cutoff` as in `Clock`. `0 working days` means within the same day.

    `online` is the duration for what came in online, where that differs. `case` is empty, or the
    case of the procedure that has this limit instead of the common one.
    """

    code: str
    title: Sentence
    duration: Duration
    cutoff: time | None = None
    legal_basis: tuple[str, ...] = ()
    source: Source = Source.CONFIRMED
    online: Duration | None = None
    case: str = ""

    @property
    def same_day(self) -> bool:
        """Whether the result is owed on the day of acceptance."""
        return self.duration.amount == 0


@dataclass(frozen=True, slots=True)
class StepMove:
    """What may be done at a step: the move, where it leads, what must hold besides the table."""

    move: Move
    to: str | None = None
    guards: tuple[Guard, ...] = ()
    label: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the internal process: who has it, in which state, for how long."""

    code: str
    title: Sentence
    function: Function
    state: State
    budget: Duration
    moves: tuple[StepMove, ...]

    def move(self, move: Move) -> StepMove | None:
        """Give this step's row for `move`, if it has one."""
        return next((row for row in self.moves if row.move is move), None)


@dataclass(frozen=True, slots=True)
class Intake:
    """What happens before acceptance: what the desk may do, and which step comes after it."""

    moves: tuple[StepMove, ...]
    first_step: str
    hand_over: HandOver

    def move(self, move: Move) -> StepMove | None:
        """Give the desk's row for `move`, if it has one."""
        return next((row for row in self.moves if row.move is move), None)


@dataclass(frozen=True, slots=True)
class WorkflowDefinition:
    """A procedure's internal process under one profile."""

    title: Sentence
    profile: Profile
    limit: Limit
    alternatives: tuple[Limit, ...]
    intake: Intake
    steps: tuple[Step, ...]
    not_offered: frozenset[Move] = frozenset()
    limits: tuple[Limit, ...] = ()

    def limit_for(self, case: str, *, online: bool) -> Limit:
        """Give the limit of a case (empty: none), as it is for what came in online or not."""
        limit = next((one for one in self.limits if case and one.case == case), self.limit)
        return replace(limit, duration=limit.online) if online and limit.online else limit

    def step(self, code: str | None) -> Step | None:
        """Give the step of that code."""
        return next((step for step in self.steps if step.code == code), None)

    def alternative(self, code: str | None) -> Limit | None:
        """Give the named alternative limit."""
        return next((limit for limit in self.alternatives if limit.code == code), None)
