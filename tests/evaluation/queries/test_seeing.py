"""What each sees of a campaign that is under way, and in how many questions to the database."""

import pytest
from tests.factories import campaigns, people

from motcua.evaluation.models import store
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import results, worksheets
from motcua.evaluation.values.campaigns import CampaignState, RunState, Seat
from motcua.identity.values import ANONYMOUS, Role

pytestmark = pytest.mark.django_db
NOBODYS = [
    (Role.EMC_OPERATOR, "G06"),
    (Role.SYSTEM_ADMIN, "G06"),
    (Role.INDEPENDENT_REVIEWER, "G06"),
    (Role.EVALUATOR, "H30"),
    (Role.EXECUTIVE, "H30"),
    (Role.CONTROLLER, "H26"),
]


def test_drafts_are_seen_by_those_who_lead_and_evaluate(story):
    see = {
        name: [one.code for one in queries.campaigns(viewer=who)]
        for name, who in (
            ("leader", story.leader),
            ("first", story.first),
            ("head", story.heads["H26"]),
            ("nobody", ANONYMOUS),
        )
    }
    assert see == {"leader": [story.code], "first": [story.code], "head": [], "nobody": []}
    story.open()
    (seen,) = queries.campaigns(viewer=story.heads["H26"])
    assert (seen.state, seen.subjects) == (CampaignState.OPEN, 3)


@pytest.mark.parametrize(("role", "where"), NOBODYS)
def test_nobody_else_sees_anything(judged_by, role, where):
    told = campaigns.story(("H26",)).settled().ask()
    who = people.officer(role, where)
    asked = {"viewer": who, "code": told.code}
    assert queries.campaigns(viewer=who) == ()
    assert queries.campaign(**asked) is None
    assert queries.board(**asked, at=told.at) is None
    assert queries.portals(**asked) == ()
    assert queries.evaluators(**asked, at=told.at) == ()
    assert worksheets.own_worksheets(viewer=who) == ()
    assert worksheets.worksheet(**asked, agency="H26") is None
    assert worksheets.declaration_sheet(**asked, agency="H26") is None
    for many in (worksheets.differences, worksheets.overrides, results.results):
        assert many(**asked) == ()
    for many in (results.replies, results.retests, results.sessions):
        assert many(**asked) == ()
    assert results.result(**asked, agency="H26") is None
    assert results.usability(**asked) is None
    evidence = {"agency": "H26", "digest": store.keep(campaigns.PICTURE)}
    assert worksheets.evidence_file(**asked, **evidence) is None
    assert worksheets.run_evidence(**asked, **evidence) is None


def test_each_stands_to_its_own_portals_only(story):
    story.open()
    seen = queries.portals(viewer=story.heads["H26"], code=story.code)
    assert [(one.agency, sorted(held)) for one, held in seen] == [("H26", ["head"])]
    assert len(queries.portals(viewer=story.leader, code=story.code)) == 3
    assert queries.board(viewer=story.first, code=story.code, at=story.at) is None


def test_the_board_says_how_each_portal_stands_and_what_hinders(story):
    story.open().run()
    story.answer("H26", story.first)
    story.finish("H26", story.first)
    story.answer("H26", story.second, "?")
    board = queries.board(viewer=story.leader, code=story.code, at=story.at)
    row = next(one for one in board.rows if one.subject.agency == "H26")
    assert (row.run.state, row.run.pages) == (RunState.DONE, 1)
    assert [(s.seat, s.answered, s.asked, bool(s.finished_at)) for s in row.seats] == [
        (Seat.FIRST, 1, 1, True),
        (Seat.SECOND, 0, 1, False),
    ]
    assert [said.en.split(":")[0] for said in board.hindrances] == ["Worksheets are not finished"]
    assert {"close", "start_runs", "abandon"} <= set(board.verbs)
    assert not {"publish", "declare", "answer"} & set(board.verbs)


def test_the_board_shows_grades_differences_and_replies(story):
    story.open().run().judge("2", "1").declare().close().compute()
    board = queries.board(viewer=story.leader, code=story.code, at=story.at)
    assert [(one.differences, one.grade, one.points, one.open) for one in board.rows] == [
        (1, "B", "60.00", 1)
    ] * 3
    assert len(board.hindrances) == 1


def test_lists_ask_the_same_however_long_they_are(judged_by, django_assert_num_queries):
    for agencies in (("G01",), ("G01", "H26", "H30")):
        told = campaigns.story(agencies).open().run().judge("2", "1").close().compute()
        asked = {"viewer": told.leader, "code": told.code}
        with django_assert_num_queries(1):
            queries.campaigns(viewer=told.leader)
        with django_assert_num_queries(17):
            queries.board(**asked, at=told.at)
        with django_assert_num_queries(5):
            worksheets.differences(**asked)
        with django_assert_num_queries(4):
            results.results(**asked)
        with django_assert_num_queries(5):
            results.replies(**asked)
        with django_assert_num_queries(4):
            results.retests(**asked)
        with django_assert_num_queries(4):
            results.sessions(**asked)


def test_a_worksheet_asks_little(story, django_assert_num_queries):
    story.open()
    story.answer("H26", story.first)
    with django_assert_num_queries(5):
        worksheets.worksheet(viewer=story.first, code=story.code, agency="H26")
    with django_assert_num_queries(2):
        lines = worksheets.own_worksheets(viewer=story.first)
    assert [(one.subject.agency, one.answered) for one in lines] == [
        ("G01", 0),
        ("H26", 1),
        ("H30", 0),
    ]


def test_evaluators_to_choose_from_are_those_of_the_leading_agency(story):
    found = queries.evaluators(viewer=story.leader, code=story.code, at=story.at)
    assert [one.key for one in found] == [story.leader.key]


def test_what_a_look_kept_is_seen_by_judges_at_once_and_by_the_agency_when_asked(story):
    story.settled()
    digest = results.result(viewer=story.leader, code=story.code, agency="H26").run.audit
    asked = {"code": story.code, "agency": "H26", "digest": digest}
    head = story.heads["H26"]
    assert worksheets.run_evidence(viewer=story.first, **asked).media_type == "application/json"
    assert worksheets.run_evidence(viewer=head, **asked) is None
    story.ask()
    assert worksheets.run_evidence(viewer=head, **asked) is not None
    assert worksheets.run_evidence(viewer=head, **(asked | {"digest": "0" * 64})) is None


@pytest.mark.parametrize("code", ["", "\0", "dg-0", "../x"])
def test_odd_codes_find_nothing(story, code):
    assert queries.campaign(viewer=story.leader, code=code) is None
    assert worksheets.worksheet(viewer=story.first, code=story.code, agency=code) is None
    assert results.replies(viewer=story.leader, code=story.code, agency=code or "x") == ()
