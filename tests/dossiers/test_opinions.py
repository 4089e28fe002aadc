"""Opinions: other units and agencies are asked, each by its own clock, several at once."""

from dataclasses import replace

import pytest
from tests.factories import people
from tests.factories.dossiers import HANOI, MORNING, draft, later, photo, submitted

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.moving import DossierUnknown
from motcua.dossiers.actions.opinions import (
    Answer,
    OpinionRefused,
    ask,
    assign_opinion,
    give_opinion,
    recall_opinion,
)
from motcua.dossiers.models import Dossier, InboxRow, Opinion
from motcua.dossiers.queries.opinions import (
    colleagues_asked,
    material,
    material_file,
    opinion,
    opinions,
    opinions_asked,
)
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.opinions import Verdict
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.kernel.calendar import Duration
from motcua.procedures import queries as procedures
from motcua.workflow.values import Move, OpinionRule

POLICE = "H26.CA.00070"
PROVINCE = "H26"
TWO_DAYS = Duration.parse("2 ngày làm việc")

pytestmark = pytest.mark.shows("CN15")


@pytest.fixture
def code(mother, reception):
    found = submitted(mother)
    actions.perform(code=found, move=Move.ACCEPT, by=reception, at=later(hours=1))
    return found


@pytest.fixture
def police(ward):
    return people.officer(Role.COORDINATOR, POLICE)


def _ask(code, by, agency=POLICE, *, limit=TWO_DAYS, at=None):
    words = "Xác minh nơi cư trú của cha mẹ cháu"
    return ask(
        code=code, agency_code=agency, question=words, limit=limit, by=by, at=at or later(hours=2)
    )


def _give(key, by, verdict=Verdict.AGREE, *, words="Đúng", at=None, file=None):
    give_opinion(key=key, answer=Answer(verdict, words, file), by=by, at=at or later(hours=4))


def _due(code):
    return Dossier.objects.get(code=code).due_at


class TestAsking:
    def test_it_is_owed_by_the_asked_agencys_calendar(self, code, clerk, police):
        key = _ask(code, clerk)

        (seen,) = opinions_asked(viewer=police)
        assert (seen.key, seen.dossier_code, seen.may_answer) == (key, code, True)
        assert seen.due.at.astimezone(HANOI).strftime("%d/%m %H:%M") == "18/03 17:00"
        assert _due(code).astimezone(HANOI).strftime("%d/%m") == "16/03"

    def test_several_are_asked_at_once_and_the_page_lists_them(self, code, clerk, police):
        first, second = _ask(code, clerk), _ask(code, clerk, PROVINCE)
        _give(
            second,
            people.officer(Role.APPROVER, PROVINCE),
            Verdict.DISAGREE,
            words="Sai nơi cư trú",
        )
        seen = {one.key: one for one in opinions(viewer=clerk, code=code)}
        assert seen[first].open
        assert (seen[second].verdict, seen[second].answer) == (Verdict.DISAGREE, "Sai nơi cư trú")

    @pytest.mark.parametrize(
        ("agency", "limit", "told"),
        [
            ("H26.00070", TWO_DAYS, "không hỏi ý kiến chính mình"),
            (POLICE, Duration.parse("51 ngày làm việc"), "từ 1 đến 50"),
            (POLICE, Duration.parse("5 ngày"), "từ 1 đến 50"),
        ],
    )
    def test_nonsense_is_refused(self, code, clerk, agency, limit, told):
        with pytest.raises(OpinionRefused, match=told):
            _ask(code, clerk, agency, limit=limit)

    def test_one_agency_is_asked_once_at_a_time(self, code, clerk, police):
        _ask(code, clerk)
        with pytest.raises(OpinionRefused, match="đang được hỏi"):
            _ask(code, clerk)

    def test_only_who_settles_it_may_ask(self, code, reception, police):
        with pytest.raises(OpinionRefused, match="đang thụ lý"):
            _ask(code, reception)
        with pytest.raises(DossierUnknown):
            _ask(code, police)


