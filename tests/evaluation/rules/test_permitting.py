"""Who may do what in a campaign, role by role."""

from uuid import UUID

import pytest

from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import See, Stand
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignState, Lead, Seat
from motcua.identity.values import ANONYMOUS, SYSTEM, Grant, Role, Viewer

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
PORTAL = "H26."


class Led:
    lead = "authority"
    agency_path = "G06."


class Independent(Led):
    lead = "independent"


def viewer(role, path, key=THREE):
    return Viewer(key=key, name="Ai đó", grants=(Grant(role, path.rstrip("."), path),))


SEATS = {Seat.FIRST: ONE, Seat.SECOND: TWO}
LEADERS = {
    Verb.CHANGE, Verb.ASSIGN, Verb.OPEN, Verb.START_RUNS, Verb.OBSERVE, Verb.CLOSE, Verb.RECONCILE,
    Verb.OVERRIDE, Verb.COMPUTE, Verb.ASK_FOR_REPLY, Verb.ANSWER_REPLY, Verb.CLOSE_REPLIES,
    Verb.DECIDE_RETEST, Verb.PUBLISH, Verb.CORRECT, Verb.WITHDRAW, Verb.ABANDON,
    See.BOARD, See.DIFFERENCES, See.REPLIES, See.RESULTS,
}  # fmt: skip
JUDGES = {
    Verb.ANSWER, Verb.OBSERVE, Verb.DOUBT, Verb.RECONCILE, See.WORKSHEET, See.DIFFERENCES,
    See.REPLIES, See.RESULTS,
}  # fmt: skip
HEADS = {Verb.DECLARE, Verb.REPLY, Verb.ASK_RETEST, See.REPLIES, See.RESULTS}
MATRIX = [
    ("leads", viewer(Role.EVALUATOR, "G06."), LEADERS),
    ("leads from above", viewer(Role.EVALUATOR, "G"), LEADERS),
    ("evaluates elsewhere", viewer(Role.EVALUATOR, "G07."), set()),
    ("first, from elsewhere", viewer(Role.EVALUATOR, "G07.", ONE), JUDGES),
    ("second, from elsewhere", viewer(Role.EVALUATOR, "G07.", TWO), JUDGES),
    ("second, and leads", viewer(Role.EVALUATOR, "G06.", TWO), JUDGES | LEADERS),
    ("sits there, evaluates no more", viewer(Role.RECEPTIONIST, "G06.", ONE), set()),
    ("independent", viewer(Role.INDEPENDENT_REVIEWER, "G06."), set()),
    ("head of the agency", viewer(Role.EXECUTIVE, PORTAL), HEADS),
    ("head of another", viewer(Role.EXECUTIVE, "H30."), set()),
    ("head below", viewer(Role.EXECUTIVE, "H26.00070."), set()),
    ("runs the measuring", viewer(Role.EMC_OPERATOR, "G06."), set()),
    ("runs the system", viewer(Role.SYSTEM_ADMIN, "G06."), set()),
    ("controls", viewer(Role.CONTROLLER, PORTAL), set()),
    ("nobody", ANONYMOUS, set()),
    ("the system", SYSTEM, set()),
]


@pytest.mark.parametrize(("who", "may"), [row[1:] for row in MATRIX], ids=[r[0] for r in MATRIX])
def test_each_may_do_and_see_this_and_nothing_else(who, may):
    held = permitting.stands(who, Led(), path=PORTAL, seats=SEATS)
    assert {what for what in permitting.MAY if permitting.may(what, held)} == may


def test_every_verb_and_view_has_its_people():
    assert set(permitting.MAY) == {*Verb, *See}
    assert all(permitting.MAY.values())


def test_an_independent_reviewer_leads_campaigns_of_its_own_kind_only():
    reviewer = viewer(Role.INDEPENDENT_REVIEWER, "G06.")
    assert permitting.stands(reviewer, Independent()) == {Stand.LEADER}
    assert permitting.stands(viewer(Role.EVALUATOR, "G06."), Independent()) == frozenset()


@pytest.mark.parametrize(
    ("lead", "name", "may"),
    [
        (Lead.AUTHORITY, "qd-473/2024-placeholder", True),
        (Lead.AUTHORITY, "users-view/2024-placeholder", True),
        (Lead.INDEPENDENT, "users-view/2024-placeholder", True),
        (Lead.INDEPENDENT, "wcag-2.2/aa", True),
        (Lead.INDEPENDENT, "qd-473/2024-placeholder", False),
        (Lead.INDEPENDENT, "users-view-too/1", False),
    ],
)
def test_who_judges_by_which_set(lead, name, may):
    assert permitting.may_judge_by(lead, name) is may


@pytest.mark.parametrize(
    ("role", "path", "partial"),
    [
        (Role.RECEPTIONIST, PORTAL, True),
        (Role.EXECUTIVE, "H", True),
        (Role.EVALUATOR, PORTAL, False),
        (Role.RECEPTIONIST, "H30.", False),
        (Role.RECEPTIONIST, "H26.00070.", True),
        (Role.EVALUATOR, "H26.00070.", False),
    ],
)
def test_nobody_judges_the_agency_they_work_for(role, path, partial):
    assert permitting.is_partial(viewer(role, path), PORTAL) is partial


def test_a_refusal_says_who_may():
    with pytest.raises(CampaignRefused) as refused:
        permitting.check(Verb.DECLARE, frozenset({Stand.LEADER}))
    assert "thủ trưởng" in refused.value.sentence.vi


@pytest.mark.parametrize(
    ("stand", "states"),
    [
        (Stand.LEADER, set(CampaignState)),
        (Stand.FIRST, {"judging", "replying", "published"}),
        (Stand.HEAD, {"replying", "published"}),
    ],
)
def test_results_are_seen_by_these_in_these_states(stand, states):
    held = frozenset({stand})
    assert {s for s in CampaignState if permitting.may_see_results(s, held)} == states
