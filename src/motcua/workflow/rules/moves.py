"""May they, and can it be done now: one rule, asked by the button and the POST alike."""

from dataclasses import dataclass

from motcua.kernel.words import Refused, Sentence
from motcua.workflow.rules.clocks import change_for
from motcua.workflow.rules.guards import unmet
from motcua.workflow.rules.states import Transition, rows_from, transition
from motcua.workflow.values import (
    Decision,
    Effect,
    EffectKind,
    Facts,
    Function,
    Guard,
    HandOver,
    Move,
    Offer,
    Position,
    State,
    StepMove,
    WorkflowDefinition,
)


class MoveRefused(Refused):
    """A move was refused; the sentence says which, why and what to do.

    `guard` is the guard that did not hold, or None when the move does not exist at this position
    or belongs to somebody else (`forbidden`).
    """

    def __init__(
        self,
        move: Move,
        sentence: Sentence,
        *,
        guard: Guard | None = None,
        forbidden: bool = False,
    ) -> None:
        super().__init__(
            Sentence(
                f"Không thể “{move.label.vi}”. {sentence.vi}",
                f"Cannot “{move.label.en}”. {sentence.en}",
            )
        )
        self.move = move
        self.guard = guard
        self.forbidden = forbidden


@dataclass(frozen=True, slots=True)
class _Way:
    """A move that exists at a position: its row in the table, and the procedure's own, if any."""

    row: Transition
    own: StepMove | None
    by: frozenset[Function]

    @property
    def guards(self) -> tuple[Guard, ...]:
        """The table's guards, then the procedure's, then the wish for a reason, each once."""
        own = self.own.guards if self.own else ()
        every = dict.fromkeys((*self.row.guards, *own))
        return tuple(sorted(every, key=lambda guard: guard is Guard.REASON))


def decide(
    *,
    definition: WorkflowDefinition,
    position: Position,
    move: Move,
    functions: frozenset[Function],
    facts: Facts,
) -> Decision:
    """Decide where `move` leads from `position`, or raise MoveRefused with a sentence."""
    way = _way(definition, position, move)
    if way is None:
        raise MoveRefused(move, _not_here(definition, position, functions))
    if not way.by & functions:
        raise MoveRefused(move, _not_theirs(way.by), forbidden=True)
    for guard in way.guards:
        sentence = unmet(guard, definition=definition, facts=facts)
        if sentence:
            raise MoveRefused(move, sentence, guard=guard)
    positions, rows = _lead(definition, position, way=way, facts=facts)
    return Decision(
        move=move,
        position=positions[-1],
        passed=positions[:-1],
        effects=tuple(effect for row in rows for effect in _effects(row, definition)),
        clock=change_for(way.row, definition=definition, facts=facts),
    )


def offered(
    *,
    definition: WorkflowDefinition,
    position: Position,
    functions: frozenset[Function],
    facts: Facts,
) -> tuple[Offer, ...]:
    """List what these functions may do here, in the table's order, with why it must wait, if so.

    A reason still to be typed is no refusal: `needs_reason` says so.
    """
    ways = (
        _way(definition, position, row.move)
        for row in rows_from(position.state, accepted=position.step is not None)
    )
    return tuple(_offer(way, definition, facts) for way in ways if way and way.by & functions)


def _offer(way: _Way, definition: WorkflowDefinition, facts: Facts) -> Offer:
    refusals = (
        unmet(guard, definition=definition, facts=facts)
        for guard in way.guards
        if guard is not Guard.REASON
    )
    return Offer(
        move=way.row.move,
        label=(way.own and way.own.label) or way.row.move.label,
        needs_reason=Guard.REASON in way.guards,
        refusal=next((sentence for sentence in refusals if sentence), None),
    )


def _way(definition: WorkflowDefinition, position: Position, move: Move) -> _Way | None:
    row = transition(move, position.state, accepted=position.step is not None)
    if row is None or move in definition.not_offered:
        return None
    step = definition.step(position.step)
    own = (step or definition.intake).move(move)
    if not row.bound_to_step:
        return _Way(row, own, row.by)
    if own is None:
        return None
    return _Way(row, own, frozenset({step.function if step else Function.RECEPTION}))


def _lead(
    definition: WorkflowDefinition, position: Position, *, way: _Way, facts: Facts
) -> tuple[tuple[Position, ...], tuple[Transition, ...]]:
    """Follow the move, and the automatic hand-over behind it, to the positions and rows passed."""
    if way.row.move is Move.ACCEPT:
        return _accept(definition, way.row)
    if way.own and way.own.to:
        return (_at_step(definition, way.own.to),), (way.row,)
    return (_back(definition, position, way=way, facts=facts),), (way.row,)


def _back(
    definition: WorkflowDefinition, position: Position, *, way: _Way, facts: Facts
) -> Position:
    """Give where a move leads that names no step: back, mostly, or on in the same place."""
    if way.row.move is Move.RECALL and facts.recall_to:
        return facts.recall_to
    if len(way.row.targets) == 1:
        (state,) = way.row.targets
        return Position(state, position.step)
    if facts.before in way.row.targets:
        return Position(facts.before, position.step)
    step = definition.step(position.step)
    return Position(step.state if step else State.SUBMITTED, position.step)


def _accept(
    definition: WorkflowDefinition, row: Transition
) -> tuple[tuple[Position, ...], tuple[Transition, ...]]:
    first = definition.step(definition.intake.first_step)
    accepted = _at_step(definition, definition.intake.first_step)
    hand_over = transition(Move.HAND_OVER, State.ACCEPTED, accepted=True)
    onward = first.move(Move.HAND_OVER) if first else None
    by_itself = definition.intake.hand_over is HandOver.AUTOMATIC
    if not (by_itself and hand_over and onward and onward.to):
        return (accepted,), (row,)
    return (accepted, _at_step(definition, onward.to)), (row, hand_over)


def _at_step(definition: WorkflowDefinition, code: str) -> Position:
    step = definition.step(code)
    if step is None:
        raise LookupError(f"step {code!r} is not in {definition.title.vi!r}; lint the definition")
    return Position(step.state, code)


def _effects(row: Transition, definition: WorkflowDefinition) -> tuple[Effect, ...]:
    in_force = row.form in definition.profile.forms
    forms = (Effect(EffectKind.ISSUE_FORM, row.form.value),) if row.form and in_force else ()
    return (*forms, *(Effect(EffectKind.NOTIFY, who.value) for who in row.notify))


def _not_here(
    definition: WorkflowDefinition, position: Position, functions: frozenset[Function]
) -> Sentence:
    offers = offered(definition=definition, position=position, functions=functions, facts=Facts())
    state = position.state.label
    if not offers:
        return Sentence(
            f"Hồ sơ đang ở trạng thái “{state.vi}”, lúc này bạn không cần làm gì.",
            f"The application is “{state.en}”; there is nothing for you to do now.",
        )
    return Sentence(
        f"Hồ sơ đang ở trạng thái “{state.vi}”. Lúc này bạn có thể: "
        + ", ".join(offer.label.vi.lower() for offer in offers)
        + ".",
        f"The application is “{state.en}”. What you can do now: "
        + ", ".join(offer.label.en.lower() for offer in offers)
        + ".",
    )


def _not_theirs(by: frozenset[Function]) -> Sentence:
    who = [function.label for function in Function if function in by]
    return Sentence(
        "Việc này thuộc về: " + ", ".join(title.vi.lower() for title in who) + ". "
        "Hãy chuyển cho người phụ trách.",
        "This belongs to: " + ", ".join(title.en.lower() for title in who) + ". "
        "Ask the person in charge.",
    )
