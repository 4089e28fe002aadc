"""Worksheets: kept as typed, finished when whole, settled where two differ, overruled."""

import pytest
from tests.factories import campaigns

from motcua.evaluation import actions, ports
from motcua.evaluation.models import Answer, EvidenceFile, Reconciliation
from motcua.evaluation.queries import worksheets
from motcua.evaluation.values.campaigns import CampaignRefused, Seat
from motcua.evaluation.values.worksheets import Scanned, Side, Typed, Upload
from motcua.journal.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(db, judged_by):
    return campaigns.story(("H26",)).open().run()


def upload(told, content=campaigns.PICTURE, *, side=Side.FIRST, by=None):
    return actions.add_evidence(
        code=told.code,
        agency="H26",
        criterion="M.2",
        side=side,
        upload=Upload(name="../anh.png", content=content),
        by=by or told.first,
        at=told.at,
    )


def reconcile(told, by, value="1", *, note="Cùng xem lại"):
    actions.reconcile(
        code=told.code,
        agency="H26",
        criterion="M.2",
        typed=Typed(value=value, note=note),
        by=by,
        at=told.at,
    )


def test_what_was_typed_is_kept_even_where_it_is_not_clear_yet(one):
    kept = one.answer("H26", one.first, "khá", note="đang xem")
    assert (kept.typed.value, kept.value, kept.is_whole) == ("khá", None, False)
    assert kept.problem is not None
    with pytest.raises(CampaignRefused) as refused:
        one.finish("H26", one.first)
    assert "M.2" in refused.value.sentence.vi
    assert one.answer("H26", one.first, "2").value == 2
    assert Answer.objects.count() == 1


def test_the_same_said_again_writes_nothing(one):
    one.answer("H26", one.first)
    one.answer("H26", one.first)
    assert Entry.objects.filter(kind="evaluation.answer_saved").count() == 1


def test_not_applicable_is_a_whole_answer(one):
    typed = Typed(value="2", applies=False, note="Cổng không có mục này")
    kept = actions.save_answer(
        code=one.code, agency="H26", criterion="M.2", typed=typed, by=one.first, at=one.at
    )
    assert kept.is_whole
    one.finish("H26", one.first)


def test_not_applicable_without_a_reason_is_no_whole_answer(one):
    typed = Typed(applies=False, note=" ")
    kept = actions.save_answer(
        code=one.code, agency="H26", criterion="M.2", typed=typed, by=one.first, at=one.at
    )
    assert not kept.is_whole
    with pytest.raises(CampaignRefused) as refused:
        one.finish("H26", one.first)
    assert "M.2" in refused.value.sentence.vi


@pytest.mark.parametrize("criterion", ["M.1", "M.3", "M.9", "\0"])
def test_only_criteria_for_people_are_answered(one, criterion):
    with pytest.raises(CampaignRefused):
        actions.save_answer(
            code=one.code, agency="H26", criterion=criterion, typed=Typed(), by=one.first, at=one.at
        )


def test_a_finished_sheet_is_closed_until_whoever_leads_opens_it_again(one):
    one.answer("H26", one.first)
    one.finish("H26", one.first)
    with pytest.raises(CampaignRefused):
        one.answer("H26", one.first, "1")
    actions.reopen_worksheet(
        code=one.code,
        agency="H26",
        seat=Seat.FIRST,
        reason="Nhầm cổng",
        by=one.leader,
        at=one.at,
    )
    one.answer("H26", one.first, "1")


def test_once_both_are_finished_no_sheet_opens_again(one):
    one.judge("2", "1")
    with pytest.raises(CampaignRefused):
        actions.reopen_worksheet(
            code=one.code, agency="H26", seat=Seat.FIRST, reason="Xem", by=one.leader, at=one.at
        )


def test_one_does_not_see_the_others_answers_before_both_are_finished(one):
    one.answer("H26", one.first, "2", note="dễ đọc")
    one.finish("H26", one.first)
    one.answer("H26", one.second, "1")
    for who in (one.first, one.second, one.leader):
        assert worksheets.differences(viewer=who, code=one.code) == ()
    sheet = worksheets.worksheet(viewer=one.second, code=one.code, agency="H26")
    assert (sheet.seat, sheet.other_finished) == (Seat.SECOND, True)
    assert [row.answer.typed.value for row in sheet.rows] == ["1"]
    assert worksheets.worksheet(viewer=one.leader, code=one.code, agency="H26") is None
    one.finish("H26", one.second)
    found = worksheets.differences(viewer=one.second, code=one.code)
    assert [(d.criterion.code, d.first.value, d.second.value) for d in found] == [("M.2", 2, 1)]


