"""Bringing in dossiers that another system holds, by the thousand.

Provinces and communes were merged, and their systems with them. The same rules as for a submission
give each dossier its agency, state, clock, bill and place in the inbox; the moves made elsewhere
are followed through the workflow without asking again whether they were allowed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import islice

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyView
from motcua.documents.actions import next_numbers
from motcua.dossiers.actions import listing
from motcua.dossiers.actions.charging import owed_for
from motcua.dossiers.actions.entering import (
    new_row,
    period_of,
    series_of,
    submission,
    territory_of,
)
from motcua.dossiers.actions.turning import (
    Bench,
    inbox_fields,
    reach,
    set_clock,
    standing,
    subject_of,
)
from motcua.dossiers.events import DossierBroughtIn
from motcua.dossiers.models import Dossier, InboxRow, SupplementRequest
from motcua.dossiers.rules import paperwork
from motcua.dossiers.values import BroughtIn, Channel, PastMove
from motcua.forms.values import AnswerSet
from motcua.identity.values import Viewer
from motcua.journal.actions import record_many, write_many
from motcua.kernel.calendar import WorkingCalendar, local_day
from motcua.kernel.codes import AgencyCode, DossierCode
from motcua.kernel.words import Refused, Sentence
from motcua.payments import actions as payments
from motcua.payments.values import Line, PastBill
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Clock, Decision, Facts, Function, Move, Position, State

BATCH = 1000

_WHATEVER_WAS_SO = Facts(reason="—", result_ready=True, reply_time_over=True)
_ACTED = frozenset({Move.PROPOSE, Move.FORWARD, Move.ACCEPT, Move.HAND_OVER})


class BringInRefused(Refused):
    """A dossier of the other system cannot stand here; the batches before its own do."""

    def __init__(self, number: int, why: Refused) -> None:
        super().__init__(
            Sentence(
                vi=f"Hồ sơ thứ {number}: {why.sentence.vi}",
                en=f"Application number {number}: {why.sentence.en}",
            )
        )
        self.number = number


@dataclass(frozen=True, slots=True)
class _Known:
    """What one run looks up once."""

    service: Callable[..., ServiceVersion] = field(
        default_factory=lambda: cache(procedures.service)
    )
    competent: Callable[..., AgencyView] = field(default_factory=lambda: cache(agencies.competent))
    calendar: Callable[..., WorkingCalendar] = field(
        default_factory=lambda: cache(agencies.calendar_of)
    )
    decisions: dict[tuple[object, ...], Decision] = field(default_factory=dict)

    def decision(self, on: Bench, position: Position, past: PastMove | None) -> Decision:
        """Decide a past move (None: the submission), once for all dossiers that made it there."""
        row, made = on.row, (past and past.move, past and past.alternative)
        key = (row.service_digest, row.case_code, row.channel, position, *made)
        if key not in self.decisions:
            self.decisions[key] = _decide(on, position, past) if past else submission(on.service)
        return self.decisions[key]


@dataclass(slots=True)
class _Taken:
    """A dossier on its way in: what came, its row, and what goes with it."""

    came: BroughtIn
    on: Bench
    agency: AgencyView
    owed: list[Line]
    last: datetime


def bring_in(*, dossiers: Iterable[BroughtIn], by: Viewer, at: datetime) -> int:
    """Bring dossiers in, in batches of 1,000, each one transaction; give how many are new.

    A dossier whose own code stands here already is left as it is, so a run that broke off can be
    repeated. Raises `BringInRefused`, naming the place in `dossiers`, where one cannot stand here:
    no such service, no competent agency, a move that its procedure does not know.
    """
    known, coming = _Known(), iter(dossiers)
    seen = new = 0
    while batch := list(islice(coming, BATCH)):
        with transaction.atomic(), agencies.steady():
            new += _bring_batch(batch, known, before=seen, by=by, at=at)
        seen += len(batch)
    return new


def _bring_batch(
    batch: list[BroughtIn], known: _Known, *, before: int, by: Viewer, at: datetime
) -> int:
    codes = [came.code for came in batch if came.code]
    here = set(Dossier.objects.filter(code__in=codes).values_list("code", flat=True))
    taken = []
    for place, came in enumerate(batch, start=before + 1):
        if came.code in here:
            continue
        try:
            taken.append(_take(came, known))
        except Refused as why:
            raise BringInRefused(place, why) from why
    _give_codes(taken)
    write_many(one.on.row for one in taken)
    write_many(_inbox_rows(taken))
    listing.enter_many((one.on.row, one.on.service) for one in taken)
    write_many(_requests(taken))
    payments.bring_in(bills=(_bill(one) for one in taken))
    record_many(events=(_event(one) for one in taken), by=by.actor, at=at)
    return len(taken)


def _take(came: BroughtIn, known: _Known) -> _Taken:
    service = known.service(came.service_code, local_day(came.submitted_at))
    answers = AnswerSet(came.answers)
    agency = known.competent(AgencyKind(service.competent_kind), territory_of(service, answers))
    row = new_row(
        service,
        came.answers,
        code=came.code,
        agency=agency,
        channel=came.channel.value,
        at=came.submitted_at,
    )
    row.origin, row.applicant_id = came.origin, came.applicant
    on = Bench(row, service, known.calendar(agency.code))
    _follow(on, came, known)
    if row.ended_at is None and any(past.move is Move.PROPOSE for past in came.moves):
        _draft_result(on, answers)
    last = came.moves[-1].at if came.moves else came.submitted_at
    return _Taken(came, on, agency, owed_for(row, service, answers), last)


def _follow(on: Bench, came: BroughtIn, known: _Known) -> None:
    """Follow the moves from the submission on, through the workflow, to where the dossier is."""
    clock: Clock | None = None
    position = Position(State.DRAFT)
    for past in (None, *came.moves):
        at = past.at if past else came.submitted_at
        decision = known.decision(on, position, past)
        clock = workflow_rules.turn(clock, decision.clock, at)
        reach(on.row, decision, at=at)
        position = decision.position
        if past:
            _count(on, past)
    set_clock(on, clock)


def _count(on: Bench, past: PastMove) -> None:
    row = on.row
    if past.move is Move.REQUEST_SUPPLEMENT:
        row.supplements += 1
    if past.move is Move.EXTEND:
        row.extensions += 1
    if past.move in _ACTED:
        row.officer_name = past.by_name or row.officer_name


def _draft_result(on: Bench, answers: AnswerSet) -> None:
    """Put the result together that somebody here still has to sign or to return."""
    on.row.result = paperwork.result_draft(
        on.service.results[0],
        on.service.form,
        answers=answers.values,
        corrections={},
    )


def _decide(on: Bench, position: Position, past: PastMove) -> Decision:
    facts = replace(
        _WHATEVER_WAS_SO,
        alternative=past.alternative,
        case=on.row.case_code,
        online=Channel(on.row.channel).is_online,
    )
    return workflow_rules.decide(
        definition=on.service.workflow,
        position=position,
        move=past.move,
        functions=frozenset(Function),
        facts=facts,
    )


def _give_codes(taken: list[_Taken]) -> None:
    """Allocate a code to each dossier that has none, in the order of their submission."""
    without = sorted(
        (one for one in taken if not one.on.row.code), key=lambda one: one.came.submitted_at
    )
    series = [(series_of(one.agency), period_of(one.came.submitted_at)) for one in without]
    free = next_numbers(Counter(series))
    for one, counted in zip(without, series, strict=True):
        one.on.row.code = str(
            DossierCode.format(
                agency=AgencyCode.parse(one.agency.code),
                on=local_day(one.came.submitted_at),
                sequence=free[counted],
            )
        )
        free[counted] += 1


def _inbox_rows(taken: list[_Taken]) -> Iterator[InboxRow]:
    for one in taken:
        if one.on.row.ended_at is None:
            unread = bool(one.came.moves) and one.came.moves[-1].move is Move.SUPPLEMENT
            fields = inbox_fields(one.on, at=one.last)
            yield InboxRow(dossier=one.on.row, unread=unread, **fields)


def _requests(taken: list[_Taken]) -> Iterator[SupplementRequest]:
    for one in taken:
        moves = one.came.moves
        for place, past in enumerate(moves):
            if past.move is not Move.REQUEST_SUPPLEMENT:
                continue
            clock = one.on.clock
            reply = workflow_rules.reply_due(clock, one.on.calendar) if clock else None
            yield SupplementRequest(
                dossier=one.on.row,
                items=[
                    {"target": i.target, "name": i.name, "kind": i.kind, "note": i.note}
                    for i in past.items
                ],
                reason=past.reason,
                asked_at=past.at,
                asked_by_name=past.by_name,
                answer_by=reply.at if reply else None,
                answered_at=moves[place + 1].at if place + 1 < len(moves) else None,
            )


def _bill(one: _Taken) -> PastBill:
    return PastBill(
        subject=subject_of(one.on.row),
        lines=tuple(one.owed),
        raised_at=one.came.submitted_at,
        paid_at=one.came.paid_at,
        agency_code=one.on.row.agency_code,
        received_by=one.on.row.officer_name,
    )


def _event(one: _Taken) -> DossierBroughtIn:
    row = one.on.row
    return DossierBroughtIn(
        origin=one.came.origin,
        channel=row.channel,
        submitted_at=row.submitted_at,
        moves=tuple((past.move.value, past.at) for past in one.came.moves),
        owed=sum(line.amount for line in one.owed),
        paid=one.came.paid_at is not None,
        **standing(row),
    )
