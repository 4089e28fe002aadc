"""What may be done to agencies: load the library, set hours and contacts, open a unit."""

from motcua.agencies.actions.changing import (
    UnitRefused,
    bind_functions,
    open_unit,
    set_contact,
    set_hours,
)
from motcua.agencies.actions.loading import LibraryIncomplete, load_library

__all__ = [
    "LibraryIncomplete",
    "UnitRefused",
    "bind_functions",
    "load_library",
    "open_unit",
    "set_contact",
    "set_hours",
]
