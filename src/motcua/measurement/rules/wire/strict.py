"""Our own dossier event, and what agencies declare: a schema, a key, the portal's signature.

Signed is trusted: an event may be as old as it likes, so that what a portal could not send for a
week still counts on its day. A resent batch counts once, by its keys.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar

from motcua.measurement.rules import privacy
from motcua.measurement.rules.wire import mcdt, reading, shapes, signing
from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import Channel, DossierFact, Level, Outcome, Source, Status
from motcua.measurement.values.sites import Site
from motcua.measurement.values.telling import MetricTold, SupplyTold

Headers: TypeAlias = Mapping[str, str]
Told: TypeAlias = Mapping[str, Any]
Made = TypeVar("Made", DossierFact, SupplyTold, MetricTold)

_STATUS = {
    "received": Status.RECEIVED,
    "assigned": Status.ASSIGNED,
    "in_process": Status.IN_PROCESS,
    "returned": Status.RETURNED,
    "other": Status.OTHER,
}


def read(
    body: bytes,
    headers: Headers,
    heard: Heard,
    *,
    sites: Sites,
    pepper: bytes,
    tally: Tally | None = None,  # noqa: ARG001 -- every dialect is called alike; nothing is taken out
) -> list[DossierFact | Refusal]:
    """Read an event or a batch of at most 1,000; one answer an event, in order.

    A batch that is unsigned, stale or unreadable is answered by one refusal.
    """

    def event(told: Told, site: Site) -> DossierFact:
        return _event(told, site, heard=heard, pepper=pepper)

    return _each(body, headers, heard, sites=sites, schema="dossier-event", make=event)


def read_supply(
    body: bytes, headers: Headers, heard: Heard, *, sites: Sites
) -> list[SupplyTold | Refusal]:
    """Read declarations of how far services are online; one answer each, in order."""
    batch = _batch(body)

    def supply(told: Told, site: Site) -> SupplyTold:
        last = told.get("valid_to")
        first = _date(told["valid_from"], "valid_from")
        until = _date(last, "valid_to") if last else None
        if until is not None and until < first:
            raise Unfit(Reason.VALUE, "valid_to")
        return SupplyTold(
            agency=_agency(told, site),
            procedure=told["procedure"][:8],
            level=Level(told["level"]),
            has_fee=told["has_fee"],
            essential=told.get("essential", False),
            valid_from=first,
            valid_to=until,
            site=site.number,
            told_at=heard.at,
            batch=batch,
        )

    return _each(body, headers, heard, sites=sites, schema="supply", make=supply)


def read_metrics(
    body: bytes, headers: Headers, heard: Heard, *, sites: Sites
) -> list[MetricTold | Refusal]:
    """Read declared metrics of a month; one answer each, in order."""
    batch = _batch(body)

    def metric(told: Told, site: Site) -> MetricTold:
        return MetricTold(
            month=_date(f"{told['month']}-01", "month"),
            agency=_agency(told, site),
            metric=told["metric"],
            numerator=float(told["numerator"]),
            denominator=float(told["denominator"]),
            site=site.number,
            told_at=heard.at,
            batch=batch,
        )

    return _each(body, headers, heard, sites=sites, schema="declared-metric", make=metric)


def _each(
    body: bytes,
    headers: Headers,
    heard: Heard,
    *,
    sites: Sites,
    schema: str,
    make: Callable[[Told, Site], Made],
) -> list[Made | Refusal]:
    try:
        site = signing.signer(body, headers, heard, sites=sites)
    except Unfit as unfit:
        return [_refuse(unfit, _start(body), 0)]
    listed = shapes.objects(body)
    if isinstance(listed, Reason):
        return [_refuse(Unfit(listed, ""), _start(body), site.number)]
    return [_made(told, site, make, schema=schema) for told in listed]


def _made(
    told: Any, site: Site, make: Callable[[Told, Site], Made], *, schema: str
) -> Made | Refusal:
    found = shapes.fault(told, schema)
    try:
        if found is None:
            return make(told, site)
        unfit, why = Unfit(found[0], found[1]), found[2]
    except Unfit as each:
        unfit, why = each, None
    example = reading.written(told)
    return refuse(
        unfit.reason, unfit.field, example, site=site.number, source=Source.STRICT, why=why
    )


def _event(told: Told, site: Site, *, heard: Heard, pepper: bytes) -> DossierFact:
    dossier = mcdt.dossier_of(told["dossier"], site, pepper, field="dossier")
    at = reading.in_time(_moment(told["at"]), heard.at, trusted=True, field="at")
    day, second = reading.day_and_second(at)
    fee_due, paid_online = _fee(told)
    fed = told.get("fed", {})
    national = told.get("national")
    return DossierFact(
        day=day,
        second=second,
        site=site.number,
        agency=_agency(told, site) if "agency" in told else dossier.agency,
        dossier=dossier.hash,
        procedure=told["procedure"][:8],
        status=_STATUS[told["status"]],
        key=privacy.hidden(pepper, f"strict|{site.number}|{told['key']}"),
        source=Source.STRICT,
        national=None if national is None else int(national),
        reception_fed=_whole(fed.get("FormsReception")),
        payment_fed=_whole(fed.get("FormsPayments")),
        level_fed=_whole(fed.get("Level")),
        post_fed=_whole(fed.get("IsDVCBC")),
        channel=Channel(told["channel"]),
        fee_due=fee_due,
        paid_online=paid_online,
        outcome=Outcome(told["outcome"]) if "outcome" in told else None,
        hours=_whole(told.get("hours")),
        due=_date(told["due"], "due") if "due" in told else None,
    )


def _fee(told: Told) -> tuple[bool | None, bool | None]:
    """Whether a fee is due, and whether what was paid online covers it."""
    fee = told.get("fee")
    if fee is None:
        return None, None
    if fee["due"] == 0:
        return False, None
    return True, fee["paid_online"] >= fee["due"] if "paid_online" in fee else None


def _agency(told: Told, site: Site) -> str:
    agency: str = told.get("agency", site.agency)
    if agency != site.agency and not agency.startswith(f"{site.agency}."):
        raise Unfit(Reason.VALUE, "agency")
    return agency


def _moment(told: str) -> datetime:
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise Unfit(Reason.VALUE, "at") from None
    if not 2000 <= at.year < 9999:
        raise Unfit(Reason.VALUE, "at")
    return at


def _date(told: str, field: str) -> date:
    try:
        on = date.fromisoformat(told)
    except ValueError:
        raise Unfit(Reason.VALUE, field) from None
    if not 2000 <= on.year < 2200:
        raise Unfit(Reason.VALUE, field)
    return on


def _whole(value: float | None) -> int | None:
    """A whole number may be written `4.0` in JSON."""
    return None if value is None else int(value)


def _batch(body: bytes) -> int:
    return privacy.hidden(b"", body.decode("utf-8", "replace"))


def _start(body: bytes) -> str:
    return body[:2_000].decode("utf-8", "replace")


def _refuse(unfit: Unfit, example: str, site: int) -> Refusal:
    return refuse(unfit.reason, unfit.field, example, site=site, source=Source.STRICT)
