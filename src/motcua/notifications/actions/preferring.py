"""Keep how a person wants to be told."""

from datetime import datetime

from django.db import transaction

from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.notifications.events import PreferencesChanged
from motcua.notifications.models import Preference
from motcua.notifications.values import Preferences


class PreferencesRefused(Refused):
    """These wishes cannot be kept."""


@transaction.atomic
def change_preferences(*, preferences: Preferences, by: Viewer, at: datetime) -> None:
    """Keep the viewer's wishes for all that is told from now on; raises PreferencesRefused."""
    if by.key is None:
        raise PreferencesRefused(Sentence("Bạn hãy đăng nhập.", "Please log in."))
    if not preferences.channels or len(set(preferences.channels)) != len(preferences.channels):
        raise PreferencesRefused(
            Sentence(
                "Bạn hãy giữ ít nhất một cách nhận tin: có những tin pháp luật buộc phải báo.",
                "Keep at least one way to be told: the law demands that some things are told.",
            )
        )
    if not all(topic.may_be_off for topic in preferences.off):
        raise PreferencesRefused(
            Sentence("Có loại tin không tắt được.", "Some notices cannot be switched off.")
        )
    kept = {
        "channels": [channel.value for channel in preferences.channels],
        "language": preferences.language,
        "off": sorted(topic.value for topic in preferences.off),
        "quiet": preferences.quiet.text(),
    }
    Preference.objects.update_or_create(account=by.key, defaults={**kept, "changed_at": at})
    event = PreferencesChanged(
        subject=f"account:{by.key}",
        channels=tuple(kept["channels"]),
        off=tuple(kept["off"]),
        quiet=preferences.quiet.text(),
    )
    record(event=event, by=by.actor, at=at)
