"""One ministry, province, commune or other agency."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.kernel.words import Refused
from motcua.measurement import queries
from motcua.measurement.values import Grain, Way
from motcua.observatory import addresses, answering, asking, kept, places, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import drilling, heads, index, quality, ranks, times
from motcua.observatory.kept import Question, recall
from motcua.observatory.places import Place
from motcua.web.formats import say

MAIN = "use2"


@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show an agency against the country and its own past, and what lies below it."""
    place = places.place(code)
    here = Here(request.path, asking.period(request))
    every = request.GET.get("tat-ca", "") == "co"
    return answering.page(
        request, "observatory/agency.html", lambda: _shown(place, here, every=every)
    )


def _shown(place: Place, here: Here, *, every: bool) -> dict[str, Any]:
    code, period = place.code, here.period
    first = heads.heads(reading.head(), code, here)
    return {
        "here": here,
        "place": place,
        "above": (places.name(place.top), addresses.agency(place.top, here))
        if "." in code
        else None,
        "periods": asking.choices(period),
        "heads": first,
        "beside": _beside(first, here, code),
        "past": words.period(asking.year_before(period)),
        "rank": _rank(place, here),
        "series": _series(place, here),
        "quality": _quality(code, here),
        "below": drilling.below(place, here, every=every),
        "procedures": drilling.procedures(code, here),
    }


def _beside(first: list[dict[str, Any]], here: Here, code: str) -> dict[str, Any]:
    shown = [one for one in first if one.get("beside")]
    return {
        "id": "ca-nuoc",
        "title": _("So với cả nước"),
        "said": _("Chấm rỗng là cả nước, chấm đậm là nơi này; đều đếm như thực tế."),
        "lines": [
            {"name": one["card"].name, **one["beside"], "words": f"{one['nation']} → {one['true']}"}
            for one in shown
        ],
        "columns": [_("Chỉ số"), _("Cả nước"), _("Nơi này")],
        "rows": [[one["card"].name, one["nation"], one["true"]] for one in shown],
        "ends": (_("Cả nước"), _("Nơi này")),
        "files": here.files("ca-nuoc", "tong-quan", trong=code),
    }


def _rank(place: Place, here: Here) -> dict[str, Any] | None:
    if "." in place.code:
        return None
    table = reading.league(MAIN, place.league, here.period)
    found = next((one for one in table.places if one.agency == place.code), None)
    if found is None or found.rank is None:
        return None
    ranked = [one for one in table.places if one.rank is not None]
    return {
        "rank": found.rank,
        "of": len(ranked),
        "shared": sum(1 for one in ranked if one.rank == found.rank) > 1,
        "league": ranks.league_name(place.league),
        "movement": ranks.movement(found.moved),
        "name": _inside(say(table.card.name)),
        "league_code": next(c for c, one in asking.LEAGUES.items() if one is place.league),
    }


def _series(place: Place, here: Here) -> dict[str, Any]:
    months = asking.months_to(here.period)
    named = [
        (words.way(way), reading.series(MAIN, place.code, months, way=way))
        for way in (Way.TRUE, Way.FED)
    ]
    return times.series(
        "dien-bien",
        named,
        grain=Grain.MONTH,
        title=_("%(name)s, 12 tháng") % {"name": say(queries.card(MAIN).name)},
        files=here.files("dien-bien", MAIN, theo="thang", trong=place.code),
    )


def _quality(code: str, here: Here) -> dict[str, Any]:
    period, year = here.period, asking.months_to(here.period)
    now = (queries.channels, queries.satisfaction, queries.waits, queries.causes, queries.index766)
    questions: list[Question] = [(ask, (code, period), {}) for ask in now]
    kept.ready([*questions, (queries.consistency, (code, year), {})])
    return {
        "channels": quality.channels(recall(queries.channels, code, period), here, within=code),
        "satisfaction": quality.satisfaction(
            recall(queries.satisfaction, code, period), here, within=code
        ),
        "waits": quality.waits(recall(queries.waits, code, period), here, trong=code),
        "causes": quality.causes(recall(queries.causes, code, period), here, within=code),
        "index": _index(code, here),
        "consistency": quality.consistency(recall(queries.consistency, code, year), here),
        "year": words.period(year),
    }


def _index(code: str, here: Here) -> dict[str, Any] | None:
    try:
        return index.index766(recall(queries.index766, code, here.period), here)
    except Refused:  # no edition of the index was in force then
        return None


def _inside(name: str) -> str:
    """Write a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
