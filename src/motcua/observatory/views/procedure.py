"""One procedure over the whole country, or at one agency."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.measurement import queries
from motcua.measurement.values import Way
from motcua.measurement.values.reading import Figures
from motcua.observatory import addresses, answering, asking, naming, places, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import heads, quality, ranks
from motcua.observatory.kept import recall
from motcua.web.formats import say

HEAD = ("use2", "ontime", "sat", "pay")
FIRST = 15


@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show how a procedure is used: figures, waits, where people stop, the agencies."""
    name = naming.procedure(code)
    agency = request.GET.get("co-quan", "")
    place = places.place(agency) if agency else None
    more = (("co-quan", place.code),) if place else ()
    here = Here(request.path, asking.period(request), more=more)
    within = place.code if place else ""
    return answering.page(
        request, "observatory/procedure.html", lambda: _shown(code, name, within, here=here)
    )


def _shown(code: str, name: str, within: str, *, here: Here) -> dict[str, Any]:
    known = {card.code for card in queries.cards()}
    by = "agency" if within else "top"
    found = {one: _figures(one, code, within, by=by, here=here) for one in HEAD if one in known}
    main = next(iter(found.values()), None)
    waits = recall(queries.waits, within, here.period, procedure=code)
    funnel = recall(queries.funnel, code, period=here.period, agency=within)
    return {
        "here": here,
        "code": code,
        "name": name,
        "within": within,
        "place": places.name(within),
        "periods": asking.choices(here.period),
        "heads": [_head(one, code, within, here=here) for one in found.values()],
        "waits": quality.waits(waits, here, **{"thu-tuc": code, "trong": within}),
        "funnel": quality.funnel(funnel, here, **{"thu-tuc": code, "trong": within}),
        "agencies": _lines(main, here) if main else [],
        "card": main.card if main else None,
        "files": here.files(
            "noi", HEAD[0], **{"theo": "co-quan" if within else "tinh-bo", "thu-tuc": code}
        ),
    }


def _figures(
    one: str, code: str, within: str, *, by: str, here: Here, way: Way = Way.TRUE
) -> Figures:
    return recall(
        queries.figures, one, period=here.period, by=by, within=within, procedure=code, way=way
    )


def _head(figures: Figures, code: str, within: str, *, here: Here) -> dict[str, Any]:
    card, total = figures.card, figures.total
    two = Way.FED in card.ways
    by = "agency" if within else "top"
    fed = _figures(card.code, code, within, by=by, here=here, way=Way.FED) if two else None
    return {
        "card": card,
        "href": addresses.indicator(card.code),
        "true": words.value(card, total.value),
        "missing": words.missing(total.missing) if total.value is None else "",
        "made_of": heads.made_of(card, total),
        "two": two,
        "fed": words.value(card, fed.total.value) if fed else "",
        "partial": total.partial,
        "change": "",
        "target": "",
    }


def _lines(figures: Figures, here: Here) -> list[dict[str, Any]]:
    told = sorted(figures.rows, key=lambda row: -(row.denominator or 0))[:FIRST]
    return [
        {
            "name": say(places.name(row.key)),
            "href": addresses.agency(row.key, here),
            "width": ranks.width(row.value, 1.0),
            "words": words.value(figures.card, row.value),
            "of": words.number(row.denominator or 0),
        }
        for row in told
    ]
