"""A message on its way: held while people sleep, another way where one fails, told when it came."""

from datetime import datetime, timedelta

import pytest
from tests.factories import people
from tests.notifications.gateways import in_place
from tests.notifications.test_sending import ABOUT, FACTS, OFFICER

from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.journal.tasks import drain
from motcua.kernel.calendar import HANOI
from motcua.notifications import actions, queries
from motcua.notifications.actions import Letter
from motcua.notifications.models import Message
from motcua.notifications.values import Channel, DeliveryReport, QuietHours, Way
from motcua.web import clock

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 5, 12, tzinfo=HANOI)
NIGHT = datetime(2026, 1, 5, 22, tzinfo=HANOI)
MORNING = datetime(2026, 1, 6, 7, tzinfo=HANOI)
SMS, ZALO, MAIL = (
    Way(Channel.SMS, "0912000001"),
    Way(Channel.ZALO, "0912000001"),
    Way(Channel.MAIL, "an@vidu.vn"),
)
NOBODYS = Way(Channel.SMS, "0900000000")


@pytest.fixture
def emulator(tmp_path):
    with in_place(tmp_path) as emulator:
        yield emulator


QUIET = QuietHours()


def dispatch(*ways, at=NOON, quiet=QUIET):
    letter = Letter(template="dossier.submitted", context=FACTS, about=ABOUT, quiet=quiet)
    return actions.dispatch(letter=letter, ways=ways, key="17:x", by=OFFICER, at=at)


def drained(at):
    drain(now=lambda: at)
    return [(one.channel.value, one.state.value) for one in queries.told(ABOUT)]


def report(*, delivered, at=NOON):
    tracking = Message.objects.order_by("pk").values_list("tracking", flat=True).first()
    told = DeliveryReport(tracking=tracking, delivered=delivered, problem="absent")
    return actions.take_report(report=told, at=at)


@pytest.mark.shows("P5", "CN20")
def test_at_night_an_sms_waits_until_seven(emulator):
    dispatch(SMS, at=NIGHT)
    assert drained(NIGHT + timedelta(hours=3)) == [("sms", "held")]
    assert emulator.taken == []
    assert drained(MORNING) == [("sms", "sent")]
    assert len(emulator.taken) == 1


def test_a_gateway_that_comes_back_at_night_does_not_ring(emulator):
    emulator.fail("500", times=1)
    dispatch(SMS, at=NIGHT - timedelta(hours=1, minutes=1))
    assert drained(NIGHT - timedelta(hours=1, minutes=1)) == [("sms", "queued")]
    assert drained(NIGHT) == [("sms", "held")]
    assert emulator.taken == []
    assert drained(MORNING) == [("sms", "sent")]


def test_what_is_urgent_and_what_does_not_ring_goes_at_once(emulator):
    dispatch(SMS, at=NIGHT, quiet=None)
    assert drained(NIGHT) == [("sms", "sent")]


@pytest.mark.shows("P5", "CN20")
def test_where_one_way_fails_for_good_the_next_is_taken(emulator):
    dispatch(NOBODYS, MAIL)
    assert drained(NOON) == [("sms", "failed"), ("mail", "sent")]


def test_where_a_gateway_stays_down_the_next_way_is_taken(emulator):
    emulator.fail("500")
    dispatch(SMS, MAIL)
    for hours in range(6):
        found = drained(NOON + timedelta(days=hours))
    assert found == [("sms", "failed"), ("mail", "sent")]


@pytest.mark.shows("P5")
def test_a_report_is_taken_once(emulator):
    dispatch(SMS, MAIL)
    drained(NOON)
    assert [report(delivered=True), report(delivered=True), report(delivered=False)] == [True] * 3
    assert drained(NOON) == [("sms", "delivered")]
    kinds = [entry.kind for entry in journal.history(ABOUT)]
    assert kinds.count("notification.arrived") == 1


def test_a_report_that_it_did_not_come_sends_it_another_way(emulator):
    dispatch(SMS, MAIL)
    drained(NOON)
    report(delivered=False)
    report(delivered=False)
    assert drained(NOON) == [("sms", "failed"), ("mail", "sent")]


def test_what_was_given_up_is_sent_when_an_administrator_asks(emulator):
    dispatch(NOBODYS)
    assert drained(NOON) == [("sms", "given_up")]
    client = people.logged_in(people.officer(Role.SYSTEM_ADMIN))
    page = client.get("/ban-lam-viec/tin-khong-gui-duoc/").text
    assert "invalid phone" in page
    assert "0900000000" not in page
    assert FACTS["code"] not in page
    Message.objects.update(recipient="0912000001")
    (lost,) = queries.failed()
    assert client.post(f"/ban-lam-viec/tin-khong-gui-duoc/{lost.number}/").status_code == 302
    noon_in_hanoi = (clock.now() + timedelta(days=1)).replace(hour=5)
    assert drained(noon_in_hanoi) == [("sms", "sent")]


def test_zalo_first_then_sms(emulator):
    dispatch(ZALO, SMS)
    assert drained(NOON) == [("zalo", "sent")]
    assert emulator.taken[0]["template_data"]["code"] == FACTS["code"]