class TestAnswering:
    def test_the_coordinator_lets_an_officer_prepare_it(self, code, clerk, police):
        key = _ask(code, clerk)
        officer = people.officer(Role.CASE_OFFICER, POLICE)
        assert opinion(viewer=officer, key=key) is None
        assert officer.key in {o.key for o in colleagues_asked(viewer=police, key=key, at=MORNING)}

        assign_opinion(key=key, to=officer.key, by=police, at=later(hours=3))
        _give(key, officer)

        (seen,) = opinions(viewer=clerk, code=code)
        assert (seen.officer_name, seen.answered_by_name) == (officer.name, officer.name)

    def test_a_late_answer_is_taken_and_marked(self, code, clerk, police):
        key = _ask(code, clerk)
        _give(key, police, at=later(days=5))
        (seen,) = opinions(viewer=clerk, code=code)
        assert seen.late(MORNING)
        row = Dossier.objects.get(code=code)
        assert journal.history(f"dossier:{row.key}")[-1].payload["late"] is True

    def test_it_is_given_once(self, code, clerk, police):
        key = _ask(code, clerk)
        _give(key, police)
        with pytest.raises(OpinionRefused, match="đã được trả lời"):
            _give(key, police, Verdict.NONE)

    def test_disagreeing_needs_words(self, code, clerk, police):
        with pytest.raises(OpinionRefused, match="vì sao"):
            _give(_ask(code, clerk), police, Verdict.DISAGREE, words=" ")

    def test_strangers_can_neither_read_nor_answer(self, code, clerk, police):
        key = _ask(code, clerk)
        stranger = people.officer(Role.COORDINATOR, "H14.01717")
        assert material(viewer=stranger, key=key) is None
        with pytest.raises(DossierUnknown):
            _give(key, stranger)
        with pytest.raises(OpinionRefused):
            assign_opinion(key=key, to=stranger.key, by=police, at=later(hours=3))

    def test_a_question_is_taken_back(self, code, clerk, police):
        key = _ask(code, clerk)
        recall_opinion(key=key, code=code, by=clerk, at=later(hours=3))
        assert opinions_asked(viewer=police) == ()
        with pytest.raises(OpinionRefused):
            recall_opinion(key=key, code=code, by=clerk, at=later(hours=3))

    def test_the_asked_agency_reads_the_dossier_and_nobody_else(self, code, clerk, police):
        key = _ask(code, clerk)
        digest, answers, files = material(viewer=police, key=key)
        assert digest == procedures.service("1.001193", MORNING.date()).digest
        assert answers["child.full_name"] == "Trần Ánh Dương"
        assert files == ()
        assert queries.dossier(viewer=police, code=code, at=MORNING) is None


class TestClock:
    @pytest.fixture
    def waits(self, ward, monkeypatch):
        """Let the profile stop the clock while an opinion is awaited."""
        service = procedures.service("1.001193", MORNING.date())
        profile = replace(service.workflow.profile, opinion=OpinionRule.PAUSE)
        workflow = replace(service.workflow, profile=profile)
        changed = replace(service, workflow=workflow)
        monkeypatch.setattr(procedures, "service_by_digest", lambda _: changed)

    def test_the_applicants_time_runs_while_an_opinion_is_awaited(
        self, waits, code, clerk, mother, police
    ):
        key = _ask(code, clerk)
        item = SupplementItem("child.full_name", "Họ tên", "incorrect", "")
        ask_for = {"move": Move.REQUEST_SUPPLEMENT, "reason": "Sai tên", "items": [item]}
        actions.perform(code=code, by=clerk, at=later(hours=3), **ask_for)

        seen = queries.dossier(viewer=mother, code=code, at=later(hours=3))
        assert seen.open_supplement.answer_by is not None
        assert InboxRow.objects.get(code=code).urgent_at == seen.open_supplement.answer_by
        again = actions.start_supplement(code=code, by=mother, at=later(hours=4))
        actions.submit(draft=again, by=mother, at=later(hours=4))
        assert _due(code) is None, "the opinion is still awaited"
        _give(key, police, at=later(hours=30))

        rules = [pause["rule"] for pause in Dossier.objects.get(code=code).clock["pauses"]]
        assert _due(code) is not None
        assert rules[0] == rules[-1] == "vn-2025:opinion:pause"
        assert "supplement" in rules[1]

    def test_it_waits_where_the_profile_lets_it(self, waits, code, clerk, police):
        first, second = _ask(code, clerk), _ask(code, clerk, PROVINCE)
        assert _due(code) is None
        _give(first, police, at=later(hours=30))
        assert _due(code) is None
        recall_opinion(key=second, code=code, by=clerk, at=later(hours=32))

        assert _due(code) is not None
        (pause,) = Dossier.objects.get(code=code).clock["pauses"]
        assert pause["rule"] == "vn-2025:opinion:pause"
        assert Opinion.objects.filter(pauses=True).count() == 2


def test_a_file_goes_with_the_answer(code, clerk, police, mother):
    key = _ask(code, clerk)
    kept = photo(draft(mother), by=mother)
    _give(key, police, file=kept.key)
    (seen,) = opinions(viewer=clerk, code=code)
    assert seen.file.key == kept.key
    elsewhere = people.officer(Role.CASE_OFFICER, "H14.01717")
    assert material_file(viewer=elsewhere, key=key, file=kept.key) is None
