"""Shares around a middle: a radar of several groups, each on a spoke of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

RINGS = (0.25, 0.5, 0.75, 1.0)
REACH = 40.0
"""How far a full share lies from the middle, on a ground from -50 to 50."""
BESIDE = 46.0
"""How far from the middle a spoke's number stands."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A share from 0 to 1 (None: not known) with its name and its words."""

    name: str
    value: float | None
    words: str
    other: float | None = None
    """What it is compared with: last year, the league."""


@dataclass(frozen=True, slots=True)
class Number:
    """Where a spoke ends and where its number stands."""

    number: int
    x: float
    y: float
    at_x: float
    at_y: float
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Radar:
    """What is drawn: rings and shapes as points of polygons, the spokes, dots of known shares."""

    rings: tuple[str, ...]
    shape: str
    other: str
    numbers: tuple[Number, ...]
    dots: tuple[tuple[float, float], ...]


def radar(spokes: Sequence[Spoke]) -> Radar:
    """Lay spokes around a middle, the first upwards, on with the clock; unknown shares lie at 0."""
    compared = any(one.other is not None for one in spokes)
    return Radar(
        rings=tuple(_polygon([ring] * len(spokes)) for ring in RINGS),
        shape=_polygon([one.value or 0.0 for one in spokes]),
        other=_polygon([one.other or 0.0 for one in spokes]) if compared else "",
        numbers=tuple(
            Number(
                at + 1,
                *_place(at, len(spokes), REACH),
                *_place(at, len(spokes), BESIDE),
                one.name,
                one.words,
            )
            for at, one in enumerate(spokes)
        ),
        dots=tuple(
            _place(at, len(spokes), REACH * min(one.value, 1.0))
            for at, one in enumerate(spokes)
            if one.value is not None
        ),
    )


def _polygon(shares: Sequence[float]) -> str:
    places = (
        _place(at, len(shares), REACH * min(max(share, 0.0), 1.0))
        for at, share in enumerate(shares)
    )
    return " ".join(f"{x:g},{y:g}" for x, y in places)


def _place(at: int, of: int, far: float) -> tuple[float, float]:
    turn = 2 * pi * at / of
    return round(far * sin(turn), 2) + 0.0, round(-far * cos(turn), 2) + 0.0
