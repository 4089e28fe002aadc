"""The case of a dossier: worked out at submission and after a supplement, with its own limit."""

import pytest
from tests.factories import dossiers, people
from tests.factories.dossiers import EXTRACT, HANOI, MORNING, WARD, later, scenario_answers
from tests.procedures.changed import folder, written
from tests.procedures.test_cases import WITH_CASES

from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel, SupplementItem
from motcua.procedures.actions import publish
from motcua.procedures.models.services import PublishedService
from motcua.workflow.values import Move

ASK = [SupplementItem("copies.count", "Số bản sao", "incorrect", "")]
REACHED = [("    expect:\n      fee: 40000", "    expect:\n      case: many\n      fee: 40000")]


@pytest.fixture
def extract(ward, tmp_path):
    PublishedService.objects.filter(code=EXTRACT).delete()
    publish(folder=written(folder(EXTRACT, scenarios=REACHED, **WITH_CASES), tmp_path), at=MORNING)


def _answers(copies):
    home = {**WARD, "detail": "Số 1 phố Hàng Bài"}
    here = {"register.commune": WARD, "applicant.address": home}
    return scenario_answers(EXTRACT, **here, **{"copies.count": copies})


def _submitted(by, channel=Channel.SELF_SERVICE, copies=5):
    return dossiers.submitted(by, service=EXTRACT, answers=_answers(copies), channel=channel)


def _due(code, viewer):
    seen = queries.dossier(viewer=viewer, code=code, at=MORNING)
    return seen.case_code, f"{seen.due_at.astimezone(HANOI):%d/%m %H:%M}"


@pytest.mark.parametrize(
    ("channel", "copies", "expected"),
    [
        (Channel.SELF_SERVICE, 5, ("many", "18/03 17:00")),
        (Channel.COUNTER, 5, ("many", "19/03 17:00")),
        (Channel.COUNTER, 1, ("few", "16/03 17:00")),
    ],
)
def test_the_case_decides_how_long_it_takes(extract, reception, channel, copies, expected):
    by = people.citizen() if channel.is_online else reception
    code = _submitted(by, channel, copies)

    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))

    assert _due(code, reception) == expected


def test_amended_answers_may_make_it_another_case(extract, mother, reception, clerk):
    code = _submitted(mother, copies=1)
    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))
    ask = {"move": Move.REQUEST_SUPPLEMENT, "reason": "Sai số bản", "items": ASK}
    actions.perform(code=code, by=clerk, at=later(hours=2), **ask)

    draft = actions.start_supplement(code=code, by=mother, at=later(days=1))
    actions.save_answers(draft=draft, answers={"copies.count": 6}, by=mother, at=later(days=1))
    actions.submit(draft=draft, by=mother, at=later(days=1))

    assert _due(code, mother) == ("many", "19/03 17:00")


def test_the_page_before_submitting_and_the_desk_name_the_case(extract, mother, reception):
    key = dossiers.draft(mother, service=EXTRACT, answers=_answers(5))
    page = people.logged_in(mother).get(f"/to-khai/{key}/kiem-tra/").content.decode()
    assert "Trường hợp của bạn: Từ năm bản sao. Thời hạn giải quyết: 2 ngày làm việc." in page

    code = actions.submit(draft=key, by=mother, at=MORNING)
    page = people.logged_in(reception).get(f"/ban-lam-viec/ho-so/{code}/").content.decode()
    assert "Trường hợp: Từ năm bản sao. Thời hạn: 2 ngày làm việc." in page
