"""A drawing of growth on two logarithmic scales, as SVG."""

import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 250, 24, 50
COLOURS = ("#1d4ed8", "#b45309", "#047857", "#9d174d")
DASHES = ("none", "8 4", "2 4", "10 3 2 3")
FONT = "font-family='sans-serif' font-size='13'"


@dataclass(frozen=True)
class Line:
    """A name and points (x, y), all greater than zero."""

    name: str
    points: tuple[tuple[float, float], ...]


def drawing(lines: list[Line]) -> str:
    """Draw lines with their slopes beside them."""
    every = [point for line in lines for point in line.points]
    low_x, high_x = _decades([x for x, _ in every])
    low_y, high_y = _decades([y for _, y in every])

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - low_x) / (high_x - low_x)
        up = (math.log10(y) - low_y) / (high_y - low_y)
        return (
            LEFT + across * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM),
        )

    said = "; ".join(f"{line.name}: slope {slope(line.points):.2f}" for line in lines)
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' role='img'>",
        "<title>Growth of the lake with the number of events</title>",
        f"<desc>{escape(said)}</desc>",
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#fff'/>",
    ]
    for power in range(low_x, high_x + 1):
        x, foot = at(10**power, 10**low_y)
        parts.append(_rule(x, foot, x, TOP))
        parts.append(_text(x, foot + 18, _power(power), anchor="middle"))
    for power in range(low_y, high_y + 1):
        left, y = at(10**low_x, 10**power)
        parts.append(_rule(left, y, WIDTH - RIGHT, y))
        parts.append(_text(left - 8, y + 4, _power(power), anchor="end"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "events", anchor="middle"))
    used: list[float] = []
    for line, colour, dash in zip(lines, COLOURS, DASHES, strict=False):
        places = [at(x, y) for x, y in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        stroke = f"stroke='{colour}' stroke-width='2' stroke-dasharray='{dash}'"
        parts.append(f"<polyline points='{path}' fill='none' {stroke}/>")
        parts += [f"<circle cx='{x:.1f}' cy='{y:.1f}' r='4' fill='{colour}'/>" for x, y in places]
        x, y = places[-1]
        y = _apart(y, used)
        parts.append(_text(x + 10, y, line.name, colour=colour))
        parts.append(_text(x + 10, y + 15, f"slope {slope(line.points):.2f}", colour=colour))
    return "\n".join([*parts, "</svg>"]) + "\n"


def slope(points: tuple[tuple[float, float], ...]) -> float:
    """Give the slope of the straight line through points on two logarithmic scales."""
    if len(points) < 2:
        return 0.0
    logs = [(math.log10(x), math.log10(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum(
        (x - mean_x) ** 2 for x, _ in logs
    )


def _decades(values: list[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _apart(y: float, used: list[float]) -> float:
    """Move a label down until it stands free of the others."""
    while any(abs(y - other) < 32 for other in used):
        y += 4
    used.append(y)
    return y


def _rule(*ends: float) -> str:
    x1, y1, x2, y2 = ends
    return f"<line x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}' stroke='#ddd'/>"


def _text(x: float, y: float, words: str, *, anchor: str = "start", colour: str = "#333") -> str:
    place = f"x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' fill='{colour}'"
    return f"<text {place} {FONT}>{escape(words)}</text>"


def _power(power: int) -> str:
    small = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{small}" if not 0 <= power <= 3 else f"{10**power:,}"
