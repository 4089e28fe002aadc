"""Cards that other sites may show in a frame: one figure, its period, and where it comes from."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from motcua.design.charts import spark
from motcua.measurement.values import Way
from motcua.observatory import addresses, answering, asking, places, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import ranks

FRAMED = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)
"""Anybody may show it; it shows nothing of anybody else and runs nothing."""


@xframe_options_exempt
@require_safe
def embedded(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show an indicator of an agency (`?co-quan=`; the country without it) as a small card."""
    card = asking.card(code)
    asked = request.GET.get("co-quan", "")
    place = places.place(asked).code if asked else ""
    here = Here(request.path, asking.period(request))

    def shown() -> dict[str, Any]:
        figure = reading.figure(card.code, place, here.period)
        months = asking.months_to(here.period)
        points = reading.series(card.code, place, months).points
        two = Way.FED in card.ways
        fed = reading.figure(card.code, place, here.period, way=Way.FED) if two else None
        return {
            "card": card,
            "name": places.name(place),
            "here": here,
            "value": words.value(card, figure.value),
            "missing": "" if figure.value is not None else words.missing(figure.missing),
            "fed": words.value(card, fed.value) if fed else "",
            "width": ranks.width(figure.value, 1.0) if card.unit == "share" else None,
            "spark": spark([one.value for _on, one in points]),
            "months": words.period(months),
            "href": addresses.agency(place, here) if place else "/do-luong/" + here.carry,
        }

    answer = answering.page(request, "observatory/opening/embedded.html", shown)
    answer.headers["Content-Security-Policy"] = FRAMED
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
