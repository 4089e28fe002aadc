"""Reading the units of the country: lists, look-up, typeahead, what became of a former commune."""

import re
from dataclasses import dataclass

from motcua.agencies import models
from motcua.agencies.queries.state import Kept
from motcua.agencies.values import Succession, Territory, TerritoryUnknown
from motcua.kernel.text import tokens
from motcua.kernel.words import Sentence

_KINDS = re.compile(r"\b(phuong|xa|dac khu|thanh pho|tinh) ")


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """The newest edition in memory: 3,355 small values, searched in well under a millisecond."""

    by_code: dict[str, Territory]
    provinces: tuple[Territory, ...]
    communes: dict[str, tuple[Territory, ...]]
    searched: tuple[tuple[str, str, Territory], ...]  # folded: names without kinds, address


def provinces() -> tuple[Territory, ...]:
    """Give the provinces in dictionary order."""
    return _gazetteers.get("").provinces


def communes(province_code: str) -> tuple[Territory, ...]:
    """Give the communes of a province in dictionary order. Raises `TerritoryUnknown`."""
    known = _gazetteers.get("").communes
    if province_code not in known:
        raise _unknown(province_code)
    return known[province_code]


def territory(code: str) -> Territory:
    """Give a province (2 digits) or commune (5 digits) of the newest edition.

    Raises `TerritoryUnknown`.
    """
    known = _gazetteers.get("").by_code
    if code not in known:
        raise _unknown(code)
    return known[code]


def find_units(text: str, limit: int = 10) -> tuple[Territory, ...]:
    """Give provinces and communes whose address holds every word typed, marks or none, best first.

    First those named so, then those whose name starts so, then the rest; a province goes before
    its communes. Words may be unfinished.
    """
    typed = tokens(text)
    if not typed:
        return ()
    wanted = " ".join(typed)
    spoken = {wanted, _KINDS.sub("", wanted)}  # with "xã", "tỉnh", and without
    found = [
        (min(_rank(words, names, place) for words in spoken), position, place)
        for position, (names, address, place) in enumerate(_gazetteers.get("").searched)
        if all(f" {word}" in address for word in typed)
    ]
    return tuple(place for _, _, place in sorted(found, key=lambda hit: hit[:2])[:limit])


def became_of(text: str, limit: int = 20) -> tuple[Succession, ...]:
    """Say into which units a former commune went, by its old code or name (marks or none).

    Names were common to many communes, so an answer may speak of several; a name without "xã",
    "phường" or "thị trấn" finds all of them.
    """
    wanted = " ".join(tokens(text))
    if wanted.isdecimal():
        rows = models.Succession.objects.filter(former_code=wanted)
    else:
        names = [wanted, *(f"{kind} {wanted}" for kind in ("xa", "phuong", "thi tran", "huyen"))]
        rows = models.Succession.objects.filter(folded__in=names)
    known = rows.select_related("territory__parent").order_by("former_code", "-whole", "territory")
    return tuple(
        Succession(row.former_code, row.former_name, row.whole, value(row.territory))
        for row in known[:limit]
    )


def value(row: models.Territory) -> Territory:
    """Give a row as others see it."""
    return Territory(
        edition=row.edition,
        code=row.code,
        kind=row.kind,
        name=row.name,
        province_code=row.parent.code if row.parent else "",
        province=f"{row.parent.kind} {row.parent.name}" if row.parent else "",
    )


def _rank(wanted: str, names: str, place: Territory) -> int:
    if names == wanted or names.startswith(f"{wanted}, "):
        return 0 if place.is_province else 1
    spoken = names.replace(",", "")
    if spoken.startswith(wanted):
        return 2 if place.is_province else 3
    return 4 if f" {wanted}" in spoken else 5


def _read(_: str) -> _Gazetteer:
    newest = models.Territory.objects.order_by("-edition").values_list("edition", flat=True).first()
    rows = models.Territory.objects.filter(edition=newest or "").select_related("parent")
    places = sorted((value(row) for row in rows), key=lambda place: place.order)
    parts: dict[str, list[Territory]] = {p.code: [] for p in places if p.is_province}
    for place in places:
        if not place.is_province:
            parts[place.province_code].append(place)
    return _Gazetteer(
        by_code={place.code: place for place in places},
        provinces=tuple(place for place in places if place.is_province),
        communes={code: tuple(members) for code, members in parts.items()},
        searched=tuple(
            (_names(place), " " + " ".join(tokens(place.address)), place) for place in places
        ),
    )


def _names(place: Territory) -> str:
    """Give the folded names without kinds, smallest first: "hoan kiem, ha noi"."""
    above = place.province.removeprefix("Tỉnh ").removeprefix("Thành phố ")
    names = [" ".join(tokens(name)) for name in (place.name, above) if name]
    return ", ".join(names)


_gazetteers: Kept[str, _Gazetteer] = Kept(_read)


def _unknown(code: str) -> TerritoryUnknown:
    return TerritoryUnknown(
        Sentence(
            f"Không có tỉnh hay xã nào mang mã “{code[:20]}”. Bạn hãy chọn lại trong danh sách.",
            f"No province or commune has the code “{code[:20]}”. Choose again from the list.",
        )
    )
