"""What agencies say: declarations, explanations before the deadline, requests for another look."""

from datetime import timedelta

import pytest
from tests.factories import campaigns

from motcua.evaluation import actions
from motcua.evaluation.models import Campaign, Declaration, Reply, Run
from motcua.evaluation.queries import results, worksheets
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import About, ReplyOutcome, Side, Typed, Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def bad(db, judged_by):
    with campaigns.fakes(campaigns.Looker(bad=("h26",))):
        yield campaigns.story(("H26", "H30"))


def reply(told, text="Đã cài chứng thư ngày 10/5", *, code="thu.https", on=About.FINDING, **more):
    given = {"by": told.heads["H26"], "at": told.at} | more
    actions.reply(code=told.code, agency="H26", on=on, about_code=code, text=text, **given)


def answer(told, outcome=ReplyOutcome.KEPT):
    actions.answer_reply(
        code=told.code,
        agency="H26",
        on=About.FINDING,
        about_code="thu.https",
        outcome=outcome,
        answer="Lúc kiểm tra chưa có",
        by=told.leader,
        at=told.at,
    )


def test_an_agency_declares_what_is_asked_of_it_with_evidence(bad):
    bad.open()
    head = bad.heads["H26"]
    told = {"code": bad.code, "agency": "H26", "by": head, "at": bad.at}
    actions.declare(criterion="M.3", typed=Typed(value="có lẽ"), **told)
    actions.declare(criterion="M.3", typed=Typed(value="có", note="QĐ 12"), **told)
    upload = Upload(name="qd12.pdf", content=b"%PDF-1.7")
    actions.add_evidence(criterion="M.3", side=Side.DECLARED, upload=upload, **told)
    sheet = worksheets.declaration_sheet(viewer=head, code=bad.code, agency="H26")
    ((criterion, said),) = sheet.rows
    assert (criterion.code, said.value, said.typed.note) == ("M.3", 1, "QĐ 12")
    assert [one.name for one in said.evidence] == ["qd12.pdf"]
    assert sheet.may_change
    assert Declaration.objects.count() == 1
    with pytest.raises(CampaignRefused):
        actions.declare(criterion="M.2", typed=Typed(value="2"), **told)
    for other in (bad.leader, bad.first, bad.heads["H30"]):
        with pytest.raises(CampaignRefused):
            actions.declare(criterion="M.3", typed=Typed(value="có"), **(told | {"by": other}))


def test_an_agency_sees_its_own_results_once_it_is_asked(bad):
    bad.settled()
    head = bad.heads["H26"]
    assert results.results(viewer=head, code=bad.code) == ()
    bad.ask()
    (seen,) = results.results(viewer=head, code=bad.code)
    assert (seen.agency, seen.rank, seen.result.total, seen.findings) == ("H26", None, 6, 1)
    assert results.result(viewer=head, code=bad.code, agency="H30") is None


def test_a_reply_is_heard_until_the_deadline_and_answered_before_publication(bad):
    bad.settled().ask()
    reply(bad)
    reply(bad, "Đã cài chứng thư ngày 12/5")
    assert Reply.objects.get().text == "Đã cài chứng thư ngày 12/5"
    reply(bad, "Chấm chặt quá", code="M.2", on=About.CRITERION)
    for wrong in ({"code": "thu.khac"}, {"code": "M.9", "on": About.CRITERION}, {"text": " "}):
        with pytest.raises(CampaignRefused):
            reply(bad, **wrong)
    with pytest.raises(CampaignRefused):
        reply(bad, by=bad.heads["H30"])
    late = campaigns.AT + timedelta(days=6, seconds=1)
    with pytest.raises(CampaignRefused) as refused:
        reply(bad, at=late)
    assert refused.value.field == "han"
    actions.close_replies(code=bad.code, by=bad.leader, at=late)
    with pytest.raises(CampaignRefused) as refused:
        bad.publish()
    assert [said.vi for said in refused.value.all] == ["Chưa trả lời giải trình của: H26."]
    answer(bad)
    seen = results.replies(viewer=bad.leader, code=bad.code)
    assert [(one.code, one.outcome) for one in seen] == [
        ("M.2", None),
        ("thu.https", ReplyOutcome.KEPT),
    ]
    assert results.replies(viewer=bad.heads["H30"], code=bad.code) == ()


def test_an_answered_reply_is_said_no_more(bad):
    bad.settled().ask()
    reply(bad)
    answer(bad, ReplyOutcome.ACCEPTED)
    with pytest.raises(CampaignRefused):
        reply(bad, "Nói lại")


