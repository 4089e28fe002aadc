"""Who is there: tops (provinces and ministries), agencies, and the services each offers."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from motcua.agencies.rules.founding import found, read_ministries
from motcua.agencies.rules.territory import SHEETS, read_country
from motcua.agencies.values import AgencyKind

FIRST_SITE = 9001
"""Portals of the simulation are numbered from here, far from real ones."""
MANY = 12
"""How many services a ministry has."""
_EDITION = "2025-07-01"


@dataclass(frozen=True, slots=True)
class Service:
    """A procedure: who settles it, within how many working days, with a fee or not.

    `weight` is how much it is asked for; `essential` whether it is one of the 25.
    """

    code: str
    levels: frozenset[str]
    days: int
    has_fee: bool
    essential: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Top:
    """A province or a ministry: its portal's number, its communes, its size and its habits.

    `online` is the share in percent of dossiers that people file themselves, `late` of those
    settled late, `maturity` of services that are full-process. `own` are places in
    `Country.services` of what it settles itself.
    """

    code: str
    name: str
    site: int
    communes: tuple[str, ...]
    weight: int
    online: int
    late: int
    maturity: int
    own: tuple[int, ...]

    @property
    def is_province(self) -> bool:
        """Tell provinces from ministries."""
        return bool(self.communes)


@dataclass(frozen=True, slots=True)
class Country:
    """All of it; `of_communes` are places in `services` of what every commune settles."""

    tops: tuple[Top, ...]
    services: tuple[Service, ...]
    of_communes: tuple[int, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """Give every agency's code: the tops first, then communes in their order."""
        communes = (code for top in self.tops for code in top.communes)
        return (*(top.code for top in self.tops), *communes)

    def top(self, code: str) -> int:
        """Give a top's place; raise ValueError where there is none."""
        return [top.code for top in self.tops].index(code)


def read(library: Path, *, on: date) -> Country:
    """Read the country as the library has it; ministries that were merged by then are left out."""
    services = tuple(sorted(_services(library), key=lambda service: service.code))
    of_communes = tuple(n for n, one in enumerate(services) if "commune" in one.levels)
    of_provinces = tuple(n for n, one in enumerate(services) if "province" in one.levels)
    roots = list(_roots(library, on))
    tops = []
    for number, (code, name, communes) in enumerate(roots):
        drawn = _scattered(code)
        tops.append(
            Top(
                code=code,
                name=name,
                site=FIRST_SITE + number,
                communes=communes,
                weight=_size(drawn, communes),
                online=42 + drawn % 49,
                late=1 + drawn // 7 % 14,
                maturity=30 + drawn // 11 % 55,
                own=of_provinces if communes else _chosen(drawn, len(services)),
            )
        )
    return Country(tuple(tops), services, of_communes)


def weights_of(communes: Sequence[str]) -> list[int]:
    """Weigh communes: one has a hundred times as much to do as another (Zipf by a drawn rank)."""
    order = sorted(communes, key=_scattered)
    rank = {code: place for place, code in enumerate(order)}
    return [10_000 // (rank[code] + 4) for code in communes]


def _size(drawn: int, communes: Sequence[str]) -> int:
    if not communes:
        return 200_000 // (1 + drawn % 23)
    return len(communes) * (200 + 1_800 // (1 + drawn % 11))


def _chosen(drawn: int, number: int) -> tuple[int, ...]:
    step = (5, 7, 11, 13, 17)[drawn % 5]
    return tuple(sorted({(drawn + step * n) % number for n in range(MANY)}))


def _scattered(text: str) -> int:
    """Turn a code into a number, the same everywhere (FNV-1a, folded)."""
    hashed = 0xCBF29CE484222325
    for byte in text.encode():
        hashed = (hashed ^ byte) * 0x100000001B3 % 2**64
    return (hashed ^ hashed >> 29) % 1_000_003


def _roots(library: Path, on: date) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    folder = library / "territory" / _EDITION
    sheets = ("edition.yaml", *SHEETS)
    files = {name: (folder / name).read_text(encoding="utf-8") for name in sheets}
    listed = (library / "agencies" / "ministries.yaml").read_text(encoding="utf-8")
    ministries = tuple(
        each
        for each in read_ministries(listed, name="ministries.yaml")
        if each.until is None or each.until >= on
    )
    names, below = dict[str, str](), dict[str, list[str]]()
    for each in found(ministries, read_country(files, folder=_EDITION)):
        if each.kind in {AgencyKind.MINISTRY, AgencyKind.PROVINCE}:
            names[each.code], below[each.code] = each.short_name, []
        elif each.kind is AgencyKind.COMMUNE and each.parent:
            below[each.parent].append(each.code)
    for code in sorted(names):
        yield code, names[code], tuple(sorted(below[code]))


def _services(library: Path) -> Iterator[Service]:
    essential = (library / "essential.yaml").read_text(encoding="utf-8")
    for file in sorted((library / "catalogue").glob("*.json")):
        for record in json.loads(file.read_text(encoding="utf-8")):
            ways = record.get("channels") or [{}]
            if "code" not in record or all(way.get("kind") != "online" for way in ways):
                continue
            limit = ways[0].get("time") or {}
            named = f'"{record["code"]}"' in essential
            yield Service(
                code=record["code"],
                levels=frozenset(record["levels"]),
                days=max(1, min(20, int(limit.get("amount", 5)))),
                has_fee=any(fee["amount"] for fee in ways[0].get("fees") or ()),
                essential=named,
                weight=(60 if named else 8) + _scattered(record["code"]) % 40,
            )
