"""Remind applicants of what they were asked for, before the time is over."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from motcua.agencies import queries as agencies
from motcua.dossiers.actions.turning import standing
from motcua.dossiers.events.reminding import SupplementDueSoon
from motcua.dossiers.models import Alert, InboxRow
from motcua.identity.values import SYSTEM
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, Duration, Unit, WorkingCalendar
from motcua.workflow.values import State

BEFORE = Duration(3, Unit.WORKING_DAY)
SORT = "supplement_due"


def remind_of_supplement(*, at: datetime) -> int:
    """Tell once of each dossier whose applicant has three working days left; give how many."""
    until = WorkingCalendar(agencies.table()).due(at, BEFORE).on
    given = Alert.objects.filter(
        dossier=OuterRef("dossier"), sort=SORT, about_at=OuterRef("urgent_at")
    )
    found = InboxRow.objects.filter(
        ~Exists(given),
        state=State.SUPPLEMENT.value,
        urgent_at__gt=at,
        urgent_at__lt=datetime.combine(until + timedelta(days=1), time(0), HANOI),
    )
    rows = list(found.select_related("dossier").order_by("urgent_at", "pk")[:500])
    return sum(_give(row, at=at) for row in rows)


@transaction.atomic
def _give(row: InboxRow, *, at: datetime) -> int:
    _alert, new = Alert.objects.get_or_create(
        dossier=row.dossier, sort=SORT, about_at=row.urgent_at, defaults={"given_at": at}
    )
    if new:
        event = SupplementDueSoon(answer_by=row.urgent_at, **standing(row.dossier))
        record(event=event, by=SYSTEM.actor, at=at)
    return int(new)
