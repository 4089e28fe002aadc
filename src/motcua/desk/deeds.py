"""What an officer can do to a dossier now, and what they had typed when it did not work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.values import DossierView
from motcua.identity.values import Viewer
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.words import Sentence
from motcua.web import formats
from motcua.workflow import rules as workflow
from motcua.workflow.values import (
    ClockChange,
    Function,
    Limit,
    Move,
    Offer,
    State,
    Turn,
    WorkflowDefinition,
)

_ELSEWHERE = frozenset({Move.MESSAGE, Move.SUPPLEMENT})
_SILENT = frozenset({Move.RECALL})
"""Moves that are shown where they can be made, and not spoken of where they cannot."""
_FOR_THE_APPLICANT = {Move.WITHDRAW: Sentence("Người nộp xin rút", "The applicant withdraws")}
"""Moves with a place of their own on the page: the conversation, the form."""
_GRAVE = frozenset({Move.REFUSE, Move.STOP, Move.CLOSE_UNANSWERED})
_CASHIERS = frozenset({Function.RECEPTION, Function.FINANCE})


@dataclass(frozen=True, slots=True)
class Deed:
    """A button. With `asks` it opens a form first; with `refusal` it can wait, and says why."""

    move: Move
    label: Sentence
    asks: bool
    grave: bool
    refusal: Sentence | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything one can do on the page of a dossier.

    `grounds`: pairs (code, words with the new date) of an extension; `announce_by`: the moment by
    which it had to be announced, where that is past. `left_over`: a reason that was
    typed for a move that is no longer there. `cash`: may receive money. `drafts`: may draft the
    result. `answers`: may type what the applicant brings to the counter. `returns`: may hand the
    result back, on a page of its own. `reads_only`: looks on.
    """

    deeds: tuple[Deed, ...]
    grounds: tuple[tuple[str, str], ...]
    announce_by: datetime | None
    left_over: str
    cash: bool
    drafts: bool
    answers: bool
    returns: bool
    reads_only: bool


def desk(
    found: DossierView,
    definition: WorkflowDefinition,
    calendar: WorkingCalendar,
    *,
    typed: Mapping[str, str],
    now: datetime,
) -> Desk:
    """Lay out what the viewer can do; the rule that a POST asks has already decided."""
    deeds = tuple(
        Deed(
            move=offer.move,
            label=_FOR_THE_APPLICANT.get(offer.move, offer.label),
            asks=offer.needs_reason or offer.move is Move.REQUEST_SUPPLEMENT,
            grave=offer.move in _GRAVE,
            refusal=offer.refusal,
        )
        for offer in found.offers
        if offer.move not in _ELSEWHERE
        and not (offer.move in _SILENT and offer.refusal)
        and not _has_page(offer)
    )
    step = definition.step(found.step or None)
    at_work = found.state is State.IN_PROCESS and step is not None
    extends = any(deed.move is Move.EXTEND and not deed.refusal for deed in deeds)
    return Desk(
        deeds=deeds,
        grounds=_grounds(found, definition, calendar, now=now) if extends else (),
        announce_by=_announce_by(found, definition, calendar, now=now) if extends else None,
        left_over=_left_over(deeds, typed),
        cash=bool(found.functions & _CASHIERS and found.bill.outstanding),
        drafts=bool(
            at_work
            and step
            and step.function in found.functions
            and step.move(_drafting(definition))
        ),
        answers=any(offer.move is Move.SUPPLEMENT for offer in found.offers),
        returns=any(_has_page(offer) for offer in found.offers),
        reads_only=not found.functions,
    )


def _has_page(offer: Offer) -> bool:
    """Tell whether a move is made on a page of its own, not by a button."""
    return offer.move is Move.RETURN_RESULT and offer.refusal is None


def _drafting(definition: WorkflowDefinition) -> Move:
    """Name the move before which the result is drafted: the signature where nobody proposes."""
    proposed = any(step.move(Move.PROPOSE) for step in definition.steps)
    return Move.PROPOSE if proposed else Move.RESOLVE


def pressed_twice(found: DossierView, move: Move, *, by: Viewer, revision: int | None) -> bool:
    """Tell whether the last thing that happened is this very move, made by this very officer."""
    made = [entry for entry in found.history if "move" in entry.payload]
    return (
        revision is not None
        and found.revision == revision + 1
        and bool(made)
        and made[-1].payload["move"] == move.value
        and made[-1].by.key == by.actor.key
    )


def _left_over(deeds: tuple[Deed, ...], typed: Mapping[str, str]) -> str:
    shown = {deed.move.value for deed in deeds if deed.asks and not deed.refusal}
    if "buoc" not in typed or typed["buoc"] in shown:
        return ""
    return typed.get("ly-do", "").strip()


def _grounds(
    found: DossierView,
    definition: WorkflowDefinition,
    calendar: WorkingCalendar,
    *,
    now: datetime,
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (limit.code, _with_new_date(limit, found, calendar, now=now))
        for limit in definition.alternatives
    )


def _announce_by(
    found: DossierView,
    definition: WorkflowDefinition,
    calendar: WorkingCalendar,
    *,
    now: datetime,
) -> datetime | None:
    notice = definition.profile.extension_notice
    by = workflow.notice_by(found.clock, notice, calendar) if found.clock else None
    return by if by and by < now else None


def _with_new_date(
    limit: Limit, found: DossierView, calendar: WorkingCalendar, *, now: datetime
) -> str:
    change = ClockChange(Turn.EXTEND, limit=limit.duration, cutoff=limit.cutoff)
    clock = workflow.turn(found.clock, change, now)
    due = workflow.due(clock, calendar) if clock else None
    return f"{formats.say(limit.title)} → {formats.moment(due.at)}" if due else str(limit.title)
