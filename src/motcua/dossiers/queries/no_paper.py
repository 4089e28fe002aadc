"""Reading where paper is not taken, and how often it was taken all the same."""

from datetime import date

from django.db.models import Count, Q

from motcua.dossiers.models import NoPaper
from motcua.dossiers.values.intake import NoPaperRule
from motcua.identity.values import Role, Viewer

DESK_ROLES = (Role.RECEPTIONIST, Role.APPROVER, Role.CONTROLLER)


def no_paper(*, agency_path: str, service_code: str, on: date) -> NoPaperRule | None:
    """Give the rule that closes the paper channel at an agency for a service on a day, if any.

    Rules of the agency and of every one above it hold.
    """
    found = _rules(Q(agency_path__in=_above(agency_path)))
    return next((rule for rule in found if rule.holds(service_code, on)), None)


def no_paper_rules(*, viewer: Viewer) -> tuple[NoPaperRule, ...]:
    """Give the rules in force in the viewer's agencies and below, with their exceptions counted."""
    scope = Q(pk__in=[])
    for path in viewer.paths(*DESK_ROLES):
        scope |= Q(agency_path__startswith=path) | Q(agency_path__in=_above(path))
    return _rules(scope)


def _above(path: str) -> list[str]:
    steps = [step for step in path.split(".") if step]
    return [".".join(steps[: depth + 1]) + "." for depth in range(len(steps))]


def _rules(scope: Q) -> tuple[NoPaperRule, ...]:
    rows = (
        NoPaper.objects.filter(scope, lifted_at=None)
        .annotate(taken=Count("exceptions"))
        .order_by("agency_path", "from_on", "pk")
    )
    return tuple(
        NoPaperRule(
            key=row.key,
            agency_code=row.agency_code,
            service_code=row.service_code,
            weekdays=tuple(row.weekdays),
            from_on=row.from_on,
            to_on=row.to_on,
            reason=row.reason,
            set_by_name=row.set_by_name,
            exceptions=row.taken,
        )
        for row in rows
    )
