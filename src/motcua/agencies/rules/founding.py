"""The agencies that follow from the ministries' file and from the country's units."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from motcua.agencies.rules.territory import Commune, Country, Province
from motcua.agencies.values import AgencyKind
from motcua.kernel.definitions import Strict, Words, load

CENTRE = "HCC"
DESK = "MC"
POLICE = "CA"


@dataclass(frozen=True, slots=True)
class Branch:
    """An agency that each province has one of: its last part of the code, and what it is called."""

    mark: str
    kind: AgencyKind
    name: str
    short_name: str


BRANCHES = (
    Branch(POLICE, AgencyKind.POLICE_PROVINCE, "Công an", "Công an"),
    Branch("THUE", AgencyKind.TAX, "Thuế", "Thuế"),
    Branch("BHXH", AgencyKind.SOCIAL_INSURANCE, "Bảo hiểm xã hội", "BHXH"),
    Branch("DD", AgencyKind.LAND_REGISTRY, "Văn phòng đăng ký đất đai", "VPĐKĐĐ"),
    Branch("DIEN", AgencyKind.ELECTRICITY, "Công ty điện lực phục vụ", "Điện lực"),
    Branch("GD", AgencyKind.EDUCATION, "Sở Giáo dục và Đào tạo", "Sở GDĐT"),
    Branch("VL", AgencyKind.EMPLOYMENT, "Trung tâm Dịch vụ việc làm", "TTDVVL"),
)
"""None of them is under the people's committee of a commune: who works there sees none of it."""


class MinistryEntry(Strict):
    """One ministry or body of its rank."""

    code: str = Field(pattern=r"^G[0-9]{2}$")
    """Its identifier."""
    name: Words
    """Its name."""
    source: Literal["official", "unconfirmed"]
    """Whether the identifier was seen in codes the state published."""
    until: date | None = None
    """The last day of a body that was merged into another."""


class MinistriesFile(Strict):
    """The ministries of the library."""

    ministries: tuple[MinistryEntry, ...]
    """Every ministry, by code."""


@dataclass(frozen=True, slots=True)
class Founded:
    """An agency as it should stand; `territory` is a code of the edition."""

    code: str
    parent: str | None
    kind: AgencyKind
    name: str
    short_name: str
    territory: str | None
    official: bool


def read_ministries(text: str, *, name: str) -> tuple[MinistryEntry, ...]:
    """Read the ministries' file; raise `DefinitionRefused`."""
    return load(text, name=name, model=MinistriesFile).ministries


def found(ministries: tuple[MinistryEntry, ...], country: Country) -> Iterator[Founded]:
    """Give every agency, parents first.

    Identifiers below a province are not published: `H26.00070` (a commune), `H26.HCC.MC` (a desk),
    `H26.CA.00070` (the police of a commune) and `H26.THUE` are ours, and not official.
    """
    for ministry in ministries:
        yield Founded(
            code=ministry.code,
            parent=None,
            kind=AgencyKind.MINISTRY,
            name=ministry.name.vi,
            short_name=ministry.name.vi,
            territory=None,
            official=ministry.source == "official",
        )
    roots = {province.code: province.agency for province in country.provinces}
    for province in country.provinces:
        yield from _province(province)
    for commune in country.communes:
        yield _commune(commune, roots[commune.province])
    for commune in country.communes:
        yield _police(commune, roots[commune.province])


def _province(province: Province) -> Iterator[Founded]:
    place = _place(province)
    yield Founded(
        code=province.agency,
        parent=None,
        kind=AgencyKind.PROVINCE,
        name=f"Ủy ban nhân dân {place}",
        short_name=f"{province.kind} {province.name}",
        territory=province.code,
        official=True,
    )
    centre = f"{province.agency}.{CENTRE}"
    yield Founded(
        code=centre,
        parent=province.agency,
        kind=AgencyKind.SERVICE_CENTRE,
        name=f"Trung tâm Phục vụ hành chính công {place}",
        short_name=f"TTPVHCC {province.name}",
        territory=province.code,
        official=False,
    )
    yield Founded(
        code=f"{centre}.{DESK}",
        parent=centre,
        kind=AgencyKind.DESK,
        name=f"Bộ phận Tiếp nhận và Trả kết quả, Trung tâm Phục vụ hành chính công {place}",
        short_name=f"Một cửa {province.name}",
        territory=province.code,
        official=False,
    )
    for branch in BRANCHES:
        yield Founded(
            code=f"{province.agency}.{branch.mark}",
            parent=province.agency,
            kind=branch.kind,
            name=f"{branch.name} {place}",
            short_name=f"{branch.short_name} {province.name}",
            territory=province.code,
            official=False,
        )


def _commune(commune: Commune, root: str) -> Founded:
    return Founded(
        code=f"{root}.{commune.code}",
        parent=root,
        kind=AgencyKind.COMMUNE,
        name=f"Ủy ban nhân dân {_place(commune)}",
        short_name=f"{commune.kind} {commune.name}",
        territory=commune.code,
        official=False,
    )


def _police(commune: Commune, root: str) -> Founded:
    return Founded(
        code=f"{root}.{POLICE}.{commune.code}",
        parent=f"{root}.{POLICE}",
        kind=AgencyKind.POLICE_COMMUNE,
        name=f"Công an {_place(commune)}",
        short_name=f"Công an {commune.name}",
        territory=commune.code,
        official=False,
    )


def _place(unit: Province | Commune) -> str:
    """Name it as it stands within a sentence: "phường Hoàn Kiếm"."""
    return f"{unit.kind[0].lower()}{unit.kind[1:]} {unit.name}"
