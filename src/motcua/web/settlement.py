"""Statistics of settlement as pages show them: what was asked, the lines, their drawing."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.agencies import queries as agencies
from motcua.dossiers.values import Channel
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.statistics import queries
from motcua.statistics.rules import percentile
from motcua.statistics.values import ALL, By, Counted, Figures, Month, Span
from motcua.web import clock, formats

SHOWN = 40
"""Lines that are drawn and listed; the sums are over all."""
FEW = 5
"""Below so many settled dossiers no percentile is told: it would tell of single people."""
_PERIOD = re.compile(r"(20[0-9]{2})(?:-(Q[1-4]|0[1-9]|1[0-2]))?")
_BYS = {"co-quan": By.AGENCY, "thu-tuc": By.SERVICE, "kenh": By.CHANNEL, "thang": By.MONTH}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for. `problem` says what could not be read and was left out."""

    period: str
    span: Span
    by: By
    place: str
    service: str
    channel: str
    problem: Sentence | None = None

    def address(self, **other: str) -> str:
        """Write it as a query string, with something else asked."""
        asked = {
            "ky": self.period,
            "theo": next(name for name, by in _BYS.items() if by is self.by),
            "noi": self.place,
            "thu-tuc": self.service,
            "kenh": self.channel,
        } | other
        return "?" + urlencode({name: value for name, value in asked.items() if value})


def read(query: QueryDict, *, top: str = ALL) -> Asked:
    """Read what was asked; `top` is the path a reader's view begins at."""
    today = clock.today()
    period = query.get("ky", "") or f"{today.year}"
    span = _span(period)
    place, problem = _place(query.get("noi", "") or top, top)
    if span is None:
        period, span = str(today.year), _span(str(today.year))
        problem = Sentence(
            "Không đọc được kỳ thống kê, nên trang cho số liệu năm nay. "
            "Bạn hãy chọn trong danh sách.",
            "That period cannot be read, so this year is shown. Please choose from the list.",
        )
    channels = {channel.value for channel in Channel}
    usual = By.SERVICE if place and agencies.stands_alone(place) else By.AGENCY
    return Asked(
        period=period,
        span=span or Span(Month(today.year, 1), Month(today.year, 12)),
        by=_BYS.get(query.get("theo", ""), usual),
        place=place,
        service=query.get("thu-tuc", "")[:20],
        channel=query.get("kenh", "") if query.get("kenh", "") in channels else ALL,
        problem=problem,
    )


def shown(asked: Asked) -> dict[str, Any]:
    """Give what the templates draw."""
    found = queries.settlement(
        span=asked.span,
        by=asked.by,
        place=asked.place,
        service=asked.service,
        channel=asked.channel,
    )
    rows = [_row(asked, line.key, line.figures) for line in found.lines[:SHOWN]]
    return {
        "asked": asked,
        "found": found,
        "figures": _told(found.total),
        "rows": rows,
        "more": max(len(found.lines) - SHOWN, 0),
        "chart": _chart(found, rows),
        "periods": periods(),
        "services": [(code, name) for code, name in service_names().items()],
        "place_name": name_of(asked.place),
    }


def periods() -> list[tuple[str, str]]:
    """Give (value, words) of the periods there are figures for: years, quarters, months."""
    months = queries.months() or (Month.of(clock.today()),)
    years = dict.fromkeys(month.year for month in months)
    quarters = dict.fromkeys((month.year, (month.number + 2) // 3) for month in months)
    return [
        *((str(year), _("Năm %(year)s") % {"year": year}) for year in years),
        *((f"{y}-Q{q}", _("Quý %(q)s/%(year)s") % {"q": q, "year": y}) for y, q in quarters),
        *(
            (f"{m.year}-{m.number:02}", _("Tháng %(m)s/%(year)s") % {"m": m.number, "year": m.year})
            for m in months
        ),
    ]


def service_names() -> dict[str, str]:
    """Give the services people can apply for today, by code."""
    today = clock.today()
    return {one.code: formats.say(one.name) for one in procedures.services(today)}


def name_of(place: str) -> str:
    """Name a place of the statistics."""
    return agencies.agency(place.rstrip(".")).short_name if place else _("Cả nước")


def hours(value: float | None) -> str:
    """Write working hours: days of eight hours from two days on."""
    if value is None:
        return ""
    if value >= 16:
        return _("%(n)s ngày làm việc") % {"n": _number(value / 8)}
    return _("%(n)s giờ làm việc") % {"n": _number(value)}


def share(figures: Figures) -> str:
    """Write the share kept in time."""
    return "" if figures.kept is None else _number(figures.kept * 100) + " %"


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text if formats.language().startswith("en") else text.replace(".", ",")


def _span(period: str) -> Span | None:
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    year, part = int(found[1]), found[2] or ""
    if not part:
        return Span(Month(year, 1), Month(year, 12))
    if part.startswith("Q"):
        first = 3 * int(part[1]) - 2
        return Span(Month(year, first), Month(year, first + 2))
    return Span(Month(year, int(part)), Month(year, int(part)))


def _place(path: str, top: str) -> tuple[str, Sentence | None]:
    wrong = Sentence(
        "Không có nơi này trong danh sách của bạn. Bạn hãy chọn nơi khác.",
        "This place is not among yours. Please choose another.",
    )
    if not path:
        return ALL, None
    try:
        found = agencies.agency(path.rstrip("."))
    except agencies.AgencyUnknown:
        return top, wrong
    return (found.path, None) if found.path.startswith(top) else (top, wrong)


def _row(asked: Asked, key: str, figures: Figures) -> dict[str, Any]:
    return {"key": key, "figures": figures, **_named(asked, key), **_told(figures)}


def _named(asked: Asked, key: str) -> dict[str, str]:
    if asked.by is By.AGENCY:
        return {"name": name_of(key), "address": asked.address(noi=key)}
    if asked.by is By.SERVICE:
        return {"name": service_names().get(key, key), "address": asked.address(**{"thu-tuc": key})}
    if asked.by is By.CHANNEL:
        return {"name": formats.say(Channel(key).label), "address": asked.address(kenh=key)}
    month = date.fromisoformat(f"{key}-01")
    return {"name": f"{month:%m/%Y}", "address": asked.address(ky=key)}


def _told(figures: Figures) -> dict[str, Any]:
    told = figures.settled >= FEW
    return {
        "total": figures,
        "kept": share(figures),
        "median": hours(percentile(figures.hours, 0.5)) if told else "",
        "ninety": hours(percentile(figures.hours, 0.9)) if told else "",
    }


def _chart(found: Counted, rows: list[dict[str, Any]]) -> dict[str, Any]:
    most = max((line.figures.settled for line in found.lines[:SHOWN]), default=0)
    drawn = [
        {
            "name": row["name"],
            "values": (
                row["figures"].early,
                row["figures"].on_time,
                row["figures"].late,
                row["figures"].unjudged,
            ),
            "words": row["figures"].settled,
        }
        for row in rows[:20]
    ]
    return {"most": most, "rows": drawn}
