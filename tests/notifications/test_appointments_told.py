"""Who booked a time is sent its code, hears when it is moved, and is reminded the day before."""

from datetime import timedelta

import pytest
from tests.counters.office import Office
from tests.factories import dossiers
from tests.factories.dossiers import MORNING

from motcua.counters import actions, queries
from motcua.identity.values import ANONYMOUS, SYSTEM
from motcua.journal.tasks import drain
from motcua.notifications.models import Message

pytestmark = pytest.mark.shows("CN20", "P9")


def texts():
    drain(now=lambda: MORNING + timedelta(days=30))
    about = Message.objects.filter(about__startswith="appointment:")
    return list(about.order_by("pk").values_list("recipient", "text"))


def test_code_move_and_reminder_go_to_the_number_that_booked(db):
    dossiers.country()
    dossiers.services()
    office = Office()
    office.counter(1)
    office.slots()
    later = [one for one in office.free() if one.starts_at > MORNING + timedelta(days=2)]
    code = office.booked(later[0])
    actions.move(code=code, slot=later[1].value, by=ANONYMOUS, at=MORNING)
    starts_at = queries.appointment(code).starts_at
    actions.remind(by=SYSTEM, at=starts_at - timedelta(days=1))

    told = texts()

    assert {to for to, _ in told} == {"+84912345678"}
    assert all(code in words for _, words in told)
    assert [
        said for said in ("đã đổi sang", "Bạn có hẹn lúc 09:30") if any(said in w for _, w in told)
    ] == ["đã đổi sang", "Bạn có hẹn lúc 09:30"]
    assert len(told) == 3
