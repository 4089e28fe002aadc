"""Reading results before they are published, replies to them, requests for another look."""

from collections import defaultdict
from collections.abc import Mapping

from motcua.evaluation.models import (
    Campaign,
    EvidenceFile,
    Reply,
    Retest,
    Subject,
    SubjectScore,
)
from motcua.evaluation.queries.campaigns import reached
from motcua.evaluation.queries.material import sessions_of
from motcua.evaluation.queries.viewing import reply_view, retest_view, stands_at
from motcua.evaluation.rules import permitting, recording
from motcua.evaluation.rules.observing import summed_up
from motcua.evaluation.rules.permitting import See, Stand
from motcua.evaluation.rules.publishing import ranked
from motcua.evaluation.values.campaigns import CampaignState
from motcua.evaluation.values.published import PublishedSubject, SubjectResult
from motcua.evaluation.values.usability import SessionView, Usability
from motcua.evaluation.values.worksheets import ReplyView, RetestView, Side
from motcua.identity.values import Viewer

_LEFT_OUT: Mapping[str, list[str]] = {"findings": [], "answers": []}
"""What lists of portals do not read: all of it is nine tenths of a nation's results."""


def results(*, viewer: Viewer, code: str) -> tuple[SubjectResult, ...]:
    """Give the results that were computed, by league and rank, of the portals the viewer may see.

    Ranks are those among all; only whoever leads sees every portal.
    """
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    seen = _seen(viewer, campaign)
    leads = Stand.LEADER in permitting.stands(viewer, campaign)
    rows = SubjectScore.objects.filter(subject__campaign=campaign).select_related("subject")
    if not leads:
        rows = rows.filter(subject__in=seen)
    found = [(row, recording.read(PublishedSubject, row.document | _LEFT_OUT)) for row in rows]
    places = ranked(one for _, one in found) if leads else {}
    made = [
        SubjectResult(
            agency=one.agency,
            name=one.name,
            league=one.league,
            rank=places[one.agency].rank if one.agency in places else None,
            result=one.result,
            findings=len(row.document["findings"]),
            figures=one.figures,
            computed_at=row.computed_at,
        )
        for row, one in found
    ]
    return tuple(sorted(made, key=lambda one: (one.league.value, one.rank or 0, one.agency)))


def result(*, viewer: Viewer, code: str, agency: str) -> PublishedSubject | None:
    """Give one portal as it would be published, without its rank, to whom it may be shown."""
    campaign = reached(viewer, code)
    if campaign is None:
        return None
    rows = SubjectScore.objects.filter(subject__in=_seen(viewer, campaign))
    row = rows.filter(subject__agency_code=agency.replace("\0", "")).first()
    return recording.read(PublishedSubject, row.document) if row else None


def replies(*, viewer: Viewer, code: str, agency: str = "") -> tuple[ReplyView, ...]:
    """Give the explanations of agencies, unanswered ones first; to heads only their own."""
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    subjects = _standing(viewer, campaign, See.REPLIES, agency=agency)
    files: dict[tuple[int, str], list[EvidenceFile]] = defaultdict(list)
    kept = EvidenceFile.objects.filter(subject__in=subjects, side=Side.REPLY.value)
    for file in kept.order_by("pk"):
        files[file.subject_id, file.criterion].append(file)
    rows = Reply.objects.filter(subject__in=subjects)
    found = [
        reply_view(
            row,
            agency=subjects[row.subject_id].agency_code,
            files=files.get((row.subject_id, row.code), ()),
        )
        for row in rows.order_by("subject__agency_code", "about", "code")
    ]
    return tuple(sorted(found, key=lambda one: one.answered_at is not None))


def retests(*, viewer: Viewer, code: str, agency: str = "") -> tuple[RetestView, ...]:
    """Give requests for another look, undecided ones first; to heads only their own."""
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    subjects = _standing(viewer, campaign, See.REPLIES, agency=agency)
    rows = Retest.objects.filter(subject__in=subjects).order_by("-asked_at", "-pk")
    found = [retest_view(row, agency=subjects[row.subject_id].agency_code) for row in rows]
    return tuple(sorted(found, key=lambda one: one.decided_at is not None))


def sessions(*, viewer: Viewer, code: str, agency: str = "") -> tuple[SessionView, ...]:
    """Give usability sessions, to whoever leads and to the portal's evaluators."""
    campaign = reached(viewer, code)
    if campaign is None:
        return ()
    subjects = _standing(viewer, campaign, See.DIFFERENCES, agency=agency)
    found = sessions_of(campaign)
    return tuple(one for pk in subjects for one in found.get(pk, ()))


def usability(*, viewer: Viewer, code: str) -> Usability | None:
    """Give every finished session of a campaign together, to whoever leads it."""
    campaign = reached(viewer, code)
    if campaign is None or Stand.LEADER not in permitting.stands(viewer, campaign):
        return None
    return summed_up([one for many in sessions_of(campaign).values() for one in many])


def _standing(
    viewer: Viewer, campaign: Campaign, what: See, *, agency: str = ""
) -> Mapping[int, Subject]:
    rows = campaign.subjects.prefetch_related("assignments").order_by("agency_code")
    if agency:
        rows = rows.filter(agency_code=agency.replace("\0", ""))
    return {row.pk: row for row in rows if permitting.may(what, stands_at(viewer, row, campaign))}


def _seen(viewer: Viewer, campaign: Campaign) -> list[int]:
    state = CampaignState(campaign.state)
    rows = campaign.subjects.prefetch_related("assignments")
    return [
        row.pk
        for row in rows
        if permitting.may_see_results(state, stands_at(viewer, row, campaign))
    ]
