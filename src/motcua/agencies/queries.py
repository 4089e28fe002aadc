"""Reading agencies."""

from dataclasses import dataclass

from motcua.agencies.models import Agency
from motcua.kernel.words import Refused, Sentence


class AgencyUnknown(Refused):
    """There is no such agency."""


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency as others see it."""

    code: str
    name: str
    path: str


def agency(code: str) -> AgencyView:
    """Give an agency by its code."""
    row = Agency.objects.filter(code=code).first()
    if row is None:
        raise AgencyUnknown(Sentence("Không có cơ quan này.", "There is no such agency."))
    return AgencyView(row.code, row.name, row.path)
