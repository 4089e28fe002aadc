"""Places of receipt, settlement and return may differ: scope, records of hand-over, fetching."""

import pytest
from tests.factories import people
from tests.factories.dossiers import (
    BIRTH,
    MORNING,
    RESIDENCE,
    WARD,
    birth_answers,
    draft,
    later,
    photo,
    scenario_answers,
    submitted,
)

from motcua.agencies.models import Agency
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.handing import HandOverRefused, confirm_hand_over, hand_over
from motcua.dossiers.actions.submitting import DeskRefused
from motcua.dossiers.models import Dossier, HandOver
from motcua.dossiers.queries.columns import ALL
from motcua.dossiers.queries.handover import hand_overs, to_hand_over, to_return
from motcua.dossiers.queries.lists_rows import listed
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import functions_at
from motcua.dossiers.values import Channel
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.workflow.values import Function, Move, State

HERE, THERE = "H26.00070", "H26.00004"

pytestmark = [pytest.mark.shows("CN12"), pytest.mark.shows("O2")]


@pytest.fixture
def elsewhere(ward):
    """A receptionist of another ward of the city."""
    return people.officer(Role.RECEPTIONIST, THERE)


@pytest.fixture
def taken_in(elsewhere):
    """A birth registration for Hoàn Kiếm that the other ward's desk took in."""
    return submitted(elsewhere, channel=Channel.COUNTER)


def _seen(code, viewer):
    return queries.dossier(viewer=viewer, code=code, at=MORNING) is not None


def _batch(code, by, note=""):
    papers = {code: "Giấy chứng sinh (bản chính)"}
    return hand_over(
        from_code=THERE, to_code=HERE, papers=papers, by=by, at=later(hours=2), note=note
    )


def test_the_desk_that_took_it_in_reads_it_but_does_not_settle_it(taken_in, elsewhere, reception):
    row = Dossier.objects.get(code=taken_in)
    assert (row.reception_code, row.agency_code) == (THERE, HERE)
    assert _seen(taken_in, elsewhere)
    assert functions_at(elsewhere, row) == frozenset()
    assert functions_at(reception, row) == {Function.RECEPTION}


def test_a_numbered_record_hands_it_over(taken_in, elsewhere, reception):
    (waiting,) = to_hand_over(viewer=elsewhere)
    assert (waiting.to_code, [line.code for line in waiting.lines]) == (HERE, [taken_in])

    key = _batch(taken_in, elsewhere)

    (record,) = hand_overs(viewer=reception)
    assert record.number == f"0001/2026/BBBG-{THERE}"
    assert record.may_confirm
    assert record.lines[0].papers == "Giấy chứng sinh (bản chính)"
    assert to_hand_over(viewer=elsewhere) == ()
    assert _seen(taken_in, elsewhere)
    confirm_hand_over(key=key, by=reception, at=later(hours=3))
    assert not _seen(taken_in, elsewhere)
    row = Dossier.objects.get(code=taken_in)
    kinds = [entry.kind for entry in journal.history(f"dossier:{row.key}")]
    assert kinds[-2:] == ["dossier.handed_over", "dossier.hand_over_confirmed"]


def test_confirming_twice_changes_nothing(taken_in, elsewhere, reception):
    key = _batch(taken_in, elsewhere)
    for hours in (3, 4):
        confirm_hand_over(key=key, by=reception, at=later(hours=hours))
    assert HandOver.objects.get().confirmed_at == later(hours=3)


def test_what_is_missing_goes_back(taken_in, elsewhere, reception):
    key = _batch(taken_in, elsewhere)
    with pytest.raises(HandOverRefused, match="ghi rõ thiếu gì"):
        confirm_hand_over(key=key, by=reception, at=later(hours=3), missing=[taken_in])
    confirm_hand_over(
        key=key, by=reception, at=later(hours=3), missing=[taken_in], remarks="Thiếu cả hồ sơ"
    )
    assert [line.code for line in to_hand_over(viewer=elsewhere)[0].lines] == [taken_in]


def test_nobody_hands_over_or_confirms_for_others(taken_in, elsewhere, reception, mother):
    with pytest.raises(HandOverRefused):
        _batch(taken_in, reception)
    own = submitted(mother)
    with pytest.raises(HandOverRefused, match="tải lại trang"):
        _batch(own, elsewhere)
    key = _batch(taken_in, elsewhere)
    with pytest.raises(HandOverRefused):
        confirm_hand_over(key=key, by=elsewhere, at=later(hours=3))
    with pytest.raises(HandOverRefused, match="từ 1 đến"):
        hand_over(from_code=THERE, to_code=HERE, papers={}, by=elsewhere, at=MORNING)


class TestFetchingElsewhere:
    def _submitted(self, by, desk=THERE):
        key = actions.start_draft(service_code=BIRTH, by=by, at=MORNING)
        actions.save_answers(draft=key, answers=birth_answers(), by=by, at=MORNING)
        return actions.submit(draft=key, by=by, at=MORNING, return_code=desk)

    def test_the_chosen_desk_returns_the_result(self, mother, reception, clerk, leader, elsewhere):
        code = self._submitted(mother)
        row = Dossier.objects.get(code=code)
        assert functions_at(elsewhere, row) == frozenset()
        actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))
        actions.draft_result(code=code, by=clerk, at=later(hours=2))
        actions.perform(code=code, move=Move.PROPOSE, by=clerk, at=later(hours=2))
        actions.perform(code=code, move=Move.RESOLVE, by=leader, at=later(hours=3))

        assert [line.code for line in to_return(viewer=elsewhere)] == [code]
        actions.perform(code=code, move=Move.RETURN_RESULT, by=elsewhere, at=later(hours=4))
        assert Dossier.objects.get(code=code).state == State.RETURNED.value

    def test_the_competent_agencys_own_desk_needs_no_naming(self, mother, elsewhere):
        assert Dossier.objects.get(code=self._submitted(mother, HERE)).return_code == ""

    def test_so_do_the_police_where_nobody_elses_result_is_fetched(self, mother):
        home = {**WARD, "detail": "Số 1 phố Hàng Bài"}
        answers = scenario_answers(RESIDENCE)
        places = [path for path, said in answers.items() if isinstance(said, dict)]
        answers |= dict.fromkeys(places, home)
        key = draft(mother, service=RESIDENCE, answers=answers)
        photo(key, by=mother, field="proof.dwelling", component="dwelling_proof")
        code = actions.submit(draft=key, by=mother, at=MORNING, return_code="H26.CA.00070")
        assert Dossier.objects.get(code=code).return_code == ""

    def test_where_there_is_no_desk_nothing_is_fetched(self, mother, elsewhere):
        Agency.objects.filter(code=THERE).update(kind="unit")
        people.tell_of_agencies()
        with pytest.raises(DeskRefused):
            self._submitted(mother)


def test_what_a_desk_took_in_stands_in_its_list_until_it_is_confirmed(
    taken_in, elsewhere, reception
):
    def listed_by(viewer, **asked):
        wanted = Wanted.read(ALL, asked)
        return [line.code for line in listed(viewer=viewer, wanted=wanted, at=later(hours=3)).lines]

    assert listed_by(elsewhere) == listed_by(reception) == [taken_in]
    assert listed_by(elsewhere, tim="Hậu") == [taken_in]
    assert listed_by(elsewhere, **{"trang-thai": "resolved"}) == []
    assert listed_by(people.officer(Role.CASE_OFFICER, THERE)) == []

    confirm_hand_over(key=_batch(taken_in, elsewhere), by=reception, at=later(hours=3))
    assert listed_by(elsewhere) == []
    assert listed_by(reception) == [taken_in]
