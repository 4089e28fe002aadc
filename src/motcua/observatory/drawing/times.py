"""Series over time, one agency or several, one way of counting or both."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.design.charts import Line, Point, plot
from motcua.measurement.values import Card, Grain
from motcua.measurement.values.reading import Figure, Series
from motcua.observatory import words
from motcua.web.formats import say


def series(
    id_: str,
    named: Sequence[tuple[str, Series]],
    *,
    grain: Grain,
    title: str,
    files: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Draw series with the same steps; the first is spoken of, the table holds them all."""
    card = named[0][1].card
    lines = [
        Line(name, [_point(card, on, figure, grain=grain) for on, figure in one.points], tone)
        for tone, (name, one) in enumerate(named, start=1)
    ]
    target = float(card.target) if card.target is not None else None
    return {
        "id": id_,
        "title": title,
        "said": said(lines[0].points) if len(lines) == 1 else _last(lines),
        "plot": plot(lines, lambda amount: words.axis(card, amount), target=target),
        "columns": [_("Kỳ"), *(name or say(card.name) for name, _one in named)],
        "rows": _rows(lines),
        "files": files,
        "target": _("Mục tiêu %(value)s") % {"value": words.value(card, target)} if target else "",
        "note": _("Chấm rỗng: kỳ chưa đủ ngày.") if _open(lines) else "",
    }


def said(points: Sequence[Point]) -> str:
    """Say in a sentence what a line shows."""
    known = [point for point in points if point.value is not None]
    if not known:
        return _("Chưa có số liệu cho những kỳ này.")
    first, last = known[0], known[-1]
    high = max(known, key=lambda point: point.value or 0.0)
    low = min(known, key=lambda point: point.value or 0.0)
    told = _(
        "%(first)s: %(a)s. %(last)s: %(b)s. Cao nhất %(high)s (%(c)s), thấp nhất %(low)s (%(d)s)."
    ) % {
        "first": first.name,
        "a": first.words,
        "last": last.name,
        "b": last.words,
        "high": high.words,
        "c": high.name,
        "low": low.words,
        "d": low.name,
    }
    lost = len(points) - len(known)
    return told + (" " + _("Thiếu số liệu %(n)s kỳ.") % {"n": lost} if lost else "")


def _last(lines: Sequence[Line]) -> str:
    """Say where several lines end."""
    ends = [
        (line.name, next((one for one in reversed(line.points) if one.value is not None), None))
        for line in lines
    ]
    known = [(name, point) for name, point in ends if point]
    if not known:
        return _("Chưa có số liệu cho những kỳ này.")
    return (
        _("Gần nhất:")
        + " "
        + "; ".join(f"{name} {point.words} ({point.name})" for name, point in known)
        + "."
    )


def _point(card: Card, on: date, figure: Figure, *, grain: Grain) -> Point:
    name, short = words.step(on, grain)
    return Point(name, short, figure.value, words.value(card, figure.value), figure.partial)


def _rows(lines: Sequence[Line]) -> list[list[str]]:
    return [
        [
            points[0].name,
            *(
                point.words + (" *" if point.open and point.value is not None else "")
                for point in points
            ),
        ]
        for points in zip(*(line.points for line in lines), strict=True)
    ]


def _open(lines: Sequence[Line]) -> bool:
    return any(point.open and point.value is not None for line in lines for point in line.points)
