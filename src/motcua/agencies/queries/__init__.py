"""Reading agencies, the units of the country, and working calendars. All of it is public."""

from motcua.agencies.queries.bindings import binding_at, bindings
from motcua.agencies.queries.calendars import calendar_of, table
from motcua.agencies.queries.reading import agency, competent, of_kind, stands_alone, units_of
from motcua.agencies.queries.state import steady
from motcua.agencies.queries.territory import (
    became_of,
    communes,
    find_units,
    provinces,
    territory,
)
from motcua.agencies.values import AgencyUnknown, AgencyView, TerritoryUnknown

__all__ = [
    "AgencyUnknown",
    "AgencyView",
    "TerritoryUnknown",
    "agency",
    "became_of",
    "binding_at",
    "bindings",
    "calendar_of",
    "communes",
    "competent",
    "find_units",
    "of_kind",
    "provinces",
    "stands_alone",
    "steady",
    "table",
    "territory",
    "units_of",
]
