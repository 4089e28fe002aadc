"""Who has a dossier: given by the head, picked, covered while somebody is away."""

from datetime import date

import pytest
from tests.factories import people
from tests.factories.dossiers import MORNING, later, submitted

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.assigning import AssignmentRefused, assign
from motcua.dossiers.actions.binding import BindingRefused, bind
from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.queries.holding import holding
from motcua.dossiers.queries.scope import functions_at
from motcua.identity import queries as identity
from motcua.identity.actions.absences import AbsenceRefused, end_absence, enter_absence
from motcua.identity.queries.absences import absences
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.workflow.rules import MoveRefused
from motcua.workflow.values import Function, Move

WARD = "H26.00070"
TODAY = date(2026, 3, 16)


@pytest.fixture
def other(ward):
    return people.officer(Role.CASE_OFFICER)


@pytest.fixture
def code(mother, reception):
    found = submitted(mother)
    actions.perform(code=found, move=Move.ACCEPT, by=reception, at=later(hours=1))
    return found


def _has(code, viewer):
    return holding(viewer=viewer, code=code, at=MORNING)


def _last(code):
    row = Dossier.objects.get(code=code)
    return journal.history(f"dossier:{row.key}")[-1]


@pytest.mark.shows("CN14")
@pytest.mark.shows("O7")
class TestAssignment:
    def test_nobody_has_it_until_it_is_given(self, code, clerk, leader):
        seen = _has(code, clerk)
        assert (seen.function, seen.key) == (Function.CASE_OFFICER, None)
        assert seen.may_pick
        assert not seen.may_assign
        assert InboxRow.objects.get(code=code).officer_name == ""

    def test_the_head_gives_it_to_an_officer(self, code, clerk, other, leader):
        assert {one.key for one in _has(code, leader).candidates} == {clerk.key, other.key}

        assign(code=code, to=other.key, by=leader, at=later(hours=2))

        assert _has(code, leader).key == other.key
        assert InboxRow.objects.get(code=code).officer_key == other.key
        assert _last(code).payload["to"] == str(other.key)

    def test_an_officer_picks_what_nobody_has(self, code, clerk, other):
        assign(code=code, to=clerk.key, by=clerk, at=later(hours=2))
        with pytest.raises(AssignmentRefused, match="đã giao cho người khác"):
            assign(code=code, to=other.key, by=other, at=later(hours=3))

    def test_giving_it_to_another_needs_a_reason(self, code, clerk, other, leader):
        assign(code=code, to=clerk.key, by=leader, at=later(hours=2))
        with pytest.raises(AssignmentRefused, match="ghi lý do"):
            assign(code=code, to=other.key, by=leader, at=later(hours=3))
        assign(code=code, to=other.key, by=leader, at=later(hours=3), reason="Nghỉ ốm")
        assert (_last(code).payload["from_name"], _last(code).payload["reason"]) == (
            clerk.name,
            "Nghỉ ốm",
        )

    def test_it_cannot_be_given_to_whom_the_step_is_not(self, code, reception, clerk, leader):
        with pytest.raises(AssignmentRefused, match="không làm bước"):
            assign(code=code, to=reception.key, by=leader, at=later(hours=2))
        with pytest.raises(AssignmentRefused, match="Chỉ lãnh đạo"):
            assign(code=code, to=reception.key, by=clerk, at=later(hours=2))

    def test_of_two_at_once_one_is_told(self, code, clerk, other, leader):
        revision = queries.dossier(viewer=leader, code=code, at=MORNING).revision
        assign(code=code, to=clerk.key, by=clerk, at=later(hours=2), revision=revision)
        with pytest.raises(actions.DossierChanged):
            assign(code=code, to=other.key, by=leader, at=later(hours=2), revision=revision)

    def test_what_is_sent_back_comes_to_whoever_had_it(self, code, clerk, leader):
        actions.draft_result(code=code, by=clerk, at=later(hours=2))
        actions.perform(code=code, move=Move.PROPOSE, by=clerk, at=later(hours=2))
        assert InboxRow.objects.get(code=code).officer_key is None
        back = {"move": Move.SEND_BACK, "reason": "Sai tên"}
        actions.perform(code=code, by=leader, at=later(hours=3), **back)
        assert InboxRow.objects.get(code=code).officer_key == clerk.key


