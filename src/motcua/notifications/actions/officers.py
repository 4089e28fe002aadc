"""Tell an officer something at the desk, and mark it read."""

from datetime import datetime
from uuid import UUID

from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.notifications.models import OfficerNotice
from motcua.notifications.values import NoticeKind


def notify_officer(
    *, account: UUID, kind: NoticeKind, text: Sentence, link: str, key: str, at: datetime
) -> bool:
    """Put a sentence on an officer's list of notices; give False where `key` was told before.

    `account` is the account's key, `link` a path on this site, `key` what it is about (unique for
    the officer, such as `"mention:<entry number>"`). It tells of what the journal already holds,
    and is no fact of its own, so it makes no entry. Name no citizen in it.
    """
    _, new = OfficerNotice.objects.get_or_create(
        account=account,
        key=key[:160],
        defaults={
            "kind": NoticeKind(kind).value,
            "text_vi": text.vi[:300],
            "text_en": text.en[:300],
            "link": link[:300],
            "told_at": at,
        },
    )
    return new


def read_notices(*, by: Viewer, at: datetime, up_to: int | None = None) -> int:
    """Mark one's own notices read, those up to a number or all; give how many were new."""
    if by.key is None:
        return 0
    mine = OfficerNotice.objects.filter(account=by.key, read_at=None)
    if up_to is not None:
        mine = mine.filter(pk__lte=up_to)
    return mine.update(read_at=at)


def open_notice(*, number: int, by: Viewer, at: datetime) -> str | None:
    """Mark one notice read and give where it leads; None where the officer has no such notice."""
    if by.key is None:
        return None
    found = OfficerNotice.objects.filter(pk=number, account=by.key)
    link = found.values_list("link", flat=True).first()
    if link is not None:
        found.filter(read_at=None).update(read_at=at)
    return link
