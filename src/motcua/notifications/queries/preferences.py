"""How a person wants to be told."""

from uuid import UUID

from motcua.notifications.models import Preference
from motcua.notifications.values import Channel, Preferences, QuietHours, Topic


def preferences(account: UUID | None) -> Preferences:
    """Give an account's wishes; the usual ones where it has none, or there is no account."""
    row = Preference.objects.filter(account=account).first() if account else None
    if row is None:
        return Preferences()
    return Preferences(
        channels=tuple(Channel(channel) for channel in row.channels),
        language=row.language,
        off=frozenset(Topic(topic) for topic in row.off),
        quiet=QuietHours.parse(row.quiet),
    )
