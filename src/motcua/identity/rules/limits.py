"""How often something may be tried: generous to a person who mistypes, hard on guessing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from motcua.kernel.words import Refused, Sentence, counted

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `attempts` within a `window`; windows are aligned, so all processes agree on them."""

    attempts: int
    window: timedelta

    def opened_at(self, at: datetime) -> datetime:
        """Give the start of the window in which `at` lies."""
        seconds = int(self.window.total_seconds())
        return datetime.fromtimestamp(int(at.timestamp()) // seconds * seconds, tz=UTC)


# One name from one place; one name from anywhere; any name from one place (a shared desk computer,
# a whole ward behind one address).
SAME_NAME_SAME_PLACE = Limit(10, timedelta(minutes=10))
SAME_NAME = Limit(40, timedelta(hours=1))
SAME_PLACE = Limit(120, timedelta(minutes=10))
SECOND_FACTOR = Limit(8, timedelta(minutes=10))
REGISTRATIONS = Limit(30, timedelta(hours=1))
CODES_FOR_ONE = Limit(4, timedelta(minutes=15))
LOOK_UPS = Limit(120, timedelta(hours=1))
CODES_OF_HELPER = Limit(40, timedelta(hours=1))


class RateExceeded(Refused):
    """Something was tried too often; `retry_at` says when it may be tried again."""

    def __init__(self, *, retry_at: datetime, at: datetime) -> None:
        minutes = max(1, -int((at - retry_at).total_seconds() // 60))
        shown = retry_at.astimezone(HANOI).strftime("%H:%M")
        super().__init__(
            Sentence(
                f"Việc này vừa được thử quá nhiều lần. Bạn hãy thử lại sau {shown} "
                f"(khoảng {minutes} phút nữa).",
                f"This was tried too often just now. Please try again after {shown} "
                f"(in about {counted(minutes, 'minute')}).",
            )
        )
        self.retry_at = retry_at


def sign_in_limits(*, name: str, place: str) -> tuple[tuple[str, Limit], ...]:
    """Give the counters that one attempt to log in uses, the narrowest first."""
    return (
        (f"sign-in:{name}@{place}", SAME_NAME_SAME_PLACE),
        (f"sign-in:{name}", SAME_NAME),
        (f"sign-in:@{place}", SAME_PLACE),
    )
