"""The nation on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.measurement import queries
from motcua.measurement.values import Grain, League, Way
from motcua.observatory import answering, asking, reading
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import heads, ranks, standing, times
from motcua.web.formats import say

MAIN = "use2"
"""The indicator of the first map, series and leagues."""
FIRST = 5


@require_safe
def overview(request: HttpRequest) -> HttpResponseBase:
    """Show the country: first figures both ways, a map, twelve months, the heads of leagues."""
    period = asking.period(request)
    here = Here(request.path, period)
    return answering.page(request, "observatory/overview.html", lambda: _shown(here))


def _shown(here: Here) -> dict[str, Any]:
    period = here.period
    card = queries.card(MAIN)
    first = heads.heads(reading.head(), "", here)
    months = asking.months_to(period)
    ways = [
        (_("Như thực tế"), reading.series(MAIN, "", months)),
        (_("Như báo lên"), reading.series(MAIN, "", months, way=Way.FED)),
    ]
    tops = reading.tops(MAIN, period)
    return {
        "here": here,
        "periods": asking.choices(period),
        "card": card,
        "heads": first,
        "two": heads.dumbbell(
            first,
            id="hai-cach",
            title=_("Như báo lên và như thực tế"),
            said=_("Khoảng cách giữa hai chấm là phần do cách báo cáo, không phải do phục vụ tốt."),
            columns=[_("Chỉ số"), _("Như báo lên"), _("Như thực tế")],
            files=here.files("hai-cach", "tong-quan"),
        ),
        "map": ranks.tiles(tops, here, id_="ban-do", title=say(card.name)),
        "series": times.series(
            "dien-bien",
            ways,
            grain=Grain.MONTH,
            title=_("%(name)s, 12 tháng") % {"name": say(card.name)},
            files=here.files("dien-bien", MAIN, theo="thang"),
        ),
        "leagues": [
            (one, code, ranks.league_name(one), ranks.league(_league(one, here), here, most=FIRST))
            for code, one in asking.LEAGUES.items()
        ],
        "standing": standing.standing(reading.playing(MAIN, period)),
    }


def _league(of: League, here: Here) -> Any:
    return reading.league(MAIN, of, here.period)
