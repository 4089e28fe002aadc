"""The ways off the straight road: withdrawing, paying, longer dates, refusing, time running out."""

from datetime import date, timedelta

import pytest
from tests.factories import people
from tests.factories.dossiers import (
    HANOI,
    birth_answers,
    later,
    photo,
    submitted,
)

from motcua.documents.actions import printed
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.moving import ItemRefused
from motcua.dossiers.actions.paying import ObligationRefused
from motcua.dossiers.actions.settling import ResultRefused
from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.rules.lateness import Timeliness, timeliness
from motcua.dossiers.tasks import watching
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.asking import Extension, Obligation
from motcua.dossiers.values.standing import Delivery, Finance
from motcua.identity.values import SYSTEM, Role
from motcua.journal import queries as journal
from motcua.journal.tasks.lanes import drain
from motcua.payments import actions as payments
from motcua.payments.values import Method
from motcua.workflow.rules import DateRefused, MoveRefused
from motcua.workflow.values import Move, State

SURVEY = Obligation("Phí trích đo", 1_200_000, "Nghị quyết 05/2024/NQ-HĐND")
NOTICE = SupplementItem("birth_notice", "Giấy chứng sinh", "missing", "Chụp rõ hai mặt")
NAME = SupplementItem("child.full_name", "Tên con", "incorrect", "Viết như giấy chứng sinh")


@pytest.fixture
def cashier(ward):
    return people.officer(Role.FINANCE_OFFICER)


def perform(code, move, by, *, at=None, **how):
    return actions.perform(code=code, move=move, by=by, at=at or later(hours=1), **how)


def view(code, viewer, at=None):
    return queries.dossier(viewer=viewer, code=code, at=at or later(hours=2))


def told(code):
    row = Dossier.objects.get(code=code)
    return list(journal.history(f"dossier:{row.key}"))


@pytest.fixture
def accepted(mother, reception):
    code = submitted(mother)
    perform(code, Move.ACCEPT, reception)
    return code


@pytest.mark.shows("P3", "CN17")
class TestWithdrawing:
    def test_the_desk_allows_it_with_form_05(self, mother, accepted, reception):
        perform(accepted, Move.WITHDRAW, mother, reason="Nộp ở nơi khác.")
        waiting = view(accepted, reception)
        perform(accepted, Move.ALLOW_WITHDRAWAL, reception)

        seen = view(accepted, mother)
        assert waiting.state is State.WITHDRAW_REQUESTED
        assert (seen.state, seen.documents[-1].layout) == (State.STOPPED, "stop_notice")
        kinds = [e.kind for e in told(accepted) if e.kind.startswith("dossier.")]
        assert kinds[-2:] == ["dossier.withdrawal_asked", "dossier.stopped"]

    @pytest.mark.parametrize("where", ["submitted", "supplement", "in_process"])
    def test_a_rejected_one_goes_back_to_where_it_was(self, mother, reception, leader, where):
        code = submitted(mother)
        if where == "supplement":
            perform(code, Move.REQUEST_SUPPLEMENT, reception, reason="Mờ.", items=[NOTICE])
        if where == "in_process":
            perform(code, Move.ACCEPT, reception)
        before = view(code, mother)
        perform(code, Move.WITHDRAW, mother, reason="Tôi đổi ý.")
        with pytest.raises(MoveRefused, match="lý do"):
            perform(code, Move.REJECT_WITHDRAWAL, leader)
        perform(code, Move.REJECT_WITHDRAWAL, leader, reason="Đã có kết quả xác minh.")

        seen = view(code, mother)
        assert (seen.state.value, seen.step) == (where, before.step)
        assert seen.due_at == before.due_at
        assert seen.clock == before.clock

    def test_not_after_a_decision(self, mother, accepted, clerk, leader):
        actions.draft_result(code=accepted, by=clerk, at=later(hours=1))
        perform(accepted, Move.PROPOSE, clerk)
        perform(accepted, Move.RESOLVE, leader)

        assert Move.WITHDRAW not in {offer.move for offer in view(accepted, mother).offers}
        with pytest.raises(MoveRefused):
            perform(accepted, Move.WITHDRAW, mother, reason="Muộn rồi.")


