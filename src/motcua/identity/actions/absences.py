"""Absence: who is away, from when to when, and who stands in."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.identity.events import AbsenceEnded, AbsenceEntered, subject_of
from motcua.identity.models import Absence, Account, Membership
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence

LONGEST_DAYS = 190


class AbsenceRefused(Refused):
    """An absence cannot stand so, or not by this viewer."""


def enter_absence(
    *,
    account: UUID,
    cover: UUID,
    begins_on: date,
    ends_on: date,
    by: Viewer,
    at: datetime,
    reason: str = "",
) -> UUID:
    """Let `cover` stand in for an officer on the days between, both included; gives its key.

    The officer or their head may. Refuses (`AbsenceRefused`) days that are over or the wrong way
    round, somebody who covers themselves or does not work in the same agency, and a second absence
    on the same days.
    """
    with transaction.atomic():
        away, stands_in = (_officer(key) for key in (account, cover))
        _check_days(begins_on, ends_on, at)
        if account == cover or not _together(away, stands_in):
            raise AbsenceRefused(
                Sentence(
                    "Người làm thay phải là một cán bộ khác của cùng cơ quan. Bạn hãy chọn lại.",
                    "Choose another officer of the same agency to stand in.",
                )
            )
        _check_may(away, by)
        there = Absence.objects.filter(account=away, ended_at=None)
        if there.filter(begins_on__lte=ends_on, ends_on__gte=begins_on).exists():
            raise AbsenceRefused(
                Sentence(
                    "Đã có người làm thay trong những ngày này. Bạn hãy kết thúc lần đó trước.",
                    "Somebody stands in on these days already. End that first.",
                )
            )
        row = Absence.objects.create(
            account=away,
            cover=stands_in,
            begins_on=begins_on,
            ends_on=ends_on,
            reason=reason.strip()[:300],
            entered_by=by.name,
            entered_at=at,
        )
        event = AbsenceEntered(
            subject=subject_of(account), cover=cover, begins_on=begins_on, ends_on=ends_on
        )
        record(event=event, by=by.actor, at=at)
    return row.key


def end_absence(*, key: UUID, by: Viewer, at: datetime) -> None:
    """Take an absence back, because the officer is here again. Refuses as `enter_absence`."""
    with transaction.atomic():
        row = Absence.objects.select_for_update().filter(key=key, ended_at=None).first()
        if row is None:
            return
        _check_may(row.account, by)
        row.ended_at = at
        row.save(update_fields=["ended_at"])
        event = AbsenceEnded(subject=subject_of(row.account_id), cover=row.cover_id)
        record(event=event, by=by.actor, at=at)


def _officer(key: UUID) -> Account:
    row = Account.objects.filter(key=key, is_active=True, memberships__valid_to=None).first()
    if row is None:
        raise AbsenceRefused(Sentence("Không tìm thấy cán bộ này.", "There is no such officer."))
    return row


def _check_days(begins_on: date, ends_on: date, at: datetime) -> None:
    today = local_day(at)
    if not today <= ends_on or begins_on > ends_on or (ends_on - begins_on).days > LONGEST_DAYS:
        raise AbsenceRefused(
            Sentence(
                "Bạn hãy chọn ngày bắt đầu và ngày kết thúc đúng thứ tự, chưa qua, và không quá "
                f"{LONGEST_DAYS} ngày.",
                f"Choose a first and a last day in order, not over yet, at most {LONGEST_DAYS} "
                "days.",
            )
        )


def _paths(account: Account) -> set[str]:
    held = Membership.objects.filter(account=account, valid_to=None)
    return set(held.values_list("agency__path", flat=True))


def _together(one: Account, other: Account) -> bool:
    theirs = _paths(other)
    return any(a.startswith(b) or b.startswith(a) for a in _paths(one) for b in theirs)


def _check_may(away: Account, by: Viewer) -> None:
    head = any(Role.APPROVER in by.roles_at(path) for path in _paths(away))
    if by.key != away.key and not head:
        raise AbsenceRefused(
            Sentence(
                "Chỉ chính cán bộ đó hoặc lãnh đạo của họ mới ghi được việc vắng mặt.",
                "Only the officer or their head may enter an absence.",
            )
        )
