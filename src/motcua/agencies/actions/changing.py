"""Changing agencies: their hours, how to reach them, their units."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from motcua.agencies.events import ContactSet, FunctionsBound, HoursSet, UnitOpened
from motcua.agencies.models import Agency, LibraryState, RoleBinding, WorkingHoursRule
from motcua.agencies.queries.reading import unknown
from motcua.agencies.queries.state import LIBRARY
from motcua.agencies.values import AgencyKind
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar import WorkingHours
from motcua.kernel.codes import AgencyCode
from motcua.kernel.words import Refused, Sentence


class UnitRefused(Refused):
    """A unit may not be opened under this code."""


@transaction.atomic
def set_hours(*, agency_code: str, hours: WorkingHours, by: Actor, at: datetime) -> None:
    """Let an agency, and those below without hours of their own, work these hours from now on.

    Due dates that were promised stay as they are. Raises `AgencyUnknown`.
    """
    agency = _locked(agency_code)
    periods = [[start.isoformat(), end.isoformat()] for start, end in hours.periods]
    WorkingHoursRule.objects.update_or_create(agency=agency, defaults={"periods": periods})
    _renew()
    event = HoursSet(subject=_subject(agency_code), agency_code=agency_code, hours=str(hours))
    record(event=event, by=by, at=at)


@transaction.atomic
def set_contact(
    *, agency_code: str, phone: str, email: str, address: str, by: Actor, at: datetime
) -> None:
    """Say how an agency can be reached. Raises `AgencyUnknown`."""
    _locked(agency_code)
    Agency.objects.filter(code=agency_code).update(phone=phone, email=email, address=address)
    _renew()
    event = ContactSet(subject=_subject(agency_code), agency_code=agency_code)
    record(event=event, by=by, at=at)


@transaction.atomic
def bind_functions(
    *, agency_code: str, functions: Mapping[str, Sequence[str]], by: Actor, at: datetime
) -> None:
    """Let roles fulfil functions at an agency and below; none named: as everywhere, again.

    Whether these functions and roles exist is known above. Raises `AgencyUnknown`.
    """
    agency = _locked(agency_code)
    bound = {function: sorted(roles) for function, roles in functions.items()}
    if bound:
        RoleBinding.objects.update_or_create(agency=agency, defaults={"functions": bound})
    else:
        RoleBinding.objects.filter(agency=agency).delete()
    _renew()
    told = tuple(f"{function}: {', '.join(roles)}" for function, roles in sorted(bound.items()))
    event = FunctionsBound(subject=_subject(agency_code), agency_code=agency_code, bound=told)
    record(event=event, by=by, at=at)


@transaction.atomic
def open_unit(
    *, code: str, name: str, short_name: str, kind: AgencyKind, by: Actor, at: datetime
) -> None:
    """Open a unit under the agency its code extends by one level: `H26.00070.TP` under `H26.00070`.

    It has its parent's territory; its code is not official. Raises `AgencyUnknown` (no parent),
    `UnitRefused` (a code that is taken or has no parent), `CodeRefused`.
    """
    parsed = AgencyCode.parse(code)
    if parsed.parent is None or Agency.objects.filter(code=parsed.text).exists():
        raise UnitRefused(
            Sentence(
                f"Mã {parsed} đã có hoặc không có cấp trên. Bạn hãy chọn mã khác.",
                f"The code {parsed} is taken or has no level above. Choose another one.",
            )
        )
    parent = _locked(parsed.parent.text)
    Agency.objects.create(
        code=parsed.text,
        path=parsed.path,
        parent=parent,
        kind=kind.value,
        name=name,
        short_name=short_name,
        territory_id=parent.territory_id,
        official=False,
    )
    _renew()
    event = UnitOpened(subject=_subject(parsed.text), agency_code=parsed.text, name=name)
    record(event=event, by=by, at=at)


def _locked(code: str) -> Agency:
    agency = Agency.objects.select_for_update().filter(code=code).first()
    if agency is None:
        raise unknown(code)
    return agency


def _renew() -> None:
    """Let every process read again what it has kept."""
    LibraryState.objects.filter(name=LIBRARY).update(token=uuid4())


def _subject(code: str) -> str:
    return f"agency:{code}"
