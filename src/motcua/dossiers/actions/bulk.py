"""One move on many dossiers: confirmed once, made one by one, each in a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Q

from motcua.dossiers.actions.assigning import WHY, AssignmentRefused, assign
from motcua.dossiers.actions.moving import LONGEST_REASON, DossierChanged, ReasonRefused, perform
from motcua.dossiers.actions.returning import hand_back
from motcua.dossiers.events import BulkAsked, BulkEnded
from motcua.dossiers.models import BulkItem, BulkRun
from motcua.dossiers.queries.lists_assigning import AssignLine
from motcua.dossiers.queries.lists_bulk import ASSIGN, IN_BULK, BulkLine
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.values.holding import Candidate
from motcua.dossiers.values.returning import Way
from motcua.identity import queries as identity
from motcua.identity.values import Viewer
from motcua.journal.actions import enqueue, record
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Move

BULK_JOB = "dossiers.bulk"
AT_ONCE = 25
"""Dossiers that one job moves before it lets others work."""


class BulkRefused(Refused):
    """A move on many dossiers was not begun."""


def ask_bulk(
    *, key: UUID, move: Move, lines: Sequence[BulkLine], by: Viewer, at: datetime, reason: str = ""
) -> UUID:
    """Ask for a move on dossiers as they were shown; the same `key` again asks for nothing more.

    Only those that can make the move are taken. Refuses with `BulkRefused` when none can, and with
    `ReasonRefused` when the reason is too long.
    """
    if len(reason) > LONGEST_REASON or "\0" in reason:
        raise ReasonRefused
    able = [line for line in lines if line.why_not(move) is None]
    known = BulkRun.objects.filter(key=key).first()
    if known is not None:
        return _same(known, by)
    if move not in IN_BULK or not able:
        raise _refused(
            "Không có hồ sơ nào làm được bước này. Bạn hãy chọn hồ sơ khác hoặc bước khác.",
            "None of these dossiers can make this move. Choose other dossiers or another move.",
        )
    return _begun_once(key, _Asked(move.value, reason.strip()), able, by=by, at=at)


def ask_assign(
    *,
    key: UUID,
    to: Candidate,
    lines: Sequence[AssignLine],
    by: Viewer,
    at: datetime,
    reason: str = "",
) -> UUID:
    """Ask to give dossiers, as they were shown, to an officer; the same `key` asks once.

    Only those that can be given are taken, each by the rule of `assign`. Refuses with
    `BulkRefused` when none can, with `ReasonRefused` when the reason is too long, and with
    `AssignmentRefused` when one is missing because somebody else has some of them.
    """
    if len(reason) > LONGEST_REASON or "\0" in reason:
        raise ReasonRefused
    known = BulkRun.objects.filter(key=key).first()
    if known is not None:
        return _same(known, by)
    able = [line for line in lines if line.why_not(to.key) is None]
    if not able:
        raise _refused(
            "Không có hồ sơ nào giao được cho cán bộ này. Bạn hãy chọn cán bộ khác.",
            "None of these applications can be given to this officer. Choose another.",
        )
    if not reason.strip() and any(line.needs_reason(to.key) for line in able):
        raise AssignmentRefused(WHY)
    return _begun_once(key, _Asked(ASSIGN, reason.strip(), to), able, by=by, at=at)


def go_on(*, key: UUID, at: datetime) -> None:
    """Move the next dossiers of a run, and ask for the rest to follow; for the job.

    What became of a dossier is written in the transaction that moves it, so a worker that dies
    leaves none half done, and none is moved twice.
    """
    run = BulkRun.objects.filter(key=key, finished_at=None).first()
    if run is None:
        return
    by = identity.viewer_of(run.owner_id, at=at, second_factor=True)
    waiting = BulkItem.objects.filter(run=run, outcome="waiting").order_by("place")
    places = list(waiting.values_list("pk", "place")[: AT_ONCE + 1])
    for number, _ in places[:AT_ONCE]:
        _move_one(run, number, by=by, at=at)
    with transaction.atomic():
        if len(places) > AT_ONCE:
            _go_on_later(run.key, place=places[-1][1], at=at)
        else:
            _finish(run, by=by, at=at)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for on every dossier of a run."""

    move: str
    reason: str
    to: Candidate | None = None


