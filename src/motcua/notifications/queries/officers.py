"""An officer's own list of notices."""

from django.db import connection

from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.notifications.models import OfficerNotice
from motcua.notifications.values import NoticeKind, NoticeView

PAGE = 50
MANY = 99
_UNREAD = """
SELECT 1 FROM notifications_officernotice WHERE account = %s AND read_at IS NULL LIMIT %s"""
"""Asked for every page of the desk, so without the ORM."""


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
    key = viewer.key if connection.features.has_native_uuid_field else viewer.key.hex
    with connection.cursor() as cursor:
        cursor.execute(_UNREAD, [key, MANY + 1])
        return len(cursor.fetchall())
