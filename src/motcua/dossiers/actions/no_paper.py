"""Closing and opening the paper channel of an agency: no-paper services and days."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.dossiers.events import NoPaperLifted, NoPaperSet
from motcua.dossiers.models import NoPaper
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures

LONGEST_REASON = 300


class NoPaperSettingRefused(Refused):
    """The paper channel cannot be closed or opened like this."""


def set_no_paper(
    *,
    agency_code: str,
    service_code: str,
    weekdays: Iterable[int],
    from_on: date,
    to_on: date | None,
    reason: str,
    by: Viewer,
    at: datetime,
) -> UUID:
    """Take no paper at an agency and below: a service or all (""), some weekdays or every day.

    Only its head decides so. Raises NoPaperSettingRefused, AgencyUnknown, ServiceUnknown.
    """
    agency = agencies.agency(agency_code)
    _check_head(by, agency.path)
    days = sorted(set(weekdays))
    today = local_day(at)
    if service_code:
        procedures.service(service_code, today)
    if any(not 0 <= day <= 6 for day in days) or not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise NoPaperSettingRefused(_INCOMPLETE)
    if to_on is not None and to_on < max(from_on, today):
        raise NoPaperSettingRefused(_BACKWARDS)
    with transaction.atomic():
        row = NoPaper.objects.create(
            agency_code=agency.code,
            agency_path=agency.path,
            service_code=service_code,
            weekdays=days,
            from_on=from_on,
            to_on=to_on,
            reason=reason.strip(),
            set_at=at,
            set_by_name=by.name,
        )
        event = NoPaperSet(
            subject=f"agency:{agency.code}",
            rule=row.key,
            service=service_code,
            weekdays=tuple(days),
        )
        record(event=event, by=by.actor, at=at)
    return row.key


def lift_no_paper(*, key: UUID, by: Viewer, at: datetime) -> bool:
    """Take paper again; False where it was lifted before. Raises as `set_no_paper`."""
    with transaction.atomic():
        row = NoPaper.objects.select_for_update().filter(key=key).first()
        if row is None:
            raise NoPaperSettingRefused(_GONE)
        _check_head(by, row.agency_path)
        if row.lifted_at is not None:
            return False
        row.lifted_at = at
        row.save(update_fields=["lifted_at"])
        event = NoPaperLifted(subject=f"agency:{row.agency_code}", rule=row.key)
        record(event=event, by=by.actor, at=at)
    return True


def _check_head(by: Viewer, path: str) -> None:
    if Role.APPROVER not in by.roles_at(path):
        raise NoPaperSettingRefused(
            Sentence(
                "Chỉ lãnh đạo cơ quan này mới đặt được ngày, dịch vụ không nhận bản giấy.",
                "Only the head of this agency decides on services and days without paper.",
            )
        )


_INCOMPLETE = Sentence(
    "Bạn hãy ghi căn cứ hoặc lý do (không quá 300 ký tự) và chọn thứ trong tuần.",
    "Give the ground (at most 300 characters) and choose days of the week.",
)
_BACKWARDS = Sentence(
    "Ngày cuối phải từ hôm nay trở đi và sau ngày đầu. Bạn hãy xem lại.",
    "The last day must not be past, nor before the first. Check it.",
)
_GONE = Sentence("Không tìm thấy quy định này.", "This rule was not found.")
