"""Figures that others published, shown as they were printed."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.kernel.words import Sentence
from motcua.measurement import queries
from motcua.measurement.queries import PublishedUnknown
from motcua.measurement.values.published import (
    TOLD_TITLES,
    UNIT_TITLES,
    Published,
    PublishedFigure,
    PublishedTable,
)
from motcua.web import pages

_WITHOUT_UNIT = frozenset({"percent", "day"})
"""Units that the printed figure names itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed figure; `width` of its bar in percent of the largest, None without a bar."""

    name: Sentence
    printed: str
    unit: Sentence | None
    place: Sentence | None
    notes: tuple[Sentence, ...]
    width: float | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it was printed, with bars where its figures can be compared."""

    code: str
    title: Sentence
    unit: Sentence | None
    """The unit of all lines; None where they differ or name it themselves."""
    lines: tuple[Line, ...]
    notes: tuple[Sentence, ...]
    drawn: bool


@require_safe
def all_published(request: HttpRequest) -> HttpResponse:
    """List what is kept, the latest first."""
    codes = reversed(queries.published_codes())
    context = {"kept": [queries.published(code) for code in codes]}
    return pages.render(request, "observatory/published/all.html", context)


@require_safe
def published(request: HttpRequest, code: str) -> HttpResponse:
    """Show what one source printed: tables of the two leagues beside each other."""
    try:
        found = queries.published(code)
    except PublishedUnknown as refused:
        raise Http404(str(refused.sentence)) from None
    context = {"found": found, "groups": groups(found)}
    return pages.render(request, "observatory/published/one.html", context)


def groups(found: Published) -> list[list[Shown]]:
    """Give the tables, those that tell the same of two leagues together."""
    together = groupby(found.tables, key=lambda table: table.group)
    return [[shown(table) for table in tables] for _, tables in together]


def shown(table: PublishedTable) -> Shown:
    """Give a table with the widths of its bars; bars only where every figure has one unit."""
    values = [float(one.value) for one in table.figures if one.value is not None]
    units = {one.unit for one in table.figures}
    drawn = len(values) == len(table.figures) > 1 and len(units) == 1 and table.league is not None
    same = units.pop() if len(units) == 1 else ""
    most = 100.0 if same == "percent" else max(values, default=0.0)
    return Shown(
        code=table.code,
        title=table.title,
        unit=UNIT_TITLES[same] if same and same not in _WITHOUT_UNIT else None,
        lines=tuple(
            _line(one, most=most if drawn else 0.0, with_unit=not same) for one in table.figures
        ),
        notes=table.notes,
        drawn=drawn,
    )


def _line(one: PublishedFigure, *, most: float, with_unit: bool) -> Line:
    return Line(
        name=one.name,
        printed=one.printed,
        unit=UNIT_TITLES[one.unit] if with_unit and one.unit not in _WITHOUT_UNIT else None,
        place=TOLD_TITLES[one.place] if one.place else None,
        notes=one.notes,
        width=100 * float(one.value) / most if most and one.value is not None else None,
    )
