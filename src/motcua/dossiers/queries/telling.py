"""Who is to hear about a dossier: the applicant's account, and the officers at work on it.

For listeners, not for pages.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import BundlePart, Dossier
from motcua.dossiers.queries.holding import awaited_of, candidates, holder
from motcua.workflow.values import Function


@dataclass(frozen=True, slots=True)
class Concerned:
    """`account` is the applicant's; `part` of a bundle, or a `bundle` with parts of its own."""

    account: UUID | None
    part: bool = False
    bundle: bool = False


def concerned(subject: str) -> Concerned:
    """Tell whose dossier `dossier:<uuid>` is, and whether it belongs to a bundle."""
    row = Dossier.objects.filter(key=subject.removeprefix("dossier:")).first()
    if row is None:
        return Concerned(None)
    return Concerned(
        account=row.applicant_id,
        part=BundlePart.objects.filter(child=row).exists(),
        bundle=BundlePart.objects.filter(parent=row).exists(),
    )


def at_work(subject: str, *, at: datetime) -> tuple[UUID, ...]:
    """Give the officer who has the dossier, else all who could take it; nobody while it waits for
    the applicant."""
    row = Dossier.objects.filter(key=subject.removeprefix("dossier:")).first()
    if row is None or row.ended_at is not None:
        return ()
    function = awaited_of(row)
    if function is Function.APPLICANT:
        return ()
    held = holder(row, function)
    if held is not None:
        return (held.officer_key,)
    return tuple(one.key for one in candidates(row, function, at=at))
