"""A due date that can say how it came about."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.kernel.calendar.hours import HANOI
from motcua.kernel.calendar.table import SkippedDay
from motcua.kernel.calendar.units import Duration, Unit
from motcua.kernel.words import Sentence, day_in

_WEEKDAYS = (
    Sentence("thứ Hai", "Monday"),
    Sentence("thứ Ba", "Tuesday"),
    Sentence("thứ Tư", "Wednesday"),
    Sentence("thứ Năm", "Thursday"),
    Sentence("thứ Sáu", "Friday"),
    Sentence("thứ Bảy", "Saturday"),
    Sentence("Chủ nhật", "Sunday"),
)


def day_in_words(on: date, language: str = "vi") -> str:
    """Write a day: "thứ Sáu 26/04/2024", "Friday 26 April 2024"."""
    return f"{_WEEKDAYS[on.weekday()].in_(language)} {day_in(on, language)}"


def moment_in_words(at: datetime, language: str = "vi") -> str:
    """Write a moment in Hà Nội: "08:15 thứ Hai 01/12/2025"; at midnight sharp the day alone."""
    local = at.astimezone(HANOI)
    day = day_in_words(local.date(), language)
    return day if f"{local:%H:%M:%S}" == "00:00:00" else f"{local:%H:%M} {day}"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stands still; both moments aware, the end not before the start."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """When a limit ends, and every step of the count.

    `at` (UTC) is the last moment, `on` its day in Hà Nội. `start` is the moment of receipt as
    given, `accepted` the working moment it counts as, `moved` why the two differ. `counted_from`
    is the first day counted. `skipped` are the days left out, `worked` the weekend days counted
    because they are worked in exchange, `unknown_years` the years whose table is not decided yet.
    """

    at: datetime
    on: date
    start: datetime
    accepted: datetime
    counted_from: date
    duration: Duration
    skipped: tuple[SkippedDay, ...] = ()
    worked: tuple[SkippedDay, ...] = ()
    moved: Sentence | None = None
    pauses: tuple[Pause, ...] = ()
    unknown_years: tuple[int, ...] = ()

    def lines(self, language: str = "vi") -> tuple[str, ...]:
        """Give the explanation sentence by sentence."""
        sentences = [self._received(), self._counted(), *self._left_out(language)]
        return tuple(sentence.in_(language) for sentence in sentences)

    def explanation(self, language: str = "vi") -> str:
        """Say how the due date came about, in a few sentences."""
        return " ".join(self.lines(language))

    def _received(self) -> Sentence:
        vi = f"Tiếp nhận {moment_in_words(self.start)}"
        en = f"Received {moment_in_words(self.start, 'en')}"
        if self.moved is not None:
            vi += f"; {self.moved.vi}, coi như tiếp nhận {moment_in_words(self.accepted)}"
            en += f"; {self.moved.en}, so it counts as {moment_in_words(self.accepted, 'en')}"
        return Sentence(f"{vi}.", f"{en}.")

    def _counted(self) -> Sentence:
        vi_due, en_due = moment_in_words(self.at), moment_in_words(self.at, "en")
        if self.duration.unit.counts_days and self.duration.amount == 0:
            return Sentence(
                f"Trả kết quả ngay trong ngày, chậm nhất {vi_due}.",
                f"Due the same day, at the latest {en_due}.",
            )
        if self.duration.unit.counts_days:
            vi_from = f"tính từ {day_in_words(self.counted_from)} (sau ngày tiếp nhận)"
            en_from = f"counted from {day_in_words(self.counted_from, 'en')} (after acceptance)"
        else:
            vi_from = f"tính từ {moment_in_words(self.accepted)}"
            en_from = f"counted from {moment_in_words(self.accepted, 'en')}"
        return Sentence(
            f"Thời hạn {self.duration.text('vi')}, {vi_from}: hẹn trả chậm nhất {vi_due}.",
            f"Limit of {self.duration.text('en')}, {en_from}: due at the latest {en_due}.",
        )

    def _left_out(self, language: str) -> list[Sentence]:
        told = []
        for pause in self.pauses:
            vi = f"{moment_in_words(pause.start)} đến {moment_in_words(pause.end)}"
            en = f"{moment_in_words(pause.start, 'en')} to {moment_in_words(pause.end, 'en')}"
            told.append(Sentence(f"Tạm dừng từ {vi}.", f"Paused from {en}."))
        if self.skipped:
            days = _grouped(self.skipped, language)
            if self.duration.unit is Unit.CALENDAR_DAY:
                told.append(
                    Sentence(f"Không hẹn trả vào ngày nghỉ: {days}.", f"Not on a day off: {days}.")
                )
            else:
                told.append(Sentence(f"Không tính: {days}.", f"Not counted: {days}."))
        if self.worked:
            days = _grouped(self.worked, language)
            told.append(Sentence(f"Có tính: {days}.", f"Counted: {days}."))
        if self.unknown_years:
            years = ", ".join(str(year) for year in self.unknown_years)
            told.append(
                Sentence(
                    f"Chưa có lịch nghỉ chính thức năm {years}: ngày hẹn có thể thay đổi.",
                    f"The official calendar of {years} is not decided yet: the date may change.",
                )
            )
        return told

    def to_json(self) -> dict[str, Any]:
        """Give plain values for a JSON column; `from_json` reads them back."""
        return {
            "at": self.at.isoformat(),
            "on": self.on.isoformat(),
            "start": self.start.isoformat(),
            "accepted": self.accepted.isoformat(),
            "counted_from": self.counted_from.isoformat(),
            "duration": [self.duration.amount, self.duration.unit.value],
            "skipped": [_day_out(day) for day in self.skipped],
            "worked": [_day_out(day) for day in self.worked],
            "moved": [self.moved.vi, self.moved.en] if self.moved else None,
            "pauses": [[p.start.isoformat(), p.end.isoformat()] for p in self.pauses],
            "unknown_years": list(self.unknown_years),
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Due":
        """Read what `to_json` gave."""
        moment = datetime.fromisoformat
        return cls(
            at=moment(stored["at"]),
            on=date.fromisoformat(stored["on"]),
            start=moment(stored["start"]),
            accepted=moment(stored["accepted"]),
            counted_from=date.fromisoformat(stored["counted_from"]),
            duration=Duration(stored["duration"][0], Unit(stored["duration"][1])),
            skipped=tuple(_day_in(day) for day in stored["skipped"]),
            worked=tuple(_day_in(day) for day in stored["worked"]),
            moved=Sentence(*stored["moved"]) if stored["moved"] else None,
            pauses=tuple(Pause(moment(start), moment(end)) for start, end in stored["pauses"]),
            unknown_years=tuple(stored["unknown_years"]),
        )


def _day_out(day: SkippedDay) -> list[str]:
    return [day.on.isoformat(), day.reason.vi, day.reason.en]


def _day_in(stored: list[str]) -> SkippedDay:
    return SkippedDay(date.fromisoformat(stored[0]), Sentence(stored[1], stored[2]))


def _grouped(days: tuple[SkippedDay, ...], language: str) -> str:
    """Name days in a row that share a reason together: "thứ Bảy 27/04, Chủ nhật 28/04 (…)"."""
    groups: list[tuple[str, list[str]]] = []
    for day in days:
        reason = day.reason.in_(language)
        if not groups or groups[-1][0] != reason:
            groups.append((reason, []))
        groups[-1][1].append(day_in_words(day.on, language))
    return "; ".join(f"{', '.join(named)} ({reason})" for reason, named in groups)
