"""Directing (ý kiến chỉ đạo): a head tells an officer what to do about a dossier, and by when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.dossiers.actions.moving import locked
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events.talk import (
    InstructionAnswered,
    InstructionConfirmed,
    InstructionGiven,
    InstructionWithdrawn,
)
from motcua.dossiers.models import Dossier, Instruction
from motcua.dossiers.queries.holding import HEADS
from motcua.dossiers.queries.instructions import could_do
from motcua.dossiers.queries.scope import functions_at, key_of
from motcua.identity import queries as identity
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.words import Refused, Sentence

LONGEST = 4000
FURTHEST = timedelta(days=90)


class InstructionRefused(Refused):
    """An instruction cannot be given, answered or taken back so, or not by this viewer."""


def place_of(refused: Refused) -> str:
    """Name the box of the form that a refusal is about."""
    return {id(_DAY): "truoc-ngay", id(_NOT_THEIRS): "can-bo"}.get(id(refused.sentence), "noi-dung")


class InstructionUnknown(Refused):
    """There is no such instruction on this dossier."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a head tells: whom, what, and the day by whose end of office hours it is to be done."""

    to: UUID
    words: str
    by_day: date


def instruct(*, code: str, order: Order, by: Viewer, at: datetime) -> UUID:
    """Tell an officer who works on a dossier what to do; gives the instruction's key.

    Only heads of its agency may. The day must be a working day from today on, within 90 days.
    """
    words = _words(order.words)
    with transaction.atomic():
        row = locked(code, by)
        if not functions_at(by, row) & HEADS:
            raise InstructionRefused(_NOT_HEAD)
        if row.ended_at is not None:
            raise InstructionRefused(_ENDED)
        could = could_do(viewer=by, code=code, at=at)
        officer = next((one for one in could if one.key == order.to), None)
        if officer is None:
            raise InstructionRefused(_NOT_THEIRS)
        made = Instruction.objects.create(
            dossier=row,
            words=words,
            by_key=key_of(by),
            by_name=by.name,
            to_key=officer.key,
            to_name=identity.account(officer.key).name,
            given_at=at,
            due_at=_due(row, order.by_day, at),
        )
        record(event=InstructionGiven(**_facts(made)), by=by.actor, at=at)
    return made.key


def confirm_instruction(*, code: str, key: UUID, by: Viewer, at: datetime) -> None:
    """Say that one has read what one is told to do; saying it twice changes nothing."""
    with transaction.atomic():
        found = _open(locked(code, by), key)
        if found.to_key != by.key:
            raise InstructionRefused(_NOT_YOURS)
        if found.confirmed_at is not None:
            return
        found.confirmed_at = at
        found.save(update_fields=["confirmed_at"])
        record(event=InstructionConfirmed(**_facts(found)), by=by.actor, at=at)


def answer_instruction(*, code: str, key: UUID, words: str, by: Viewer, at: datetime) -> None:
    """Say what was done; that closes the instruction, also after its time (marked late)."""
    said = _words(words)
    with transaction.atomic():
        found = _open(locked(code, by), key)
        if found.to_key != by.key:
            raise InstructionRefused(_NOT_YOURS)
        found.confirmed_at = found.confirmed_at or at
        found.answer, found.answered_at, found.closed_at = said, at, at
        found.save(update_fields=["confirmed_at", "answer", "answered_at", "closed_at"])
        event = InstructionAnswered(late=found.due_at < at, **_facts(found))
        record(event=event, by=by.actor, at=at)


def withdraw_instruction(*, code: str, key: UUID, by: Viewer, at: datetime) -> None:
    """Take back what one told an officer and is not answered yet."""
    with transaction.atomic():
        found = _open(locked(code, by), key)
        if found.by_key != by.key:
            raise InstructionRefused(_NOT_GIVER)
        found.closed_at = at
        found.save(update_fields=["closed_at"])
        record(event=InstructionWithdrawn(**_facts(found)), by=by.actor, at=at)


def _words(typed: str) -> str:
    words = "".join(c for c in typed if c in "\n\t" or c.isprintable()).strip()
    if not words or len(words) > LONGEST:
        raise InstructionRefused(_WORDS)
    return words


def _due(row: Dossier, on: date, at: datetime) -> datetime:
    calendar = agencies.calendar_of(row.agency_code)
    today = local_day(at)
    if not today <= on <= today + FURTHEST or not calendar.is_working_day(on):
        raise InstructionRefused(_DAY)
    due = datetime.combine(on, calendar.hours.closes, HANOI)
    if due <= at:
        raise InstructionRefused(_DAY)
    return due


def _open(row: Dossier, key: UUID) -> Instruction:
    rows = Instruction.objects.select_for_update(of=("self",)).select_related("dossier")
    found = rows.filter(dossier=row, key=key).first()
    if found is None:
        raise InstructionUnknown(_UNKNOWN)
    if found.closed_at is not None:
        raise InstructionRefused(_CLOSED)
    return found


def _facts(row: Instruction) -> dict[str, Any]:
    return {
        "instruction": row.key,
        "giver": row.by_key,
        "to": row.to_key,
        "to_name": row.to_name,
        "answer_by": row.due_at,
        **standing(row.dossier),
    }


_NOT_HEAD = Sentence(
    "Chỉ lãnh đạo của cơ quan giải quyết mới cho ý kiến chỉ đạo.",
    "Only a head of the agency that settles it may give instructions.",
)
_ENDED = Sentence(
    "Hồ sơ đã kết thúc nên không cho ý kiến chỉ đạo nữa.",
    "The application has ended; nothing is to be done about it any more.",
)
_NOT_THEIRS = Sentence(
    "Cán bộ này không làm việc với hồ sơ. Bạn hãy chọn trong danh sách.",
    "This officer does not work on the application. Choose from the list.",
)
_WORDS = Sentence(
    f"Bạn hãy viết nội dung từ 1 đến {LONGEST} ký tự.", f"Write 1 to {LONGEST} characters."
)
_DAY = Sentence(
    "Bạn hãy chọn một ngày làm việc từ hôm nay, trong 90 ngày tới.",
    "Choose a working day from today on, within 90 days.",
)
_NOT_YOURS = Sentence(
    "Ý kiến chỉ đạo này gửi cho người khác.", "This instruction is for somebody else."
)
_NOT_GIVER = Sentence(
    "Chỉ người cho ý kiến chỉ đạo mới rút lại được.", "Only who gave it may take it back."
)
_UNKNOWN = Sentence("Không tìm thấy ý kiến chỉ đạo này.", "This instruction was not found.")
_CLOSED = Sentence(
    "Ý kiến chỉ đạo này đã được trả lời hoặc đã rút lại.",
    "This instruction was answered or taken back already.",
)
