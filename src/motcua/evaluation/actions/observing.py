"""Usability sessions: a person walks five tasks, somebody beside writes down how it went."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.evaluation.actions.reaching import Reached, outdate, subject_for, unknown
from motcua.evaluation.events.judging import SessionBegun, SessionFinished, TaskRecorded
from motcua.evaluation.models import TaskResult, UsabilitySession
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.usability import Participant, Task, TaskTold
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence

LONGEST_TASK = 4 * 60 * 60
"""Seconds that a task can have taken."""


def begin_session(
    *, code: str, agency: str, participant: Participant, by: Viewer, at: datetime
) -> UUID:
    """Begin a session on a portal; nothing is asked or kept of who the person is."""
    with transaction.atomic():
        reached = subject_for(Verb.OBSERVE, code=code, agency=agency, by=by)
        if participant.disability is not None and not participant.consents:
            raise CampaignRefused(
                "khuyet-tat",
                Sentence(
                    "Chỉ ghi dạng khuyết tật khi người tham gia đồng ý.",
                    "A disability is written down only where the person agrees.",
                ),
            )
        row = UsabilitySession.objects.create(
            subject=reached.subject,
            facilitator=_key(by),
            facilitator_name=by.name[:200],
            age=participant.age.value,
            device=participant.device.value,
            disability=participant.disability.value if participant.disability else "",
            consents=participant.consents,
            begun_at=at,
        )
        event = SessionBegun(subject=reached.about, agency=agency, session=str(row.key))
        record(event=event, by=by.actor, at=at)
    return row.key


def record_task(
    *, code: str, agency: str, session: UUID, told: TaskTold, by: Viewer, at: datetime
) -> None:
    """Write down how a task went; told again, the later holds while the session lasts."""
    with transaction.atomic():
        reached, row = _session(code, agency, session, by=by)
        _check(told)
        TaskResult.objects.update_or_create(
            session=row,
            task=told.task.value,
            defaults={
                "success": told.success,
                "severity": told.severity,
                "seconds": told.seconds,
                "obstacles": sorted({one.value for one in told.obstacles}),
                "recorded_at": at,
            },
        )
        event = TaskRecorded(
            subject=reached.about,
            agency=agency,
            session=str(session),
            task=told.task.value,
            success=told.success,
        )
        record(event=event, by=by.actor, at=at)


def finish_session(*, code: str, agency: str, session: UUID, by: Viewer, at: datetime) -> None:
    """End a session; it counts once every task was walked."""
    with transaction.atomic():
        reached, row = _session(code, agency, session, by=by)
        number = row.tasks.count()
        if number < len(Task):
            raise CampaignRefused(
                "viec",
                Sentence(
                    f"Còn {len(Task) - number} việc chưa ghi kết quả.",
                    f"{len(Task) - number} of the tasks were not walked yet.",
                ),
            )
        row.finished_at = at
        row.save(update_fields=["finished_at"])
        outdate(reached.campaign)
        event = SessionFinished(
            subject=reached.about, agency=agency, session=str(session), tasks=number
        )
        record(event=event, by=by.actor, at=at)


def _session(
    code: str, agency: str, session: UUID, *, by: Viewer
) -> tuple[Reached, UsabilitySession]:
    reached = subject_for(Verb.OBSERVE, code=code, agency=agency, by=by)
    rows = UsabilitySession.objects.select_for_update().filter(subject=reached.subject)
    row = rows.filter(key=session).first()
    if row is None or row.facilitator != by.key:
        raise unknown()
    if row.finished_at is not None:
        raise CampaignRefused("buoi", Sentence("Buổi này đã kết thúc.", "This session is over."))
    return reached, row


def _check(told: TaskTold) -> None:
    problems = (
        (
            "ket-qua",
            told.success not in {0, 1, 2},
            "Bạn hãy chọn kết quả từ 0 đến 2.",
            "Choose a result from 0 to 2.",
        ),
        (
            "muc-do",
            told.severity not in {None, 1, 2, 3, 4},
            "Bạn hãy chọn mức cản trở từ 1 đến 4.",
            "Choose a severity from 1 to 4.",
        ),
        (
            "muc-do",
            told.success < 2 and told.severity is None,
            "Chưa làm được dễ dàng thì hãy chọn mức cản trở.",
            "Where it was not easy, say how much it hindered.",
        ),
        (
            "thoi-gian",
            not 0 < told.seconds <= LONGEST_TASK,
            "Bạn hãy ghi thời gian làm, từ 1 giây đến 4 giờ.",
            "Write how long it took, from 1 second to 4 hours.",
        ),
    )
    for field, is_wrong, vi, en in problems:
        if is_wrong:
            raise CampaignRefused(field, Sentence(vi, en))


def _key(by: Viewer) -> UUID:
    if by.key is None:
        raise unknown()
    return by.key