@pytest.mark.shows("CN14")
class TestAbsence:
    def _away(self, who, cover, by=None):
        days = {"begins_on": TODAY, "ends_on": date(2026, 3, 18)}
        return enter_absence(
            account=who.key, cover=cover.key, by=by or who, at=MORNING, reason="Nghỉ phép", **days
        )

    def _today(self, viewer, at=MORNING):
        return identity.viewer_of(viewer.key, at=at, second_factor=True)

    def test_the_cover_acts_for_the_absent_and_the_journal_says_so(
        self, code, clerk, reception, leader
    ):
        assign(code=code, to=clerk.key, by=leader, at=later(hours=1))
        self._away(clerk, reception)

        cover = self._today(reception)
        assert Function.CASE_OFFICER in functions_at(cover, Dossier.objects.get(code=code))
        assert [line.code for line in queries.inbox(viewer=cover).lines] == [code]
        actions.draft_result(code=code, by=cover, at=later(hours=2))
        actions.perform(code=code, move=Move.PROPOSE, by=cover, at=later(hours=2))
        assert _last(code).by.name == f"{reception.name}, thay mặt {clerk.name}"

    def test_drafts_and_messages_say_so_too(self, code, clerk, reception, leader, mother):
        assign(code=code, to=clerk.key, by=leader, at=later(hours=1))
        self._away(clerk, reception)
        cover, both = self._today(reception), f"{reception.name}, thay mặt {clerk.name}"

        actions.draft_result(code=code, by=cover, at=later(hours=2))
        assert _last(code).by.name == both
        actions.message(code=code, body="Mời bạn xem dự thảo.", by=cover, at=later(hours=2))
        assert _last(code).by.name == both
        (said,) = queries.dossier(viewer=mother, code=code, at=later(hours=2)).messages
        assert said.author_name == both

    def test_only_what_the_absent_has_and_only_then(self, code, clerk, other, reception, leader):
        assign(code=code, to=other.key, by=leader, at=later(hours=1))
        self._away(clerk, reception)
        row = Dossier.objects.get(code=code)
        assert Function.CASE_OFFICER not in functions_at(self._today(reception), row)
        assign(code=code, to=clerk.key, by=leader, at=later(hours=2), reason="Chia lại")
        assert Function.CASE_OFFICER in functions_at(self._today(reception), row)
        after = self._today(reception, at=later(days=3))
        assert Function.CASE_OFFICER not in functions_at(after, row)

    def test_it_ends_when_it_is_taken_back(self, code, clerk, reception, leader):
        key = self._away(clerk, reception, by=leader)
        assert [one.cover_name for one in absences(viewer=leader, at=MORNING)] == [reception.name]
        end_absence(key=key, by=clerk, at=MORNING)
        assert self._today(reception).standing_in == ()
        assert absences(viewer=leader, at=MORNING) == ()

    def test_what_cannot_stand_is_refused(self, ward, clerk, other, reception):
        elsewhere = people.officer(Role.CASE_OFFICER, "H14.01717")
        for who, cover, by in (
            (clerk, clerk, clerk),
            (clerk, elsewhere, clerk),
            (clerk, other, other),
        ):
            with pytest.raises(AbsenceRefused):
                self._away(who, cover, by=by)
        self._away(clerk, other)
        with pytest.raises(AbsenceRefused, match="Đã có người làm thay"):
            self._away(clerk, reception)


@pytest.mark.shows("CN07")
@pytest.mark.shows("O6")
class TestBinding:
    def test_an_agency_binds_a_function_to_other_roles(self, code, reception, clerk):
        admin = people.officer(Role.PROCEDURE_ADMIN)
        bound = {"case_officer": ["receptionist"]}
        bind(agency_code=WARD, functions=bound, by=admin, at=MORNING)

        row = Dossier.objects.get(code=code)
        assert functions_at(reception, row) == {Function.RECEPTION, Function.CASE_OFFICER}
        assert functions_at(clerk, row) == frozenset()
        assert [line.code for line in queries.inbox(viewer=reception).lines] == [code]
        assert queries.inbox(viewer=clerk).lines == ()
        with pytest.raises(MoveRefused):
            actions.perform(code=code, move=Move.PROPOSE, by=clerk, at=later(hours=2))
        assert journal.history(f"agency:{WARD}")[-1].payload["bound"] == [
            "case_officer: receptionist"
        ]

    def test_nothing_named_is_as_everywhere(self, code, clerk):
        admin = people.officer(Role.PROCEDURE_ADMIN)
        bind(agency_code=WARD, functions={"case_officer": ["approver"]}, by=admin, at=MORNING)
        bind(agency_code=WARD, functions={}, by=admin, at=MORNING)
        assert functions_at(clerk, Dossier.objects.get(code=code)) == {Function.CASE_OFFICER}

    def test_elsewhere_nothing_changes(self, ward, clerk):
        admin = people.officer(Role.PROCEDURE_ADMIN, "H14.01717")
        with pytest.raises(BindingRefused):
            bind(agency_code=WARD, functions={"clerk": ["approver"]}, by=admin, at=MORNING)

    @pytest.mark.parametrize(
        "functions", [{"clerk": []}, {"clerk": ["citizen"]}, {"cook": ["approver"]}]
    )
    def test_nonsense_is_refused(self, ward, functions):
        admin = people.officer(Role.PROCEDURE_ADMIN)
        with pytest.raises(BindingRefused):
            bind(agency_code=WARD, functions=functions, by=admin, at=MORNING)
