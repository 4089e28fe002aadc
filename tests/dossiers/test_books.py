"""The control sheet and the register: what the journal and the dossiers themselves tell."""

from datetime import date

import pytest
from tests.factories import dossiers, people

from motcua.documents import actions as documents
from motcua.documents import queries as papers
from motcua.dossiers import actions
from motcua.dossiers.actions import bookkeeping
from motcua.dossiers.queries import dossier
from motcua.dossiers.queries.register import RegisterSpan, register, register_lines
from motcua.identity.values import Role
from motcua.workflow.values import Move

MARCH = RegisterSpan("H26.00070.", date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def accepted(mother, reception):
    code = dossiers.submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=dossiers.later(hours=1))
    return code


@pytest.mark.shows("CN08", "CN19", "O4", "O7")
def test_the_control_sheet_tells_every_hand_the_dossier_went_through(accepted, clerk, leader):
    actions.draft_result(code=accepted, by=clerk, at=dossiers.later(hours=2))
    actions.perform(code=accepted, move=Move.PROPOSE, by=clerk, at=dossiers.later(hours=2))
    key = bookkeeping.issue_control_sheet(code=accepted, by=clerk, at=dossiers.later(hours=3))
    sheet = papers.issued(key)
    assert sheet.number == "01/2026/PKS"
    assert sheet.data["form"] == {"number": "06", "circular": "Thông tư 03/2025/TT-VPCP"}
    assert [(row["giver"], row["taker"], row["result"]) for row in sheet.data["rows"]] == [
        ("Cán bộ tiếp nhận và trả kết quả", "Cán bộ thụ lý", "Trước hạn"),
        ("Cán bộ thụ lý", "Lãnh đạo cơ quan", "Đúng hạn"),
    ]
    assert documents.printed(key=key).startswith(b"%PDF-1.7")


def test_pressing_print_again_gives_the_same_sheet_until_something_moves(accepted, clerk):
    first = bookkeeping.issue_control_sheet(code=accepted, by=clerk, at=dossiers.later(hours=2))
    again = bookkeeping.issue_control_sheet(code=accepted, by=clerk, at=dossiers.later(hours=3))
    actions.draft_result(code=accepted, by=clerk, at=dossiers.later(hours=4))
    actions.perform(code=accepted, move=Move.PROPOSE, by=clerk, at=dossiers.later(hours=4))
    after = bookkeeping.issue_control_sheet(code=accepted, by=clerk, at=dossiers.later(hours=5))
    assert first == again != after


def test_the_applicant_is_not_given_the_control_sheet(accepted, mother):
    with pytest.raises(actions.DossierUnknown):
        bookkeeping.issue_control_sheet(code=accepted, by=mother, at=dossiers.later(hours=2))
    assert dossier(viewer=mother, code=accepted, at=dossiers.later(hours=2)).documents[
        0
    ].layout == ("receipt_appointment")


@pytest.mark.shows("CN19", "O3", "O4")
def test_the_register_lists_what_came_in_in_order_of_receipt(mother, reception):
    codes = [dossiers.submitted(mother, at=dossiers.later(hours=n)) for n in range(3)]
    page = register(viewer=reception, span=MARCH)
    assert [(line.sequence, line.code) for line in page.lines] == list(enumerate(codes, start=1))
    assert page.after is None
    assert [line.phone for line in register_lines(viewer=reception, span=MARCH)] == [
        "+84912345678"
    ] * 3


def test_the_register_goes_on_where_a_page_ended(mother, reception, monkeypatch):
    monkeypatch.setattr("motcua.dossiers.queries.register.PAGE", 2)
    codes = [dossiers.submitted(mother, at=dossiers.later(hours=n)) for n in range(3)]
    first = register(viewer=reception, span=MARCH)
    rest = register(viewer=reception, span=MARCH, after=first.after)
    assert [(line.sequence, line.code) for line in rest.lines] == [(3, codes[2])]


def test_another_agency_keeps_another_register(mother, ward):
    dossiers.submitted(mother)
    elsewhere = people.officer(Role.RECEPTIONIST, "H14.01717")
    assert register(viewer=elsewhere, span=MARCH).lines == ()
    with pytest.raises(bookkeeping.RegisterRefused):
        bookkeeping.issue_register(span=MARCH, by=elsewhere, at=dossiers.MORNING)


def test_a_printed_register_is_numbered_and_read_by_its_agency_only(mother, reception, ward):
    dossiers.submitted(mother)
    key = bookkeeping.issue_register(span=MARCH, by=reception, at=dossiers.later(days=1))
    assert papers.issued(key).number == "01/2026/STD"
    assert bookkeeping.printed_register(key=key, by=reception).startswith(b"%PDF-1.7")
    elsewhere = people.officer(Role.RECEPTIONIST, "H14.01717")
    assert bookkeeping.printed_register(key=key, by=elsewhere) is None


@pytest.mark.parametrize("most", [0, 2])
def test_an_empty_or_too_long_register_is_not_printed(mother, reception, monkeypatch, most):
    monkeypatch.setattr("motcua.dossiers.actions.bookkeeping.PRINTED_MOST", most)
    for n in range(most and most + 1):
        dossiers.submitted(mother, at=dossiers.later(hours=n))
    with pytest.raises(bookkeeping.RegisterRefused):
        bookkeeping.issue_register(span=MARCH, by=reception, at=dossiers.later(days=1))
