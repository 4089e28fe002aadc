"""The letter that brings somebody to a new password."""

import hashlib
from typing import Any

from django.utils import translation

from motcua.identity.values import SYSTEM
from motcua.notifications import actions as notifications
from motcua.notifications.values import Channel
from motcua.web import clock


def send_password_reset(*, account: Any, to: str, address: str) -> None:
    """Queue the letter with the address where a new password can be set; the worker sends it."""
    notifications.send(
        channel=Channel.MAIL,
        to=to,
        template="account.password_reset",
        context={"name": account.full_name, "link": address},
        subject=f"account:{account.key}",
        key=f"password-reset:{hashlib.sha256(address.encode()).hexdigest()[:32]}",
        at=clock.now(),
        by=SYSTEM.actor,
        language=translation.get_language() or "vi",
    )
