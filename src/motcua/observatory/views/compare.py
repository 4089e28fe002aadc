"""Two to five agencies side by side."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.kernel.text import sort_key
from motcua.measurement import queries
from motcua.measurement.values import Card, Grain
from motcua.observatory import addresses, answering, asking, places, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import times
from motcua.web.formats import say


@require_safe
def compare(request: HttpRequest) -> HttpResponseBase:
    """Compare agencies over time by one indicator, and now by the first ones."""
    chosen = asking.compared(request)
    card = asking.card(request.GET.get("chi-so", "") or "use2")
    more = (("chi-so", card.code), *(("co-quan", one.code) for one in chosen))
    here = Here(request.path, asking.period(request), more=more)
    return answering.page(request, "observatory/compare.html", lambda: _shown(card, chosen, here))


def _shown(card: Card, chosen: Sequence[places.Place], here: Here) -> dict[str, Any]:
    return {
        "here": here,
        "card": card,
        "cards": [(one.code, say(one.name)) for one in queries.cards()],
        "periods": asking.choices(here.period),
        "chosen": chosen,
        "boxes": [(n, chosen[n].code if n < len(chosen) else "") for n in range(asking.MOST)],
        "offered": _offered(chosen),
        "series": _series(card, chosen, here) if chosen else None,
        "columns": [(one.name, addresses.agency(one.code, here)) for one in chosen],
        "lines": [_line(queries.card(code), chosen, here) for code in reading.head()],
    }


def _series(card: Card, chosen: Sequence[places.Place], here: Here) -> dict[str, Any]:
    months = asking.months_to(here.period)
    return times.series(
        "so-sanh",
        [(say(one.name), reading.series(card.code, one.code, months)) for one in chosen],
        grain=Grain.MONTH,
        title=_("%(name)s, 12 tháng") % {"name": say(card.name)},
        files=_files(card, chosen, here),
    )


def _files(card: Card, chosen: Sequence[places.Place], here: Here) -> list[tuple[str, str]]:
    every = [here.files("so-sanh", card.code, theo="thang", trong=one.code) for one in chosen]
    return [
        (f"{words_} {say(one.name)}", href)
        for one, files in zip(chosen, every, strict=True)
        for words_, href in files[:2]
    ] + list(every[0][2:])


def _line(card: Card, chosen: Sequence[places.Place], here: Here) -> dict[str, Any]:
    figures = [reading.figure(card.code, one.code, here.period) for one in chosen]
    return {
        "card": card,
        "href": addresses.indicator(card.code),
        "cells": [
            words.missing(one.missing) if one.value is None else words.value(card, one.value)
            for one in figures
        ],
        "nation": words.value(card, reading.figure(card.code, "", here.period).value),
    }


def _offered(chosen: Sequence[places.Place]) -> list[tuple[str, str]]:
    every = [one for one in places.tops().values() if not one.former]
    every += [one for one in chosen if one.code not in {known.code for known in every}]
    return sorted(
        ((one.code, say(one.name)) for one in every),
        key=lambda pair: (pair[0].startswith("G"), sort_key(pair[1])),
    )