def test_files_come_with_a_reply_in_its_time_and_until_it_is_answered(bad):
    bad.settled().ask()
    told = {
        "code": bad.code,
        "agency": "H26",
        "criterion": "thu.https",
        "side": Side.REPLY,
        "by": bad.heads["H26"],
    }
    one, other = (Upload(name="a.pdf", content=b"%PDF-1." + mark) for mark in (b"7", b"6"))
    kept = actions.add_evidence(upload=one, at=bad.at, **told)
    reply(bad)
    late = campaigns.AT + timedelta(days=6, seconds=1)
    with pytest.raises(CampaignRefused) as refused:
        actions.add_evidence(upload=other, at=late, **told)
    assert refused.value.field == "han"
    with pytest.raises(CampaignRefused):
        actions.remove_evidence(digest=kept.digest, at=late, **told)
    answer(bad)
    with pytest.raises(CampaignRefused):
        actions.remove_evidence(digest=kept.digest, at=bad.at, **told)


def test_a_file_that_is_declared_after_the_computing_is_computed_in(bad):
    bad.open().run().judge().declare()
    bad.compute()
    actions.add_evidence(
        code=bad.code,
        agency="H26",
        criterion="M.3",
        side=Side.DECLARED,
        upload=Upload(name="qd.pdf", content=b"%PDF-1.7"),
        by=bad.heads["H26"],
        at=bad.at,
    )
    assert Campaign.objects.get().computed_at is None


def test_no_agency_wins_by_declaring_that_something_does_not_apply(bad):
    bad.open().run().judge().declare()
    actions.declare(
        code=bad.code,
        agency="H26",
        criterion="M.3",
        typed=Typed(applies=False, note="Không cần"),
        by=bad.heads["H26"],
        at=bad.at,
    )
    bad.close().compute()
    found = results.result(viewer=bad.leader, code=bad.code, agency="H26").result
    assert (found.total, found.most, found.provisional) == (4, 10, True)
    because = next(one.because for one in found.criteria if one.code == "M.3")
    assert "chưa xác nhận" in because.vi
    actions.override(
        code=bad.code,
        agency="H26",
        criterion="M.3",
        typed=Typed(applies=False, note="Đúng là không áp dụng"),
        by=bad.leader,
        at=bad.at,
    )
    bad.compute()
    found = results.result(viewer=bad.leader, code=bad.code, agency="H26").result
    assert (found.total, found.provisional) == (5, False)


def test_the_hearing_ends_early_only_when_everybody_has_said_so(bad):
    bad.settled().ask()
    close = {"code": bad.code, "by": bad.leader, "at": bad.at}
    actions.finish_replies(code=bad.code, agency="H26", by=bad.heads["H26"], at=bad.at)
    with pytest.raises(CampaignRefused) as refused:
        actions.close_replies(**close)
    assert "H30" in refused.value.sentence.vi
    actions.finish_replies(code=bad.code, agency="H30", by=bad.heads["H30"], at=bad.at)
    actions.close_replies(**close)
    with pytest.raises(CampaignRefused):
        reply(bad)


def test_agencies_are_given_time(bad):
    bad.settled()
    with pytest.raises(CampaignRefused) as refused:
        actions.ask_for_reply(
            code=bad.code, until=bad.at + timedelta(days=4), by=bad.leader, at=bad.at
        )
    assert refused.value.field == "han"


def ask_retest(told, by=None):
    actions.ask_retest(
        code=told.code, agency="H26", reason="Đã sửa", by=by or told.heads["H26"], at=told.at
    )


def decide(told, *, granted):
    (waiting,) = (
        one for one in results.retests(viewer=told.leader, code=told.code) if one.granted is None
    )
    actions.decide_retest(
        code=told.code,
        key=waiting.key,
        granted=granted,
        decision="Xét thấy đúng",
        by=told.leader,
        at=told.at,
    )


def test_another_look_is_asked_for_once_decided_and_hinders_meanwhile(bad):
    bad.settled().ask()
    ask_retest(bad)
    with pytest.raises(CampaignRefused):
        ask_retest(bad)
    with pytest.raises(CampaignRefused):
        ask_retest(bad, bad.heads["H30"])
    bad.hear()
    with pytest.raises(CampaignRefused) as refused:
        bad.publish()
    assert refused.value.sentence.vi.startswith("Yêu cầu kiểm tra lại chưa được quyết định")
    decide(bad, granted=True)
    with campaigns.fakes():
        campaigns.do_runs(at=bad.at)
    assert Run.objects.get(retest=True).state == "done"
    with pytest.raises(CampaignRefused):
        bad.publish()
    bad.compute().publish()
    assert [one.result.total for one in results.results(viewer=bad.leader, code=bad.code)] == [
        10,
        10,
    ]


def test_a_published_campaign_is_opened_again_before_another_look(bad):
    bad.published()
    ask_retest(bad)
    with pytest.raises(CampaignRefused):
        decide(bad, granted=True)
    decide(bad, granted=False)
    (told,) = results.retests(viewer=bad.heads["H26"], code=bad.code)
    assert (told.granted, told.decision) == (False, "Xét thấy đúng")
