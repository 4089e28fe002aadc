"""The calendar of the library, and moments as tests write them."""

from datetime import datetime
from functools import cache
from pathlib import Path

from motcua.kernel.calendar import HANOI, WorkingCalendar
from motcua.kernel.calendar.files import read_tables

FOLDER = Path(__file__).parents[2] / "library" / "calendar"


@cache
def official():
    return WorkingCalendar(read_tables({p.name: p.read_text("utf-8") for p in FOLDER.iterdir()}))


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def local(at):
    return f"{at.astimezone(HANOI):%Y-%m-%dT%H:%M}"
