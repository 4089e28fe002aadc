"""Scales: round steps of an axis, and the few classes that a map is coloured in."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import floor, log10

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
CLASSES = 5
LEAST = 1e-9
"""What is less counts as nothing."""


def ticks(most: float, parts: int = 4) -> tuple[float, ...]:
    """Give round numbers from 0 up to at least `most`, at most `parts` + 1 of them."""
    if most < LEAST:
        return (0.0, 1.0)
    raw = most / parts
    power = 10.0 ** floor(log10(raw))
    step = next(nice for nice in NICE if nice * power >= raw * 0.999999) * power
    number = 1
    while number * step < most * 0.999999:
        number += 1
    return tuple(round(step * index, 12) for index in range(number + 1))


@dataclass(frozen=True, slots=True)
class Step:
    """A class of values as the legend tells it: 1 is the lowest."""

    number: int
    words: str
    members: int


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes with about as many members each; `tops` are the highest value of each."""

    tops: tuple[float, ...]
    steps: tuple[Step, ...]

    def of(self, value: float | None) -> int:
        """Give the class of a value, 1 the lowest; 0 for no value."""
        if value is None or not self.tops:
            return 0
        return min(bisect_left(self.tops, value), len(self.tops) - 1) + 1


def classes(
    values: Iterable[float | None], write: Callable[[float], str], number: int = CLASSES
) -> Classes:
    """Cut values into at most `number` classes; equal values are never cut apart."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return Classes((), ())
    places = [-(-len(known) * part // number) - 1 for part in range(1, number + 1)]
    tops = tuple(dict.fromkeys(known[max(place, 0)] for place in places))
    cut = Classes(tops, ())
    members: list[list[float]] = [[] for _ in tops]
    for value in known:
        members[cut.of(value) - 1].append(value)
    steps = (
        Step(index, _range(write(inside[0]), write(inside[-1])), len(inside))
        for index, inside in enumerate(members, start=1)
    )
    return Classes(tops, tuple(steps))


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"
