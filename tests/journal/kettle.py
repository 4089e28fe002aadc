"""What the journal's tests play with: an event, a person, a clock that is moved by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from motcua.journal.events import Event
from motcua.journal.values import Actor


@dataclass(frozen=True, kw_only=True)
class KettleBoiled(Event):
    kind: ClassVar[str] = "test.kettle_boiled"
    cups: int = 1
    note: str = ""


SOMEBODY = Actor(kind="account", key="c0ffee", name="Nguyễn Thị An")
START = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at

    def forward(self, **much):
        self.at += timedelta(**much)
