"""The cases of a procedure with their time limits, in the reader's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.portal.catalogue.wording import service_limit
from motcua.procedures.rules import cases as rules
from motcua.procedures.values.services import ServiceVersion
from motcua.web import formats


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case, and within how long it is settled (`online`: when applied for online)."""

    name: str
    limit: str
    online: str


def cases(service: ServiceVersion) -> tuple[CaseShown, ...]:
    """Give every case of a procedure; none where it has none."""
    return tuple(_shown(service, case.code) for case in service.cases)


def case_of(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: str
) -> CaseShown | None:
    """Give the case that the answers make, `limit` being the one of this channel."""
    found = rules.case_of(service, answers, channel=channel)
    if found is None:
        return None
    limit = service_limit(rules.limit_of(service, case=found.code, channel=channel))
    return CaseShown(formats.say(found.name), limit, limit)


def _shown(service: ServiceVersion, code: str) -> CaseShown:
    case = service.case(code)
    limits = [service.workflow.limit_for(code, online=online) for online in (False, True)]
    plain, online = (service_limit(limit) for limit in limits)
    return CaseShown(formats.say(case.name) if case else code, plain, online)
