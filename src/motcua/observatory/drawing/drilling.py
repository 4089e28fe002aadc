"""What lies below an agency: its agencies and its procedures, the busiest first."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.measurement import queries
from motcua.measurement.values.reading import Figure, Figures
from motcua.observatory import addresses, naming, places, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing.ranks import width
from motcua.observatory.places import Place

MAIN, BESIDE = "use2", ("ontime", "sat")
FIRST = 10


def below(place: Place, here: Here, *, every: bool) -> dict[str, Any] | None:
    """Give the agencies right below one, by their share; none for the lowest."""
    if "." in place.code:
        return None
    main = reading.below(MAIN, here.period, within=place.code)
    inside = [row for row in main.rows if row.key != place.code]
    if not inside:
        return None
    known = {card.code for card in queries.cards()}
    beside = [
        reading.below(code, here.period, within=place.code) for code in BESIDE if code in known
    ]
    ordered = sorted(inside, key=lambda row: (row.value is None, -(row.value or 0.0)))
    shown = ordered if every else ordered[:FIRST]
    return {
        "columns": [one.card.name for one in (main, *beside)],
        "lines": [_line(main, row, beside, here=here) for row in shown],
        "more": len(ordered) - len(shown),
        "all": here.with_(**{"tat-ca": "co"}) + "#truc-thuoc",
        "files": here.files("truc-thuoc", MAIN, theo="co-quan", trong=place.code),
    }


def _line(main: Figures, row: Figure, beside: list[Figures], *, here: Here) -> dict[str, Any]:
    return {
        "name": places.name(row.key),
        "href": addresses.agency(row.key, here),
        "width": width(row.value, 1.0),
        "words": words.value(main.card, row.value),
        "missing": "" if row.value is not None else words.missing(row.missing),
        "of": words.number(row.denominator or 0),
        "beside": [words.value(one.card, _of(one, row.key)) for one in beside],
    }


def procedures(code: str, here: Here) -> dict[str, Any] | None:
    """Give the procedures with the most dossiers at an agency."""
    found = reading.by(MAIN, "procedure", here.period, within=code)
    busiest = sorted(found.rows, key=lambda row: -(row.denominator or 0.0))[:FIRST]
    if not busiest:
        return None
    named = naming.names(tuple(row.key for row in busiest))
    most = busiest[0].denominator or 0.0
    return {
        "lines": [
            {
                "name": named.get(row.key, row.key),
                "code": row.key,
                "width": width(row.denominator, most),
                "of": words.number(row.denominator or 0),
                "words": words.value(found.card, row.value),
            }
            for row in busiest
        ],
        "more": max(len(found.rows) - FIRST, 0),
        "column": found.card.name,
        "said": _("%(n)s thủ tục có hồ sơ trong kỳ này.") % {"n": words.number(len(found.rows))},
        "files": here.files("thu-tuc", MAIN, theo="thu-tuc", trong=code),
    }


def _of(figures: Figures, key: str) -> float | None:
    return next((row.value for row in figures.rows if row.key == key), None)
