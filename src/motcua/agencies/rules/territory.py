"""One edition of the country's units, read from its sheets and checked as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.agencies.rules.sheets import Row, Sheet
from motcua.kernel.definitions import Strict, Words, load
from motcua.kernel.words import Sentence

SHEETS = ("provinces.csv", "communes.csv", "former-communes.csv")
_PARTLY = "~"
_NAME = r"\S(.{0,78}\S)?"


class EditionFile(Strict):
    """What edition.yaml says of the sheets beside it."""

    edition: date
    """The day from which these units exist."""
    name: Words
    """What the edition is called."""
    decisions: tuple[str, ...]
    """Resolutions and decisions the facts come from."""
    notes: tuple[str, ...] = ()
    """What a reader should know of the sheets."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province, and the identifier of its people's committee."""

    code: str
    agency: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A former commune that went into a commune, wholly or in part."""

    code: str
    name: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, ward or special zone, and what it was made of."""

    code: str
    province: str
    kind: str
    name: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """All units of one edition."""

    edition: str
    provinces: tuple[Province, ...]
    communes: tuple[Commune, ...]


def read_country(files: Mapping[str, str], *, folder: str) -> Country:
    """Read `edition.yaml` and the sheets of an edition; raise `DefinitionRefused`."""
    head = load(files["edition.yaml"], name=f"{folder}/edition.yaml", model=EditionFile)
    provinces = _provinces(files["provinces.csv"], f"{folder}/provinces.csv")
    former = _former(files["former-communes.csv"], f"{folder}/former-communes.csv")
    known = {province.code for province in provinces}
    communes = _communes(
        files["communes.csv"], f"{folder}/communes.csv", provinces=known, former=former
    )
    return Country(head.edition.isoformat(), tuple(provinces), tuple(communes))


def _provinces(text: str, name: str) -> list[Province]:
    sheet = Sheet(name, ("code", "agency", "kind", "name", "from"))
    seen: set[str] = set()

    def make(row: Row, line: int) -> Province:
        sheet.check(
            row,
            line,
            {"code": r"[0-9]{2}", "agency": r"H[0-9]{2}", "kind": "Tỉnh|Thành phố", "name": _NAME},
        )
        _once(sheet, line, row["code"], seen=seen)
        _once(sheet, line, row["agency"], seen=seen)
        return Province(row["code"], row["agency"], row["kind"], row["name"])

    provinces = sheet.read(text, make)
    sheet.done()
    return provinces


def _former(text: str, name: str) -> dict[str, str]:
    sheet = Sheet(name, ("code", "name"))
    seen: set[str] = set()

    def make(row: Row, line: int) -> tuple[str, str]:
        sheet.check(row, line, {"code": r"[0-9]{3}|[0-9]{5}", "name": _NAME})
        _once(sheet, line, row["code"], seen=seen)
        return row["code"], row["name"]

    former = dict(sheet.read(text, make))
    sheet.done()
    return former


def _communes(
    text: str, name: str, *, provinces: set[str], former: dict[str, str]
) -> list[Commune]:
    sheet = Sheet(name, ("code", "province", "kind", "name", "from"))
    seen: set[str] = set()

    def make(row: Row, line: int) -> Commune:
        patterns = {"code": r"[0-9]{5}", "kind": "Phường|Xã|Đặc khu", "name": _NAME}
        sheet.check(row, line, patterns)
        _once(sheet, line, row["code"], seen=seen)
        _known(sheet, line, row["province"], known=provinces)
        origins = []
        for mark in row["from"].split():
            code = mark.removeprefix(_PARTLY)
            _known(sheet, line, code, known=former)
            origins.append(Origin(code, former.get(code, ""), not mark.startswith(_PARTLY)))
        return Commune(row["code"], row["province"], row["kind"], row["name"], tuple(origins))

    communes = sheet.read(text, make)
    sheet.done()
    return communes


def _once(sheet: Sheet, line: int, code: str, *, seen: set[str]) -> None:
    if code in seen:
        sheet.blame(
            line,
            Sentence(f"mã {code} đã có ở một dòng trên", f"the code {code} stands in a line above"),
            Sentence("hãy bỏ một trong hai dòng", "take one of the two lines out"),
        )
    seen.add(code)


def _known(sheet: Sheet, line: int, code: str, *, known: set[str] | dict[str, str]) -> None:
    if code not in known:
        sheet.blame(
            line,
            Sentence(f"không có đơn vị nào mang mã {code}", f"no unit has the code {code}"),
            Sentence("hãy xem lại mã này", "check this code"),
        )
