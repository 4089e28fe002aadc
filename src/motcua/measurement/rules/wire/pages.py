"""From the fields of a request to a page fact: Matomo's names, and ours beside them."""

from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from motcua.measurement.rules import addresses, devices, privacy, robots
from motcua.measurement.rules.wire import reading
from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.kinds import Fields, located, told_by
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason
from motcua.measurement.values.facts import Device, Kind, PageFact, Source
from motcua.measurement.values.sites import Site

_LONG = 12


class Asking(NamedTuple):
    """With what fields are read; `token` is that of a bulk, `whole` the request as one text."""

    heard: Heard
    sites: Sites
    salt: bytes
    source: Source
    tally: Tally | None = None
    token: str = ""


def page_fact(fields: Fields, whole: str, asking: Asking) -> PageFact:
    """Make a fact of a request's fields; raise Unfit where a rule is broken."""
    if fields.get("rec") != "1":
        reason = Reason.NOT_FOR_COUNTING if "rec" in fields else Reason.MISSING
        raise Unfit(reason, "rec")
    heard, tally = asking.heard, asking.tally
    site = reading.site_of(fields.get("idsite", ""), asking.sites, heard.at)
    token = fields.get("token_auth") or asking.token
    trusted = bool(token) and reading.holds_secret(site, reading.decoded(token))
    at = _at(fields, asking, trusted=trusted)
    day, second = reading.day_and_second(at)
    kind, detail, value = told_by(fields, site.number, tally)
    page, procedure = _page(fields, site, tally)
    agent = reading.decoded(fields["ua"]) if "ua" in fields else heard.agent
    # A server with the secret speaks for somebody's browser, whether or not it names it.
    unnamed = trusted and robots.is_program(agent)
    named = _procedure(fields, whole)
    return PageFact(
        day,
        second,
        site.number,
        site.agency,
        _visitor(fields, agent, asking, site=site.number, trusted=trusted),
        kind,
        page,
        named or procedure,
        detail,
        value,
        not unnamed and (robots.is_robot(agent) or _called_bot(fields)),
        Device.UNKNOWN if unnamed else devices.device_of(agent),
        asking.source,
        _key(fields, whole, kind=kind, page=page, site=site.number),
    )


def _at(fields: Fields, asking: Asking, *, trusted: bool) -> datetime:
    """When it happened: `cdt` (a moment) or `cdo` (seconds ago, of a page that was offline)."""
    heard_at = asking.heard.at
    if "cdt" in fields:
        told = reading.decoded(fields["cdt"])
        return reading.moment(told, heard_at, trusted=trusted and bool(asking.token), field="cdt")
    ago = fields.get("cdo")
    if ago:
        if not (ago.isdecimal() and len(ago) < 10):
            raise Unfit(Reason.VALUE, "cdo")
        at = heard_at - timedelta(seconds=int(ago))
        return reading.in_time(at, heard_at, trusted=False, field="cdo")
    return heard_at


# ---------------------------------------------------------------- where


def _page(fields: Fields, site: Site, tally: Tally | None) -> tuple[str, str]:
    url = fields.get("url", "")
    if not url:
        return "", ""
    address, mark, query = url[:4_000].partition("%3F")
    if not mark:
        address, _, query = address.partition("?")
    page, host, procedure, taken = located(address[:1_000])
    if tally is not None:
        for kind in taken:
            reading.count(tally, site.number, kind)
        _count_unkept(fields, query, site=site.number, tally=tally)
    if host and site.hosts and not _at_home(host, site.hosts):
        page = f"//{privacy.masked(host)}{page}"[: addresses.LONGEST]
    return page, procedure


def _at_home(host: str, hosts: tuple[str, ...]) -> bool:
    return host in hosts or host.endswith(tuple(f".{home}" for home in hosts))


def _count_unkept(fields: Fields, query: str, *, site: int, tally: Tally) -> None:
    """Count what names a person in what is dropped anyhow."""
    for raw in (query, fields.get("urlref"), fields.get("action_name"), fields.get("search")):
        kind = _named_in(raw[:1_000]) if raw else None
        if kind is not None:
            reading.count(tally, site, kind)


@lru_cache(maxsize=4_096)
def _named_in(raw: str) -> str | None:
    return privacy.names_a_person(reading.decoded(raw))


def _procedure(fields: Fields, whole: str) -> str:
    """The procedure that is named: by our fields, else by a custom dimension."""
    for name in ("dvc", "procedure"):
        if name in fields:
            return _code(reading.decoded(fields[name]), name)
    if "dimension" in whole:
        for name, raw in fields.items():
            if name.startswith("dimension"):
                text = reading.decoded(raw)
                if _is_code(text):
                    return text[:8]
    return ""


def _code(text: str, field: str) -> str:
    text = text.strip()
    if not text and field == "procedure":
        return ""
    if privacy.names_a_person(text):
        raise Unfit(Reason.PERSON, field)
    if not _is_code(text):
        raise Unfit(Reason.VALUE if text else Reason.MISSING, field)
    return text[:8]


def _is_code(text: str) -> bool:
    return len(text) <= 32 and addresses.procedure_of(text) == text[:8] != ""


# ---------------------------------------------------------------- who


def _visitor(fields: Fields, agent: str, asking: Asking, *, site: int, trusted: bool) -> int:
    ip = asking.heard.ip
    if "cip" in fields:
        if not trusted:
            raise Unfit(Reason.TOKEN, "cip")
        ip = reading.decoded(fields["cip"])
    own = fields.get("uid", "")
    if own and privacy.names_a_person(reading.decoded(own)):
        reading.count(asking.tally, site, privacy.names_a_person(reading.decoded(own)) or "")
        own = ""
    own = own or fields.get("cid") or fields.get("_id") or ""
    return privacy.visitor(asking.salt, site, ip=ip, agent=agent, own_id=own)


def _called_bot(fields: Fields) -> bool:
    """Say whether Matomo's log importer called it a robot (`_cvar={"1":["Bot","…"]}`)."""
    told = fields.get("_cvar")
    return told is not None and '["Bot"' in reading.decoded(told)


def _key(fields: Fields, whole: str, *, kind: Kind, page: str, site: int) -> int:
    """Give what tells a replay, where the request brings enough of its own to tell it.

    That is an id (`fact`); a random number with the id of a page view, as browsers send, or a long
    one alone: then the whole request is compared; or the id of a page view, for the view itself.
    """
    rand = fields.get("r") or fields.get("rand", "")  # matomo.js writes `r`, the reference `rand`
    if "fact" in fields:
        told = f"{site}|fact|{fields['fact']}"
    elif rand and ("pv_id" in fields or len(rand) >= _LONG):
        told = f"{site}|rand|{whole}"
    elif "pv_id" in fields and kind is Kind.VIEW:
        told = f"{site}|view|{fields['pv_id']}|{page}"
    else:
        return 0
    digest = blake2b(told.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") or 1
