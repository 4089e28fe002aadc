"""Review of procedures: burdens, giving up, proposals decided by somebody else, the plan."""

from datetime import timedelta

import pytest
from tests.desk.conftest import words
from tests.factories import dossiers, people

from motcua.dossiers.queries.abandonment import funnels
from motcua.identity.values import Role
from motcua.procedures.queries import review
from motcua.web import clock

PAGE = "/ban-lam-viec/ra-soat/"
ONE = f"{PAGE}{dossiers.BIRTH}/"
PLAN = {"ten": "Đơn giản hóa 2026", "so": "3", "tu": "2026-01-01", "den": "2026-12-31"}
PROPOSAL = {"loai": "drop_paper", "noi-dung": "Bỏ giấy chứng sinh vì bệnh viện đã gửi dữ liệu."}


@pytest.fixture
def admin(ward):
    return people.logged_in(people.officer(Role.PROCEDURE_ADMIN))


@pytest.mark.shows("O8", "CN26", "CN27")
def test_the_heaviest_procedure_stands_on_top_with_what_it_asks(leader):
    heaviest, *_, lightest = review.burdens(dossiers.MORNING.date())
    shown = words(leader.client.get(PAGE))
    assert heaviest.questions >= heaviest.always > 0
    assert str(heaviest.questions) in shown
    assert shown.index(heaviest.name.vi) < shown.index(lightest.name.vi)


def test_where_people_give_up_is_counted(mother, leader, monkeypatch):
    dossiers.submitted(mother)
    for _ in range(3):
        dossiers.draft(mother)
    later = dossiers.MORNING + timedelta(days=5)

    found = funnels(since=dossiers.MORNING, until=later)[dossiers.BIRTH]
    monkeypatch.setattr(clock, "now", lambda: later)

    assert (found.begun, found.submitted, found.abandoned) == (4, 1, 0.75)
    assert sum(number for _, number in found.left) == 3
    assert "75%" in words(leader.client.get(PAGE))
    assert "4 người bắt đầu, 1 người nộp" in words(leader.client.get(ONE))


@pytest.mark.shows("O8", "CN27")
def test_a_plan_fills_as_proposals_are_agreed_and_carried_out(clerk, leader):
    assert leader.client.post(PAGE, PLAN).status_code == 302
    assert clerk.client.post(ONE, PROPOSAL).status_code == 302
    proposal = review.proposals(viewer=leader.viewer)[0]
    decision = f"{PAGE}de-xuat/{proposal.key}/"

    for step in ("agreed", "done"):
        assert leader.client.post(decision, {"quyet-dinh": step}).status_code == 302

    assert "1 trên 3 thủ tục (33 %)" in words(leader.client.get(PAGE))
    assert "Đã thực hiện" in words(clerk.client.get(ONE))


def test_nobody_decides_their_own_proposal(admin, leader):
    admin.post(ONE, PROPOSAL)
    proposal = review.proposals(viewer=leader.viewer)[0]
    refused = admin.post(f"{PAGE}de-xuat/{proposal.key}/", {"quyet-dinh": "agreed"})
    assert refused.status_code == 400
    assert "không được quyết định đề xuất của mình" in words(refused)


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ([{"quyet-dinh": "declined"}], "Bạn hãy nêu lý do"),
        ([{"quyet-dinh": "done"}], "không chuyển sang"),
        ([{"quyet-dinh": "x"}], "Bạn hãy bấm một nút"),
        (
            [{"quyet-dinh": "declined", "y-kien": "Luật đòi"}, {"quyet-dinh": "agreed"}],
            "không chuyển",
        ),
    ],
)
def test_a_decision_has_its_order_and_its_reason(clerk, leader, steps, sentence):
    clerk.client.post(ONE, PROPOSAL)
    proposal = review.proposals(viewer=leader.viewer)[0]
    for step in steps:
        answer = leader.client.post(f"{PAGE}de-xuat/{proposal.key}/", step)
    assert answer.status_code == 400
    assert sentence in words(answer)


@pytest.mark.parametrize(
    "typed",
    [{"so": "0"}, {"so": "x"}, {"so": "9" * 30}, {"tu": "x"}, {"den": "2025-01-01"}, {"ten": " "}],
)
def test_an_impossible_plan_is_refused_and_kept(leader, typed):
    answer = leader.client.post(PAGE, PLAN | typed)
    assert answer.status_code == 400
    assert (PLAN | typed)["den"] in answer.content.decode()


@pytest.mark.parametrize("typed", [{"loai": "x"}, {"noi-dung": " "}, {"noi-dung": "x" * 4001}])
def test_a_proposal_without_sense_is_refused_and_kept(clerk, typed):
    answer = clerk.client.post(ONE, PROPOSAL | typed)
    assert answer.status_code == 400
    assert (PROPOSAL | typed)["noi-dung"].strip() in answer.content.decode()


def test_another_agency_does_not_read_the_proposals(clerk):
    clerk.client.post(ONE, PROPOSAL)
    elsewhere = people.officer(Role.APPROVER, "H14.01717")
    assert review.proposals(viewer=elsewhere) == ()
