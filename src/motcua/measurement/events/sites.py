"""What happens to sites."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class SiteRegistered(Event):
    """A portal may send facts from now on, or is told of anew (subject `site:<number>`)."""

    kind: ClassVar[str] = "measurement.site_registered"
    number: int
    name: str
    agency: str
    hosts: tuple[str, ...]
    limit: int
    until: date | None
    signs: bool
    """Whether it has a secret; the secret itself is nobody's business."""


@dataclass(frozen=True, kw_only=True)
class SiteClosed(Event):
    """A portal's facts are taken until this day (subject `site:<number>`)."""

    kind: ClassVar[str] = "measurement.site_closed"
    number: int
    until: date
