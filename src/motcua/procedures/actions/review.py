"""Proposing to make a procedure simpler, deciding, and carrying it out."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.events import ProposalDecided, ProposalMade, ReviewPlanned
from motcua.procedures.models.review import Proposal, ReviewPlan
from motcua.procedures.values.review import ProposalKind, ProposalStatus

MOST = 4000
PROPOSERS = (Role.PROCEDURE_ADMIN, Role.CASE_OFFICER, Role.RECEPTIONIST)
"""Who works with a procedure may say what is wrong with it."""
DECIDERS = (Role.APPROVER, Role.EXECUTIVE, Role.PROCEDURE_ADMIN)
"""Who may decide, but never on their own proposal."""


class ReviewRefused(Refused):
    """Something about a proposal or plan cannot be done."""


def propose(*, code: str, kind: ProposalKind, text: str, by: Viewer, at: datetime) -> UUID:
    """Propose to make a procedure simpler; gives the proposal's key."""
    words = text.strip()
    if not words or len(words) > MOST:
        raise ReviewRefused(
            Sentence(
                f"Bạn hãy viết điều bạn đề xuất và vì sao, nhiều nhất {MOST} ký tự.",
                f"Please write what you propose and why, at most {MOST} characters.",
            )
        )
    path = _at(by, PROPOSERS)
    if by.key is None:
        raise AssertionError("who holds a role has an account")
    with transaction.atomic():
        row = Proposal.objects.create(
            code=code,
            kind=kind.value,
            text=words,
            agency_path=path,
            proposer_key=by.key,
            proposed_by=by.name,
            proposed_at=at,
        )
        record(
            event=ProposalMade(subject=f"procedure:{code}", proposal=row.key, what=kind.value),
            by=by.actor,
            at=at,
        )
    return row.key


def decide(
    *, key: UUID, status: ProposalStatus, by: Viewer, at: datetime, comment: str = ""
) -> None:
    """Agree to a proposal, decline it with a reason, or say that it is done."""
    _at(by, DECIDERS)
    said = comment.strip()[:MOST]
    with transaction.atomic():
        row = Proposal.objects.select_for_update().filter(key=key).first()
        if row is None or not _may_decide(row, by):
            raise ReviewRefused(
                Sentence(
                    "Không tìm thấy đề xuất này, hoặc bạn không được quyết định đề xuất của mình.",
                    "This proposal was not found, or it is your own, which somebody else decides.",
                )
            )
        _check_order(ProposalStatus(row.status), status, said)
        row.status, row.comment = status.value, said or row.comment
        row.decider_key, row.decided_by, row.decided_at = by.key, by.name, at
        row.done_at = at if status is ProposalStatus.DONE else None
        row.save()
        record(
            event=ProposalDecided(
                subject=f"procedure:{row.code}", proposal=row.key, status=status.value
            ),
            by=by.actor,
            at=at,
        )


def plan(*, title: str, planned: int, since: date, until: date, by: Viewer, at: datetime) -> None:
    """Set how many procedures are to be made simpler by when; the plan before it is replaced."""
    path = _at(by, (Role.APPROVER, Role.EXECUTIVE))
    if not title.strip() or not 0 < planned <= 1_000_000 or until < since:
        raise ReviewRefused(
            Sentence(
                "Kế hoạch cần tên, số thủ tục từ 1 trở lên, và ngày cuối không trước ngày đầu.",
                "A plan needs a title, one procedure or more, and a last day not before the first.",
            )
        )
    with transaction.atomic():
        ReviewPlan.objects.update_or_create(
            agency_path=path,
            defaults={
                "title": title.strip()[:200],
                "planned": planned,
                "since": since,
                "until": until,
            },
        )
        record(
            event=ReviewPlanned(subject=f"agency:{path}", planned=planned, until=until),
            by=by.actor,
            at=at,
        )


def _at(by: Viewer, roles: tuple[Role, ...]) -> str:
    paths = by.paths(*roles)
    if not paths:
        raise ReviewRefused(
            Sentence("Việc này cần một vai trò khác của bạn.", "This asks for another role.")
        )
    return paths[0]


def _may_decide(row: Proposal, by: Viewer) -> bool:
    below = any(row.agency_path.startswith(path) for path in by.paths(*DECIDERS))
    return below and row.proposer_key != by.key


def _check_order(now: ProposalStatus, then: ProposalStatus, comment: str) -> None:
    allowed = {
        ProposalStatus.PROPOSED: {ProposalStatus.AGREED, ProposalStatus.DECLINED},
        ProposalStatus.AGREED: {ProposalStatus.DONE, ProposalStatus.DECLINED},
    }
    if then not in allowed.get(now, set()):
        raise ReviewRefused(
            Sentence(
                f"Đề xuất đang “{now.label.vi}” nên không chuyển sang “{then.label.vi}” được.",
                f"The proposal is “{now.label.en}” and cannot become “{then.label.en}”.",
            )
        )
    if then is ProposalStatus.DECLINED and not comment:
        raise ReviewRefused(
            Sentence("Bạn hãy nêu lý do không đồng ý.", "Please say why you decline.")
        )
