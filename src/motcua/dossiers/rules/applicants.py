"""Reading out of the answers who applies and which agency is competent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks, as the form says."""

    name: str
    citizen_id: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""

    def contact(self) -> dict[str, str]:
        """Give what is needed to reach and identify the applicant."""
        return {
            "citizen_id": self.citizen_id,
            "phone": self.phone,
            "email": self.email,
            "address": self.address,
        }


def applicant(paths: Mapping[str, str], answers: Mapping[str, Any]) -> Applicant:
    """Read the applicant by the paths that the procedure names (`name`, `citizen_id`, …)."""
    return Applicant(
        **{key: words(answers.get(path)) for key, path in paths.items() if key in _KEYS}
    )


_KEYS = frozenset({"name", "citizen_id", "phone", "email", "address"})


def words(value: Any) -> str:
    """Write an answer as one line: text as it is, an address or unit from small to large."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        parts = (value.get("detail"), value.get("commune_name"), value.get("province_name"))
        return ", ".join(str(part) for part in parts if part)
    return str(value)
