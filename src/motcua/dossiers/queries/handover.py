"""Reading what desks took in for agencies elsewhere, and the records of its hand-over."""

from itertools import groupby
from uuid import UUID

from django.db.models import F, Q, QuerySet

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier, HandOver
from motcua.dossiers.values.handover import HandedLine, HandOverView, Waiting
from motcua.identity.values import Role, Viewer
from motcua.workflow.values import State

RECEIVING = (Role.RECEPTIONIST, Role.REGISTRY_CLERK)


def to_hand_over(*, viewer: Viewer) -> tuple[Waiting, ...]:
    """Give what the viewer's desks took in for others and still have, agency by agency."""
    rows = (
        _for_others(viewer)
        .filter(handed_in=None)
        .order_by("reception_code", "agency_code", "submitted_at")[:500]
    )
    return tuple(
        Waiting(start, to, agencies.agency(to).name, tuple(_line(row) for row in found))
        for (start, to), found in groupby(
            rows, key=lambda row: (row.reception_code, row.agency_code)
        )
    )


def held_for_others(viewer: Viewer) -> tuple[tuple[int, str], ...]:
    """Give (number, path of its agency) of what the viewer's desks took in until it is confirmed.

    For lists of this package: at most the 500 newest, read from an index of nothing else.
    """
    if not desks(viewer):
        return ()
    rows = _for_others(viewer).order_by("-pk")
    return tuple(rows.values_list("pk", "agency_path")[:500])


def _for_others(viewer: Viewer) -> QuerySet[Dossier]:
    here = Dossier.objects.filter(reception_code__in=desks(viewer), handed_over_at=None)
    return here.exclude(reception_code=F("agency_code"))


def to_return(*, viewer: Viewer) -> tuple[HandedLine, ...]:
    """Give the results that are fetched at the viewer's desks though another agency made them."""
    rows = (
        Dossier.objects.filter(return_code__in=desks(viewer), state=State.RESOLVED.value)
        .exclude(agency_code=F("return_code"))
        .order_by("resolved_at")[:500]
    )
    return tuple(_line(row) for row in rows)


def hand_overs(*, viewer: Viewer) -> tuple[HandOverView, ...]:
    """Give the records that the viewer's desks made or receive, unconfirmed ones first."""
    rows = _visible(viewer).order_by(F("confirmed_at").desc(nulls_first=True), "-made_at")[:100]
    return tuple(_view(row, viewer) for row in rows)


def hand_over(*, viewer: Viewer, key: UUID) -> HandOverView | None:
    """Give one record; None when it is not the viewer's."""
    row = _visible(viewer).filter(key=key).first()
    return _view(row, viewer) if row else None


def desks(viewer: Viewer) -> tuple[str, ...]:
    """Name the agencies at whose desk the viewer works."""
    return tuple(grant.agency_code for grant in viewer.grants if grant.role is Role.RECEPTIONIST)


def receives(viewer: Viewer, row: HandOver) -> bool:
    """Tell whether the viewer receives papers for the agency a batch goes to."""
    path = agencies.agency(row.to_code).path
    return bool(viewer.roles_at(path) & set(RECEIVING))


def _visible(viewer: Viewer) -> QuerySet[HandOver]:
    own = [grant.agency_code for grant in viewer.grants if grant.role in RECEIVING]
    return HandOver.objects.filter(Q(from_code__in=own) | Q(to_code__in=own)).prefetch_related(
        "lines__dossier"
    )


def _line(row: Dossier, papers: str = "") -> HandedLine:
    return HandedLine(row.code, row.service_name, row.applicant_name, row.submitted_at, papers)


def _view(row: HandOver, viewer: Viewer) -> HandOverView:
    return HandOverView(
        key=row.key,
        number=row.number,
        from_name=agencies.agency(row.from_code).name,
        to_name=agencies.agency(row.to_code).name,
        note=row.note,
        made_at=row.made_at,
        made_by_name=row.made_by_name,
        confirmed_at=row.confirmed_at,
        confirmed_by_name=row.confirmed_by_name,
        remarks=row.remarks,
        lines=tuple(
            _line(line.dossier, line.papers)
            for line in sorted(row.lines.all(), key=lambda line: line.dossier.code)
        ),
        may_confirm=row.confirmed_at is None and receives(viewer, row),
    )
