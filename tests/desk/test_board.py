"""The leader's board: numbers as the lists count them, and no link where no list may be read."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.desk.conftest import words
from tests.factories import people
from tests.factories.dossiers import MORNING, later, submitted

from motcua.dossiers import actions
from motcua.dossiers.models import InboxRow, ListRow
from motcua.dossiers.queries import board as boards
from motcua.dossiers.queries.board import Load, board
from motcua.identity.values import Role
from motcua.workflow.values import Move

PLACE = "/ban-lam-viec/dieu-hanh/"
WARD = "H26.00070."
AT = later(hours=1)
DUE = {"late": -1, "today": 5, "tomorrow": 30, "week": 80, "later": 24 * 9}


@pytest.fixture(autouse=True)
def _nothing_kept():
    boards._kept.clear()


@pytest.fixture
def five(mother, reception):
    """Put one dossier due at each time on the board, and one that waits for its applicant."""
    codes = {}
    for name, hours in DUE.items():
        codes[name] = submitted(mother)
        ListRow.objects.filter(code=codes[name]).update(late_from=AT + timedelta(hours=hours))
    due = {code: ListRow.objects.get(code=code).late_from for code in codes.values()}
    for code, moment in due.items():
        ListRow.objects.filter(code=code).update(due_at=moment)
    codes["applicant"] = submitted(mother)
    ListRow.objects.filter(code=codes["applicant"]).update(late_from=None)
    InboxRow.objects.filter(code=codes["applicant"]).update(function="applicant")
    return codes


@pytest.mark.shows("CN26", "O8")
class TestNumbers:
    def test_each_is_counted_once_where_it_belongs(self, five):
        found = board(path=WARD, at=AT)
        assert found.total == Load(late=1, today=1, tomorrow=1, week=1, later=1, applicant=1)
        assert [name for name, _ in found.units] == ["H26.00070"]
        assert [load for _, load in board(path="H26.", at=AT).units] == [found.total]
        people.agency("H14.01717")
        assert board(path="H14.", at=AT).total == Load()

    def test_it_is_kept_for_a_minute(self, five, mother):
        assert board(path=WARD, at=AT).total.total == 5
        ListRow.objects.filter(code=five["late"]).update(late_from=None)
        assert board(path=WARD, at=AT + timedelta(seconds=59)).total.total == 5
        assert board(path=WARD, at=AT + timedelta(seconds=60)).total.total == 4

    def test_what_comes_on_a_day_off_counts_to_the_next_working_day(self, mother):
        sunday = MORNING - timedelta(days=1)
        ListRow.objects.filter(code=submitted(mother)).update(submitted_at=sunday)
        submitted(mother)
        days = board(path=WARD, at=AT).days
        assert len(days) == 14
        assert (days[-1].on, days[-1].received, days[-1].settled) == (MORNING.date(), 2, 0)
        assert sum(day.received for day in days) == 2

    def test_it_asks_its_tables_four_times(self, five):
        with CaptureQueriesContext(connection) as asked:
            board(path=WARD, at=AT, fresh=True)
        assert sum('FROM "dossiers_' in one["sql"] for one in asked.captured_queries) == 4


@pytest.mark.shows("CN26", "O8")
class TestPage:
    def test_each_number_leads_to_the_list_it_counts(self, five, leader):
        page = leader.client.get(PLACE)
        assert page.status_code == 200
        tiles = re.search(r'<ul class="figures">.*?</ul>', page.content.decode(), re.DOTALL)[0]
        links = re.findall(r'<a href="([^"]+)">1</a>', tiles)
        assert len(links) == 4
        for name, link in zip(("late", "today", "tomorrow", "week"), links, strict=True):
            listed = words(leader.client.get(link.replace("&amp;", "&")))
            assert five[name] in listed
            assert not any(code in listed for other, code in five.items() if other != name)

    def test_an_executive_reads_numbers_and_nothing_of_people(self, five):
        executive = people.logged_in(people.officer(Role.EXECUTIVE))
        page = executive.get(PLACE)
        assert "hồ sơ quá hạn" in words(page)
        assert "/ban-lam-viec/danh-sach/?" not in page.content.decode()
        assert "Nguyễn Thị Hậu" not in words(page)
        assert "Trần Ánh Dương" not in words(page)

    def test_an_empty_board_says_so(self, leader):
        assert "Không có hồ sơ nào đang giải quyết." in words(leader.client.get(PLACE))
        assert leader.client.get(PLACE, {"noi": "H14.\0"}).status_code == 200

    def test_a_settled_dossier_is_on_it_no_more(self, mother, leader, reception):
        code = submitted(mother)
        actions.perform(code=code, move=Move.REFUSE, reason="Sai nơi", by=reception.viewer, at=AT)
        assert board(path=WARD, at=AT).total == Load()
