"""TrackingMCDT: the dossier event that systems send today, its numbers kept as they came.

The fields are those seen in a running system. What they are true of is another matter (post is
fed as online, partial service as full), so nothing is made of them here but the fact. The event
carries no moment and no key: it happened when it was heard, and the same numbers of the same
dossier on the same day in Hà Nội are one event. `User` holds somebody's identity number in clear;
it is dropped and counted, and so are `Data` and `NameTTHC`, which are free text.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from motcua.kernel.codes import CodeRefused, DossierCode
from motcua.measurement.rules import addresses, privacy
from motcua.measurement.rules.wire import reading
from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import DossierFact, Source, Status
from motcua.measurement.values.sites import Site

LONGEST = 65_536
_FREE = ("User", "Data", "NameTTHC")
_LISTS: Mapping[str, frozenset[int]] = {
    "Status": frozenset({0, 1, 2, 3, 4}),
    "FormsReception": frozenset({1, 2}),
    "FormsPayments": frozenset({0, 1, 2}),
    "Level": frozenset({0, 1, 3, 4}),
    "IsFromDVCQG": frozenset({0, 1}),
    "IsDVCBC": frozenset({0, 1, 2}),
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as a fact may know it: a hash of its code, and whose it is."""

    hash: int
    agency: str


def read(
    body: bytes, heard: Heard, *, sites: Sites, pepper: bytes, tally: Tally | None = None
) -> DossierFact | Refusal:
    """Read one event: a JSON object with the published fields, `User` or not."""
    told = _object(body)
    if told is None:
        return _refuse(Unfit(Reason.MALFORMED, ""), body, 0)
    number = str(told.get("SiteId") if told.get("SiteId") is not None else "").strip()
    try:
        site = _site(number, heard, sites)
        fact = _fact(told, site, heard=heard, pepper=pepper)
    except Unfit as unfit:
        known = number.isdecimal() and len(number) < 10 and int(number) in sites
        return _refuse(unfit, body, int(number) if known else 0)
    _count_dropped(told, site.number, tally)
    return fact


def dossier_of(text: str, site: Site, pepper: bytes, *, field: str) -> Dossier:
    """Hash a dossier's code; its agency is the one written in the code where the site may speak
    for it, else the site's. Raise Unfit for a code that is none or names a person."""
    code = text.strip()
    if not code:
        raise Unfit(Reason.MISSING, field)
    agency = site.agency
    try:
        written = DossierCode.parse(code)
    except CodeRefused:
        if privacy.names_a_person(code):
            raise Unfit(Reason.PERSON, field) from None
        if len(code) > 100 or not code.isprintable():
            raise Unfit(Reason.VALUE, field) from None
    else:
        code = written.text
        if written.agency.text.startswith(f"{site.agency}."):
            agency = written.agency.text
    return Dossier(privacy.hidden(pepper, f"dossier|{code}"), agency)


def _site(number: str, heard: Heard, sites: Sites) -> Site:
    try:
        return reading.site_of(number, sites, heard.at)
    except Unfit as unfit:
        raise Unfit(unfit.reason, "SiteId") from None


def _fact(told: Mapping[str, object], site: Site, *, heard: Heard, pepper: bytes) -> DossierFact:
    field = "CodeProfile" if told.get("CodeProfile") else "MaHoSo"
    dossier = dossier_of(_text(told, field), site, pepper, field=field)
    procedure = procedure_of(_text(told, "CodeTTHC"), "CodeTTHC")
    numbers = {name: _number(told, name) for name in _LISTS}
    status = numbers["Status"]
    if status is None:
        raise Unfit(Reason.MISSING, "Status")
    day, second = reading.day_and_second(heard.at)
    same = "|".join(map(str, (site.number, dossier.hash, procedure, day, *numbers.values())))
    return DossierFact(
        day=day,
        second=second,
        site=site.number,
        agency=dossier.agency,
        dossier=dossier.hash,
        procedure=procedure,
        status=Status(status),
        key=privacy.hidden(pepper, f"mcdt|{same}"),
        source=Source.MCDT,
        national=numbers["IsFromDVCQG"],
        reception_fed=numbers["FormsReception"],
        payment_fed=numbers["FormsPayments"],
        level_fed=numbers["Level"],
        post_fed=numbers["IsDVCBC"],
    )


def procedure_of(text: str, field: str) -> str:
    """Give the national code of a procedure; raise Unfit for anything else."""
    code = text.strip()
    if not code:
        raise Unfit(Reason.MISSING, field)
    if len(code) > 32 or addresses.procedure_of(code) != code[:8]:
        raise Unfit(Reason.PERSON if privacy.names_a_person(code) else Reason.VALUE, field)
    return code[:8]


def _object(body: bytes) -> Mapping[str, object] | None:
    if len(body) > LONGEST:
        return None
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _text(told: Mapping[str, object], field: str) -> str:
    value = told.get(field)
    if value is not None and not isinstance(value, str):
        raise Unfit(Reason.VALUE, field)
    return value or ""


def _number(told: Mapping[str, object], field: str) -> int | None:
    """Read a number as it was fed: a number, its digits in a string, or true and false."""
    value = told.get(field)
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.strip() in {"0", "1", "2", "3", "4"}:
        value = int(value)
    if not isinstance(value, int) or int(value) not in _LISTS[field]:
        raise Unfit(Reason.VALUE, field)
    return int(value)


def _count_dropped(told: Mapping[str, object], site: int, tally: Tally | None) -> None:
    for field in _FREE:
        value = told.get(field)
        if value:
            text = value if isinstance(value, str) else reading.written(value)
            kind = privacy.names_a_person(text[:LONGEST])
            if kind is not None:
                reading.count(tally, site, kind)


def _refuse(unfit: Unfit, body: bytes, site: int) -> Refusal:
    example = body[:2_000].decode("utf-8", "replace")
    return refuse(unfit.reason, unfit.field, example, site=site, source=Source.MCDT)
