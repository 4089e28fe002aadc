"""Who evaluates which portal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.evaluation.actions.reaching import campaign_for, unknown
from motcua.evaluation.events import about
from motcua.evaluation.events.campaigns import EvaluatorAssigned, EvaluatorsSpread
from motcua.evaluation.models import Assignment, Campaign, Subject
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused, Lead, Seat
from motcua.identity import queries as identity
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Sentence


def assign(
    *, code: str, agency: str, seat: Seat, evaluator: UUID, by: Viewer, at: datetime
) -> None:
    """Let somebody evaluate a portal in a seat; whoever sat there without an answer makes room.

    Refuses somebody who is no evaluator, works for the portal's agency, sits there already, or
    would take the place of one who has answered.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.ASSIGN, code=code, by=by)
        _check_seat(campaign, seat)
        rows = campaign.subjects.select_for_update()
        subject = rows.filter(agency_code=agency.replace("\0", "")).first()
        if subject is None:
            raise unknown()
        who = _evaluator(evaluator, campaign, at=at)
        before = _make_room(subject, seat, who)
        Assignment.objects.create(**_seated(subject, seat, who, by=by, at=at))
        event = EvaluatorAssigned(
            subject=about(campaign.code, agency),
            agency=agency,
            seat=seat.value,
            evaluator=evaluator,
            before=before,
        )
        record(event=event, by=by.actor, at=at)


def assign_evenly(*, code: str, evaluators: Sequence[UUID], by: Viewer, at: datetime) -> int:
    """Fill the seats that are empty, turn by turn; give how many were filled.

    Nobody gets a portal of the agency they work for; a seat that nobody can take stays empty.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.ASSIGN, code=code, by=by)
        people = [_evaluator(key, campaign, at=at) for key in dict.fromkeys(evaluators)]
        rows = campaign.subjects.prefetch_related("assignments").order_by("league", "agency_code")
        made: list[Assignment] = []
        turn = 0
        for subject in rows:
            taken = {one.seat: one.evaluator for one in subject.assignments.all()}
            for seat in tuple(Seat)[: campaign.seats]:
                who = _next(people, subject, taken=set(taken.values()), turn=turn)
                if seat.value in taken or who is None:
                    continue
                taken[seat.value] = _key(who)
                made.append(Assignment(**_seated(subject, seat, who, by=by, at=at)))
                turn = people.index(who) + 1
        Assignment.objects.bulk_create(made)
        event = EvaluatorsSpread(
            subject=about(campaign.code),
            evaluators=tuple(_key(who) for who in people),
            seats_filled=len(made),
        )
        record(event=event, by=by.actor, at=at)
    return len(made)


def _next(
    people: Sequence[Viewer], subject: Subject, *, taken: set[UUID], turn: int
) -> Viewer | None:
    """Give who is next in turn and may judge the portal."""
    order = [people[(turn + step) % len(people)] for step in range(len(people))]
    free = (who for who in order if who.key not in taken)
    return next((w for w in free if not permitting.is_partial(w, subject.agency_path)), None)


def _evaluator(key: UUID, campaign: Campaign, *, at: datetime) -> Viewer:
    who = identity.viewer_of(key, at=at)
    wanted = permitting.LEADING[Lead(campaign.lead)]
    if not any(grant.role in permitting.JUDGES for grant in who.grants):
        raise CampaignRefused(
            "nguoi-danh-gia",
            Sentence(
                f"Người đánh giá phải có vai trò “{wanted.title.vi}”.",
                f"An evaluator must be a {wanted.title.en}.",
            ),
        )
    return who


def _make_room(subject: Subject, seat: Seat, who: Viewer) -> UUID | None:
    if permitting.is_partial(who, subject.agency_path):
        raise CampaignRefused(
            "nguoi-danh-gia",
            Sentence(
                f"{who.name} làm việc tại cơ quan có cổng này nên không chấm cổng này được.",
                f"{who.name} works for the agency of this portal and cannot judge it.",
            ),
        )
    rows = list(subject.assignments.all())
    if any(one.evaluator == who.key and one.seat != seat.value for one in rows):
        raise CampaignRefused(
            "nguoi-danh-gia",
            Sentence(
                "Hai người đánh giá một cổng phải là hai người khác nhau.",
                "The two evaluators of a portal must be two people.",
            ),
        )
    before = next((one for one in rows if one.seat == seat.value), None)
    if before is None:
        return None
    if before.answers.exists():
        raise CampaignRefused(
            "nguoi-danh-gia",
            Sentence(
                f"{before.evaluator_name} đã chấm cổng này; không thay người được nữa.",
                f"{before.evaluator_name} has answered for this portal and cannot be replaced.",
            ),
        )
    before.delete()
    return before.evaluator


def _seated(
    subject: Subject, seat: Seat, who: Viewer, *, by: Viewer, at: datetime
) -> dict[str, object]:
    return {
        "subject": subject,
        "seat": seat.value,
        "evaluator": who.key,
        "evaluator_name": who.name[:200],
        "assigned_by": by.name[:200],
        "assigned_at": at,
    }


def _check_seat(campaign: Campaign, seat: Seat) -> None:
    if tuple(Seat).index(seat) >= campaign.seats:
        raise CampaignRefused(
            "cho",
            Sentence(
                "Đợt này mỗi cổng chỉ có một người đánh giá.",
                "Each portal of this campaign has one evaluator only.",
            ),
        )


def _key(who: Viewer) -> UUID:
    assert who.key is not None  # noqa: S101 -- an account's viewer has a key; for the type checker
    return who.key
