"""Where a result may be fetched: the desks of the province that settles."""

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.dossiers.actions.submitting import DESKS
from motcua.procedures.values.services import Channel, ServiceVersion


def desks(service: ServiceVersion, competent: AgencyView | None) -> list[tuple[str, str]]:
    """Give code and name of the desks to choose from, the competent agency's first."""
    if competent is None or Channel.COUNTER not in service.channels:
        return []
    top = agencies.agency(competent.code.split(".")[0])
    found = {competent.code: competent.name}
    for one in (top, *agencies.units_of(top.code)):
        if one.kind in DESKS:
            found.setdefault(one.code, one.name)
    return list(found.items())
