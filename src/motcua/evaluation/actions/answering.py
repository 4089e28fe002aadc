"""Filling in worksheets, and settling where two evaluators differ."""

from datetime import datetime

from django.db import transaction

from motcua.evaluation.actions.reaching import (
    Reached,
    criterion_of,
    outdate,
    reason_of,
    seat_of,
    subject_for,
    unknown,
)
from motcua.evaluation.events.judging import (
    AnswerSaved,
    DifferenceReconciled,
    WorksheetFinished,
    WorksheetReopened,
)
from motcua.evaluation.models import Answer, Assignment, Reconciliation
from motcua.evaluation.queries.campaign_sets import asked, set_of
from motcua.evaluation.queries.viewing import answer_view
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.rules.reading_answers import (
    NOTE_LENGTH,
    TYPED_LENGTH,
    read_answer,
    written,
)
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignState, Seat
from motcua.evaluation.values.criteria import Criterion, Method
from motcua.evaluation.values.worksheets import AnswerView, Typed
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence, counted


def save_answer(
    *, code: str, agency: str, criterion: str, typed: Typed, by: Viewer, at: datetime
) -> AnswerView:
    """Keep what an evaluator typed, whole or not; what cannot be read yet is kept and said."""
    with transaction.atomic():
        reached = subject_for(Verb.ANSWER, code=code, agency=agency, by=by)
        wanted = _manual(reached, criterion)
        row = _own_sheet(reached).answers.filter(criterion=criterion).first()
        kept = _cut(typed)
        if row is not None and kept == Typed(value=row.typed, applies=row.applies, note=row.note):
            return answer_view(row, wanted)
        row = row or Answer(assignment=reached.assignment, criterion=criterion)
        row.typed, row.applies, row.note = kept.value, kept.applies, kept.note
        row.value = written(read_answer(wanted, kept)[0])
        row.saved_at = at
        row.save()
        event = AnswerSaved(
            subject=reached.about,
            agency=agency,
            seat=seat_of(reached).value,
            criterion=criterion,
            value=row.value,
            applies=row.applies,
        )
        record(event=event, by=by.actor, at=at)
    return answer_view(row, wanted)


def finish_worksheet(*, code: str, agency: str, by: Viewer, at: datetime) -> None:
    """Say that one is done with a portal; refuses while a question has no whole answer."""
    with transaction.atomic():
        reached = subject_for(Verb.ANSWER, code=code, agency=agency, by=by)
        sheet = _own_sheet(reached)
        rows = {row.criterion: row for row in sheet.answers.all()}
        wanted = asked(set_of(reached.campaign), Method.MANUAL)
        left = [one.code for one in wanted if not _is_whole(rows.get(one.code), one)]
        if left:
            raise CampaignRefused(
                "con-thieu",
                Sentence(
                    f"Còn {len(left)} tiêu chí chưa trả lời xong: {', '.join(left[:20])}.",
                    f"{counted(len(left), 'answer')} missing or unclear: {', '.join(left[:20])}.",
                ),
            )
        sheet.finished_at = at
        sheet.save(update_fields=["finished_at"])
        outdate(reached.campaign)
        event = WorksheetFinished(
            subject=reached.about, agency=agency, seat=sheet.seat, answers=len(rows)
        )
        record(event=event, by=by.actor, at=at)


def reopen_worksheet(
    *, code: str, agency: str, seat: Seat, reason: str, by: Viewer, at: datetime
) -> None:
    """Let an evaluator change answers again; what both had agreed on for the portal is void.

    Only before the other one has finished, or else each could be led by the other's answers.
    """
    with transaction.atomic():
        reached = subject_for(Verb.ASSIGN, code=code, agency=agency, by=by)
        moving.check(Verb.ANSWER, CampaignState(reached.campaign.state))
        sheets = {one.seat: one for one in reached.subject.assignments.select_for_update()}
        sheet = sheets.get(seat.value)
        if sheet is None or sheet.finished_at is None:
            raise CampaignRefused(
                "phieu", Sentence("Phiếu này đang mở.", "This worksheet is open.")
            )
        if any(one.finished_at for one in sheets.values() if one.seat != seat.value):
            raise CampaignRefused(
                "phieu",
                Sentence(
                    "Cả hai người đã chấm xong nên không mở lại phiếu được; hãy thống nhất ở bước "
                    "so sánh.",
                    "Both have finished, so the sheet stays closed; settle it where they differ.",
                ),
            )
        words = reason_of(reason)
        sheet.finished_at = None
        sheet.save(update_fields=["finished_at"])
        outdate(reached.campaign)
        event = WorksheetReopened(
            subject=reached.about, agency=agency, seat=seat.value, reason=words
        )
        record(event=event, by=by.actor, at=at)


