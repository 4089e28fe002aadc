"""Opinions (xin ý kiến): questions to other units and agencies, each with a clock of its own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.dossiers.actions.moving import DossierUnknown, locked
from motcua.dossiers.actions.turning import (
    OPINION_PAUSE,
    Bench,
    bench,
    set_clock,
    show_in_inbox,
    standing,
)
from motcua.dossiers.events.sharing import (
    OpinionAsked,
    OpinionAssigned,
    OpinionGiven,
    OpinionRecalled,
)
from motcua.dossiers.models import Dossier, Opinion
from motcua.dossiers.queries.opinions import asked_of, colleagues_of, may_answer, may_assign
from motcua.dossiers.queries.scope import functions_at, key_of
from motcua.dossiers.values.opinions import Verdict
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import Duration, Unit
from motcua.kernel.words import Refused, Sentence
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import ClockChange, Function, OpinionRule, State, Turn

LONGEST = 8000
MOST_OPEN = 10
_ASK = frozenset({Function.CASE_OFFICER, Function.UNIT_HEAD, Function.LEADER})
LONGEST_LIMIT = {Unit.WORKING_HOUR: 400, Unit.HALF_DAY: 100, Unit.WORKING_DAY: 50}


class OpinionRefused(Refused):
    """An opinion cannot be asked for, given or taken back so, or not by this viewer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the asked agency says; `file` is the key of a stored file."""

    verdict: Verdict
    words: str
    file: UUID | None = None


def ask(
    *, code: str, agency_code: str, question: str, limit: Duration, by: Viewer, at: datetime
) -> UUID:
    """Ask another unit or agency for its opinion, to be given within `limit`; gives its key.

    The limit counts in the asked agency's working hours. The settlement clock keeps running, unless
    the profile lets it wait; then its pause says under which rule. Several may be asked at once.
    """
    words = _words(question)
    asked = agencies.agency(agency_code)
    with transaction.atomic():
        on = bench(locked(code, by))
        row = on.row
        if not functions_at(by, row) & _ASK or row.state != State.IN_PROCESS.value:
            raise OpinionRefused(_NOT_NOW)
        _check(row, asked.code, limit)
        due = agencies.calendar_of(asked.code).due(at, limit)
        pauses = on.service.workflow.profile.opinion is OpinionRule.PAUSE
        opinion = Opinion.objects.create(
            dossier=row,
            agency_code=asked.code,
            agency_path=asked.path,
            question=words,
            asked_at=at,
            asked_by_key=key_of(by),
            asked_by_name=by.name,
            due=due.to_json(),
            due_at=due.at,
            pauses=pauses,
        )
        if pauses:
            _turn(on, Turn.PAUSE, at)
        event = OpinionAsked(
            opinion=opinion.key, asked=asked.code, answer_by=due.at, pauses=pauses, **standing(row)
        )
        record(event=event, by=by.actor, at=at)
    return opinion.key


def assign_opinion(*, key: UUID, to: UUID, by: Viewer, at: datetime) -> None:
    """Let an officer of the asked agency prepare the answer; its head or coordinator may."""
    with transaction.atomic():
        opinion = _open(key, by)
        if not may_assign(by, opinion):
            raise OpinionRefused(_NOT_THEIRS)
        officer = next((one for one in colleagues_of(opinion, at=at) if one.key == to), None)
        if officer is None:
            raise OpinionRefused(_NOT_COLLEAGUE)
        opinion.officer_key, opinion.officer_name = officer.key, officer.name
        opinion.save(update_fields=["officer_key", "officer_name"])
        event = OpinionAssigned(
            opinion=key,
            asked=opinion.agency_code,
            to_name=officer.name,
            **standing(opinion.dossier),
        )
        record(event=event, by=by.actor, at=at)


def give_opinion(*, key: UUID, answer: Answer, by: Viewer, at: datetime) -> None:
    """Answer what was asked, also after its time; a late answer is marked as late.

    Disagreeing needs words. Refuses (`OpinionRefused`) what was answered or taken back already.
    """
    words = answer.words.strip()
    if len(words) > LONGEST or (answer.verdict is Verdict.DISAGREE and not words):
        raise OpinionRefused(_SAY_WHY)
    with transaction.atomic():
        opinion = _open(key, by)
        if not may_answer(by, opinion):
            raise OpinionRefused(_NOT_THEIRS)
        opinion.verdict, opinion.answer = answer.verdict.value, words
        opinion.file_id = answer.file
        opinion.answered_at = opinion.closed_at = at
        opinion.answered_by_name = by.name
        opinion.save()
        _go_on(opinion, at)
        event = OpinionGiven(
            opinion=key,
            asked=opinion.agency_code,
            verdict=answer.verdict.value,
            late=opinion.due_at < at,
            **standing(opinion.dossier),
        )
        record(event=event, by=by.actor, at=at)


def recall_opinion(*, key: UUID, code: str, by: Viewer, at: datetime) -> None:
    """Take an unanswered question back; whoever may ask may."""
    with transaction.atomic():
        row = locked(code, by)
        opinion = (
            Opinion.objects.select_for_update(of=("self",))
            .select_related("dossier")
            .filter(key=key, dossier=row, closed_at=None)
            .first()
        )
        if opinion is None or not functions_at(by, row) & _ASK:
            raise OpinionRefused(_CLOSED)
        opinion.closed_at = at
        opinion.save(update_fields=["closed_at"])
        _go_on(opinion, at)
        event = OpinionRecalled(opinion=key, asked=opinion.agency_code, **standing(opinion.dossier))
        record(event=event, by=by.actor, at=at)


def _check(row: Dossier, asked: str, limit: Duration) -> None:
    if asked == row.agency_code:
        raise OpinionRefused(_ITSELF)
    if not 1 <= limit.amount <= LONGEST_LIMIT.get(limit.unit, 0):
        raise OpinionRefused(_LIMIT)
    open_ones = Opinion.objects.filter(dossier=row, closed_at=None)
    if open_ones.filter(agency_code=asked).exists() or open_ones.count() >= MOST_OPEN:
        raise OpinionRefused(_ASKED_ALREADY)


def _words(question: str) -> str:
    words = question.strip()
    if not words or len(words) > LONGEST:
        raise OpinionRefused(_QUESTION)
    return words


def _open(key: UUID, by: Viewer) -> Opinion:
    opinion = (
        Opinion.objects.select_for_update(of=("self",))
        .select_related("dossier")
        .filter(asked_of(by), key=key)
        .first()
    )
    if opinion is None:
        raise DossierUnknown
    if opinion.closed_at is not None:
        raise OpinionRefused(_CLOSED)
    return opinion


def _go_on(opinion: Opinion, at: datetime) -> None:
    """Let the settlement clock run again once no opinion holds it any more."""
    if not opinion.pauses:
        return
    row = Dossier.objects.select_for_update().get(pk=opinion.dossier_id)
    on = bench(row)
    held = Opinion.objects.filter(dossier=row, pauses=True, closed_at=None).exists()
    paused = on.clock is not None and on.clock.paused
    if not held and paused and on.clock and on.clock.pauses[-1].rule.endswith(OPINION_PAUSE):
        _turn(on, Turn.RESUME, at)
    opinion.dossier = row


def _turn(on: Bench, turn: Turn, at: datetime) -> None:
    change = ClockChange(turn, f"{on.service.profile}{OPINION_PAUSE}")
    set_clock(on, workflow_rules.turn(on.clock, change, at))
    on.row.revision += 1
    on.row.save(update_fields=["clock", "due", "due_at", "revision"])
    show_in_inbox(on, at=at)


_NOT_NOW = Sentence(
    "Chỉ người đang thụ lý hoặc lãnh đạo hỏi ý kiến được, khi hồ sơ đang giải quyết.",
    "Only the case officer or the head may ask, while the application is being settled.",
)
_NOT_THEIRS = Sentence(
    "Việc cho ý kiến này không giao cho bạn.", "This question was not given to you."
)
_NOT_COLLEAGUE = Sentence(
    "Bạn hãy chọn một cán bộ của cơ quan được hỏi.", "Choose an officer of the asked agency."
)
_SAY_WHY = Sentence(
    f"Khi không đồng ý, bạn hãy viết rõ vì sao (không quá {LONGEST} ký tự).",
    f"Say plainly why you disagree (at most {LONGEST} characters).",
)
_ITSELF = Sentence(
    "Cơ quan đang giải quyết không hỏi ý kiến chính mình. Bạn hãy chọn cơ quan khác.",
    "The agency that settles it cannot ask itself. Choose another one.",
)
_LIMIT = Sentence(
    "Bạn hãy ghi thời hạn từ 1 đến 50 ngày làm việc hoặc từ 1 đến 400 giờ làm việc.",
    "Give a limit of 1 to 50 working days, or 1 to 400 working hours.",
)
_ASKED_ALREADY = Sentence(
    "Cơ quan này đang được hỏi, hoặc hồ sơ đã hỏi đủ nhiều nơi. Bạn hãy chờ trả lời hoặc rút lại.",
    "This agency is asked already, or too many are. Wait for an answer or take one back.",
)
_QUESTION = Sentence(
    f"Bạn hãy viết nội dung cần hỏi (không quá {LONGEST} ký tự).",
    f"Write what you ask (at most {LONGEST} characters).",
)
_CLOSED = Sentence(
    "Việc này đã được trả lời hoặc đã rút lại.", "This was answered or taken back already."
)
