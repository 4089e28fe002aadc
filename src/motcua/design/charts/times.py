"""Lines over time: paths that stop where figures are missing, with their axis and target."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from motcua.design.charts.scales import ticks

LEFT, RIGHT, TOP, BOTTOM = 2.0, 96.0, 10.0, 88.0
MANY = 40
"""From so many points on only the last of a line and those that stand alone get a dot."""
Write = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Point:
    """A step of time: `name` in full, `short` for the axis; `open`: its days are not all told."""

    name: str
    short: str
    value: float | None
    words: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line to draw; `tone` (1…5) gives its colour and its dashes."""

    name: str
    points: Sequence[Point]
    tone: int = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the ground, in percents, with its words."""

    x: float
    y: float
    name: str
    words: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line as it is drawn: pieces between gaps, what lies under them, its dots, its end."""

    name: str
    tone: int
    pieces: tuple[str, ...]
    areas: tuple[str, ...]
    dots: tuple[Dot, ...]
    last: Dot | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A label under the axis; `minor` ones are left out on narrow screens."""

    x: float
    words: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart over time. `gaps` are (x, width) of stretches that no line has a figure for."""

    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    gaps: tuple[tuple[float, float], ...]
    lines: tuple[Drawn, ...]
    target: Dot | None


@dataclass(frozen=True, slots=True)
class Spark:
    """A line of a word's height: its pieces and where it ends."""

    pieces: tuple[str, ...]
    last: Dot | None


def plot(lines: Sequence[Line], write: Write, *, target: float | None = None) -> Plot:
    """Place lines with the same steps of time, from 0 up; `write` tells a value of the axis."""
    values = [point.value for line in lines for point in line.points if point.value is not None]
    axis = ticks(max([*values, target or 0.0], default=0.0))
    most = axis[-1]
    steps = lines[0].points if lines else ()
    xs = _across(len(steps))
    return Plot(
        ticks=tuple((_up(value, most), write(value)) for value in axis),
        marks=tuple(_marks(steps, xs)),
        gaps=tuple(_gaps(lines, xs)),
        lines=tuple(_drawn(line, xs, most, alone=len(lines) == 1) for line in lines),
        target=None if target is None else Dot(RIGHT, _up(target, most), "", write(target)),
    )


def spark(values: Sequence[float | None]) -> Spark:
    """Place a small line on a ground of 100 × 100, between its lowest and its highest value."""
    known = [value for value in values if value is not None]
    if not known:
        return Spark((), None)
    low, wide = min(known), (max(known) - min(known)) or 1.0
    xs = _across(len(values))
    flat = min(known) == max(known)

    def height(value: float) -> float:
        return 50.0 if flat else round(90 - 80 * (value - low) / wide, 1)

    dots = [
        None if value is None else Dot(x, height(value), "", "")
        for x, value in zip(xs, values, strict=True)
    ]
    pieces = tuple(_path(piece) for piece in _pieces(dots) if len(piece) > 1)
    return Spark(pieces, [dot for dot in dots if dot][-1])


def _across(number: int) -> list[float]:
    if number == 1:
        return [(LEFT + RIGHT) / 2]
    return [round(LEFT + (RIGHT - LEFT) * index / (number - 1), 2) for index in range(number)]


def _up(value: float, most: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / most, 2)


def _drawn(line: Line, xs: Sequence[float], most: float, *, alone: bool) -> Drawn:
    dots = [
        None
        if point.value is None
        else Dot(x, _up(point.value, most), point.name, point.words, point.open)
        for x, point in zip(xs, line.points, strict=True)
    ]
    pieces = [piece for piece in _pieces(dots) if len(piece) > 1]
    shown = [dot for dot in dots if dot]
    last = shown[-1] if shown else None
    if len(dots) > MANY:
        lonely = {id(piece[0]) for piece in _pieces(dots) if len(piece) == 1}
        shown = [dot for dot in shown if id(dot) in lonely or dot is last]
    return Drawn(
        name=line.name,
        tone=line.tone,
        pieces=tuple(_path(piece) for piece in pieces),
        areas=tuple(_area(piece) for piece in pieces) if alone else (),
        dots=tuple(shown),
        last=last,
    )


def _pieces(dots: Sequence[Dot | None]) -> Iterator[list[Dot]]:
    piece: list[Dot] = []
    for dot in dots:
        if dot is None:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(dot)
    if piece:
        yield piece


def _path(piece: Sequence[Dot]) -> str:
    return "M" + "L".join(f"{dot.x:g} {dot.y:g}" for dot in piece)


def _area(piece: Sequence[Dot]) -> str:
    return f"{_path(piece)}L{piece[-1].x:g} {BOTTOM:g}L{piece[0].x:g} {BOTTOM:g}Z"


def _gaps(lines: Sequence[Line], xs: Sequence[float]) -> Iterator[tuple[float, float]]:
    half = (xs[1] - xs[0]) / 2 if len(xs) > 1 else 8.0
    empty = [all(line.points[index].value is None for line in lines) for index in range(len(xs))]
    first: int | None = None
    for index, is_empty in enumerate([*empty, False]):
        if is_empty and first is None:
            first = index
        elif not is_empty and first is not None:
            start = max(xs[first] - half, 0.0)
            end = min(xs[index - 1] + half, 100.0)
            yield round(start, 2), round(end - start, 2)
            first = None


def _marks(steps: Sequence[Point], xs: Sequence[float]) -> Iterator[Mark]:
    every = max(1, -(-len(steps) // 12))
    last = len(steps) - 1
    for index in range(last % every, len(steps), every):
        x, step = xs[index], steps[index]
        yield Mark(x, step.short, minor=(last - index) // every % 3 != 0)
