"""What goes wrong in the nation: each at one province, on days that are drawn once."""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.simulation.measured.chance import drawn
from motcua.simulation.measured.country import Country

OUT_FROM, OUT_FOR = 8, 5
"""The portal is down from eight in the morning, for so many hours."""
FLOOD_DAYS, FLOOD = 3, 6
"""Robots come for so many days, so many for each visitor."""
SKEW = 7 * 3600
"""A server that takes world time for Hà Nội's is behind by so many seconds."""
BATCH, APART = 24, 4
"""Officers type so many paper dossiers in a run, so many seconds apart."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """Places in `Country.tops`, and days; None where it happens nowhere.

    `outage` down for hours on `outage_on` · `flood` from `flood_on` · `silent` tracks no page from
    `silent_on`, dossiers go on · `typing` types paper dossiers as online in runs · `skewed` has a
    clock in world time · `twice` sends every dossier event twice.
    """

    outage: int | None = None
    outage_on: date | None = None
    flood: int | None = None
    flood_on: date | None = None
    silent: int | None = None
    silent_on: date | None = None
    typing: int | None = None
    skewed: int | None = None
    twice: int | None = None


def usual(country: Country, *, first: date, last: date, seed: int) -> Happenings:
    """Let everything happen once, each at another province, in the middle of the stretch."""
    provinces = [place for place, top in enumerate(country.tops) if top.is_province]
    if len(provinces) < 6:
        return Happenings()
    words = drawn(seed, first, 0, stream=254, size=len(provinces))
    shuffled = sorted(provinces, key=lambda place: int(words[provinces.index(place)]))
    # Where most comes on paper there is most to be typed.
    typing = min(shuffled, key=lambda place: country.tops[place].online)
    chosen = [place for place in shuffled if place != typing]
    length = (last - first).days
    return Happenings(
        outage=chosen[0],
        outage_on=_workday(first + timedelta(days=length * 2 // 5)),
        flood=chosen[1],
        flood_on=first + timedelta(days=length // 2),
        silent=chosen[2],
        silent_on=first + timedelta(days=length * 3 // 5),
        typing=typing,
        skewed=chosen[3],
        twice=chosen[4],
    )


def _workday(on: date) -> date:
    """Move a weekend to its Monday: nobody notices an outage on a Sunday."""
    return on + timedelta(days=max(0, 7 - on.weekday()) % 7 if on.weekday() > 4 else 0)