@pytest.mark.shows("CN12", "CN04")
class TestPaying:
    def test_before_acceptance_the_fees_are_asked_for(self, mother, reception, cashier):
        code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))
        perform(code, Move.REQUEST_PAYMENT, reception, reason="Nộp trước khi tiếp nhận.")

        waiting = view(code, mother)
        assert (waiting.state, waiting.finance) == (State.PAYMENT_DUE, Finance.ASKED)
        assert waiting.open_payment.reason == "Nộp trước khi tiếp nhận."
        assert waiting.open_payment.pay_by.astimezone(HANOI).date() == date(2026, 4, 6)
        assert waiting.clock.pauses[-1].rule == "vn-2025:request_payment:pause"
        with pytest.raises(MoveRefused, match=r"8\.000"):
            perform(code, Move.CONFIRM_PAYMENT, cashier)
        actions.record_payment(
            code=code, amount=8000, method=Method.CASH, by=cashier, at=later(hours=2)
        )
        seen = view(code, mother)
        assert (seen.state, seen.finance) == (State.SUBMITTED, Finance.PAID)

    def test_an_obligation_stands_beside_the_fees(self, mother, reception, clerk, cashier):
        code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))
        perform(code, Move.ACCEPT, reception)
        perform(code, Move.REQUEST_PAYMENT, clerk, reason="Phải đo đất.", terms=SURVEY)

        bill = view(code, mother).bill
        assert (bill.total, bill.outstanding) == (1_208_000, 1_208_000)
        assert bill.lines[-1].legal_basis == SURVEY.legal_basis
        for _ in range(2):
            actions.record_payment(
                code=code, amount=1_208_000, method=Method.CASH, by=cashier, at=later(hours=2)
            )
        seen = view(code, mother)
        assert (seen.state, seen.bill.outstanding) == (State.IN_PROCESS, 0)
        assert [d.layout for d in seen.documents].count("payment_receipt") == 1
        assert told(code)[-1].kind == "dossier.payment_confirmed"

    def test_after_the_fees_are_paid_more_may_still_be_owed(self, mother, reception, clerk):
        code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))
        pay = {"method": Method.CASH, "by": reception, "at": later(hours=1)}
        actions.record_payment(code=code, amount=8000, **pay)
        perform(code, Move.ACCEPT, reception)
        perform(code, Move.REQUEST_PAYMENT, clerk, reason="Phải đo đất.", terms=SURVEY)
        actions.record_payment(code=code, amount=SURVEY.amount, **pay)

        assert view(code, mother).state is State.IN_PROCESS

    @pytest.mark.parametrize(
        "terms",
        [
            None,
            Obligation("", 1000, "Luật"),
            Obligation("Phí", 0, "Luật"),
            Obligation("Phí", 1000, " "),
            Obligation("Phí", 10**12, "Luật"),
        ],
    )
    def test_what_is_asked_must_be_said(self, mother, accepted, clerk, terms):
        with pytest.raises(ObligationRefused):
            perform(accepted, Move.REQUEST_PAYMENT, clerk, reason="Nộp tiền.", terms=terms)
        assert view(accepted, mother).state is State.IN_PROCESS

    def test_money_that_came_another_way_is_heard_of_once(self, mother, accepted, clerk):
        perform(accepted, Move.REQUEST_PAYMENT, clerk, reason="Phải đo đất.", terms=SURVEY)
        drain(now=lambda: later(hours=2))
        waiting = view(accepted, mother).state
        subject = f"dossier:{Dossier.objects.get().key}/1"
        received = {"amount": SURVEY.amount, "method": Method.TRANSFER, "agency_code": "H26"}
        payments.record_counter_payment(
            subject=subject, by=clerk.actor, at=later(hours=2), **received
        )
        for hours in (3, 4):
            drain(now=lambda hours=hours: later(hours=hours))
            actions.settle_payment(subject=subject, by=SYSTEM, at=later(hours=hours))

        confirmed = [e for e in told(accepted) if e.kind == "dossier.payment_confirmed"]
        assert waiting is State.PAYMENT_DUE
        assert view(accepted, mother).state is State.IN_PROCESS
        assert [e.by.kind for e in confirmed] == ["system"]

    def test_not_paid_in_time_it_may_be_stopped(self, mother, accepted, clerk, leader):
        perform(accepted, Move.REQUEST_PAYMENT, clerk, reason="Phải đo đất.", terms=SURVEY)
        with pytest.raises(MoveRefused, match="vẫn còn thời hạn"):
            perform(accepted, Move.STOP, leader, reason="Không nộp.")
        perform(accepted, Move.STOP, leader, reason="Không nộp.", at=later(days=40))

        seen = view(accepted, mother)
        assert (seen.state, seen.finance) == (State.STOPPED, Finance.CANCELLED)
        assert seen.delivery is Delivery.NONE


