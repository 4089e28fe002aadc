"""Campaigns of the ward, one a state: what pages about campaigns are opened with."""

from datetime import date, timedelta

from tests.factories import campaigns, dossiers

from motcua.evaluation import actions
from motcua.evaluation.queries import results
from motcua.evaluation.values.campaigns import CampaignState, Seat, SubjectWanted
from motcua.evaluation.values.usability import AgeBand, Device, Participant
from motcua.evaluation.values.worksheets import About, ReplyOutcome, Typed
from motcua.measurement.values.cards import League

WARD = "H26.00070"
SET = "users-view/2024-placeholder"
BY_HAND = "TH.5"
"""The one criterion of the set that people judge."""
TRIED, AGREED = "Đã thử bằng điện thoại", "Cùng xem lại"
MENDED = "Cổng vừa sửa xong."
LOOKED, LATE, OPEN = "Đã xem lại", "Đã muộn", "Máy chưa xem hết cổng"
WRITTEN = (TRIED, AGREED, MENDED, LOOKED, LATE, OPEN)
"""What people write in the campaigns, which nobody translates."""
AT = dossiers.MORNING
UNTIL = AT + timedelta(days=9)
ORDER = (
    CampaignState.DRAFT,
    CampaignState.OPEN,
    CampaignState.JUDGING,
    CampaignState.REPLYING,
    CampaignState.PUBLISHED,
)


def campaign_in(state, here) -> str:
    """Bring a campaign of the ward to a state; `here` are officers by role. Gives its code.

    The evaluator leads and sits first, the independent reviewer second, the executive is head.
    """
    lead = here["evaluator"]
    wanted = campaigns.wanted(
        criteria_set=SET, first_day=date(2026, 3, 1), last_day=date(2026, 3, 31)
    )
    code = actions.create_campaign(wanted=wanted, by=lead, at=AT).code
    ward = SubjectWanted(agency=WARD, address="https://cong.example", league=League.PROVINCES)
    actions.add_subjects(code=code, wanted=[ward], by=lead, at=AT)
    steps = (_opened, _judged, _replying, _published)
    for step in steps[: ORDER.index(state)]:
        step(code, here)
    return code


def session_in(code, here) -> str:
    """Begin a usability session on the ward's portal; gives its key."""
    who = Participant(age=AgeBand.FROM_60, device=Device.PHONE)
    key = actions.begin_session(
        code=code, agency=WARD, participant=who, by=here["evaluator"], at=AT
    )
    return str(key)


def _opened(code, here):
    lead = here["evaluator"]
    seats = zip(Seat, ("evaluator", "independent_reviewer"), strict=True)
    for seat, role in seats:
        who = here[role].key
        actions.assign(code=code, agency=WARD, seat=seat, evaluator=who, by=lead, at=AT)
    actions.open_campaign(code=code, by=lead, at=AT)
    with campaigns.fakes(campaigns.Looker(bad=("cong",))):
        actions.start_runs(code=code, by=lead, at=AT)
        campaigns.do_runs(at=AT)


def _judged(code, here):
    on = {"code": code, "agency": WARD, "at": AT}
    for role, value in (("evaluator", "1"), ("independent_reviewer", "0")):
        typed = Typed(value=value, note=TRIED)
        actions.save_answer(criterion=BY_HAND, typed=typed, by=here[role], **on)
        actions.finish_worksheet(by=here[role], **on)
    actions.close_worksheets(code=code, by=here["evaluator"], at=AT)


def _replying(code, here):
    lead, head = here["evaluator"], here["executive"]
    on = {"code": code, "agency": WARD, "at": AT}
    agreed = Typed(value="1", note=AGREED)
    actions.reconcile(criterion=BY_HAND, typed=agreed, by=lead, **on)
    actions.override(criterion=BY_HAND, typed=agreed, by=lead, **on)
    actions.compute(code=code, by=lead, at=AT)
    actions.ask_for_reply(code=code, until=UNTIL, by=lead, at=AT)
    said = {"on": About.CRITERION, "about_code": BY_HAND}
    actions.reply(text=MENDED, by=head, **said, **on)
    actions.ask_retest(reason=MENDED, by=head, **on)


def _published(code, here):
    lead, head = here["evaluator"], here["executive"]
    on = {"code": code, "agency": WARD, "at": AT}
    said = {"on": About.CRITERION, "about_code": BY_HAND}
    actions.answer_reply(outcome=ReplyOutcome.KEPT, answer=LOOKED, by=lead, **said, **on)
    key = results.retests(viewer=lead, code=code)[0].key
    actions.decide_retest(code=code, key=key, granted=False, decision=LATE, by=lead, at=AT)
    actions.leave_open(reason=OPEN, by=lead, **on)
    actions.finish_replies(by=head, **on)
    actions.close_replies(code=code, by=lead, at=AT)
    actions.publish(code=code, by=lead, at=AT)
