"""What others see of agencies and of the country's units: frozen values, never rows."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.kernel.text import fold, sort_key
from motcua.kernel.words import Refused


class AgencyKind(StrEnum):
    """What an agency is. A unit is part of the agency above it.

    `electricity` is a company and no authority, but answers for two essential services as one does.
    """

    MINISTRY = "ministry"
    PROVINCE = "province"
    COMMUNE = "commune"
    SERVICE_CENTRE = "service_centre"
    DESK = "desk"
    UNIT = "unit"
    POLICE_PROVINCE = "police_province"
    POLICE_COMMUNE = "police_commune"
    TAX = "tax"
    SOCIAL_INSURANCE = "social_insurance"
    LAND_REGISTRY = "land_registry"
    ELECTRICITY = "electricity"
    EDUCATION = "education"
    EMPLOYMENT = "employment"


KIND_TITLES = {
    AgencyKind.MINISTRY: "Bộ, cơ quan ngang bộ",
    AgencyKind.PROVINCE: "Ủy ban nhân dân cấp tỉnh",
    AgencyKind.COMMUNE: "Ủy ban nhân dân cấp xã",
    AgencyKind.SERVICE_CENTRE: "Trung tâm Phục vụ hành chính công",
    AgencyKind.DESK: "Bộ phận Tiếp nhận và Trả kết quả",
    AgencyKind.UNIT: "Đơn vị",
    AgencyKind.POLICE_PROVINCE: "Công an cấp tỉnh",
    AgencyKind.POLICE_COMMUNE: "Công an cấp xã",
    AgencyKind.TAX: "Cơ quan thuế cấp tỉnh",
    AgencyKind.SOCIAL_INSURANCE: "Bảo hiểm xã hội cấp tỉnh",
    AgencyKind.LAND_REGISTRY: "Văn phòng đăng ký đất đai",
    AgencyKind.ELECTRICITY: "Công ty điện lực",
    AgencyKind.EDUCATION: "Sở Giáo dục và Đào tạo",
    AgencyKind.EMPLOYMENT: "Trung tâm Dịch vụ việc làm",
}


@dataclass(frozen=True, slots=True)
class Territory:
    """A province or commune as of an edition; keep edition, code and name together, always.

    `province` is empty for a province itself.
    """

    edition: str
    code: str
    kind: str
    name: str
    province_code: str = ""
    province: str = ""

    @property
    def is_province(self) -> bool:
        """Say whether it is a province."""
        return not self.province_code

    @property
    def title(self) -> str:
        """Name it with its kind: "Phường Hoàn Kiếm"."""
        return f"{self.kind} {self.name}"

    @property
    def address(self) -> str:
        """Name it with its province: "Phường Hoàn Kiếm, Thành phố Hà Nội"."""
        return f"{self.title}, {self.province}" if self.province else self.title

    @property
    def order(self) -> tuple[str, str]:
        """Give what lists are sorted by: the name in dictionary order, then the code."""
        return sort_key(self.name), self.code

    @property
    def folded(self) -> str:
        """Give the address as search compares it."""
        return fold(self.address)


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a former commune: `whole` if all of it went into `now`, else a part of it."""

    former_code: str
    former_name: str
    whole: bool
    now: Territory


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency. `path` is its code with a closing dot; those below it start with it.

    `official` is False where the code was not published by the state but made up here.
    """

    code: str
    name: str
    short_name: str
    kind: AgencyKind
    path: str
    parent_code: str | None
    territory: Territory | None
    phone: str = ""
    email: str = ""
    address: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loading of the library found; `changed` is False if all of it was there already."""

    changed: bool
    years: tuple[int, ...]
    provinces: int
    communes: int
    successions: int
    agencies: int


class AgencyUnknown(Refused):
    """No agency has this code."""


class TerritoryUnknown(Refused):
    """No unit of the country has this code."""
