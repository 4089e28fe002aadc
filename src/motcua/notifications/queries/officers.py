"""An officer's own list of notices."""

from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.notifications.models import OfficerNotice
from motcua.notifications.values import NoticeKind, NoticeView

PAGE = 50
MANY = 99


def notices(*, viewer: Viewer, before: int | None = None) -> tuple[NoticeView, ...]:
    """Give the viewer's own notices, the latest first, at most PAGE of those before a number."""
    if viewer.key is None:
        return ()
    rows = OfficerNotice.objects.filter(account=viewer.key)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return tuple(
        NoticeView(
            number=row.pk,
            kind=NoticeKind(row.kind),
            text=Sentence(row.text_vi, row.text_en),
            link=row.link,
            told_at=row.told_at,
            read_at=row.read_at,
        )
        for row in rows.order_by("-pk")[:PAGE]
    )


def unread_notices(viewer: Viewer) -> int:
    """Count the viewer's unread notices, at most MANY + 1."""
    if viewer.key is None or not viewer.is_officer:
        return 0
    return OfficerNotice.objects.filter(account=viewer.key, read_at=None)[: MANY + 1].count()
