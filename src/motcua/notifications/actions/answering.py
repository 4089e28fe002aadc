"""Answer a look-up by SMS: the public status only, a few times for each number."""

from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings

from motcua.dossiers import queries as dossiers
from motcua.dossiers.values import PublicStatus
from motcua.identity.actions import consume
from motcua.identity.values import SYSTEM
from motcua.kernel.calendar import HANOI
from motcua.notifications.actions.sending import send
from motcua.notifications.rules import addresses, asking
from motcua.notifications.values import Channel

OF_NUMBER, OF_PLACE, WINDOW = 10, 600, timedelta(hours=1)
"""So many look-ups from one telephone, and through one gateway, in an hour."""
HOW = "Để tra cứu, bạn soạn: TRACUU <mã hồ sơ> <mã tra cứu>. Hai mã in trên giấy tiếp nhận."
UNKNOWN = "Không tìm thấy hồ sơ với hai mã này. Bạn hãy xem lại mã trên giấy tiếp nhận."


def answer_look_up(*, sender: str, text: str, number: str, place: str, at: datetime) -> bool:
    """Answer an SMS `TRACUU <mã hồ sơ> <mã tra cứu>`; False where this very SMS was answered.

    `number` is the gateway's own of the SMS, `place` where the gateway calls from. The answer is
    written without marks and names nobody. Raises RateExceeded, AddressRefused.
    """
    phone = addresses.checked(Channel.SMS, addresses.at_home(sender))
    mark = sha256(f"{settings.SECRET_KEY}:{phone}".encode()).hexdigest()[:32]
    consume(key=f"look-up-place:{place}", limit=OF_PLACE, window=WINDOW, at=at)
    consume(key=f"look-up-sms:{mark}", limit=OF_NUMBER, window=WINDOW, at=at)
    asked = asking.read(text)
    found = asked and dossiers.look_up(code=asked.code, check_code=asked.check_code)
    words = _said(found) if found else UNKNOWN if asked else HOW
    return send(
        channel=Channel.SMS,
        to=phone,
        template="look_up.answer",
        context={"words": words, "link": f"{settings.BASE_URL}/tra-cuu/"},
        subject=f"look_up:{mark}",
        key=f"look-up:{mark}:{sha256(number.encode()).hexdigest()[:32]}",
        at=at,
        by=SYSTEM.actor,
    )


def _said(found: PublicStatus) -> str:
    words = f"Hồ sơ {found.code}: {found.state.label.vi}."
    if found.due_at is not None and found.resolved_at is None and found.ended_at is None:
        words += f" Hẹn trả {found.due_at.astimezone(HANOI):%d/%m/%Y}."
    return words
