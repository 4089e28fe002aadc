from datetime import UTC, datetime, timedelta

import pytest
from tests.notifications.smtp_servers import bad_server, free_port, smtp_server

from motcua.journal import queries as journal
from motcua.journal.actions import retry_dead
from motcua.journal.tasks import drain
from motcua.journal.values import Actor
from motcua.notifications import actions, ports, queries
from motcua.notifications.adapters.files import FileGateway
from motcua.notifications.adapters.smtp import SmtpMail
from motcua.notifications.rules.addresses import AddressRefused
from motcua.notifications.values import Channel, MessageState

pytestmark = pytest.mark.django_db

START = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
ABOUT = "dossier:6f9b2c1e-0000-4000-8000-000000000001"
OFFICER = Actor(kind="account", key="officer", name="Lê Thị Hoa")
FACTS = {
    "name": "Nguyễn Thị An",
    "code": "H26.00070-260105-0001",
    "procedure": "Đăng ký khai sinh",
    "agency": "UBND phường Hoàn Kiếm",
    "link": "http://127.0.0.1:8000/ho-so/H26.00070-260105-0001/",
}


@pytest.fixture
def gateways(tmp_path):
    """Put gateways in place for this test: a folder, and mail as the test says."""
    folder = FileGateway(tmp_path)
    before = [ports._gateways.mail, ports._gateways.sms, ports._gateways.zalo]
    ports.use(mail=folder, sms=folder, zalo=folder)
    yield lambda mail: ports.use(mail=mail, sms=folder, zalo=folder)
    ports.use(mail=before[0], sms=before[1], zalo=before[2])


def send(**changed):
    return actions.send(
        **{
            "channel": Channel.MAIL,
            "to": "an@vidu.vn",
            "template": "dossier.submitted",
            "context": FACTS,
            "subject": ABOUT,
            "key": "17:mail",
            "at": START,
            "by": OFFICER,
            **changed,
        }
    )


def drained(hours=0):
    return drain(now=lambda: START + timedelta(hours=hours))


def stands():
    (message,) = queries.about(ABOUT)
    return message.state, message.attempts, message.problem


def test_a_message_is_queued_sent_and_both_are_recorded(gateways):
    with smtp_server() as (inbox, port):
        gateways(SmtpMail.at("127.0.0.1", port))
        assert send()
        assert stands() == (MessageState.QUEUED, 0, "")
        drained()
    assert [mail.rcpt_tos for mail in inbox.mails] == [["an@vidu.vn"]]
    assert stands() == (MessageState.SENT, 1, "")
    told = [(entry.kind, entry.by.kind) for entry in journal.history(ABOUT)]
    assert told == [("notification.queued", "account"), ("notification.sent", "worker")]
    assert "an@vidu.vn" not in str(journal.history(ABOUT))


def test_a_key_is_sent_once(gateways):
    with smtp_server() as (inbox, port):
        gateways(SmtpMail.at("127.0.0.1", port))
        assert [send(), send()] == [True, False]
        drained()
        assert send() is False
        actions.deliver(key="17:mail", at=START)
        drained()
    assert len(inbox.mails) == 1


def test_a_short_message_takes_the_short_words(gateways, tmp_path):
    send(channel=Channel.SMS, to="0912000001", key="17:sms")
    drained()
    (file,) = tmp_path.glob("sms/*.json")
    assert "Đã nhận hồ sơ H26.00070-260105-0001. Theo dõi tại" in file.read_text()


def test_an_address_that_cannot_be_used_is_refused_and_nothing_is_written(gateways):
    with pytest.raises(AddressRefused):
        send(to="an")
    assert queries.about(ABOUT) == ()


def test_a_server_that_comes_back_gets_the_mail(gateways):
    gateways(SmtpMail.at("127.0.0.1", free_port()))
    send()
    drained()
    assert stands() == (
        MessageState.QUEUED,
        1,
        "the mail server failed: ConnectionRefusedError",
    )
    with smtp_server() as (inbox, port):
        gateways(SmtpMail.at("127.0.0.1", port))
        drained(hours=1)
    assert (len(inbox.mails), stands()) == (1, (MessageState.SENT, 2, ""))


@pytest.mark.parametrize("behaviour", ["refuses", "hangs", "drops"])
def test_a_server_that_never_takes_it_leaves_it_among_the_dead(gateways, behaviour):
    server = {
        "refuses": lambda: smtp_server(rcpt="550 no"),
        "hangs": bad_server,
        "drops": lambda: bad_server(closes=True),
    }[behaviour]
    with server() as running:
        port = running[1] if isinstance(running, tuple) else running
        gateways(SmtpMail.at("127.0.0.1", port, timeout=0.02 if behaviour == "hangs" else 5))
        send()
        for hours in range(actions.ATTEMPTS + 5):
            drained(hours=2 * hours)
    assert stands()[:2] == (MessageState.GIVEN_UP, actions.ATTEMPTS)
    assert [row.template for row in queries.failed()] == ["dossier.submitted"]
    assert [(row.name, row.about) for row in journal.undone(state="dead")] == [
        ("notifications.deliver", "17:mail")
    ]
    assert journal.history(ABOUT)[-1].kind == "notification.failed"


def test_the_dead_are_sent_when_a_person_asks(gateways):
    gateways(SmtpMail.at("127.0.0.1", free_port()))
    send()
    for hours in range(actions.ATTEMPTS):
        drained(hours=2 * hours)
    with smtp_server() as (inbox, port):
        gateways(SmtpMail.at("127.0.0.1", port))
        retry_dead(name=actions.DELIVER, at=START + timedelta(days=9))
        drained(hours=24 * 9)
    assert (len(inbox.mails), stands()[0]) == (1, MessageState.SENT)
