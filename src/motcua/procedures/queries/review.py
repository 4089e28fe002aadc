"""Reading the review of procedures: burdens, proposals, the plan."""

from datetime import date

from django.db.models import Q

from motcua.identity.values import Viewer
from motcua.procedures.models.review import Proposal, ReviewPlan
from motcua.procedures.queries.services import service_by_digest, services
from motcua.procedures.rules.burden import burden
from motcua.procedures.values.review import (
    Burden,
    PlanView,
    ProposalKind,
    ProposalStatus,
    ProposalView,
)


def burdens(on: date) -> tuple[Burden, ...]:
    """Return what every service of a day asks, the heaviest first (questions, then papers)."""
    found = (burden(service_by_digest(one.digest)) for one in services(on))
    return tuple(sorted(found, key=lambda one: (-one.questions, -one.demanded, one.code)))


def proposals(*, viewer: Viewer, code: str = "") -> tuple[ProposalView, ...]:
    """Return the proposals made at and below the viewer's agencies, the latest first (200)."""
    mine = Q(pk__in=[])
    for grant in viewer.grants:
        mine |= Q(agency_path__startswith=grant.agency_path)
    rows = Proposal.objects.filter(mine, **({"code": code} if code else {}))
    return tuple(map(_view, rows.order_by("-proposed_at", "-pk")[:200]))


def plan_of(agency_path: str) -> PlanView | None:
    """Return the plan of an agency or the nearest one above it, with how far it has come."""
    levels = agency_path.rstrip(".").split(".")
    above = [".".join(levels[: end + 1]) + "." for end in range(len(levels))]
    row = ReviewPlan.objects.filter(agency_path__in=above).order_by("-agency_path").first()
    if row is None:
        return None
    done = (
        Proposal.objects.filter(
            status=ProposalStatus.DONE.value,
            agency_path__startswith=row.agency_path,
            done_at__date__gte=row.since,
        )
        .values("code")
        .distinct()
        .count()
    )
    return PlanView(title=row.title, until=row.until, planned=row.planned, done=done)


def _view(row: Proposal) -> ProposalView:
    return ProposalView(
        key=row.key,
        code=row.code,
        kind=ProposalKind(row.kind),
        text=row.text,
        status=ProposalStatus(row.status),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        comment=row.comment,
        done_at=row.done_at,
    )