@pytest.mark.shows("CN17", "CN16")
class TestExtending:
    def test_the_head_promises_another_day_and_the_first_still_counts(
        self, mother, accepted, leader, clerk
    ):
        terms = Extension(on=date(2026, 3, 20))
        perform(accepted, Move.EXTEND, leader, reason="Chờ xác minh.", terms=terms)
        actions.draft_result(code=accepted, by=clerk, at=later(days=2))
        perform(accepted, Move.PROPOSE, clerk, at=later(days=2))
        perform(accepted, Move.RESOLVE, leader, at=later(days=2))

        seen = view(accepted, mother)
        assert seen.documents[1].layout == "apology_extension"
        assert seen.due_at.astimezone(HANOI).date() == date(2026, 3, 20)
        assert seen.promised_at.astimezone(HANOI).date() == date(2026, 3, 16)
        assert seen.was_overdue(later(days=3))
        assert timeliness(seen.promised_at, seen.resolved_at) is Timeliness.LATE
        assert timeliness(seen.due_at, seen.resolved_at) is Timeliness.EARLY
        event = next(e for e in told(accepted) if e.kind == "dossier.extended")
        assert (event.payload["clock"], event.payload["rule"]) == ("extend", "vn-2025:extend:date")

    def test_not_by_the_case_officer_not_twice_not_too_late(self, accepted, clerk, leader):
        terms = Extension(on=date(2026, 3, 20))
        with pytest.raises(MoveRefused, match="thuộc về"):
            perform(accepted, Move.EXTEND, clerk, reason="Chờ.", terms=terms)
        with pytest.raises(MoveRefused, match="Ngày hẹn đã qua"):
            perform(accepted, Move.EXTEND, leader, reason="Chờ.", terms=terms, at=later(days=1))
        perform(accepted, Move.EXTEND, leader, reason="Chờ.", terms=terms)
        terms = Extension(on=date(2026, 3, 27))
        with pytest.raises(MoveRefused, match="1 lần"):
            perform(accepted, Move.EXTEND, leader, reason="Chờ.", terms=terms)

    @pytest.mark.parametrize("on", [date(2026, 3, 21), date(2026, 3, 16), date(2029, 1, 2)])
    def test_only_a_later_working_day(self, accepted, leader, on):
        with pytest.raises(DateRefused):
            perform(accepted, Move.EXTEND, leader, reason="Chờ.", terms=Extension(on=on))


