"""The question asked at a failure, and the one asked after the result."""

import re

import pytest
from django.test import Client
from tests.desk.conftest import words
from tests.factories import dossiers
from tests.factories.people import logged_in
from tests.factories.settling import settled

from motcua.journal.values import Actor
from motcua.measurement import actions as measurement
from motcua.measurement.rules.causes import WORDS
from motcua.measurement.values.facts import Cause, Kind, Source
from motcua.measurement.values.sites import Site
from motcua.web import clock

FORM, THANKS = "/gap-loi/", "/gap-loi/cam-on/"
BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile", "Host": "testserver"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _measured(settings, tmp_path, monkeypatch):
    settings.MEASUREMENT = tmp_path
    monkeypatch.setattr(clock, "now", lambda: dossiers.later(days=3))


@pytest.fixture
def kept(monkeypatch):
    """Give the facts that are told, with our own portal registered."""
    facts = []
    by = Actor("system", "test", "thử")
    measurement.register_site(site=Site(1, "Cổng", "H26"), by=by, at=clock.now())
    measurement.publish_sites()
    monkeypatch.setattr(
        "motcua.measurement.actions.answering.collect", lambda told: facts.extend(told) or len(told)
    )
    return facts


@pytest.mark.parametrize("cause", Cause)
def test_one_answer_is_one_fact_without_a_person(kept, cause):
    strict = Client(enforce_csrf_checks=True)
    where = "http://testserver/nop-ho-so/1.001193/?so=001203012345"
    answer = strict.post(FORM, {"ly-do": cause.value}, headers=BROWSER | {"Referer": where})
    assert (answer.status_code, answer["Location"]) == (302, THANKS)
    (fact,) = kept
    assert (fact.kind, fact.detail) == (Kind.ANSWER, f"asked_at_failure:{cause.value}")
    assert (fact.site, fact.agency, fact.source) == (1, "H26", Source.SCRIPT)
    assert (fact.procedure, fact.robot) == ("1.001193", False)
    assert "001203012345" not in repr(fact)
    assert "Cảm ơn bạn" in words(Client().get(THANKS))


@pytest.mark.parametrize("typed", [{}, {"ly-do": ""}, {"ly-do": "portal:x"}, {"ly-do": "x" * 9000}])
def test_anything_else_is_refused_with_the_question(kept, typed):
    answer = Client().post(FORM, typed)
    assert answer.status_code == 422
    assert "Bạn hãy chọn một trong các câu trả lời" in words(answer)
    assert kept == []


def test_it_is_counted_how_often_one_place_answers(kept):
    client = Client()
    codes = [client.post(FORM, {"ly-do": "device"}).status_code for _ in range(11)]
    assert codes == [302] * 10 + [429]
    assert len(kept) == 10


def test_where_nothing_is_measured_thanks_are_said_all_the_same():
    assert Client().post(FORM, {"ly-do": "device"}).status_code == 302


def test_a_disk_that_refuses_is_said(kept, monkeypatch):
    def refuse(_told):
        raise measurement.SpoolFailed

    monkeypatch.setattr("motcua.measurement.actions.answering.collect", refuse)
    answer = Client().post(FORM, {"ly-do": "device"})
    assert answer.status_code == 503
    assert "Chưa ghi được câu trả lời" in words(answer)


@pytest.fixture
def trial(settings):
    """Add the pages of tests/web/trial.py under /thu/."""
    settings.ROOT_URLCONF = "tests.web.trial"


@pytest.mark.usefixtures("trial")
def test_the_page_of_an_error_asks_and_counts_itself(kept):
    answer = Client(raise_request_exception=False).get("/thu/loi/", headers=BROWSER)
    shown = words(answer)
    assert 'action="/gap-loi/"' in answer.text
    assert all(cause.vi in shown for cause in WORDS.values())
    (fact,) = kept
    assert (fact.kind, fact.detail, fact.page) == (Kind.FAILURE, "portal", "/thu/loi/")


@pytest.mark.usefixtures("trial")
def test_only_what_was_submitted_in_vain_is_asked_about():
    asked = 'action="/gap-loi/"'
    assert asked in Client().post("/thu/tu-choi/").text
    assert asked not in Client().get("/thu/tu-choi/").text
    assert asked in Client(enforce_csrf_checks=True).post("/dang-nhap/", {"login": "a"}).text
    assert asked not in Client().get("/khong-co/").text


@pytest.mark.parametrize("ease", ["easy", "fair", "hard", ""])
def test_how_easy_it_was_is_asked_beside_the_rating(mother, kept, ease):
    code = settled(mother, hours=2)
    client = logged_in(mother)
    assert "dễ hay khó" in words(client.get(f"/ho-so/{code}/danh-gia/"))
    answer = client.post(f"/ho-so/{code}/danh-gia/", {"hai-long": "satisfied", "de-kho": ease})
    assert answer.status_code == 302
    told = [(fact.detail, fact.value, fact.agency, fact.procedure) for fact in kept]
    score = {"easy": 5.0, "fair": 3.0, "hard": 1.0}
    expected = [(f"ease:{ease}", score[ease], "H26.00070", dossiers.BIRTH)] if ease else []
    assert told == expected


def test_an_answer_that_is_none_undoes_nothing(mother, kept):
    code = settled(mother, hours=2)
    client = logged_in(mother)
    answer = client.post(f"/ho-so/{code}/danh-gia/", {"hai-long": "satisfied", "de-kho": "x"})
    assert answer.status_code == 409
    assert kept == []
    assert re.search(r'name="hai-long" value="satisfied" checked', answer.text)
