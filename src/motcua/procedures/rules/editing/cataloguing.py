"""A record of the catalogue made from a service, in our own form of the catalogue's files."""

from typing import Any

from motcua.kernel.calendar import Unit
from motcua.procedures.values.catalogue import Online
from motcua.procedures.values.services import Component, ServiceVersion

_KINDS = {"counter": "in_person", "post": "post"}
_UNITS = {
    Unit.WORKING_DAY: ("working_day", 1),
    Unit.CALENDAR_DAY: ("calendar_day", 1),
    Unit.WORKING_HOUR: ("hour", 1),
    Unit.HALF_DAY: ("hour", 4),
}


def record_of(service: ServiceVersion) -> dict[str, Any]:
    """Say of a service what its page in the catalogue says, as far as the service knows."""
    return {
        "format": 1,
        "code": service.code,
        "name": service.name.vi,
        "field_name": service.field.vi,
        "levels": [service.competent_level.value],
        "audiences": [audience.value for audience in service.audiences],
        "online": Online(service.level).value,
        "channels": [
            {"kind": kind, "time": _time(service), "fees": _fees(service)}
            for kind in dict.fromkeys(_KINDS.get(one.value, "online") for one in service.channels)
        ],
        "components": [{"items": [_paper(one) for one in service.components]}]
        if service.components
        else [],
        "legal_basis": [
            {"title": f"{act.title} {act.article}".strip(), "number": act.number}
            for act in service.legal_basis
        ],
        "results": [
            {"name": one.name.vi, **({"code": one.code} if one.code else {})}
            for one in service.results
        ],
    }


def _time(service: ServiceVersion) -> dict[str, Any]:
    limit = service.workflow.limit
    if limit.same_day:
        return {"amount": 1, "unit": "working_day"}
    unit, times = _UNITS[limit.duration.unit]
    return {"amount": limit.duration.amount * times, "unit": unit}


def _fees(service: ServiceVersion) -> list[dict[str, Any]]:
    named = [rule for rule in service.fees.rules if isinstance(rule.amount, int)]
    if not service.fees.rules:
        return [{"amount": 0}]
    return [{"amount": rule.amount, "note": rule.name.vi} for rule in named]


def _paper(paper: Component) -> dict[str, Any]:
    return {
        "name": paper.name.vi,
        "originals": paper.originals,
        "copies": paper.certified + paper.copies,
    }
