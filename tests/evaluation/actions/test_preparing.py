"""Preparing a campaign: what it needs, who judges what, what hinders its opening."""

from datetime import date

import pytest
from tests.factories import campaigns, people

from motcua.evaluation import actions
from motcua.evaluation.actions import creating
from motcua.evaluation.models import Assignment, Campaign, Subject
from motcua.evaluation.queries.criteria import CriteriaUnknown
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.campaigns import CampaignRefused, Lead, Seat, SubjectWanted
from motcua.identity import actions as identity
from motcua.identity import queries as viewers
from motcua.identity.values import SYSTEM, Role
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(db, judged_by):
    return people.officer(Role.EVALUATOR, "G06")


def create(by, **but):
    return actions.create_campaign(wanted=campaigns.wanted(**but), by=by, at=campaigns.AT)


def test_codes_run_through_the_year(leader):
    assert [create(leader).code for _ in range(2)] == ["dg-2026-001", "dg-2026-002"]


def test_two_who_begin_at_once_get_two_codes(leader, monkeypatch):
    create(leader)
    real, taken = creating._next_code, iter(["dg-2026-001", "dg-2026-001"])
    monkeypatch.setattr(creating, "_next_code", lambda at: next(taken, None) or real(at))
    assert create(leader).code == "dg-2026-002"


@pytest.mark.parametrize(
    ("field", "but"),
    [
        ("ten", {"title": Sentence(" ", "A")}),
        ("tu-ngay", {"first_day": date(2026, 7, 1)}),
        ("so-lieu-tu", {"figures_from": date(2026, 7, 1), "figures_to": date(2026, 6, 1)}),
        ("so-nguoi", {"seats": 3}),
        ("so-trang", {"manner": Manner(pages=0)}),
        ("nguoi-chu-tri", {"lead": Lead.INDEPENDENT}),
    ],
)
def test_what_is_wrong_is_named_by_its_field(leader, field, but):
    with pytest.raises(CampaignRefused) as refused:
        create(leader, **but)
    assert refused.value.field == field


def test_an_unknown_set_is_refused_with_what_is_like_it(leader):
    with pytest.raises(CriteriaUnknown) as refused:
        create(leader, criteria_set="thu/3")
    assert "thu/" in refused.value.sentence.vi


@pytest.mark.parametrize("role", [r for r in Role if r != Role.EVALUATOR and r.of_officers])
def test_nobody_else_begins_a_campaign_of_the_authority(judged_by, role):
    with pytest.raises(CampaignRefused):
        create(people.officer(role, "G06"))


def test_an_independent_reviewer_judges_from_the_users_side_only(judged_by):
    reviewer = people.officer(Role.INDEPENDENT_REVIEWER, "G06")
    with pytest.raises(CampaignRefused) as refused:
        create(reviewer, lead=Lead.INDEPENDENT)
    assert refused.value.field == "bo-tieu-chi"


def test_portals_are_added_once_by_code_by_list_and_by_league(leader):
    for code in ("H26", "H30", "G01"):
        people.agency(code)
    made = create(leader)
    wanted = [SubjectWanted(agency="H26", address="dvc.example")]
    added = actions.add_subjects(code=made.code, wanted=wanted, by=leader, at=campaigns.AT)
    assert (added.added, added.there) == (("H26",), ())
    text = "mã,địa chỉ\nH26,other.example\nG01,bo.example\n"
    added = actions.add_list(code=made.code, text=text, by=leader, at=campaigns.AT)
    assert (added.added, added.there) == (("G01",), ("H26",))
    added = actions.add_league(code=made.code, league=League.PROVINCES, by=leader, at=campaigns.AT)
    assert added.added == ("H30",)
    rows = Subject.objects.order_by("agency_code")
    assert [(row.agency_code, row.league, row.address) for row in rows] == [
        ("G01", "ministries", "https://bo.example"),
        ("H26", "provinces", "https://dvc.example"),
        ("H30", "provinces", ""),
    ]


def test_every_agency_that_is_unknown_is_named_and_none_is_added(leader):
    people.agency("H26")
    made = create(leader)
    wanted = [SubjectWanted(agency=code) for code in ("H26", "H99", "H98\0", "H26.00070")]
    people.agency("H26.00070")
    with pytest.raises(CampaignRefused) as refused:
        actions.add_subjects(code=made.code, wanted=wanted, by=leader, at=campaigns.AT)
    assert len(refused.value.all) == 3
    assert not Subject.objects.exists()


