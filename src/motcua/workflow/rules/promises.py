"""What was promised first, what may be promised instead, and what a clock went through."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from motcua.kernel.calendar import Due, Duration, Unit, WorkingCalendar, day_in_words
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.rules.clocks import due
from motcua.workflow.values import Clock, ClockKind, Pause, SupplementRule

FARTHEST = timedelta(days=366)
_MOST_DAYS = 300


class DateRefused(Refused):
    """A new date of the result cannot be promised; the sentence says why and what can."""


def promised(clock: Clock, calendar: WorkingCalendar) -> Due | None:
    """When the result was promised first; None while the clock waits for somebody else.

    An extension does not change it. What lawfully stops or restarts the limit does.
    """
    if clock.first_limit is None:
        return due(clock, calendar)
    first = replace(clock, limit=clock.first_limit, cutoff=clock.first_cutoff)
    return due(first, calendar)


def late(clock: Clock, calendar: WorkingCalendar, at: datetime) -> bool:
    """Whether the first promise is broken at `at`, or was when the clock stopped.

    This is what statistics count: an apology with a new date mends nothing.
    """
    first = promised(clock, calendar)
    return first is not None and first.at < (clock.stopped_at or at)


def notice_by(clock: Clock, notice: Duration, calendar: WorkingCalendar) -> datetime | None:
    """Give the moment by which a delay has to be announced: `notice` working days before it is due.

    That is the end of office hours of the day so many working days earlier; None without a date.
    """
    found = due(clock, calendar)
    if found is None:
        return None
    on, left = found.on, notice.amount
    while left:
        on -= timedelta(days=1)
        left -= calendar.is_working_day(on)
    return calendar.due(on, Duration(0, Unit.WORKING_DAY)).at


def limit_until(clock: Clock, on: date, calendar: WorkingCalendar) -> Duration:
    """Give the limit in working days that makes the result due on `on`, a day the head chose.

    Refuses (DateRefused) a day off, a day no later than the one promised, one over a year away.
    """
    now = due(clock, calendar)
    if now is None:
        raise DateRefused(
            Sentence(
                "Thời hạn đang dừng tính nên chưa thể hẹn ngày khác.",
                "The limit is on hold, so no other date can be set now.",
            )
        )
    off = calendar.why_off(on)
    if on <= now.on or on > now.on + FARTHEST:
        raise DateRefused(_out_of_reach(now.on))
    if off is not None:
        raise DateRefused(
            Sentence(
                f"{day_in_words(on)} là ngày nghỉ ({off.vi}). Bạn hãy chọn một ngày làm việc.",
                f"{day_in_words(on, 'en')} is a day off ({off.en}). Choose a working day.",
            )
        )
    return _search(clock, on, calendar)


def _out_of_reach(due_on: date) -> Sentence:
    first, last = due_on + timedelta(days=1), due_on + FARTHEST
    return Sentence(
        f"Ngày hẹn mới phải sau ngày đã hẹn. Bạn hãy chọn từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}.",
        "The new date must be later than the one promised. "
        f"Choose one from {first:%d/%m/%Y} to {last:%d/%m/%Y}.",
    )


def _search(clock: Clock, on: date, calendar: WorkingCalendar) -> Duration:
    """Find by halves: one working day more is due one working day later."""
    low, high = 0, _MOST_DAYS
    while low < high:
        middle = (low + high) // 2
        found = due(replace(clock, limit=Duration(middle, Unit.WORKING_DAY)), calendar)
        low, high = (middle + 1, high) if found is None or found.on < on else (low, middle)
    return Duration(low, Unit.WORKING_DAY)


def told(clock: Clock) -> tuple[tuple[Pause, Sentence], ...]:
    """Say of each pause why it began and what the limit does afterwards; `rule` tells the rule."""
    return tuple((pause, _told(pause, clock.kind)) for pause in clock.pauses)


def _told(pause: Pause, kind: ClockKind) -> Sentence:
    _profile, move, rule = (*pause.rule.split(":"), "", "", "")[:3]
    vi, en = (
        ("chờ nộp tiền", "waiting for payment")
        if move in {"request_payment", "confirm_payment"}
        else ("chờ bổ sung hồ sơ", "waiting for what was missing")
    )
    limit = "thời hạn tiếp nhận" if kind is ClockKind.INTAKE else "thời hạn giải quyết"
    again = pause.restarts if pause.ended_at else rule == SupplementRule.RESTART.value
    after = (
        ("tính lại từ đầu", "counted again from the beginning")
        if again
        else ("tính tiếp", "counted on")
    )
    if pause.ended_at is None:
        return Sentence(
            f"Đang tạm dừng {limit} để {vi}; sau đó {after[0]}.",
            f"The limit is on hold, {en}; then it is {after[1]}.",
        )
    return Sentence(
        f"Đã tạm dừng {limit} để {vi}, sau đó {after[0]}.",
        f"The limit was on hold, {en}, then {after[1]}.",
    )
