"""What gateways call: delivery reports, and look-ups by SMS."""

import json

import pytest
from django.test import Client
from tests.factories import dossiers, people

from motcua.dossiers.models import Dossier
from motcua.notifications.models import Message
from motcua.notifications.values import Channel
from motcua.workflow.values import State

pytestmark = pytest.mark.django_db
SECRET = "Bearer cong-tin-nhan"


@pytest.fixture(autouse=True)
def _secret(settings):
    settings.GATEWAY_SECRET = "cong-tin-nhan"


def call(path, content, *, secret=SECRET):
    body = content if isinstance(content, str) else json.dumps(content)
    return Client().post(
        f"/cong-tin-nhan/{path}/",
        body,
        content_type="application/json",
        headers={"Authorization": secret},
    )


def ask(text, *, number="1", sender="84912000009"):
    return call("den", {"id": number, "from": sender, "text": text})


@pytest.fixture
def dossier():
    dossiers.country()
    dossiers.services()
    owner = people.citizen(full_name="Lò Thị Mai", at=dossiers.MORNING)
    return Dossier.objects.get(code=dossiers.submitted(owner))


def answers():
    return [row.text for row in Message.objects.filter(channel=Channel.SMS).order_by("pk")]


@pytest.mark.shows("P3", "CN02", "O7")
def test_a_look_up_by_sms_tells_the_state_and_nothing_about_people(dossier):
    answer = ask(f"TRACUU {dossier.code} {dossier.check_code}")
    assert (answer.status_code, answer.json()) == (200, {"answered": True})
    (text,) = answers()
    assert dossier.code in text
    assert State.SUBMITTED.label.vi in text
    for personal in ("Mai", "Hậu", "0912", dossier.check_code):
        assert personal not in text


def test_wrong_codes_and_other_words_are_answered_alike_for_all(dossier):
    ask(f"TRACUU {dossier.code} XXXXXX", number="1")
    ask("TRACUU H26.00070-260105-9999 XXXXXX", number="2")
    ask("Chào", number="3")
    first, second, third = answers()
    assert first == second
    assert "Không tìm thấy" in first
    assert "TRACUU" in third


def test_the_same_sms_is_answered_once(dossier):
    ask("Chào")
    assert ask("Chào").json() == {"answered": False}
    assert len(answers()) == 1


@pytest.mark.shows("P3")
def test_one_number_may_ask_ten_times_an_hour():
    found = [ask("Chào", number=str(number)).status_code for number in range(11)]
    assert found == [200] * 10 + [429]
    assert ask("Chào", number="12", sender="84912000008").status_code == 200


@pytest.mark.parametrize("path", ["den", "bao-cao"])
@pytest.mark.parametrize("secret", ["", "Bearer", "Bearer wrong", "cong-tin-nhan"])
def test_without_the_secret_nothing_is_taken(path, secret):
    assert call(path, {}, secret=secret).status_code == 403


def test_where_no_secret_is_set_it_is_closed(settings):
    settings.GATEWAY_SECRET = ""
    assert call("den", {}, secret="Bearer ").status_code == 403


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "null", "1", "{}", "[" * 9000),
        '{"tracking": 1, "status": "delivered"}',
        '{"tracking": "a", "status": "?"}',
        '{"id": 1, "from": "x", "text": "y"}',
        '{"id": "1", "from": "12", "text": "y\\u0000"}',
    ],
)
@pytest.mark.parametrize("path", ["den", "bao-cao"])
def test_nonsense_is_refused(path, content):
    assert call(path, content).status_code == 400


def test_a_report_about_nothing_we_know_is_taken():
    answer = call("bao-cao", {"tracking": "x\0y", "status": "delivered", "at": "never"})
    assert (answer.status_code, answer.json()) == (200, {"known": False})
