"""What of the figures is measured, what is partial and what is missing, in plain words."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.text import sort_key
from motcua.measurement.values.reading import Figures
from motcua.observatory import places, words
from motcua.web.formats import say


def standing(figures: Figures, number: int) -> dict[str, Any]:
    """Say of how many provinces and ministries there are figures, and who is missing and why."""
    known = {row.key: row for row in figures.rows}
    on_map = {tile.code for tile in places.tiles(number).tiles}
    playing = sorted(on_map | set(_ministries()))
    lines: dict[str, list[str]] = {}
    partial = []
    for code in playing:
        row = known.get(code)
        name = say(places.name(code))
        if row is None or row.value is None:
            lines.setdefault(row.missing if row else "no_facts", []).append(name)
        elif row.partial:
            partial.append(name)
    told = sum(1 for code in playing if code in known and known[code].value is not None)
    return {
        "told": told,
        "every": len(playing),
        "partial": sorted(partial, key=sort_key),
        "missing": [
            (words.missing(reason), sorted(names, key=sort_key))
            for reason, names in sorted(lines.items())
        ],
        "words": _("%(n)s trong %(all)s bộ, ngành, tỉnh, thành phố có số liệu.")
        % {"n": told, "all": len(playing)},
    }


def _ministries() -> list[str]:
    return [
        code for code, place in places.tops().items() if code.startswith("G") and not place.former
    ]
