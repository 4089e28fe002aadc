"""Dossiers of another system come in as if they had been submitted here."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.dossiers import (
    BIRTH,
    MORNING,
    RESIDENCE,
    WARD,
    birth_answers,
    draft,
    later,
    scenario_answers,
    submitted,
)
from tests.factories.people import officer

from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.values import BroughtIn, Channel, PastMove, SupplementItem
from motcua.forms import rules as form_rules
from motcua.identity.values import SYSTEM
from motcua.journal import queries as journal
from motcua.procedures import queries as procedures
from motcua.workflow.values import Move, State

ITEM = SupplementItem("giay-to:birth_notice", "Giấy chứng sinh", "missing", "chụp rõ")
SELF = Channel.SELF_SERVICE
SETTLED = (Move.ACCEPT, Move.PROPOSE, Move.RESOLVE, Move.RETURN_RESULT)
OWN = {"id", "key", "code", "check_code", "origin", "applicant_id", "officer_key"}


def answers(**changed):
    service = procedures.service(BIRTH, MORNING.date())
    checked = form_rules.check(
        service.form, birth_answers(**changed), at=MORNING, units=queries.units()
    )
    return checked.answers.to_json()


def came(*moves, at=MORNING, **how):
    how.setdefault("answers", answers())
    past = tuple(
        PastMove(
            move, at + timedelta(hours=n), by_name="Lê Thị Hoa", reason="Vì thế", items=(ITEM,)
        )
        for n, move in enumerate(moves, start=1)
    )
    return BroughtIn("Cổng cũ", BIRTH, Channel.SELF_SERVICE, submitted_at=at, moves=past, **how)


def bring(*dossiers, at=None):
    return actions.bring_in(dossiers=dossiers, by=SYSTEM, at=at or later(days=30))


def fields(row, *, without):
    return {
        f.attname: getattr(row, f.attname) for f in row._meta.fields if f.attname not in without
    }


def test_it_cannot_be_told_from_one_that_was_submitted_here(mother):
    here = submitted(mother)
    bring(came())

    mine, theirs = Dossier.objects.get(code=here), Dossier.objects.exclude(code=here).get()
    assert fields(mine, without=OWN) == fields(theirs, without=OWN)
    narrow = [fields(d.inboxrow, without={"dossier_id", "code"}) for d in (mine, theirs)]
    assert narrow[0] == narrow[1]
    assert theirs.code == "H26.00070-260316-0002"


@pytest.mark.parametrize(
    ("moves", "state", "step"),
    [
        ((), State.SUBMITTED, ""),
        ((Move.REFUSE,), State.REFUSED, ""),
        ((Move.REQUEST_SUPPLEMENT,), State.SUPPLEMENT, ""),
        ((Move.REQUEST_SUPPLEMENT, Move.SUPPLEMENT), State.SUBMITTED, ""),
        (SETTLED[:1], State.IN_PROCESS, "appraisal"),
        (SETTLED[:2], State.IN_PROCESS, "signing"),
        (SETTLED[:3], State.RESOLVED, "return_of_result"),
        (SETTLED, State.RETURNED, "return_of_result"),
    ],
)
def test_moves_lead_where_they_led(ward, moves, state, step):
    assert bring(came(*moves)) == 1

    row = Dossier.objects.get()
    assert (row.state, row.step, row.revision) == (state.value, step, len(moves) + 1)
    assert (row.ended_at is not None) == state.is_end
    assert InboxRow.objects.exists() != state.is_end
    (entry,) = journal.history(f"dossier:{row.key}")
    assert (entry.kind, entry.payload["origin"]) == ("dossier.brought_in", "Cổng cũ")
    assert [name for name, _ in entry.payload["moves"]] == [move.value for move in moves]


def test_officers_here_go_on_with_it(ward, reception, clerk, leader):
    bring(came(*SETTLED[:2], answers=answers(**{"copies.count": 2}), paid_at=MORNING))
    code = Dossier.objects.get().code

    at = later(days=31)
    actions.perform(code=code, move=Move.RESOLVE, by=leader, at=at)
    state = actions.perform(code=code, move=Move.RETURN_RESULT, by=reception, at=at)

    seen = queries.dossier(viewer=reception, code=code, at=at)
    assert state is State.RETURNED
    assert (seen.bill.total, seen.bill.outstanding) == (16_000, 0)
    assert seen.result["sections"]
    assert [d.layout for d in seen.documents] == ["birth_certificate"]


def test_what_was_asked_for_stands_with_its_answer(ward, reception):
    bring(came(Move.REQUEST_SUPPLEMENT), came(Move.REQUEST_SUPPLEMENT, Move.SUPPLEMENT))

    waiting, answered = (
        queries.dossier(viewer=reception, code=row.code, at=MORNING)
        for row in Dossier.objects.order_by("revision")
    )
    assert waiting.open_supplement.items == (ITEM,)
    assert waiting.open_supplement.answer_by is not None
    assert answered.open_supplement is None
    assert answered.supplements[0].answered_at == later(hours=2)


def test_codes_go_on_counting(mother):
    bring(*(came(at=MORNING + timedelta(minutes=n)) for n in (2, 1, 3)))
    here = submitted(mother)

    rows = Dossier.objects.order_by("submitted_at").values_list("code", flat=True)
    assert [code[-4:] for code in rows] == ["0004", "0001", "0002", "0003"]
    assert here.endswith("0004")


def test_its_own_code_is_kept_and_a_second_run_changes_nothing(ward):
    theirs = came(*SETTLED, code="H40.12-250901-7781")

    assert [bring(theirs, came()), bring(theirs)] == [2, 0]
    assert Dossier.objects.filter(code=theirs.code).count() == 1


def test_a_move_that_its_procedure_does_not_know_is_refused_by_its_place(ward):
    with pytest.raises(actions.BringInRefused, match="Hồ sơ thứ 2: Không thể") as refused:
        bring(came(), came(Move.RESOLVE))

    assert refused.value.number == 2
    assert not Dossier.objects.exists()
    assert not journal.history("dossier:")


def test_a_service_that_is_not_published_is_refused(ward):
    early = came(at=datetime(2024, 1, 5, 3, tzinfo=UTC))
    with pytest.raises(actions.BringInRefused, match=r"Hồ sơ thứ 1: Thủ tục 1\.001193"):
        bring(early)


@pytest.mark.parametrize(("channel", "owed"), [(Channel.COUNTER, 15_000), (SELF, 7_000)])
def test_the_counter_owes_what_the_counter_costs(ward, channel, owed):
    police = officer(agency_code="H26.CA.00070")
    home = {
        "dwelling.address": {**WARD, "detail": "Số 1"},
        "applicant.address": {**WARD, "detail": "2"},
    }
    own = {"dwelling.kind": "owned", "proof.known": True, "proof.dwelling": []}
    answers = scenario_answers(RESIDENCE, **home, **own)
    key = draft(police, service=RESIDENCE, channel=channel, answers=answers)
    code = actions.submit(draft=key, by=police, at=MORNING)
    assert queries.dossier(viewer=police, code=code, at=MORNING).bill.total == owed
