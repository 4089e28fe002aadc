"""The figures as citizens and heads of agencies read them."""

import io

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.desk.conftest import words
from tests.factories import dossiers, people
from tests.factories.settling import settled

from motcua.identity.values import Role
from motcua.statistics import actions
from motcua.statistics.values import Month
from motcua.web import clock

PUBLIC = "/thong-ke/"
DESK = "/ban-lam-viec/thong-ke/"


@pytest.fixture(autouse=True)
def _three_days_later(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: dossiers.later(days=3))


@pytest.fixture
def counted(mother):
    for hours in (2, 2, 2, 2, 30):
        settled(mother, hours=hours)
    actions.count_month(top="H26.", month=Month(2026, 3), at=dossiers.later(days=3))


@pytest.mark.shows("P8", "P2", "CN25")
def test_anybody_reads_how_dossiers_are_settled(counted):
    shown = words(Client().get(PUBLIC))
    assert "5 hồ sơ đã nhận" in shown
    assert "80 % giải quyết trước và đúng hạn" in shown
    assert "giờ làm việc một nửa số hồ sơ" in shown
    assert "Nguyễn Thị Hậu" not in shown


@pytest.mark.parametrize("by", ["co-quan", "thu-tuc", "kenh", "thang"])
@pytest.mark.parametrize("period", ["2026", "2026-Q1", "2026-03"])
def test_figures_are_seen_from_every_side(counted, by, period):
    shown = words(Client().get(PUBLIC, {"theo": by, "ky": period, "noi": "H26."}))
    assert "5 hồ sơ đã nhận" in shown


def test_little_is_not_told_of_few(mother):
    settled(mother, hours=2)
    actions.count_month(top="H26.", month=Month(2026, 3), at=dossiers.later(days=3))
    assert "giờ làm việc một nửa số hồ sơ" not in words(Client().get(PUBLIC))


@pytest.mark.parametrize(
    "asked",
    [
        {"ky": "x"},
        {"ky": "2026-13"},
        {"ky": "2026-Q9"},
        {"noi": "H99."},
        {"noi": "x\x00"},
        {"theo": "x", "kenh": "x", "thu-tuc": "x" * 500},
    ],
)
def test_nonsense_is_answered_with_what_there_is(counted, asked):
    assert Client().get(PUBLIC, asked).status_code == 200


@pytest.mark.shows("CN23", "CN26", "O3", "O8")
def test_a_head_reads_their_own_places_only(counted):
    leader = people.logged_in(people.officer(Role.APPROVER))
    elsewhere = people.logged_in(people.officer(Role.APPROVER, "H14.01717"))
    assert "5 hồ sơ đã nhận" in words(leader.get(DESK))
    assert "0 hồ sơ đã nhận" in words(elsewhere.get(DESK, {"noi": "H26."}))


@pytest.mark.shows("CN24", "O3")
def test_the_periodic_report_has_a_line_a_field_and_a_total(counted):
    leader = people.logged_in(people.officer(Role.APPROVER))
    content = b"".join(leader.get(f"{DESK}bao-cao.xlsx", {"ky": "2026-Q1"}))
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[5][1:7] == ("Hộ tịch", 5, 5, 0, 4, 1)
    assert rows[6][1:4] == ("Tổng cộng", 5, 5)
    assert rows[6][10] == "80 %"
