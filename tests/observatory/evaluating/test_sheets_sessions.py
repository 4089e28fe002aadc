"""Usability sessions, as somebody guides one."""

import itertools
from datetime import timedelta

import pytest
from tests.factories import campaigns
from tests.factories.campaigns import AT
from tests.factories.people import logged_in
from tests.observatory.evaluating.sheet_story import at, soup, words

from motcua.evaluation.queries import results
from motcua.evaluation.values.usability import Disability, Obstacle, Task, TaskTold
from motcua.web import clock

pytestmark = pytest.mark.django_db
WHO = {"dong-y": "yes", "tuoi": "from_60", "thiet-bi": "phone"}
WENT = {"ket-qua": "1", "muc-do": "3", "vuong-mac": ["small", "words"], "phut": "2", "giay": "5"}


@pytest.fixture(autouse=True)
def passing(monkeypatch):
    """Let every question of the time come ten seconds after the one before."""
    ticks = itertools.count(1)
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=1, seconds=10 * next(ticks)))


@pytest.fixture
def told(db, judged_by):
    return campaigns.story(("H26",)).open()


@pytest.fixture
def guide(told):
    return logged_in(told.first)


def begun(told, guide, **more):
    answer = guide.post(at("begin_session", told), WHO | more)
    assert answer.status_code == 302, answer.content[-900:]
    (one, *_rest) = results.sessions(viewer=told.first, code=told.code)
    return one.key


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "dong-y"),
        (WHO | {"dong-y": ""}, "dong-y"),
        (WHO | {"tuoi": "8"}, "tuoi"),
        (WHO | {"thiet-bi": ""}, "thiet-bi"),
        (WHO | {"khuyet-tat": "x"}, "khuyet-tat"),
        (WHO | {"khuyet-tat": "vision"}, "khuyet-tat"),
    ],
)
def test_nothing_begins_without_consent(told, guide, typed, field):
    page = soup(guide.post(at("begin_session", told), typed), 400)
    assert page.select_one(f"[data-field={field}] .error")
    assert results.sessions(viewer=told.first, code=told.code) == ()


def test_a_disability_is_kept_with_consent(told, guide):
    begun(told, guide, **{"khuyet-tat": "vision", "dong-y-khuyet-tat": "yes"})
    (one,) = results.sessions(viewer=told.first, code=told.code)
    assert one.participant.disability is Disability.VISION


def test_the_server_takes_the_time_between_two_buttons(told, guide):
    key = begun(told, guide)
    where = {"key": key, "task": "find"}
    page = soup(guide.get(at("task", told, **where)))
    assert "Bạn đọc to" in words(page.main)
    page = soup(guide.post(at("start_task", told, **where), follow=True))
    assert "Đang tính giờ" in words(page.select_one("[role=status].timing p, .timing p"))
    page = soup(guide.post(at("stop_task", told, **where), follow=True))
    seconds = 60 * int(page.find(id="phut")["value"] or 0) + int(page.find(id="giay")["value"])
    assert 0 < seconds < 200
    again = soup(guide.post(at("stop_task", told, **where), follow=True))
    assert again.find(id="giay")["value"] == page.find(id="giay")["value"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (WENT | {"ket-qua": ""}, "ket-qua"),
        (WENT | {"ket-qua": "7"}, "ket-qua"),
        (WENT | {"muc-do": ""}, "muc-do"),
        (WENT | {"muc-do": "x"}, "muc-do"),
        (WENT | {"vuong-mac": ["bay"]}, "vuong-mac"),
    ],
)
def test_what_is_not_chosen_is_said_beside_it(told, guide, typed, field):
    key = begun(told, guide)
    page = soup(guide.post(at("task", told, key=key, task="find"), typed), 400)
    assert page.select_one(f"[data-field={field}] .error")
    assert page.find(id="giay")["value"] == "5"


@pytest.mark.parametrize("wrong", [("", ""), ("x", "5"), ("999", "0"), ("0", "75"), ("١", "1")])
def test_a_time_that_cannot_be_is_refused(told, guide, wrong):
    key = begun(told, guide)
    typed = WENT | dict(zip(("phut", "giay"), wrong, strict=True))
    page = soup(guide.post(at("task", told, key=key, task="find"), typed), 400)
    assert page.select_one("#thoi-gian-error")
    assert page.find(id="phut")["value"] == wrong[0]


def test_five_tasks_end_with_thanks_and_join_the_results(told, guide):
    key = begun(told, guide)
    early = soup(guide.post(at("finish_session", told, key=key)), 400)
    assert "Còn 5 việc" in words(early.select_one("[data-error-summary]"))
    for task in Task:
        answer = guide.post(at("task", told, key=key, task=task.value), WENT)
        assert answer.status_code == 302
    page = soup(guide.get(answer["Location"]))
    assert "Đã ghi đủ năm việc" in words(page.main)
    thanks = soup(guide.post(at("finish_session", told, key=key), follow=True))
    assert "cảm ơn" in words(thanks.h1)
    (one,) = results.sessions(viewer=told.leader, code=told.code)
    small_words = (Obstacle.SMALL, Obstacle.WORDS)
    wanted = TaskTold(task=Task.FIND, success=1, seconds=125, severity=3, obstacles=small_words)
    assert one.tasks[0] == wanted
    summary = soup(guide.get(at("sessions", told)))
    assert "Tỷ lệ làm được: 50 %" in words(summary.main)
    assert len(summary.select("table tbody tr")) == len(Task)
    assert guide.get(at("task", told, key=key, task="find")).status_code == 404
    assert "1 buổi đã xong" in words(soup(guide.get(at("worksheet", told))).main)


def test_a_session_is_only_its_guides(told, guide):
    key = begun(told, guide)
    for who in (told.second, told.leader):
        other = logged_in(who)
        assert other.get(at("session", told, key=key)).status_code == 404
        assert other.post(at("task", told, key=key, task="find"), WENT).status_code == 404
        assert soup(other.get(at("sessions", told))).select(".task")
    assert guide.get(at("task", told, key=key, task="fly")).status_code == 404
    assert logged_in(told.heads["H26"]).get(at("sessions", told)).status_code == 403
