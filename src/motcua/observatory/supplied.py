"""What our own portal offers, told to measurement: the roof knows both."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind
from motcua.kernel.definitions import Strict, Words, load
from motcua.measurement.actions.supplying import declare_own_supply
from motcua.measurement.rules import addresses
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values import Level
from motcua.measurement.values.offered import Offered
from motcua.procedures import queries as procedures

_LEVELS = {"full": Level.FULL, "partial": Level.PARTIAL}


class _Essential(Strict):
    number: int
    code: str
    name: Words
    bundle: bool
    source: str


class _List(Strict):
    title: Words
    legal_basis: str
    services: tuple[_Essential, ...]


def declare_own(at: datetime) -> int:
    """Declare what changed of the services that can be applied for here; give how many lines."""
    today, _second = day_and_second(at)
    return declare_own_supply(offered(today), at=at)


def offered(on: date) -> Iterator[Offered]:
    """Give each published service for every agency that settles it.

    Records of the national catalogue that nobody published here are left out: they never say how
    far they are online.
    """
    essential = _essential()
    for summary in procedures.services(on):
        service = procedures.service_by_digest(summary.digest)
        for agency in agencies.of_kind(AgencyKind(service.competent_kind)):
            yield Offered(
                agency=str(agency.code),
                procedure=addresses.procedure_of(service.code) or service.code[:8],
                level=_LEVELS.get(service.level.value, Level.NONE),
                has_fee=bool(service.fees.rules),
                essential=service.code in essential,
                since=service.valid_from,
            )


def _essential() -> frozenset[str]:
    place = Path(settings.LIBRARY) / "essential.yaml"
    if not place.exists():
        return frozenset()
    listed = load(place.read_text(encoding="utf-8"), name=place.name, model=_List)
    return frozenset(one.code for one in listed.services)