@pytest.mark.shows("CN13")
class TestSupplementing:
    def test_what_changed_is_kept_before_and_after_and_the_rest_stands(self, mother, reception):
        code = submitted(mother)
        both = [NOTICE, NAME]
        perform(code, Move.REQUEST_SUPPLEMENT, reception, reason="Chưa khớp.", items=both)
        key = actions.start_supplement(code=code, by=mother, at=later(hours=2))
        file = photo(key, by=mother, at=later(hours=2))
        answers = {"child.full_name": "Trần Ánh Dương Mai", "proof.kind": "notice"}
        actions.save_answers(draft=key, answers=answers, by=mother, at=later(hours=2))
        before = view(code, mother).answers
        actions.submit(draft=key, by=mother, at=later(hours=3))

        seen = view(code, reception)
        changes = {c.path: (c.before, c.after) for c in seen.supplements[0].changes}
        assert changes["child.full_name"] == ("Trần Ánh Dương", "Trần Ánh Dương Mai")
        assert changes["proof.notice"] == ("", file.filename)
        assert set(changes) <= {"child.full_name", "proof.kind", "proof.notice"}
        assert seen.answers == before | answers | {"proof.notice": [str(file.key)]}
        assert told(code)[-1].payload["rule"] == "vn-2025:supplement:restart"

    def test_an_unknown_kind_of_fault_is_refused(self, mother, reception):
        code = submitted(mother)
        odd = SupplementItem("birth_notice", "Giấy chứng sinh", "ugly", "")
        with pytest.raises(ItemRefused, match="Còn thiếu|còn thiếu"):
            perform(code, Move.REQUEST_SUPPLEMENT, reception, reason="x", items=[odd])


@pytest.mark.shows("CN08", "CN20")
class TestTime:
    def test_the_desk_is_reminded_once_after_two_working_hours(self, mother, reception):
        code = submitted(mother)
        watching.remind(later(hours=1, minutes=59))
        early = [e.kind for e in told(code)]
        for minutes in (2, 7):
            watching.remind(later(hours=2, minutes=minutes))

        assert early == ["dossier.submitted"]
        assert [e.kind for e in told(code)][1:] == ["dossier.intake_waiting"]
        assert told(code)[-1].by.kind == "system"
        assert InboxRow.objects.get().unread

    def test_what_is_due_tomorrow_is_told_once_and_again_after_a_new_date(
        self, mother, reception, leader
    ):
        code = submitted(mother)
        perform(code, Move.ACCEPT, reception)
        terms = Extension(on=date(2026, 3, 23))
        perform(code, Move.EXTEND, leader, reason="Chờ.", terms=terms)
        for days in (1, 3, 4, 4.1, 6):
            watching.remind(later(days=days))

        due = [e.at for e in told(code) if e.kind == "dossier.due_soon"]
        assert due == [later(days=4)]

    @pytest.mark.parametrize(
        ("first", "state", "layout"),
        [(None, State.REFUSED, "refusal"), (Move.ACCEPT, State.STOPPED, "stop_notice")],
    )
    def test_what_nobody_answered_closes_by_itself(
        self, mother, reception, clerk, first, state, layout
    ):
        code = submitted(mother)
        if first:
            perform(code, first, reception)
        by = clerk if first else reception
        perform(code, Move.REQUEST_SUPPLEMENT, by, reason="Mờ.", items=[NOTICE])
        watching.close(later(days=21))
        still = view(code, mother).state
        for days in (22, 23):
            watching.close(later(days=days))

        seen = view(code, mother)
        assert still is State.SUPPLEMENT
        assert (seen.state, seen.documents[-1].layout) == (state, layout)
        assert "Đã hết thời hạn bổ sung" in seen.documents[-1].data["reason"]
        closed = [e for e in told(code) if e.payload.get("move") == "close_unanswered"]
        assert [e.by.kind for e in closed] == ["system"]

    def test_being_late_blocks_nothing(self, mother, reception, clerk, leader):
        code = submitted(mother)
        day = timedelta(days=100)
        walk = [
            (Move.REQUEST_SUPPLEMENT, reception, {"reason": "Mờ.", "items": [NOTICE]}),
            (Move.WITHDRAW, mother, {"reason": "Thôi."}),
            (Move.REJECT_WITHDRAWAL, leader, {"reason": "Gần xong."}),
        ]
        for number, (move, by, how) in enumerate(walk, start=1):
            perform(code, move, by, at=later() + day * number, **how)
        key = actions.start_supplement(code=code, by=mother, at=later() + day * 4)
        actions.submit(draft=key, by=mother, at=later() + day * 4)
        perform(code, Move.ACCEPT, reception, at=later() + day * 5)
        actions.draft_result(code=code, by=clerk, at=later() + day * 6)
        for number, (move, by) in enumerate(
            [(Move.PROPOSE, clerk), (Move.RESOLVE, leader), (Move.RETURN_RESULT, reception)]
        ):
            perform(code, move, by, at=later() + day * (7 + number))

        seen = view(code, mother)
        assert (seen.state, seen.delivery) == (State.RETURNED, Delivery.DELIVERED)
        assert seen.was_overdue(later() + day * 10)


