"""Directing: a head tells an officer what to do, the officer confirms and answers."""

from datetime import date

import pytest
from tests.factories import people
from tests.factories.dossiers import later, submitted

from motcua.dossiers import queries
from motcua.dossiers.actions.instructions import (
    InstructionRefused,
    InstructionUnknown,
    Order,
    answer_instruction,
    confirm_instruction,
    instruct,
    withdraw_instruction,
)
from motcua.dossiers.queries.instructions import (
    could_do,
    instructions,
    instructions_for,
    instructions_of,
)
from motcua.identity.values import Role
from motcua.journal.models import Entry

AT = later(hours=2)
TOMORROW = date(2026, 3, 17)
WORDS = "Gọi bệnh viện xác minh giấy chứng sinh"


@pytest.fixture
def code(mother):
    return submitted(mother)


def _give(code, leader, to, *, words=WORDS, on=TOMORROW):
    order = Order(to=to.key, words=words, by_day=on)
    return instruct(code=code, order=order, by=leader, at=AT)


@pytest.mark.shows("CN27", "O8")
class TestAnInstruction:
    def test_is_listed_for_both_until_it_is_answered(self, code, clerk, leader):
        key = _give(code, leader, clerk)
        (mine,), (given,) = instructions_for(viewer=clerk), instructions_of(viewer=leader)
        assert mine.key == given.key == key
        assert (mine.mine, mine.given, given.given) == (True, False, True)
        assert mine.due_at == later(days=1, hours=8, minutes=30)

        confirm_instruction(code=code, key=key, by=clerk, at=AT)
        confirm_instruction(code=code, key=key, by=clerk, at=later(hours=3))
        assert instructions_of(viewer=leader)[0].confirmed_at == AT
        answer_instruction(code=code, key=key, words="Bệnh viện xác nhận", by=clerk, at=AT)
        assert instructions_for(viewer=clerk) == instructions_of(viewer=leader) == ()
        found = queries.dossier(viewer=leader, code=code, at=AT)
        (seen,) = instructions(viewer=leader, found=found)
        assert (seen.answer, seen.late(later(days=9))) == ("Bệnh viện xác nhận", False)

    def test_is_late_once_its_day_is_over_and_stays_so(self, code, clerk, leader):
        key = _give(code, leader, clerk)
        assert not instructions_for(viewer=clerk)[0].late(later(days=1))
        assert instructions_for(viewer=clerk)[0].late(later(days=2))
        answer_instruction(code=code, key=key, words="Xong", by=clerk, at=later(days=2))
        entry = Entry.objects.get(kind="dossier.instruction_answered")
        assert (entry.payload["late"], WORDS in str(entry.payload)) == (True, False)

    def test_can_be_taken_back_by_who_gave_it(self, code, clerk, leader):
        key = _give(code, leader, clerk)
        with pytest.raises(InstructionRefused, match="người cho"):
            withdraw_instruction(code=code, key=key, by=clerk, at=AT)
        withdraw_instruction(code=code, key=key, by=leader, at=AT)
        with pytest.raises(InstructionRefused, match="rút lại"):
            answer_instruction(code=code, key=key, words="Xong", by=clerk, at=AT)


class TestRefused:
    def test_only_heads_give_them(self, code, clerk, reception):
        with pytest.raises(InstructionRefused, match="lãnh đạo"):
            _give(code, clerk, reception)

    def test_only_to_officers_who_work_on_the_dossier(self, code, leader, mother):
        elsewhere = people.officer(Role.CASE_OFFICER, "H14.01717")
        for somebody in (elsewhere, mother, leader, people.officer(Role.CONTROLLER)):
            with pytest.raises(InstructionRefused, match="Cán bộ này"):
                _give(code, leader, somebody)

    @pytest.mark.parametrize("on", [date(2026, 3, 15), date(2026, 3, 21), date(2027, 1, 4)])
    def test_only_for_a_working_day_to_come(self, code, leader, clerk, on):
        with pytest.raises(InstructionRefused, match="ngày làm việc"):
            _give(code, leader, clerk, on=on)

    @pytest.mark.parametrize("words", ["", " \0 ", "ă" * 4001])
    def test_words_there_must_be(self, code, leader, clerk, words):
        with pytest.raises(InstructionRefused, match="nội dung"):
            _give(code, leader, clerk, words=words)

    def test_somebody_else_answers_nothing(self, code, leader, clerk, reception, mother):
        key = _give(code, leader, clerk)
        with pytest.raises(InstructionRefused, match="người khác"):
            answer_instruction(code=code, key=key, words="Xong", by=reception, at=AT)
        with pytest.raises(InstructionUnknown):
            confirm_instruction(code=submitted(mother), key=key, by=clerk, at=AT)

    def test_who_has_the_dossier_stands_first_in_the_choice(self, code, leader, reception, clerk):
        names = [one.key for one in could_do(viewer=leader, code=code, at=AT)]
        assert set(names) == {reception.key, clerk.key}

    def test_the_applicant_reads_none(self, code, leader, clerk, mother):
        _give(code, leader, clerk)
        found = queries.dossier(viewer=mother, code=code, at=AT)
        assert instructions(viewer=mother, found=found) == ()
        assert WORDS not in people.logged_in(mother).get(f"/ho-so/{code}/").content.decode()
