"""League tables and maps of one indicator."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.measurement import queries
from motcua.measurement.values import Card, Grain, League, Way
from motcua.observatory import answering, asking, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import ranks, times
from motcua.web.formats import say


@require_safe
def ranking(request: HttpRequest) -> HttpResponseBase:
    """Lead on to the league table of the indicator that was chosen."""
    return _led_on(request, "observatory:league")


@require_safe
def mapping(request: HttpRequest) -> HttpResponseBase:
    """Lead on to the map of the indicator that was chosen."""
    return _led_on(request, "observatory:map")


@require_safe
def league(request: HttpRequest, code: str) -> HttpResponseBase:
    """Rank ministries or provinces by an indicator, the other way of counting beside."""
    card = asking.card(code)
    of, way = asking.league(request), asking.way(request)
    named = next(name for name, one in asking.LEAGUES.items() if one is of)
    here = Here(request.path, asking.period(request), _counted(card, way), (("giai", named),))
    return answering.page(
        request, "observatory/league.html", lambda: _ranked(card, of, named, here=here)
    )


@require_safe
def map_(request: HttpRequest, code: str) -> HttpResponseBase:
    """Draw provinces by an indicator, on the map of the period's own time."""
    card = asking.card(code)
    here = Here(request.path, asking.period(request), _counted(card, asking.way(request)))
    return answering.page(request, "observatory/map.html", lambda: _mapped(card, here))


def _ranked(card: Card, of: League, named: str, *, here: Here) -> dict[str, Any]:
    table = reading.league(card.code, of, here.period, way=here.way)
    return {
        **_common(card, here),
        "league": ranks.league(table, here),
        "league_name": ranks.league_name(of),
        "named": named,
        "leagues": [(name, ranks.league_name(one)) for name, one in asking.LEAGUES.items()],
        "files": here.files("bang", card.code, theo="xep-hang", giai=named),
        "before": words.period(asking.before(here.period)),
    }


def _mapped(card: Card, here: Here) -> dict[str, Any]:
    months = asking.months_to(here.period)
    return {
        **_common(card, here),
        "map": ranks.tiles(
            reading.tops(card.code, here.period, here.way),
            here,
            id_="ban-do",
            title=f"{say(card.name)}, {words.period(here.period)}",
        ),
        "series": times.series(
            "ca-nuoc",
            [("", reading.series(card.code, "", months, way=here.way))],
            grain=Grain.MONTH,
            title=_("Cả nước, 12 tháng"),
            files=here.files("ca-nuoc", card.code, theo="thang"),
        ),
    }


def _common(card: Card, here: Here) -> dict[str, Any]:
    return {
        "here": here,
        "card": card,
        "cards": [(one.code, say(one.name)) for one in queries.cards()],
        "periods": asking.choices(here.period),
        "two": len(card.ways) > 1,
        "way": words.way(here.way),
        "other_way": words.way(Way.FED if here.way is Way.TRUE else Way.TRUE),
    }


def _led_on(request: HttpRequest, page: str) -> HttpResponseBase:
    card = asking.card(request.GET.get("chi-so", "") or "use2")
    asking.period(request)
    kept = {name: request.GET[name] for name in ("ky", "giai", "cach") if request.GET.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    return HttpResponseRedirect(reverse(page, args=[card.code]) + query)


def _counted(card: Card, way: Way) -> Way:
    """Give the way that was asked for, or the only one an indicator is counted by."""
    return way if way in card.ways else card.ways[0]
