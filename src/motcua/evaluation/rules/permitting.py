"""Who may do what in a campaign: the one place, read by actions, queries and pages.

Somebody stands to a campaign as its leader, to a portal in it as its first or second evaluator or
as the head of its agency. Nothing else counts: who runs the system or the measuring has no part.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignState, Lead, Seat
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Sentence


class Stand(StrEnum):
    """How somebody stands to a campaign or to one portal in it."""

    LEADER = "leader"
    FIRST = "first"
    SECOND = "second"
    HEAD = "head"


class See(StrEnum):
    """What is seen before anything is published."""

    BOARD = "board"
    WORKSHEET = "worksheet"
    DIFFERENCES = "differences"
    REPLIES = "replies"
    RESULTS = "results"


LEADING: Mapping[Lead, Role] = {
    Lead.AUTHORITY: Role.EVALUATOR,
    Lead.INDEPENDENT: Role.INDEPENDENT_REVIEWER,
}
JUDGES = frozenset(LEADING.values())
"""Roles of people who may be asked to evaluate a portal."""
INDEPENDENT_SETS = ("users-view", "wcag-2.2", "privacy")
"""Sets that look from the user's side: the ones that an independent reviewer judges by."""

_LEADER = frozenset({Stand.LEADER})
_SEATS = frozenset({Stand.FIRST, Stand.SECOND})
_HEAD = frozenset({Stand.HEAD})

MAY: Mapping[Verb | See, frozenset[Stand]] = {
    Verb.CHANGE: _LEADER,
    Verb.ASSIGN: _LEADER,
    Verb.OPEN: _LEADER,
    Verb.START_RUNS: _LEADER,
    Verb.ANSWER: _SEATS,
    Verb.DECLARE: _HEAD,
    Verb.OBSERVE: _LEADER | _SEATS,
    Verb.DOUBT: _SEATS,
    Verb.CLOSE: _LEADER,
    Verb.RECONCILE: _LEADER | _SEATS,
    Verb.OVERRIDE: _LEADER,
    Verb.COMPUTE: _LEADER,
    Verb.ASK_FOR_REPLY: _LEADER,
    Verb.REPLY: _HEAD,
    Verb.ANSWER_REPLY: _LEADER,
    Verb.CLOSE_REPLIES: _LEADER,
    Verb.ASK_RETEST: _HEAD,
    Verb.DECIDE_RETEST: _LEADER,
    Verb.PUBLISH: _LEADER,
    Verb.CORRECT: _LEADER,
    Verb.WITHDRAW: _LEADER,
    Verb.ABANDON: _LEADER,
    See.BOARD: _LEADER,
    See.WORKSHEET: _SEATS,
    See.DIFFERENCES: _LEADER | _SEATS,
    See.REPLIES: _LEADER | _SEATS | _HEAD,
    See.RESULTS: _LEADER | _SEATS | _HEAD,
}
"""What each may do and see. An evaluator's own sheet is nobody else's until both are finished."""


class Led(Protocol):
    """A campaign, as far as its leading goes."""

    @property
    def lead(self) -> str:
        """Who leads it, by the value of `Lead`."""
        ...

    @property
    def agency_path(self) -> str:
        """Where it is led."""
        ...


def leads(viewer: Viewer, campaign: Led) -> bool:
    """Tell whether somebody leads a campaign: holds its leading role where it is led."""
    return LEADING[Lead(campaign.lead)] in viewer.roles_at(campaign.agency_path)


def heads(viewer: Viewer, path: str) -> bool:
    """Tell whether somebody is head of an agency, or of one above it."""
    return Role.EXECUTIVE in viewer.roles_at(path)


def stands(
    viewer: Viewer, campaign: Led, *, path: str = "", seats: Mapping[Seat, UUID] | None = None
) -> frozenset[Stand]:
    """Tell how somebody stands to a campaign, and to a portal at `path` with its `seats`."""
    judges = any(grant.role in JUDGES for grant in viewer.grants)
    held = {
        Stand(seat.value) for seat, who in (seats or {}).items() if judges and who == viewer.key
    }
    if leads(viewer, campaign):
        held.add(Stand.LEADER)
    if path and heads(viewer, path):
        held.add(Stand.HEAD)
    return frozenset(held)


def may(what: Verb | See, held: frozenset[Stand]) -> bool:
    """Tell whether one who stands so may do or see something."""
    return bool(MAY[what] & held)


def check(what: Verb | See, held: frozenset[Stand]) -> None:
    """Refuse what one who stands so may not do, saying who may."""
    if may(what, held):
        return
    vi = ", ".join(_TITLES[stand].vi for stand in Stand if stand in MAY[what])
    en = ", ".join(_TITLES[stand].en for stand in Stand if stand in MAY[what])
    raise CampaignRefused("quyen", Sentence(f"Việc này dành cho {vi}.", f"This is for {en}."))


def may_see_results(state: CampaignState, held: frozenset[Stand]) -> bool:
    """Tell whether one who stands so may see a portal's results now, before they are published.

    Evaluators once the worksheets are closed, the agency once it is asked for its reply.
    """
    settled = {CampaignState.JUDGING, CampaignState.REPLYING, CampaignState.PUBLISHED}
    asked = {CampaignState.REPLYING, CampaignState.PUBLISHED}
    return (
        Stand.LEADER in held
        or (bool(held & _SEATS) and state in settled)
        or (Stand.HEAD in held and state in asked)
    )


def may_judge_by(lead: Lead, criteria_set: str) -> bool:
    """Tell whether a campaign led so may use a set (`users-view/2024-placeholder`)."""
    return lead is Lead.AUTHORITY or criteria_set.split("/", maxsplit=1)[0] in INDEPENDENT_SETS


def is_partial(evaluator: Viewer, path: str) -> bool:
    """Tell whether somebody works for the agency at `path`, above it or in an office of it, and so
    cannot be its judge."""
    below = {one.role for one in evaluator.grants if one.agency_path.startswith(path)}
    return bool((evaluator.roles_at(path) | below) - JUDGES - {Role.EMC_OPERATOR})


_TITLES: Mapping[Stand, Sentence] = {
    Stand.LEADER: Sentence("người chủ trì đợt đánh giá", "whoever leads the campaign"),
    Stand.FIRST: Sentence("người đánh giá thứ nhất của cổng", "the portal's first evaluator"),
    Stand.SECOND: Sentence("người đánh giá thứ hai của cổng", "the portal's second evaluator"),
    Stand.HEAD: Sentence("thủ trưởng cơ quan có cổng", "the head of the portal's agency"),
}
