"""Reading how a result was handed back."""

from motcua.dossiers.models import Dossier, HandBack
from motcua.dossiers.queries.scope import visible_to
from motcua.dossiers.values.returning import HandBackView, Way
from motcua.identity.values import Viewer


def hand_back(*, viewer: Viewer, code: str) -> HandBackView | None:
    """Give the record; None where the dossier is not the viewer's to see, or not handed back."""
    if not Dossier.objects.filter(visible_to(viewer), code=code).exists():
        return None
    row = HandBack.objects.filter(dossier__code=code).first()
    if row is None:
        return None
    return HandBackView(
        way=Way(row.way),
        taken_by=row.taken_by,
        authorised=row.authorised,
        authority=row.authority,
        matched=row.matched,
        number_tail=row.number_tail,
        signature=row.signature,
        typed_name=row.typed_name,
        tracking=row.tracking,
        at=row.at,
        by_name=row.by_name,
    )
