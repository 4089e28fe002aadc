"""Leading a campaign from one state to the next."""

from datetime import datetime

from django.db import transaction

from motcua.evaluation.actions.reaching import campaign_for, move, outdate, reason_of
from motcua.evaluation.events import about
from motcua.evaluation.events.campaigns import CampaignMoved
from motcua.evaluation.models import Campaign
from motcua.evaluation.queries import hindrances
from motcua.evaluation.rules.moving import REPLY_DAYS, Verb
from motcua.evaluation.values.campaigns import CampaignKind, CampaignRefused
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence, counted


def open_campaign(*, code: str, by: Viewer, at: datetime) -> None:
    """Open a campaign: portals can be looked at, worksheets filled in, declarations made."""
    with transaction.atomic():
        campaign = campaign_for(Verb.OPEN, code=code, by=by)
        hindrances.check(campaign, Verb.OPEN, at=at)
        campaign.opened_at = at
        _move(campaign, Verb.OPEN, by=by, at=at, fields=("opened_at",))


def close_worksheets(*, code: str, by: Viewer, at: datetime) -> None:
    """End the answering: from now on differences are settled and findings overruled."""
    with transaction.atomic():
        campaign = campaign_for(Verb.CLOSE, code=code, by=by)
        hindrances.check(campaign, Verb.CLOSE, at=at)
        campaign.closed_at = at
        _move(campaign, Verb.CLOSE, by=by, at=at, fields=("closed_at",))


def ask_for_reply(*, code: str, until: datetime, by: Viewer, at: datetime) -> None:
    """Show the agencies the results that would be published, and hear them until a moment.

    Agencies that had said they were done are asked again.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.ASK_FOR_REPLY, code=code, by=by)
        hindrances.check(campaign, Verb.ASK_FOR_REPLY, at=at)
        least = REPLY_DAYS[CampaignKind(campaign.kind)]
        if until < at + least:
            raise CampaignRefused(
                "han",
                Sentence(
                    f"Cơ quan phải có ít nhất {least.days} ngày để giải trình.",
                    f"Agencies need {counted(least.days, 'day')} or more for their reply.",
                ),
            )
        campaign.reply_until, campaign.replies_closed_at = until, None
        campaign.subjects.update(replied_at=None)
        fields = ("reply_until", "replies_closed_at")
        _move(campaign, Verb.ASK_FOR_REPLY, by=by, at=at, fields=fields)


def close_replies(*, code: str, by: Viewer, at: datetime) -> None:
    """End the hearing: when its time is over, or every agency said that it has nothing to add."""
    with transaction.atomic():
        campaign = campaign_for(Verb.CLOSE_REPLIES, code=code, by=by)
        hindrances.check(campaign, Verb.CLOSE_REPLIES, at=at)
        campaign.replies_closed_at = at
        _move(campaign, Verb.CLOSE_REPLIES, by=by, at=at, fields=("replies_closed_at",))


def correct(*, code: str, reason: str, by: Viewer, at: datetime) -> None:
    """Open a published campaign again. What was published holds until a new document follows."""
    with transaction.atomic():
        campaign = campaign_for(Verb.CORRECT, code=code, by=by)
        campaign.reason = reason_of(reason)[:500]
        outdate(campaign)
        _move(campaign, Verb.CORRECT, by=by, at=at, fields=("reason",))


def abandon(*, code: str, reason: str, by: Viewer, at: datetime) -> None:
    """Give up a campaign that was never published; one that was is corrected or withdrawn."""
    with transaction.atomic():
        campaign = campaign_for(Verb.ABANDON, code=code, by=by)
        if campaign.published_at is not None:
            raise CampaignRefused(
                "trang-thai",
                Sentence(
                    "Đợt này đã công bố; hãy công bố bản đính chính hoặc rút kết quả.",
                    "This campaign was published; publish a correction or withdraw it.",
                ),
            )
        campaign.reason = reason_of(reason)[:500]
        _move(campaign, Verb.ABANDON, by=by, at=at, fields=("reason",))


def _move(
    campaign: Campaign, verb: Verb, *, by: Viewer, at: datetime, fields: tuple[str, ...]
) -> None:
    before, after = move(campaign, verb, fields=fields)
    event = CampaignMoved(
        subject=about(campaign.code),
        before=before,
        after=after,
        reason=campaign.reason if "reason" in fields else "",
        until=campaign.reply_until if verb is Verb.ASK_FOR_REPLY else None,
    )
    record(event=event, by=by.actor, at=at)
