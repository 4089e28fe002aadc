"""Dossiers that look alike: found by the mark of a number and the key answers, or by a file."""

import pytest
from tests.factories import dossiers, people
from tests.factories.dossiers import birth_answers, draft, later, photo, submitted

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.duplicates import (
    DuplicateRefused,
    DuplicateUnknown,
    judge_duplicate,
    look_for_duplicates,
)
from motcua.dossiers.models import Dossier, Duplicate, ListRow
from motcua.dossiers.queries.duplicates import duplicates, similar_of_mine
from motcua.dossiers.rules.duplicates import key_answers
from motcua.dossiers.values.duplicates import Likeness, Verdict
from motcua.identity.values import Role
from motcua.journal.models import Entry
from motcua.procedures import queries as procedures
from motcua.workflow.values import Move

AT = later(days=1)


@pytest.fixture
def father(ward):
    return people.citizen(full_name="Trần Văn Nam")


def _again(by, **changed):
    key = draft(by, answers=birth_answers(**changed), at=AT)
    return actions.submit(draft=key, by=by, at=AT)


def _look(code):
    return look_for_duplicates(subject=f"dossier:{Dossier.objects.get(code=code).key}", at=AT)


def _seen(viewer, code):
    return duplicates(viewer=viewer, found=queries.dossier(viewer=viewer, code=code, at=AT))


def _form():
    return procedures.service(dossiers.BIRTH, AT.date()).form


@pytest.mark.shows("O7", "CN26")
class TestFinding:
    def test_the_child_is_what_a_birth_is_about(self, ward):
        assert key_answers(_form()) == ("child.full_name", "child.born_on")

    def test_the_same_asked_by_mother_and_father_is_found(self, mother, father, reception):
        first = submitted(mother)
        second = _again(father, **{"child.full_name": "  TRẦN ÁNH  dương "})
        assert (_look(second), _look(second), Duplicate.objects.count()) == (1, 1, 1)
        (seen,) = _seen(reception, second)
        assert (seen.code, seen.likeness, seen.later) == (first, Likeness.REQUEST, True)
        (seen,) = _seen(reception, first)
        assert (seen.code, seen.later) == (second, False)

    def test_a_sister_is_no_duplicate(self, mother):
        submitted(mother)
        assert _look(_again(mother, **{"child.full_name": "Trần Ánh Nguyệt"})) == 0

    def test_neither_is_a_request_long_ago_nor_a_refused_one(self, mother, reception):
        ListRow.objects.filter(code=submitted(mother)).update(submitted_at=later(days=-91))
        refused = submitted(mother)
        refuse = {"move": Move.REFUSE, "reason": "Nộp nhầm nơi", "by": reception}
        actions.perform(code=refused, at=later(hours=1), **refuse)
        assert _look(_again(mother)) == 0

    def test_somebody_elses_file_is_found_ones_own_is_not(self, mother, reception):
        stranger = people.citizen(full_name="Giàng A Páo")
        for who, number, fathers, child in (
            (mother, "001195001234", "001093004321", "Trần Ánh Dương"),
            (mother, "001195001234", "001093004321", "Trần Ánh Nguyệt"),
            (stranger, "001195009999", "001093009999", "Giàng Thị Mai"),
        ):
            answers = birth_answers(
                **{
                    "proof.kind": "notice",
                    "child.full_name": child,
                    "applicant.citizen_id": number,
                    "father.citizen_id": fathers,
                }
            )
            key = draft(who, answers=answers)
            photo(key, by=who)
            code = actions.submit(draft=key, by=who, at=AT)
            found = _look(code)
        assert found == 2, "both of the mother's hold this very file"
        assert {one.likeness for one in _seen(reception, code)} == {Likeness.FILE}
        assert Duplicate.objects.count() == 2, "her own second request is no likeness of her first"

    def test_of_a_dossier_elsewhere_only_that_it_exists_is_told(self, mother, father):
        people.agency("H14.01717")
        elsewhere = submitted(mother)
        second = _again(father)
        _look(second)
        Dossier.objects.filter(code=elsewhere).update(
            agency_code="H14.01717", agency_path="H14.01717.", reception_code="H14.01717"
        )
        (seen,) = _seen(people.officer(Role.RECEPTIONIST), second)
        assert (seen.code, seen.state, seen.submitted_at) == ("", None, None)

    def test_an_applicant_is_told_of_none(self, mother, father):
        submitted(mother)
        second = _again(father)
        _look(second)
        assert _seen(father, second) == ()


class TestJudging:
    @pytest.fixture
    def pair(self, mother, father):
        first, second = submitted(mother), _again(father)
        _look(second)
        return first, second, Duplicate.objects.get().key

    def test_no_duplicate_is_said_once_for_both(self, pair, reception):
        first, second, key = pair
        judge_duplicate(code=first, key=key, verdict=Verdict.DIFFERENT, by=reception, at=AT)
        assert _seen(reception, second)[0].verdict is Verdict.DIFFERENT
        _look(second)
        assert _seen(reception, second)[0].verdict is Verdict.DIFFERENT

    def test_the_later_is_refused_as_a_duplicate_of_the_earlier(self, pair, reception):
        first, second, key = pair
        refuse = {"key": key, "verdict": Verdict.DUPLICATE, "by": reception, "at": AT}
        with pytest.raises(DuplicateRefused, match="nộp sau"):
            judge_duplicate(code=first, reason="Trùng", **refuse)
        judge_duplicate(code=second, reason="Mẹ cháu đã nộp", **refuse)
        assert Dossier.objects.get(code=second).state == "refused"
        assert Entry.objects.get(kind="dossier.duplicate_judged").payload["other"] == first

    def test_without_a_reason_nothing_happens_at_all(self, pair, reception):
        _, second, key = pair
        with pytest.raises(Exception, match="lý do"):
            judge_duplicate(
                code=second, key=key, verdict=Verdict.DUPLICATE, by=reception, at=AT, reason=" "
            )
        assert _seen(reception, second)[0].verdict is None
        assert Dossier.objects.get(code=second).state == "submitted"

    def test_control_says_nothing_and_other_dossiers_know_nothing(self, pair, reception, father):
        _, second, key = pair
        said = {"key": key, "verdict": Verdict.DIFFERENT, "at": AT}
        with pytest.raises(DuplicateRefused):
            judge_duplicate(code=second, by=people.officer(Role.CONTROLLER), **said)
        third = _again(father, **{"child.full_name": "Trần Ánh Nguyệt"})
        with pytest.raises(DuplicateUnknown):
            judge_duplicate(code=third, by=reception, **said)


@pytest.mark.shows("P3")
def test_ones_own_open_request_is_told_before_handing_in_another(mother, father, reception):
    asked = {"service_code": dossiers.BIRTH, "form": _form(), "answers": birth_answers()}
    assert similar_of_mine(viewer=mother, **asked) is None
    code = submitted(mother)
    assert similar_of_mine(viewer=mother, **asked).code == code
    assert similar_of_mine(viewer=father, **asked) is None, "others' requests are not told"
    other = asked | {"answers": birth_answers(**{"child.full_name": "Trần Ánh Nguyệt"})}
    assert similar_of_mine(viewer=mother, **other) is None
    actions.perform(code=code, move=Move.REFUSE, reason="Sai nơi", by=reception, at=AT)
    assert similar_of_mine(viewer=mother, **asked) is None, "an ended one is none"