@pytest.mark.shows("CN16", "CN18")
class TestRefusingByResult:
    def test_it_is_a_result_with_codes_9_and_10(self, mother, accepted, reception, clerk, leader):
        words = {"reason": "Không đủ căn cứ.", "legal_basis": "Điều 16 Luật Hộ tịch"}
        actions.draft_refusal(code=accepted, by=clerk, at=later(hours=1), **words)
        perform(accepted, Move.PROPOSE, clerk)
        signed = perform(accepted, Move.RESOLVE, leader)
        resolved = told(accepted)[-1]
        returned = perform(accepted, Move.RETURN_RESULT, reception)

        seen = view(accepted, mother)
        assert (signed.national_code, returned.national_code) == (9, 10)
        assert seen.refused_by_result
        paper = next(d for d in seen.documents if d.key == seen.result_key)
        assert (paper.layout, paper.data["reason"]) == ("refusal_decision", words["reason"])
        assert resolved.payload["favourable"] is False
        assert printed(key=paper.key).startswith(b"%PDF-")

    def test_without_reason_or_basis_there_is_none(self, accepted, clerk, reception):
        for reason, basis in [("", "Luật"), ("Lý do", " "), ("x" * 5000, "Luật")]:
            how = {"reason": reason, "legal_basis": basis, "at": later(hours=1)}
            with pytest.raises(ResultRefused):
                actions.draft_refusal(code=accepted, by=clerk, **how)
        with pytest.raises(ResultRefused, match="đang thụ lý"):
            actions.draft_refusal(
                code=accepted, by=reception, reason="x", legal_basis="y", at=later(hours=1)
            )


@pytest.mark.shows("CN06")
class TestRecalling:
    def test_it_goes_back_and_both_steps_stay_in_the_history(self, accepted, clerk, leader):
        actions.draft_result(code=accepted, by=clerk, at=later(hours=1))
        perform(accepted, Move.PROPOSE, clerk)
        perform(accepted, Move.RECALL, clerk, reason="Nhầm người ký.")

        seen = view(accepted, clerk)
        moves = [e.payload["move"] for e in told(accepted) if "move" in e.payload]
        assert (seen.state, seen.step) == (State.IN_PROCESS, "appraisal")
        assert moves == ["accept", "propose", "recall"]

    @pytest.mark.parametrize("who", ["leader", "second", "after"])
    def test_only_whoever_did_it_and_before_anybody_acts(self, accepted, clerk, leader, who):
        actions.draft_result(code=accepted, by=clerk, at=later(hours=1))
        perform(accepted, Move.PROPOSE, clerk)
        by = leader if who == "leader" else clerk
        if who == "second":
            perform(accepted, Move.RECALL, clerk, reason="Nhầm.")
        if who == "after":
            actions.message(code=accepted, body="Tôi đang xem.", by=leader, at=later(hours=1))
        with pytest.raises(MoveRefused, match="Chỉ người vừa chuyển bước"):
            perform(accepted, Move.RECALL, by, reason="Nhầm.")

    def test_what_sent_the_applicant_a_paper_is_not_taken_back(self, accepted, reception):
        offers = {offer.move: offer.refusal for offer in view(accepted, reception).offers}
        assert offers[Move.RECALL] is not None
