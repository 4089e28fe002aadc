"""What of the figures is measured, what is partial and what is missing, in plain words."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.text import sort_key
from motcua.measurement.values.reading import Figure
from motcua.observatory import places, words
from motcua.web.formats import say


def standing(playing: Sequence[Figure]) -> dict[str, Any]:
    """Say of how many provinces and ministries there are figures, and who is missing and why."""
    lines: dict[str, list[str]] = {}
    partial = []
    for row in playing:
        name = say(places.name(row.key))
        if row.value is None:
            lines.setdefault(row.missing, []).append(name)
        elif row.partial:
            partial.append(name)
    told = sum(1 for row in playing if row.value is not None)
    return {
        "partial": sorted(partial, key=sort_key),
        "missing": [
            (words.missing(reason), sorted(names, key=sort_key))
            for reason, names in sorted(lines.items())
        ],
        "words": _("%(n)s trong %(all)s bộ, ngành, tỉnh, thành phố có số liệu.")
        % {"n": told, "all": len(playing)},
    }
