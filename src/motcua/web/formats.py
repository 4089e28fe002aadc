"""Moments, days and amounts as people in Viet Nam write them."""

from datetime import date, datetime

from django.utils import translation

from motcua.kernel import money
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence, day_in
from motcua.procedures.queries import service_by_digest, services
from motcua.web import clock as wall


def language() -> str:
    """Give the reader's language."""
    return translation.get_language() or "vi"


def say(words: Sentence | str | None) -> str:
    """Give words in the reader's language."""
    if isinstance(words, Sentence):
        return words.in_(language())
    return words or ""


def day(on: date | datetime | None) -> str:
    """Write a day as `01/12/2025` or `1 December 2025`; a moment by its day in Hà Nội."""
    return day_in(_local(on), language()) if on else ""


def clock(at: datetime | None) -> str:
    """Write the time of a moment in Hà Nội as `08:15`."""
    return f"{_local(at):%H:%M}" if at else ""


def moment(at: datetime | None) -> str:
    """Write a moment in Hà Nội as `08:15 ngày 01/12/2025` or `08:15 on 1 December 2025`."""
    if at is None:
        return ""
    between = "on" if language().startswith("en") else "ngày"
    return f"{clock(at)} {between} {day(at)}"


def iso(at: date | datetime | None) -> str:
    """Write a day or a moment for machines, in Hà Nội: `2025-12-01T08:15:00+07:00`."""
    return _local(at).isoformat() if at else ""


def dong(amount: int) -> str:
    """Write whole đồng as `1.250.000 đ` or `1,250,000 VND`."""
    return money.dong(amount, language())


def procedure(name: str) -> str:
    """Give the name of a service in the reader's language; what is kept with a dossier is
    Vietnamese, and so is a name that no service of today bears."""
    if not language().startswith("en"):
        return name
    today = wall.today()
    digests = (one.digest for one in services(today) if one.name == name)
    return next((service_by_digest(digest).name.en for digest in digests), name)


def _local(at: date | datetime) -> date | datetime:
    return at.astimezone(HANOI) if isinstance(at, datetime) else at
