"""A dossier's life, verb by verb: who may, what follows, what is left behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import people
from tests.factories.dossiers import (
    EXTRACT,
    HANOI,
    MORNING,
    WARD,
    birth_answers,
    draft,
    later,
    photo,
    scenario_answers,
    submitted,
)

from motcua.documents import queries as documents
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.talking import MessageRefused
from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.values import Channel, SupplementItem
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.payments.values import Method
from motcua.workflow.rules import MoveRefused
from motcua.workflow.values import Move, State

ASK = [SupplementItem("giay-to:birth_notice", "Giấy chứng sinh", "missing", "chụp rõ hai mặt")]


def perform(code, move, by, **how):
    how.setdefault("at", later(hours=1))
    return actions.perform(code=code, move=move, by=by, **how)


def view(code, viewer, at=MORNING):
    return queries.dossier(viewer=viewer, code=code, at=at)


def kinds(code):
    row = Dossier.objects.get(code=code)
    return [entry.kind for entry in journal.history(f"dossier:{row.key}")]


class TestSubmitting:
    def test_it_gets_a_code_a_clock_and_a_place_in_the_inbox(self, mother, reception):
        code = submitted(mother)

        seen = view(code, mother)
        assert code == "H26.00070-260316-0001"
        assert (seen.state, seen.channel) == (State.SUBMITTED, Channel.SELF_SERVICE)
        assert seen.due_at.astimezone(HANOI).strftime("%d/%m %H:%M") == "17/03 08:30"
        assert [line.code for line in queries.inbox(viewer=reception).lines] == [code]
        assert kinds(code) == ["dossier.submitted"]

    def test_pressing_twice_gives_the_same_dossier(self, mother):
        key = draft(mother)

        codes = {actions.submit(draft=key, by=mother, at=MORNING) for _ in range(3)}

        assert len(codes) == 1
        assert Dossier.objects.count() == 1

    def test_an_incomplete_form_names_every_place_and_loses_nothing(self, mother):
        answers = birth_answers(**{"child.full_name": "", "child.born_on": "2031-01-01"})
        key = draft(mother, answers=answers)

        with pytest.raises(actions.SubmitRefused) as refused:
            actions.submit(draft=key, by=mother, at=MORNING)

        assert {e.path for e in refused.value.errors} >= {"child.full_name", "child.born_on"}
        assert queries.draft(viewer=mother, key=key).answers == answers
        assert not Dossier.objects.exists()

    def test_sequence_counts_within_agency_and_day(self, mother):
        codes = [submitted(mother), submitted(mother), submitted(mother, at=later(days=1))]

        assert [code[-11:] for code in codes] == ["260316-0001", "260316-0002", "260317-0001"]

    def test_fees_are_raised_by_number_of_copies(self, mother):
        code = submitted(mother, answers=birth_answers(**{"copies.count": 3}))

        bill = view(code, mother).bill
        assert bill.total == 24_000
        assert bill.outstanding == 24_000

    def test_files_go_along(self, mother):
        key = draft(mother, answers=birth_answers(**{"proof.kind": "notice"}))
        file = photo(key, by=mother)

        code = actions.submit(draft=key, by=mother, at=MORNING)

        (attached,) = view(code, mother).attachments
        assert (attached.file.key, attached.component) == (file.key, "birth_notice")


class TestTheDesk:
    def test_from_acceptance_to_result(self, mother, reception, clerk, leader):
        code = submitted(mother)
        perform(code, Move.ACCEPT, reception)
        actions.draft_result(code=code, by=clerk, at=later(hours=2))
        perform(code, Move.PROPOSE, clerk, at=later(hours=2))
        perform(code, Move.RESOLVE, leader, at=later(hours=3))
        state = perform(code, Move.RETURN_RESULT, reception, at=later(hours=4))

        seen = view(code, mother)
        assert state is State.RETURNED
        assert [d.layout for d in seen.documents] == ["receipt_appointment", "birth_certificate"]
        assert not seen.was_overdue(later(days=9))
        assert not InboxRow.objects.exists()
        stated = [r["value"] for s in seen.result["sections"] for r in s["rows"]]
        assert "Trần Ánh Dương" in stated
        assert "Nguyễn Thị Hậu" in stated
        assert kinds(code)[-1] == "dossier.returned"

    def test_each_function_sees_it_when_it_is_their_turn(self, mother, reception, clerk, leader):
        code = submitted(mother)
        turns = []
        for move, by in [(Move.ACCEPT, reception), (None, None), (Move.PROPOSE, clerk)]:
            turns.append([bool(queries.inbox(viewer=v).lines) for v in (reception, clerk, leader)])
            if move is Move.PROPOSE:
                actions.draft_result(code=code, by=clerk, at=later(hours=1))
            if move:
                perform(code, move, by)
        turns.append([bool(queries.inbox(viewer=v).lines) for v in (reception, clerk, leader)])

        assert turns == [
            [True, False, False],
            [False, True, False],
            [False, True, False],
            [False, False, True],
        ]

    def test_a_result_must_be_drafted_before_it_is_proposed(self, mother, reception, clerk):
        code = submitted(mother)
        perform(code, Move.ACCEPT, reception)

        with pytest.raises(MoveRefused, match="dự thảo"):
            perform(code, Move.PROPOSE, clerk)

    @pytest.mark.parametrize("move", [Move.ACCEPT, Move.REFUSE, Move.RESOLVE, Move.RETURN_RESULT])
    def test_what_belongs_to_another_function_is_refused(self, mother, clerk, move):
        code = submitted(mother)

        with pytest.raises(MoveRefused):
            perform(code, move, clerk, reason="Lý do")

        assert Dossier.objects.get().revision == 1
        assert kinds(code) == ["dossier.submitted"]

    def test_officers_of_elsewhere_see_nothing(self, mother):
        code = submitted(mother)
        elsewhere = people.officer(Role.RECEPTIONIST, "H14.01717")

        assert view(code, elsewhere) is None
        assert queries.inbox(viewer=elsewhere).lines == ()
        with pytest.raises(actions.DossierUnknown):
            perform(code, Move.ACCEPT, elsewhere)

    def test_a_province_controller_sees_but_cannot_act(self, mother):
        code = submitted(mother)
        controller = people.officer(Role.CONTROLLER, "H26")

        assert view(code, controller).offers == ()
        with pytest.raises(MoveRefused):
            perform(code, Move.ACCEPT, controller)
        with pytest.raises(MessageRefused):
            actions.message(code=code, body="Xin chào", by=controller, at=later(hours=1))
        assert view(code, mother).messages == ()

    def test_nobody_settles_their_own_request(self, ward, reception):
        code = submitted(reception)

        with pytest.raises(MoveRefused):
            perform(code, Move.ACCEPT, reception)

    def test_the_second_of_two_officers_is_told(self, mother, reception):
        code = submitted(mother)
        revision = view(code, reception).revision
        perform(code, Move.ACCEPT, reception, revision=revision)

        with pytest.raises(actions.DossierChanged, match="vừa được người khác xử lý"):
            perform(code, Move.REFUSE, reception, reason="x", revision=revision)

    def test_a_refusal_needs_its_reason_and_prints_form_03(self, mother, reception):
        code = submitted(mother)
        with pytest.raises(MoveRefused, match="lý do"):
            perform(code, Move.REFUSE, reception, reason="  ")

        perform(code, Move.REFUSE, reception, reason="Không thuộc thẩm quyền của phường.")

        seen = view(code, mother)
        assert (seen.state, seen.ended_at) == (State.REFUSED, later(hours=1))
        assert seen.documents[0].data["reason"] == "Không thuộc thẩm quyền của phường."

    def test_late_is_derived_and_blocks_nothing(self, mother, reception, clerk, leader):
        code = submitted(mother)
        perform(code, Move.ACCEPT, reception)
        actions.draft_result(code=code, by=clerk, at=later(days=9))
        perform(code, Move.PROPOSE, clerk, at=later(days=9))
        perform(code, Move.RESOLVE, leader, at=later(days=9))

        seen = view(code, reception)
        assert seen.was_overdue(later(days=10))
        assert perform(code, Move.RETURN_RESULT, reception, at=later(days=10)) is State.RETURNED


class TestSupplementing:
    def ask(self, mother, reception):
        code = submitted(mother)
        perform(code, Move.REQUEST_SUPPLEMENT, reception, reason="Ảnh mờ.", items=ASK)
        return code

    def test_the_applicant_is_told_exactly_what(self, mother, reception):
        code = self.ask(mother, reception)

        seen = view(code, mother)
        assert seen.state is State.SUPPLEMENT
        assert seen.open_supplement.items == tuple(ASK)
        assert seen.open_supplement.answer_by is not None
        assert seen.documents[0].layout == "supplement_request"

    def test_it_is_answered_on_the_same_form(self, mother, reception):
        code = self.ask(mother, reception)
        key = actions.start_supplement(code=code, by=mother, at=later(hours=2))
        photo(key, by=mother, at=later(hours=2))
        answers = {"proof.kind": "notice"}
        actions.save_answers(draft=key, answers=answers, by=mother, at=later(hours=2))

        again = actions.submit(draft=key, by=mother, at=later(hours=3))

        seen = view(code, mother)
        assert again == code
        assert (seen.state, seen.open_supplement) == (State.SUBMITTED, None)
        assert len(seen.attachments) == 1
        assert kinds(code)[-1] == "dossier.supplemented"
        assert actions.submit(draft=key, by=mother, at=later(hours=4)) == code

    def test_what_is_owed_follows_the_amended_answers(self, mother, reception):
        code = self.ask(mother, reception)
        key = actions.start_supplement(code=code, by=mother, at=later(hours=2))
        actions.save_answers(draft=key, answers={"copies.count": 2}, by=mother, at=later(hours=2))
        actions.submit(draft=key, by=mother, at=later(hours=3))

        assert view(code, mother).bill.total == 16_000
        assert kinds(code).count("payment.charges_raised") == 1

    def test_the_same_draft_is_given_again(self, mother, reception):
        code = self.ask(mother, reception)

        keys = {actions.start_supplement(code=code, by=mother, at=MORNING) for _ in range(2)}

        assert len(keys) == 1

    def test_only_once(self, mother, reception):
        code = self.ask(mother, reception)
        key = actions.start_supplement(code=code, by=mother, at=later(hours=2))
        actions.submit(draft=key, by=mother, at=later(hours=3))

        with pytest.raises(MoveRefused, match="chỉ cho phép 1"):
            perform(code, Move.REQUEST_SUPPLEMENT, reception, reason="Lại nữa", items=ASK)

    def test_nothing_asked_nothing_answered(self, mother):
        code = submitted(mother)

        with pytest.raises(actions.DraftRefused):
            actions.start_supplement(code=code, by=mother, at=MORNING)


class TestAround:
    def test_paper_typed_by_an_officer_is_told_apart(self, reception):
        code = submitted(reception, channel=Channel.COUNTER)

        seen = view(code, reception)
        assert (seen.channel, seen.applicant_name) == (Channel.COUNTER, "Nguyễn Thị Hậu")
        assert perform(code, Move.ACCEPT, reception) is State.IN_PROCESS

    @pytest.mark.parametrize("without", [{"second_factor": False}, {"grants": ()}])
    def test_a_paper_is_taken_in_by_reception_with_a_second_factor_only(self, reception, without):
        key = draft(reception, channel=Channel.COUNTER)

        with pytest.raises(actions.DraftRefused):
            actions.submit(draft=key, by=replace(reception, **without), at=MORNING)

        assert not Dossier.objects.exists()

    def test_money_is_received_once_with_a_receipt(self, mother, reception):
        code = submitted(mother, answers=birth_answers(**{"copies.count": 1}))
        for _ in range(2):
            actions.record_payment(
                code=code, amount=8000, method=Method.CASH, by=reception, at=later(hours=1)
            )

        seen = view(code, mother)
        assert seen.bill.outstanding == 0
        assert [d.layout for d in seen.documents] == ["payment_receipt"]

    def test_messages_go_both_ways_and_show_as_unread(self, mother, reception):
        code = submitted(mother)
        actions.message(code=code, body="Tôi gửi nhầm ảnh.\x00", by=mother, at=later(minutes=5))
        assert queries.inbox(viewer=reception).lines[0].unread

        actions.message(code=code, body="Không sao ạ.", by=reception, at=later(minutes=9))

        said = [(m.from_applicant, m.body) for m in view(code, mother).messages]
        assert said == [(True, "Tôi gửi nhầm ảnh."), (False, "Không sao ạ.")]

    def test_who_looked_is_shown_to_the_applicant_once_a_day(self, mother, reception):
        code = submitted(mother)
        for hours in (1, 2, 30):
            actions.note_look(code=code, by=reception, at=later(hours=hours))

        looks = view(code, mother).looks
        assert [look.on.day for look in looks] == [17, 16]

    def test_look_up_needs_both_codes_and_tells_nobody_s_name(self, mother):
        code = submitted(mother)
        check = view(code, mother).check_code

        assert queries.look_up(code=code, check_code="AAAAAA") is None
        status = queries.look_up(code=code.lower(), check_code=f" {check.lower()} ")
        assert status.state is State.SUBMITTED
        assert "Hậu" not in repr(status)

    def test_other_citizens_see_nothing(self, mother):
        code = submitted(mother)

        assert view(code, people.citizen()) is None

    def test_files_and_documents_are_read_in_scope_only(self, mother, reception):
        key = draft(mother, answers=birth_answers(**{"proof.kind": "notice"}))
        file = photo(key, by=mother)
        code = actions.submit(draft=key, by=mother, at=MORNING)
        perform(code, Move.ACCEPT, reception)
        document = view(code, mother).documents[0]

        read = lambda viewer: (  # noqa: E731
            queries.content_of_attachment(viewer=viewer, code=code, key=file.key),
            queries.content_of_document(viewer=viewer, code=code, key=document.key),
        )
        assert read(mother)[0][1] == documents.content(file.key)
        assert read(people.citizen()) == (None, None)

    def test_an_extract_of_two_copies(self, mother):
        home = {**WARD, "detail": "Số 1 phố Hàng Bài"}
        changed = {"copies.count": 2, "register.commune": WARD, "applicant.address": home}
        answers = scenario_answers(EXTRACT, **changed)
        code = submitted(mother, service=EXTRACT, answers=answers)

        assert view(code, mother).bill.total == 16_000


def test_pages_of_the_inbox_hold_every_dossier_once(mother, reception):
    codes = {submitted(mother, at=MORNING + timedelta(minutes=n)) for n in range(7)}
    seen, after = [], None
    while True:
        page = queries.inbox(viewer=reception, after=after, size=3)
        seen += [line.code for line in page.lines]
        if (after := page.after) is None:
            break

    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == codes