def reconcile(
    *,
    code: str,
    agency: str,
    criterion: str,
    typed: Typed,
    by: Viewer,
    at: datetime,
) -> None:
    """Agree on one value where the two evaluators differ; `typed.note` is the reason.

    By either evaluator or by whoever leads, once both have finished; the last agreement holds.
    """
    with transaction.atomic():
        reached = subject_for(Verb.RECONCILE, code=code, agency=agency, by=by)
        wanted = _manual(reached, criterion)
        first, second = _both(reached, criterion)
        value, problem = read_answer(wanted, typed)
        if problem is not None or (typed.applies and value is None):
            none = Sentence("Bạn hãy cho giá trị đã thống nhất.", "Give the value agreed on.")
            raise CampaignRefused("gia-tri", problem or none)
        words = reason_of(typed.note)
        Reconciliation.objects.update_or_create(
            subject=reached.subject,
            criterion=criterion,
            defaults={
                "value": written(value),
                "applies": typed.applies,
                "reason": words,
                "by_key": by.key,
                "by_name": by.name[:200],
                "at": at,
            },
        )
        outdate(reached.campaign)
        event = DifferenceReconciled(
            subject=reached.about,
            agency=agency,
            criterion=criterion,
            first=_said(first),
            second=_said(second),
            agreed=written(value) if typed.applies else "-",
            reason=words,
        )
        record(event=event, by=by.actor, at=at)


def _manual(reached: Reached, criterion: str) -> Criterion:
    found = criterion_of(set_of(reached.campaign), criterion)
    if found.method is not Method.MANUAL:
        raise CampaignRefused(
            "tieu-chi",
            Sentence(
                f"Tiêu chí {criterion} không do người đánh giá chấm.",
                f"{criterion} is not answered by evaluators.",
            ),
        )
    return found


def _own_sheet(reached: Reached) -> Assignment:
    if reached.assignment is None or Stand(reached.assignment.seat) not in reached.stands:
        raise unknown()
    if reached.assignment.finished_at is not None:
        raise CampaignRefused(
            "phieu",
            Sentence(
                "Bạn đã hoàn thành phiếu này. Muốn sửa, hãy nhờ người chủ trì mở lại.",
                "You have finished this sheet. Ask whoever leads the campaign to open it again.",
            ),
        )
    return reached.assignment


def _both(reached: Reached, criterion: str) -> tuple[Answer, Answer]:
    rows = Answer.objects.filter(
        assignment__subject=reached.subject,
        assignment__finished_at__isnull=False,
        criterion=criterion,
    )
    by_seat = {row.assignment.seat: row for row in rows.select_related("assignment")}
    if len(by_seat) < len(Seat):
        raise CampaignRefused(
            "phieu",
            Sentence(
                "Cả hai người đánh giá phải hoàn thành phiếu trước.",
                "Both evaluators must finish their sheets first.",
            ),
        )
    first, second = by_seat[Seat.FIRST.value], by_seat[Seat.SECOND.value]
    if (first.value, first.applies) == (second.value, second.applies):
        raise CampaignRefused(
            "tieu-chi",
            Sentence(
                "Hai người đánh giá đã cho cùng một kết quả.",
                "Both evaluators gave the same answer.",
            ),
        )
    return first, second


def _is_whole(row: Answer | None, criterion: Criterion) -> bool:
    return row is not None and answer_view(row, criterion).is_whole


def _said(row: Answer) -> str:
    return row.value if row.applies else "-"


def _cut(typed: Typed) -> Typed:
    value, note = typed.value.replace("\0", ""), typed.note.replace("\0", "")
    return Typed(value=value[:TYPED_LENGTH], applies=typed.applies, note=note[:NOTE_LENGTH])
