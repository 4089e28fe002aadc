"""Reading petitions and ratings."""

from datetime import datetime
from secrets import compare_digest
from uuid import UUID

from django.db.models import Count, Q

from motcua.agencies import queries as agencies
from motcua.feedback.models import Petition, Rating
from motcua.feedback.values import (
    Cause,
    PetitionRecipient,
    PetitionStatus,
    PetitionView,
    Satisfaction,
    Tally,
    Topic,
)
from motcua.identity.values import Role, Viewer

HANDLERS = (Role.PETITION_OFFICER, Role.APPROVER)
"""Who reads and answers what was said about an agency."""
MOST = 200


def petitions(*, viewer: Viewer, open_only: bool = True) -> tuple[PetitionView, ...]:
    """Return the petitions to the viewer's agencies, those due first on top (at most 200)."""
    mine = Q(pk__in=[])
    for path in viewer.paths(*HANDLERS):
        mine |= Q(agency_path__startswith=path)
    rows = Petition.objects.filter(mine)
    if open_only:
        rows = rows.filter(answered_at=None)
    order = ("due_at", "pk") if open_only else ("-sent_at", "-pk")
    return tuple(_view(row) for row in rows.order_by(*order)[:MOST])


def petition(*, viewer: Viewer, code: str) -> PetitionView | None:
    """Return one petition to somebody who handles it, or to its author."""
    row = Petition.objects.filter(code=code).first()
    if row is None:
        return None
    handles = any(row.agency_path.startswith(path) for path in viewer.paths(*HANDLERS))
    wrote = viewer.key is not None and row.sender_id == viewer.key
    return _view(row) if handles or wrote else None


def look_up(*, code: str, check_code: str) -> PetitionView | None:
    """Return a petition to whoever knows both codes; without names and addresses."""
    row = Petition.objects.filter(code=code.strip().upper()).first()
    typed = "".join(check_code.split()).upper()
    if row is None or not compare_digest(row.check_code.encode(), typed.encode("ascii", "replace")):
        return None
    return _view(row, named=False)


def published(*, most: int = 50) -> tuple[PetitionView, ...]:
    """Return answers that are public, the latest first; their authors agreed and are not named."""
    rows = Petition.objects.filter(published=True).order_by("-answered_at", "-pk")[:most]
    return tuple(_view(row, named=False) for row in rows)


def rated(dossier_key: UUID) -> Satisfaction | None:
    """Say how a dossier was rated; None where it was not."""
    found = Rating.objects.filter(dossier_key=dossier_key).values_list("satisfaction", flat=True)
    value = found.first()
    return Satisfaction(value) if value else None


def satisfaction(*, path: str, since: datetime, asked: int) -> Tally:
    """Count the ratings at and below a path; `asked` is how many could have rated."""
    rows = Rating.objects.filter(agency_path__startswith=path, given_at__gte=since)
    numbers = dict(rows.values_list("satisfaction").annotate(n=Count("pk")).order_by())
    causes = rows.exclude(cause="").values_list("cause").annotate(n=Count("pk")).order_by("-n")
    return Tally(
        very=numbers.get(Satisfaction.VERY.value, 0),
        yes=numbers.get(Satisfaction.YES.value, 0),
        no=numbers.get(Satisfaction.NO.value, 0),
        asked=asked,
        causes=tuple((Cause(cause), number) for cause, number in causes),
    )


def _view(row: Petition, *, named: bool = True) -> PetitionView:
    return PetitionView(
        key=row.key,
        code=row.code,
        topic=Topic(row.topic),
        status=PetitionStatus(row.status),
        text=row.text,
        agency_code=row.agency_code,
        agency_name=agencies.agency(row.agency_code).name,
        dossier_code=row.dossier_code if named else "",
        incident=row.incident,
        name=row.name if named else "",
        phone=row.phone if named else "",
        email=row.email if named else "",
        sent_at=row.sent_at,
        due_at=row.due_at,
        officer_name=row.officer_name if named else "",
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        published=row.published,
    )


def recipient(subject: str) -> PetitionRecipient | None:
    """Tell notifications whom to write to about `petition:<uuid>`; for listeners, not for pages."""
    row = Petition.objects.filter(key=subject.removeprefix("petition:")).first()
    if row is None:
        return None
    return PetitionRecipient(
        code=row.code,
        name=row.name,
        email=row.email,
        phone=row.phone,
        account=row.sender_id,
        officer=row.officer_key,
    )
