"""League tables and maps: lines with bars, tiles with classes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from motcua.design.charts import classes
from motcua.measurement.values import Card, League
from motcua.measurement.values.reading import Figure, Figures, LeagueTable, Place
from motcua.observatory import addresses, places, reading, words
from motcua.observatory.addresses import Here
from motcua.web.formats import say


def league(table: LeagueTable, here: Here, *, most: int | None = None) -> dict[str, Any]:
    """Give the lines of a league table, all or the first, with bars in the scale of the first."""
    every = reading.standing_places(table)
    shown = [place for place in every if place.rank is not None]
    values = [one.value or 0.0 for place in shown for one in (place.figure, place.other) if one]
    top = 1.0 if table.card.unit == "share" else max(values, default=0.0)
    lines = [_line(table.card, place, top, here=here) for place in every]
    return {
        "card": table.card,
        "lines": lines[:most] if most else lines,
        "ranked": len(shown),
        "silent": len(every) - len(shown),
    }


def tiles(figures: Figures, here: Here, *, id_: str, title: str) -> dict[str, Any]:
    """Draw the provinces' figures as tiles on the map of that time."""
    card = figures.card
    silent = reading.playing(card.code, figures.period, way=figures.way)
    known: Mapping[str, Figure] = {row.key: row for row in (*silent, *figures.rows)}
    sheet = places.tiles(places.map_of(figures.period))
    drawn = [_tile(card, known.get(tile.code), tile, here=here) for tile in sheet.tiles]
    told = [one for one in drawn if one["value"] is not None]
    ordered = sorted(told, key=lambda one: -one["value"])
    return {
        "id": id_,
        "title": title,
        "said": _map_said(ordered, len(drawn)),
        "places": sorted(drawn, key=lambda one: (one["value"] is None, -(one["value"] or 0.0))),
        "classes": classes([one["value"] for one in drawn], lambda v: words.value(card, v)),
        "columns": [_("Tỉnh, thành phố"), say(card.name)],
        "rows": [[one["name"], one["full"]] for one in ordered]
        + [[one["name"], one["full"]] for one in drawn if one["value"] is None],
        "files": here.files(id_, card.code, theo="tinh-bo"),
        "missing": _("Không có số liệu") if len(told) < len(drawn) else None,
        "note": _("Sơ đồ ô vuông tự xếp: mỗi tỉnh một ô bằng nhau, không phải bản đồ địa giới."),
    }


def _map_said(ordered: Sequence[Mapping[str, Any]], every: int) -> str:
    if not ordered:
        return _("Chưa tỉnh nào có số liệu trong kỳ này.")
    return _(
        "Cao nhất: %(first)s (%(a)s). Thấp nhất: %(last)s (%(b)s). Có số liệu của %(n)s trong "
        "%(all)s tỉnh, thành phố."
    ) % {
        "first": say(ordered[0]["name"]),
        "a": ordered[0]["full"],
        "last": say(ordered[-1]["name"]),
        "b": ordered[-1]["full"],
        "n": len(ordered),
        "all": every,
    }


def _tile(card: Card, figure: Figure | None, tile: places.Tile, *, here: Here) -> dict[str, Any]:
    amount = figure.value if figure else None
    full = words.value(card, amount)
    if amount is None:
        full = words.missing(figure.missing if figure else "no_facts")
    short = words.NONE if amount is None else words.axis(card, amount)
    if card.unit == "share" and amount is not None:
        short = words.percent(amount)
    return {
        "code": tile.code,
        "name": say(places.name(tile.code)),
        "row": tile.row,
        "column": tile.column,
        "value": amount,
        "words": short,
        "full": full,
        "href": addresses.agency(tile.code, here),
    }


def _line(card: Card, place: Place, top: float, *, here: Here) -> dict[str, Any]:
    own, other = place.figure, place.other
    return {
        "rank": place.rank,
        "code": place.agency,
        "name": places.name(place.agency),
        "href": addresses.agency(place.agency, here),
        "words": words.value(card, own.value),
        "missing": "" if own.value is not None else words.missing(own.missing),
        "partial": own.partial,
        "other": words.value(card, other.value if other else None),
        "width": width(own.value, top),
        "mark": width(other.value, top) if other and other.value is not None else None,
        "moved": place.moved,
        "movement": movement(place.moved),
    }


def width(amount: float | None, top: float) -> float:
    """Give the percent of a full bar."""
    return min(max((amount or 0.0) / top, 0.0), 1.0) * 100 if top else 0.0


def movement(moved: int | None) -> str:
    """Say how many ranks an agency gained or lost."""
    if moved is None:
        return _("mới")
    if moved == 0:
        return _("giữ nguyên")
    if moved > 0:
        return _("▲ lên %(n)s bậc") % {"n": moved}
    return _("▼ xuống %(n)s bậc") % {"n": -moved}


def league_name(of: League) -> str:
    """Name a league."""
    return _("Tỉnh, thành phố") if of is League.PROVINCES else _("Bộ, cơ quan ngang bộ")