def test_a_difference_hinders_until_both_agree_with_a_reason(one):
    one.judge("2", "1").declare().close().compute()
    with pytest.raises(CampaignRefused) as refused:
        one.ask()
    assert refused.value.sentence.vi.startswith("Hai người đánh giá còn khác nhau ở 1 tiêu chí")
    for typed in ("khá", ""):
        with pytest.raises(CampaignRefused):
            reconcile(one, one.first, typed)
    with pytest.raises(CampaignRefused):
        reconcile(one, one.first, "1", note="")
    reconcile(one, one.first, "1")
    reconcile(one, one.second, "2")
    assert [row.value for row in Reconciliation.objects.all()] == ["2"]
    one.compute().ask()


def test_what_both_say_needs_no_agreement(one):
    one.judge("2", "2")
    with pytest.raises(CampaignRefused):
        reconcile(one, one.first)


def test_evidence_is_kept_once_by_its_digest_and_whether_it_was_scanned_is_said(one):
    kept = upload(one)
    assert (kept.name, kept.media_type, kept.scanned) == (
        "anh.png",
        "image/png",
        Scanned.NOT_SCANNED,
    )
    assert upload(one).digest == kept.digest
    assert EvidenceFile.objects.count() == 1
    found = worksheets.evidence_file(
        viewer=one.first, code=one.code, agency="H26", digest=kept.digest
    )
    assert found.content == campaigns.PICTURE
    for who in (one.second, one.leader, one.heads["H26"]):
        asked = {"viewer": who, "code": one.code, "agency": "H26", "digest": kept.digest}
        assert worksheets.evidence_file(**asked) is None
    actions.remove_evidence(
        code=one.code,
        agency="H26",
        criterion="M.2",
        side=Side.FIRST,
        digest=kept.digest,
        by=one.first,
        at=one.at,
    )
    assert not EvidenceFile.objects.exists()


class Scan:
    def __init__(self, found):
        self.found = found

    def scan(self, content):
        if self.found == "away":
            raise OSError
        return self.found


def test_a_scanner_says_clean_refuses_malware_and_may_be_away(one):
    with ports.instead(scanner=Scan(None)):
        assert upload(one).scanned is Scanned.CLEAN
    with ports.instead(scanner=Scan("away")):
        assert upload(one, b"%PDF-1.7").scanned is Scanned.NOT_SCANNED
    with ports.instead(scanner=Scan("Eicar")), pytest.raises(CampaignRefused) as refused:
        upload(one, b"%PDF-1.4")
    assert "Eicar" in refused.value.sentence.vi


def test_nobody_adds_evidence_for_the_other_side(one):
    for side, by in (
        (Side.SECOND, one.first),
        (Side.DECLARED, one.first),
        (Side.FIRST, one.leader),
    ):
        with pytest.raises(CampaignRefused):
            upload(one, side=side, by=by)


def test_too_many_files_are_refused(one):
    for number in range(10):
        upload(one, campaigns.PICTURE + bytes([number]))
    with pytest.raises(CampaignRefused):
        upload(one, campaigns.PICTURE + bytes([11]))


def test_an_override_holds_until_it_is_lifted_and_its_history_stays(one):
    one.judge().declare().close()
    for value in ("không", "có"):
        actions.override(
            code=one.code,
            agency="H26",
            criterion="M.1",
            typed=Typed(value=value, note="Đã xem tận nơi"),
            by=one.leader,
            at=one.at,
        )
    actions.lift_override(
        code=one.code, agency="H26", criterion="M.1", reason="Đo lại", by=one.leader, at=one.at
    )
    found = worksheets.overrides(viewer=one.leader, code=one.code)
    assert [(o.settled.value, bool(o.lifted_by)) for o in found] == [(0, True), (1, True)]
    assert worksheets.overrides(viewer=one.first, code=one.code) == ()
    with pytest.raises(CampaignRefused):
        actions.lift_override(
            code=one.code, agency="H26", criterion="M.1", reason="Nữa", by=one.leader, at=one.at
        )
