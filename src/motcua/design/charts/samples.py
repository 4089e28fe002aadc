"""Figures made up for the gallery: full, missing, equal, nothing at all."""

from collections.abc import Sequence
from typing import Any

from motcua.design.charts.around import Spoke, radar
from motcua.design.charts.scales import classes
from motcua.design.charts.times import Line, Point, plot, spark

_YEAR = (31.2, 30.8, 33.5, None, None, 41.9, 44.0, 43.1, 46.2, 48.8, 52.4, 53.0)
_OTHER = (48.0, 49.2, 50.1, 52.2, 55.0, 58.3, 60.0, 61.7, 63.0, 66.2, 68.1, 70.4)
_PLACES = (("Lai Châu", 1, 1, 12.5), ("Lào Cai", 1, 2, 31.0), ("Tuyên Quang", 1, 3, 44.2))
_GROUPS = (("Chức năng", 0.82, 0.7), ("Bố cục", 0.6, 0.75), ("Hiệu năng", 0.95, 0.8))
_MORE = (("Hà Nội", 2, 3, 61.3), ("TP. Hồ Chí Minh", 3, 3, 58.0), ("Khánh Hòa", 3, 4, None))


def _share(value: float) -> str:
    return f"{value:.1f} %".replace(".", ",")


def _points(values: Sequence[float | None]) -> list[Point]:
    return [
        Point(f"Tháng {month}", f"T{month}", value, _share(value or 0), open=month == 12)
        for month, value in enumerate(values, start=1)
    ]


def samples() -> dict[str, Any]:
    """Give what the gallery draws."""
    places = [
        {"name": name, "row": row, "column": column, "value": value, "href": "#hinh"}
        | {"words": "–" if value is None else _share(value)}
        for name, row, column, value in (*_PLACES, *_MORE)
    ]
    one, two = Line("Như thực tế", _points(_YEAR)), Line("Như báo lên", _points(_OTHER), 2)
    return {
        "one": plot([one], _share, target=50.0),
        "two": plot([one, two], _share),
        "around": radar([Spoke(n, v, _share(100 * v), o) for n, v, o in _GROUPS]),
        "none": plot([Line("", _points([None] * 4))], _share),
        "spark": spark(_YEAR),
        "places": places,
        "classes": classes([value for *_, value in (*_PLACES, *_MORE)], _share),
        "months": [(p.name, p.words if p.value else "thiếu số liệu") for p in one.points],
    }
