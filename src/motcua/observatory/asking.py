"""What a reader asks for in an address: period, way of counting, agencies; refused in words."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from django.http import HttpRequest

from motcua.kernel.words import Refused, Sentence
from motcua.measurement import queries
from motcua.measurement.values import Card, Grain, League, Period, Way
from motcua.observatory import places, words
from motcua.web import clock

WAYS = {"thuc-te": Way.TRUE, "bao-len": Way.FED}
LEAGUES = {"tinh": League.PROVINCES, "bo": League.MINISTRIES}
LONGEST = 366 * 12
MOST = 5
"""Agencies that are compared at once."""
_CODE = re.compile(r"[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?|[0-9-]{10}\.\.[0-9-]{10}")


class PeriodUnknown(Refused):
    """The period of an address cannot be read."""


class IndicatorUnknown(Refused):
    """No indicator has this code."""


class WayUnknown(Refused):
    """Neither of the two ways of counting."""


class LeagueUnknown(Refused):
    """Neither of the two leagues."""


class ComparedUnknown(Refused):
    """Too many agencies to compare, or one that is not there."""


def period(request: HttpRequest) -> Period:
    """Read `?ky=`; without it the last whole month. Raises PeriodUnknown."""
    typed = request.GET.get("ky", "").strip()
    if not typed:
        return last_month()
    try:
        if not _CODE.fullmatch(typed):
            raise ValueError(typed)
        found = Period.parse(typed)
    except ValueError as wrong:
        raise _unread(typed) from wrong
    if not 2015 <= found.first.year <= clock.today().year or found.days > LONGEST:
        raise _unread(typed)
    return found


def last_month() -> Period:
    """Give the last month that is over."""
    before = clock.today().replace(day=1) - timedelta(days=1)
    return Period.month(before.year, before.month)


def way(request: HttpRequest) -> Way:
    """Read `?cach=thuc-te|bao-len`; as it is where nothing is said. Raises WayUnknown."""
    typed = request.GET.get("cach", "") or "thuc-te"
    if typed not in WAYS:
        raise WayUnknown(
            Sentence(
                "Chỉ có hai cách đếm: “thuc-te” (như thực tế) và “bao-len” (như báo lên).",
                "There are two ways of counting: “thuc-te” (as it is), “bao-len” (as reported).",
            )
        )
    return WAYS[typed]


def league(request: HttpRequest) -> League:
    """Read `?giai=tinh|bo`; provinces where nothing is said. Raises LeagueUnknown."""
    typed = request.GET.get("giai", "") or "tinh"
    if typed not in LEAGUES:
        raise LeagueUnknown(
            Sentence(
                "Chỉ có hai bảng: “tinh” (tỉnh, thành phố) và “bo” (bộ, ngành).",
                "There are two leagues: “tinh” (provinces) and “bo” (ministries).",
            )
        )
    return LEAGUES[typed]


def card(code: str) -> Card:
    """Give the card of an indicator; raise IndicatorUnknown."""
    found = next((one for one in queries.cards() if one.code == code), None)
    if found is None:
        raise IndicatorUnknown(
            Sentence(
                f"Không có chỉ số nào mang mã “{code[:40]}”. Bạn hãy xem danh sách chỉ số.",
                f"No indicator has the code “{code[:40]}”. See the list of indicators.",
            )
        )
    return found


def compared(request: HttpRequest) -> Sequence[places.Place]:
    """Read `?co-quan=` once for each of up to five agencies. Raises ComparedUnknown."""
    codes = list(dict.fromkeys(code for code in request.GET.getlist("co-quan") if code))
    if len(codes) > MOST:
        raise ComparedUnknown(
            Sentence(
                f"Mỗi lần so sánh được nhiều nhất {MOST} cơ quan. Bạn hãy bỏ bớt.",
                f"At most {MOST} agencies can be compared at once. Please take some out.",
            )
        )
    return [places.place(code) for code in codes]


def before(of: Period) -> Period:
    """Give the period of the same length before one: the month before, the year before …"""
    last = of.first - timedelta(days=1)
    code = of.code
    if len(code) == 4:
        return Period.year(last.year)
    if "Q" in code and ".." not in code:
        return Period.quarter(last.year, (last.month + 2) // 3)
    if len(code) == 7:
        return Period.month(last.year, last.month)
    return Period(last - timedelta(days=of.days - 1), last)


def year_before(of: Period) -> Period:
    """Give the same days a year before."""
    first = _year_back(of.first)
    last = _year_back(of.last + timedelta(days=1)) - timedelta(days=1)
    return Period(first, last)


def months_to(of: Period, number: int = 12) -> Period:
    """Give the `number` months that end with the period, or with this month if it goes on."""
    end = min(of.last, clock.today())
    months = end.year * 12 + end.month - number
    first = Period.month(months // 12, months % 12 + 1).first
    return Period(first, Period.month(end.year, end.month).last)


def choices(chosen: Period) -> list[tuple[str, str]]:
    """Give (value, words) of the periods a chooser offers: months, quarters and years."""
    on = clock.today()
    offered = [_month_back(on, back) for back in range(13)]
    quarters = dict.fromkeys(
        Period.quarter(m.first.year, (m.first.month + 2) // 3) for m in offered
    )
    years = [Period.year(on.year - back) for back in range(4)]
    every = [*offered, *quarters, *years]
    if chosen not in every:
        every.insert(0, chosen)
    return [(one.code, words.period(one)) for one in every]


def grain(of: Period) -> Grain:
    """Give the steps a period is drawn in."""
    return Grain.DAY if of.days <= 62 else Grain.MONTH


def _month_back(on: date, back: int) -> Period:
    months = on.year * 12 + on.month - 1 - back
    return Period.month(months // 12, months % 12 + 1)


def _year_back(on: date) -> date:
    leap = on.month == 2 and on.day == 29
    return on.replace(year=on.year - 1, day=28 if leap else on.day)


def _unread(typed: str) -> PeriodUnknown:
    return PeriodUnknown(
        Sentence(
            f"Không đọc được kỳ “{typed[:40]}”. Bạn hãy viết như 2026, 2026-Q1, 2026-03, hoặc chọn "
            "trong danh sách.",
            f"The period “{typed[:40]}” cannot be read. Write it like 2026, 2026-Q1, 2026-03, or "
            "choose from the list.",
        )
    )
