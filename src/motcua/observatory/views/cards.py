"""Definitions: what each indicator counts, by what law, and why two ways differ."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.measurement import queries
from motcua.measurement.values import Card, Grain, Way
from motcua.observatory import answering, asking, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import heads, times


@require_safe
def cards(request: HttpRequest) -> HttpResponseBase:
    """List all indicators by what they are about."""
    period = asking.period(request)

    def shown() -> dict[str, Any]:
        every = queries.cards()
        groups = [(code, words.GROUPS[code]) for code in words.GROUPS]
        return {
            "here": Here(request.path, period),
            "groups": [
                (code, name, [card for card in every if card.group == code])
                for code, name in groups
                if any(card.group == code for card in every)
            ],
        }

    return answering.page(request, "observatory/cards.html", shown)


@require_safe
def card(request: HttpRequest, code: str) -> HttpResponseBase:
    """Tell an indicator's formula, legal basis, both ways and why they differ."""
    found = asking.card(code)
    here = Here(request.path, asking.period(request))
    return answering.page(request, "observatory/card.html", lambda: _told(found, here))


def _told(card: Card, here: Here) -> dict[str, Any]:
    months = asking.months_to(here.period)
    named = [
        (words.way(way), reading.series(card.code, "", months, way=way))
        for way in (Way.TRUE, Way.FED)
        if way in card.ways
    ]
    return {
        "here": here,
        "card": card,
        "periods": asking.choices(here.period),
        "head": heads.heads([card.code], "", here)[0],
        "group": words.GROUPS.get(card.group, card.group),
        "target": words.value(card, float(card.target)) if card.target is not None else "",
        "series": times.series(
            "dien-bien",
            named,
            grain=Grain.MONTH,
            title=_("Cả nước, 12 tháng"),
            files=here.files("dien-bien", card.code, theo="thang"),
        ),
    }
