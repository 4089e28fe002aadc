"""Sites: the portals that send facts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Site:
    """A portal known by its number. `agency` is who answers for it; `hosts` are its addresses.

    `secret` signs strict dossier events and may be empty (then none is accepted); `limit` is the
    most facts a minute that are taken from it; `until` its last day.
    """

    number: int
    name: str
    agency: str
    hosts: tuple[str, ...] = ()
    secret: str = ""
    limit: int = 60_000
    until: date | None = None
