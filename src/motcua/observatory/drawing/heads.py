"""First figures of an overview: as it is, as reported, beside the country and the year before."""

from collections.abc import Sequence
from typing import Any

from motcua.measurement import queries
from motcua.measurement.values import Card, Way
from motcua.measurement.values.reading import Figure
from motcua.observatory import addresses, asking, reading, words
from motcua.observatory.addresses import Here


def heads(codes: Sequence[str], agency: str, here: Here) -> list[dict[str, Any]]:
    """Give each indicator of an agency ("": the country), both ways side by side."""
    reading.ready(codes, agency, (here.period, asking.year_before(here.period)))
    return [_head(queries.card(code), agency, here) for code in codes]


def _head(card: Card, agency: str, here: Here) -> dict[str, Any]:
    code, period = card.code, here.period
    true = reading.figure(code, agency, period)
    past = reading.figure(code, agency, asking.year_before(period))
    told = {
        "card": card,
        "code": code,
        "href": addresses.indicator(code),
        "true": words.value(card, true.value),
        "missing": "" if true.value is not None else words.missing(true.missing),
        "partial": true.partial,
        "change": _change(card, true, past),
        "made_of": made_of(card, true),
        "target": words.value(card, float(card.target)) if card.target is not None else "",
        "two": Way.FED in card.ways,
        "fed": "",
    }
    if told["two"]:
        fed = reading.figure(code, agency, period, way=Way.FED)
        told["fed"] = words.value(card, fed.value)
        told["bars"] = _bars(card, fed, true)
    if agency:
        nation = reading.figure(code, "", period)
        told["nation"] = words.value(card, nation.value)
        told["beside"] = _bars(card, nation, true)
    return told


def made_of(card: Card, figure: Figure) -> str:
    """Write numerator and denominator of a share."""
    if card.unit != "share" or figure.numerator is None or figure.denominator is None:
        return ""
    return f"{words.number(figure.numerator)} / {words.number(figure.denominator)}"


def _change(card: Card, now: Figure, past: Figure) -> str:
    if now.value is None or past.value is None or (past.partial and not past.numerator):
        return ""
    if card.unit == "count" and (now.partial or past.partial):  # days that are not there add up
        return ""
    return words.difference(card, now.value - past.value)


def _bars(card: Card, first: Figure, second: Figure) -> dict[str, float | None] | None:
    if card.unit != "share":
        return None
    return {
        "fed": None if first.value is None else min(first.value, 1.0) * 100,
        "true": None if second.value is None else min(second.value, 1.0) * 100,
    }


def dumbbell(heads_: Sequence[dict[str, Any]], **told: Any) -> dict[str, Any]:
    """Draw the shares among heads as they are reported and as they are."""
    shown = [one for one in heads_ if any((one.get("bars") or {}).values())]
    lines = [
        {"name": one["card"].name, **one["bars"], "words": f"{one['fed']} → {one['true']}"}
        for one in shown
    ]
    rows = [[one["card"].name, one["fed"], one["true"]] for one in shown]
    return {"lines": lines, "rows": rows, **told}
