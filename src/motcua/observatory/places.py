"""Agencies by code as public pages name them, their leagues, and where their tiles lie."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.agencies.rules.founding import MinistriesFile
from motcua.kernel.definitions import Strict, Words, load
from motcua.kernel.words import Refused, Sentence
from motcua.measurement.values import League, Period

NATION = Sentence("Cả nước", "The whole country")
SCHEMATIC_UNTIL = date(2025, 6, 30)
"""The last day of the 63 provinces."""


class PlaceUnknown(Refused):
    """No agency has this code."""


@dataclass(frozen=True, slots=True)
class Place:
    """An agency as pages name it; `former` ones were merged into others."""

    code: str
    name: Sentence
    former: bool = False

    @property
    def top(self) -> str:
        """The ministry or province it belongs to."""
        return self.code.split(".", maxsplit=1)[0]

    @property
    def league(self) -> League:
        """The league of the ministry or province it belongs to."""
        return League.MINISTRIES if self.code.startswith("G") else League.PROVINCES


class Tile(Strict):
    """Where a province's tile lies: row from the north, column from the west."""

    code: str
    row: int
    column: int


class TilesFile(Strict):
    """A schematic map of provinces, and the days it holds for."""

    name: Words
    tiles: tuple[Tile, ...]
    since: date | None = None
    until: date | None = None


def name(code: str) -> str | Sentence:
    """Name an agency by its code; the code itself where nobody knows it."""
    try:
        return place(code).name if code else NATION
    except PlaceUnknown:
        return code


def place(code: str) -> Place:
    """Give an agency by its code; raise PlaceUnknown."""
    top, _, rest = code.partition(".")
    known = tops().get(top)
    if known is None:
        raise _unknown(code)
    return known if not rest else Place(code, _below(code, rest), former=known.former)


@cache
def tops() -> Mapping[str, Place]:
    """Give ministries and provinces of today and of before, by code."""
    library = Path(settings.LIBRARY)
    ministries = load(
        (library / "agencies/ministries.yaml").read_text(encoding="utf-8"),
        name="agencies/ministries.yaml",
        model=MinistriesFile,
    )
    edition = max((library / "territory").glob("*/provinces.csv")).parent
    now = {row["agency"]: row["name"] for row in _rows(edition / "provinces.csv")}
    before = {row["agency"]: row["name"] for row in _rows(edition / "former-provinces.csv")}
    found = {
        one.code: Place(one.code, Sentence(one.name.vi, one.name.en), former=one.until is not None)
        for one in ministries.ministries
    }
    for code, called in {**before, **now}.items():
        called_short = called.replace("Thừa Thiên Huế", "Huế") if code in now else called
        shown = "TP. Hồ Chí Minh" if called_short == "Hồ Chí Minh" else called_short
        found[code] = Place(code, Sentence(shown, shown), former=code not in now)
    return found


@cache
def tiles(number: int) -> TilesFile:
    """Give the schematic map of the 34 provinces or of the 63 before them."""
    path = Path(settings.LIBRARY) / f"territory/tiles-{number}.yaml"
    return load(path.read_text(encoding="utf-8"), name=path.name, model=TilesFile)


def map_of(period: Period) -> int:
    """Say which map a period is drawn on."""
    return 63 if period.last <= SCHEMATIC_UNTIL else 34


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def _below(code: str, rest: str) -> Sentence:
    if rest.isdigit() and len(rest) == 5:
        try:
            title = agencies.territory(rest).title
        except agencies.TerritoryUnknown:
            title = ""
        if title:
            return Sentence(title, title)
    try:
        called = agencies.agency(code).name
    except agencies.AgencyUnknown as refused:
        raise _unknown(code) from refused
    return Sentence(called, called)


def _unknown(code: str) -> PlaceUnknown:
    return PlaceUnknown(
        Sentence(
            f"Không có cơ quan nào mang mã “{code[:40]}”. Bạn hãy chọn trong bảng xếp hạng.",
            f"No agency has the code “{code[:40]}”. Please choose one from a league table.",
        )
    )