def test_addresses_are_put_right_and_portals_leave_before_it_opens(story):
    wanted = SubjectWanted(agency="H26", address="moi.example", others=("cu.example",))
    actions.change_subject(code=story.code, wanted=wanted, by=story.leader, at=story.at)
    row = Subject.objects.get(agency_code="H26")
    assert (row.address, row.others) == ("https://moi.example", ["https://cu.example"])
    actions.remove_subject(code=story.code, agency="H30", by=story.leader, at=story.at)
    story.open()
    with pytest.raises(CampaignRefused):
        actions.remove_subject(code=story.code, agency="G01", by=story.leader, at=story.at)


def test_another_address_is_computed_in(story):
    story.open().compute()
    wanted = SubjectWanted(agency="H26", address="moi.example")
    actions.change_subject(code=story.code, wanted=wanted, by=story.leader, at=story.at)
    assert Campaign.objects.get().computed_at is None


def test_opening_names_every_reason_against_it(judged_by):
    told = campaigns.story(("H26", "H30"), assigned=False)
    Subject.objects.filter(agency_code="H30").update(address="")
    with pytest.raises(CampaignRefused) as refused:
        told.open()
    assert [said.en.split(":")[0] for said in refused.value.all] == [
        "No address is known of the portals of",
        "There is no first evaluator yet for",
        "There is no second evaluator yet for",
    ]


def test_a_set_that_changed_under_the_campaign_is_refused(story, settings):
    place = settings.LIBRARY / "criteria" / "thu" / "1.yaml"
    place.write_text(place.read_text(encoding="utf-8").replace("Dễ hiểu", "Khó hiểu"))
    with pytest.raises(CampaignRefused) as refused:
        story.open()
    assert refused.value.sentence.vi.startswith("Bộ tiêu chí thu/1 trong thư viện đã khác")


def test_seats_are_filled_turn_by_turn_by_two_people_each(judged_by):
    told = campaigns.story(assigned=False)
    third = people.officer(Role.EVALUATOR, "G07")
    identity.grant(
        account_key=third.key, role=Role.CASE_OFFICER, agency_code="H26", by=SYSTEM, at=campaigns.AT
    )
    keys = [told.first.key, told.second.key, third.key]
    filled = actions.assign_evenly(code=told.code, evaluators=keys, by=told.leader, at=told.at)
    assert filled == 6
    assert actions.assign_evenly(code=told.code, evaluators=keys, by=told.leader, at=told.at) == 0
    rows = Assignment.objects.values_list("subject__agency_code", "evaluator")
    assert ("H26", third.key) not in set(rows)
    assert len(set(rows)) == 6


def assign(told, who, seat=Seat.FIRST):
    actions.assign(
        code=told.code, agency="H26", seat=seat, evaluator=who.key, by=told.leader, at=told.at
    )


def test_a_judge_who_works_for_the_agency_or_judges_nothing_is_refused(story):
    stranger = people.officer(Role.CASE_OFFICER, "G07")
    partial = people.officer(Role.EVALUATOR, "G07")
    identity.grant(
        account_key=partial.key, role=Role.APPROVER, agency_code="H26", by=SYSTEM, at=campaigns.AT
    )
    for who in (stranger, viewers.viewer_of(partial.key, at=campaigns.AT), story.second):
        with pytest.raises(CampaignRefused) as refused:
            assign(story, who)
        assert refused.value.field == "nguoi-danh-gia"


def test_somebody_makes_room_until_they_have_answered(story):
    other = people.officer(Role.EVALUATOR, "G06")
    assign(story, other)
    assert Assignment.objects.get(subject__agency_code="H26", seat="first").evaluator == other.key
    story.open()
    story.answer("H26", other)
    with pytest.raises(CampaignRefused):
        assign(story, story.first)


def test_where_one_judges_there_is_no_second_seat(judged_by):
    told = campaigns.story(("H26",), assigned=False, seats=1)
    assign(told, told.first)
    with pytest.raises(CampaignRefused):
        assign(told, told.second, Seat.SECOND)
    told.open()


def test_the_period_and_the_criteria_are_changed_before_it_opens(story):
    wanted = campaigns.wanted(criteria_set="thu/2", last_day=date(2026, 7, 31))
    changed = actions.change_campaign(code=story.code, wanted=wanted, by=story.leader, at=story.at)
    assert (changed.criteria_set, changed.last_day) == ("thu/2", date(2026, 7, 31))
    other = campaigns.wanted(lead=Lead.INDEPENDENT, criteria_set="thu/1")
    with pytest.raises(CampaignRefused):
        actions.change_campaign(code=story.code, wanted=other, by=story.leader, at=story.at)
