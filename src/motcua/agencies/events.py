"""What happens to agencies."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True)
class LibraryLoaded(Event):
    """Calendars, units of the country and agencies were read from the library."""

    kind: ClassVar[str] = "agencies.library_loaded"
    digest: str
    edition: str
    communes: int
    agencies: int


@dataclass(frozen=True)
class HoursSet(Event):
    """An agency works other hours from now on."""

    kind: ClassVar[str] = "agencies.hours_set"
    agency_code: str
    hours: str


@dataclass(frozen=True)
class UnitOpened(Event):
    """An agency has a new unit."""

    kind: ClassVar[str] = "agencies.unit_opened"
    agency_code: str
    name: str


@dataclass(frozen=True)
class ContactSet(Event):
    """An agency can be reached in another way."""

    kind: ClassVar[str] = "agencies.contact_set"
    agency_code: str


@dataclass(frozen=True)
class FunctionsBound(Event):
    """An agency bound functions to roles: lines `function: roles`; none: as everywhere."""

    kind: ClassVar[str] = "agencies.functions_bound"
    agency_code: str
    bound: tuple[str, ...]