def _begun_once(
    key: UUID,
    asked: _Asked,
    able: Sequence[BulkLine | AssignLine],
    *,
    by: Viewer,
    at: datetime,
) -> UUID:
    try:
        with transaction.atomic():
            _begin(key, asked, able, by=by, at=at)
    except IntegrityError:  # pressed twice, and the other press was quicker
        return _same(BulkRun.objects.get(key=key), by)
    return key


def _begin(
    key: UUID,
    asked: _Asked,
    able: Sequence[BulkLine | AssignLine],
    *,
    by: Viewer,
    at: datetime,
) -> None:
    run = BulkRun.objects.create(
        key=key,
        owner_id=key_of(by),
        move=asked.move,
        reason=asked.reason,
        to_key=asked.to.key if asked.to else None,
        to_name=asked.to.name if asked.to else "",
        asked_at=at,
    )
    BulkItem.objects.bulk_create(
        BulkItem(
            run=run,
            place=place,
            code=line.code,
            applicant_name=line.applicant_name,
            revision=line.revision,
        )
        for place, line in enumerate(able)
    )
    _go_on_later(key, place=0, at=at)
    event = BulkAsked(subject=f"bulk:{key}", move=asked.move, number=len(able))
    record(event=event, by=by.actor, at=at)


def _go_on_later(key: UUID, *, place: int, at: datetime) -> None:
    enqueue(job=BULK_JOB, payload={"run": str(key)}, due_at=at, key=f"{key}:{place}")


def _move_one(run: BulkRun, number: int, *, by: Viewer, at: datetime) -> None:
    with transaction.atomic():
        item = BulkItem.objects.select_for_update().filter(pk=number, outcome="waiting").first()
        if item is None:
            return
        try:
            _make(run, item, by=by, at=at)
        except Refused as refused:
            item.outcome = "changed" if isinstance(refused, DossierChanged) else "refused"
            item.why_vi, item.why_en = refused.sentence.vi, refused.sentence.en
        else:
            item.outcome = "done"
        item.save(update_fields=["outcome", "why_vi", "why_en"])


def _make(run: BulkRun, item: BulkItem, *, by: Viewer, at: datetime) -> None:
    if run.to_key is not None:
        assign(
            code=item.code,
            to=run.to_key,
            by=by,
            at=at,
            reason=run.reason,
            revision=item.revision,
        )
        return
    move = Move(run.move)
    if move is Move.RETURN_RESULT:  # nobody stands at the counter
        hand_back(code=item.code, way=Way.ELECTRONIC, by=by, at=at, revision=item.revision)
        return
    perform(code=item.code, move=move, by=by, at=at, reason=run.reason, revision=item.revision)


def _finish(run: BulkRun, *, by: Viewer, at: datetime) -> None:
    if not BulkRun.objects.filter(pk=run.pk, finished_at=None).update(finished_at=at):
        return
    told = BulkItem.objects.filter(run=run).aggregate(
        **{
            outcome: Count("pk", filter=Q(outcome=outcome))
            for outcome in ("done", "refused", "changed")
        }
    )
    record(event=BulkEnded(subject=f"bulk:{run.key}", **told), by=by.actor, at=at)


def _same(run: BulkRun, by: Viewer) -> UUID:
    if run.owner_id != by.key:
        raise _refused(
            "Lần xử lý này không phải của bạn. Bạn hãy chọn lại hồ sơ từ danh sách.",
            "This is not yours. Please choose the dossiers from the list again.",
        )
    return run.key


def _refused(vi: str, en: str) -> BulkRefused:
    return BulkRefused(Sentence(vi, en))
