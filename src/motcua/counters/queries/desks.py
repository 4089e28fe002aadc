"""Reading counters: which there are, what they serve, who may sit there."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.counters.models import Counter
from motcua.counters.queries.seeing import counter_view
from motcua.counters.values import Business, CounterView, Errand
from motcua.identity.values import Role, Viewer
from motcua.kernel.text import sort_key
from motcua.procedures import queries as procedures

SITTERS = (Role.RECEPTIONIST,)
"""Who sits at a counter and calls."""
HEADS = (Role.APPROVER, Role.PROCEDURE_ADMIN)
"""Who sets counters and slots up."""
READERS = (*SITTERS, *HEADS, Role.CONTROLLER, Role.EXECUTIVE)
"""Who reads how people wait."""


def counters(agency_code: str) -> tuple[CounterView, ...]:
    """Give the counters of an agency by number."""
    rows = _standing().filter(agency_code=agency_code).order_by("number")
    return tuple(counter_view(row) for row in rows)


def counters_of(*, viewer: Viewer) -> tuple[CounterView, ...]:
    """Give the counters of all agencies the viewer answers for or sits in."""
    rows = _standing().filter(below(viewer.paths(*READERS)))
    return tuple(counter_view(row) for row in rows.order_by("agency_path", "number"))


def counter(*, viewer: Viewer, key: UUID) -> CounterView | None:
    """Give one counter to somebody of its agency."""
    row = _standing().filter(below(viewer.paths(*READERS)), key=key).first()
    return counter_view(row) if row else None


def seat_of(*, viewer: Viewer) -> CounterView | None:
    """Give the counter the viewer sits at now."""
    if viewer.key is None:
        return None
    row = _standing().filter(sitting_key=viewer.key).first()
    return counter_view(row) if row else None


def places() -> tuple[str, ...]:
    """Give the codes of the agencies that have counters."""
    codes = _standing().order_by("agency_code").values_list("agency_code", flat=True)
    return tuple(codes.distinct())


def errands(agency_code: str) -> tuple[Errand, ...]:
    """Give what one can come for: each business; handing in by field where counters differ."""
    found: list[Errand] = []
    every = counters(agency_code)
    for business in Business:
        serving = [one for one in every if business in one.businesses]
        if business is Business.RECEIVE:
            named = {field for one in serving for field in one.fields}
            found += (Errand(business, field) for field in sorted(named, key=sort_key))
            serving = [one for one in serving if not one.fields]
        if serving:
            found.append(Errand(business))
    return tuple(found)


def fields(on: date) -> tuple[str, ...]:
    """Give the fields of the services that take applications, in dictionary order."""
    names = {procedures.service_by_digest(one.digest).field.vi for one in procedures.services(on)}
    return tuple(sorted(names, key=sort_key))


def below(paths: Iterable[str]) -> Q:
    """Match rows of agencies at and below these paths; none for no path."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(agency_path__startswith=path)
    return found


def _standing() -> QuerySet[Counter]:
    return Counter.objects.filter(removed_at=None)
