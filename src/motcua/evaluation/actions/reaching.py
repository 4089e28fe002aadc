"""Reaching what an action is about: the campaign, the portal, locked, for one who may."""

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.evaluation.events import about
from motcua.evaluation.models import Assignment, Campaign, Subject
from motcua.evaluation.queries.viewing import stands_at
from motcua.evaluation.rules import moving, permitting
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignState, Seat
from motcua.evaluation.values.criteria import CriteriaSet, Criterion
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence

LONGEST_REASON = 1000


class NotThere(CampaignRefused):
    """There is no such campaign or portal, or not for the one who asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A portal in its campaign, both locked, and how the one who acts stands to it."""

    campaign: Campaign
    subject: Subject
    stands: frozenset[Stand]
    assignment: Assignment | None

    @property
    def about(self) -> str:
        """What the journal calls it."""
        return about(self.campaign.code, self.subject.agency_code)


def campaign_for(verb: Verb, *, code: str, by: Viewer) -> Campaign:
    """Give a campaign, locked, to one who leads it; refuses who may not and what cannot be now."""
    row = _campaign(code)
    held = permitting.stands(by, row)
    if not held:
        raise unknown()
    permitting.check(verb, held)
    moving.check(verb, CampaignState(row.state))
    return row


def subject_for(verb: Verb, *, code: str, agency: str, by: Viewer) -> Reached:
    """Give a portal of a campaign, both locked, to one who may; refuses as `campaign_for`."""
    campaign = _campaign(code)
    rows = Subject.objects.select_for_update().filter(campaign=campaign)
    subject = None if "\0" in agency else rows.filter(agency_code=agency).first()
    if subject is None:
        raise unknown()
    held = stands_at(by, subject, campaign)
    if not held:
        raise unknown()
    permitting.check(verb, held)
    moving.check(verb, CampaignState(campaign.state))
    seats = {one.evaluator: one for one in subject.assignments.all()}
    return Reached(
        campaign=campaign,
        subject=subject,
        stands=held,
        assignment=seats.get(by.key) if by.key else None,
    )


def seat_of(reached: Reached) -> Seat:
    """Give the seat of the one who acts."""
    if reached.assignment is None:
        raise unknown()
    return Seat(reached.assignment.seat)


def unknown() -> NotThere:
    """Make the refusal of what is not there for whoever asks."""
    return NotThere(
        "ma",
        Sentence(
            "Không tìm thấy đợt đánh giá hoặc cổng này.", "There is no such campaign or portal."
        ),
    )


def reason_of(text: str, *, field: str = "ly-do") -> str:
    """Give a reason without margins; refuses one that says too little or too much."""
    words = text.replace("\0", "").strip()
    if not 3 <= len(words) <= LONGEST_REASON:
        raise CampaignRefused(
            field,
            Sentence(
                f"Bạn hãy viết lý do, từ 3 đến {LONGEST_REASON} ký tự.",
                f"Please say why, in 3 to {LONGEST_REASON} characters.",
            ),
        )
    return words


def criterion_of(criteria_set: CriteriaSet, code: str, *, field: str = "tieu-chi") -> Criterion:
    """Give a criterion of a set; refuses an unknown one."""
    if code not in criteria_set.by_code:
        raise CampaignRefused(
            field,
            Sentence(
                f"Bộ tiêu chí của đợt này không có tiêu chí “{code[:40]}”.",
                f"The campaign's set has no criterion “{code[:40]}”.",
            ),
        )
    return criteria_set.by_code[code]


def move(campaign: Campaign, verb: Verb, *, fields: Iterable[str] = ()) -> tuple[str, str]:
    """Bring a campaign to the state that a verb leads to; give the states before and after."""
    before = campaign.state
    campaign.state = moving.after(verb, CampaignState(before)).value
    campaign.save(update_fields=["state", *fields])
    return before, campaign.state


def outdate(campaign: Campaign) -> None:
    """Let computed results no longer hold: something that they are made of has changed.

    Whatever the row said when it was read: somebody may be computing at this moment.
    """
    Campaign.objects.filter(pk=campaign.pk).update(computed_at=None)
    campaign.computed_at = None


def _campaign(code: str) -> Campaign:
    row = None
    if "\0" not in code:
        row = Campaign.objects.select_for_update().filter(code=code).first()
    if row is None:
        raise unknown()
    return row
