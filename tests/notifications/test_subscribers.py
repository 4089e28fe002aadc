from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

import pytest

from motcua.dossiers.values import Recipient
from motcua.journal.ports import listeners
from motcua.journal.values import Actor, Entry
from motcua.notifications import queries
from motcua.notifications.subscribers import people as subscribers
from motcua.notifications.values import Channel

KEY = UUID("6f9b2c1e-0000-4000-8000-000000000001")
ABOUT = f"dossier:{KEY}"
CODE = "H26.00070-260105-0001"


@pytest.fixture
def person(monkeypatch):
    """Somebody who applied; change the fields in the test."""
    fields = {
        "code": CODE,
        "key": KEY,
        "service_name": "Đăng ký khai sinh",
        "name": "Nguyễn Thị An",
        "email": "an@vidu.vn",
        "phone": "0912000001",
        "language": "vi",
        "due_at": datetime(2026, 1, 12, 10, 0, tzinfo=UTC),
    }
    monkeypatch.setattr(subscribers.dossiers, "recipient", lambda subject: Recipient(**fields))
    monkeypatch.setattr(
        subscribers.agencies, "agency", lambda code: SimpleNamespace(name="UBND phường Hoàn Kiếm")
    )
    return fields


def entry(kind="dossier.submitted", number=17, **payload):
    return Entry(
        number=number,
        kind=kind,
        subject=ABOUT,
        payload={"agency": "H26.00070", **payload},
        by=Actor(kind="account", key="officer", name="Lê Thị Hoa"),
        at=datetime(2026, 1, 5, 2, 0, tzinfo=UTC),
    )


@pytest.mark.once
def test_it_listens_to_what_people_should_hear():
    assert listeners["notifications.tell"].kinds == set(subscribers.TEMPLATES)


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "template"), subscribers.TEMPLATES.items())
def test_each_moment_has_its_message(person, kind, template):
    subscribers.tell(entry(kind))
    (message,) = queries.about(ABOUT)
    assert (message.template, message.channel) == (template, Channel.MAIL)
    assert CODE in message.subject
    assert f"http://127.0.0.1:8000/ho-so/{CODE}/" in message.text


@pytest.mark.django_db
def test_hearing_twice_sends_once(person):
    subscribers.tell(entry())
    subscribers.tell(entry())
    subscribers.tell(entry(number=18))
    assert [message.key for message in queries.about(ABOUT)] == ["17:mail", "18:mail"]


@pytest.mark.django_db
@pytest.mark.parametrize("mail", ["", "an at vidu.vn"])
def test_without_a_mail_address_it_goes_to_the_telephone(person, mail):
    person["email"] = mail
    subscribers.tell(entry())
    (message,) = queries.about(ABOUT)
    assert (message.channel, message.recipient) == (Channel.SMS, "0912000001")


@pytest.mark.django_db
def test_without_any_address_nothing_is_sent(person):
    person.update(email="", phone="")
    subscribers.tell(entry())
    assert queries.about(ABOUT) == ()


@pytest.mark.django_db
def test_a_dossier_that_is_gone_is_told_to_nobody(monkeypatch):
    monkeypatch.setattr(subscribers.dossiers, "recipient", lambda subject: None)
    subscribers.tell(entry())
    assert queries.about(ABOUT) == ()


@pytest.mark.django_db
def test_what_the_applicant_wrote_is_not_sent_back(person):
    subscribers.tell(entry("dossier.message_sent", from_applicant=True))
    assert queries.about(ABOUT) == ()
    subscribers.tell(entry("dossier.message_sent", number=18, from_applicant=False))
    assert len(queries.about(ABOUT)) == 1


@pytest.mark.django_db
def test_the_appointment_is_told_in_the_time_of_ha_noi_and_the_reader_s_language(person):
    person["language"] = "en"
    subscribers.tell(entry("dossier.accepted"))
    (message,) = queries.about(ABOUT)
    assert "Result due: 17:00 on 12 January 2026" in message.text
