"""The same facts as requests: what portals and systems really send to a collector."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from motcua.kernel.calendar import HANOI
from motcua.measurement.rules.wire import signing
from motcua.measurement.values.facts import Channel, Kind, Level, Status
from motcua.measurement.values.sites import Site
from motcua.simulation.measured.feeder import EVERY, Life, body
from motcua.simulation.measured.stream import Told

TRACKING, STRICT, NATIONAL = "/tracking", "/thu-thap/ho-so", "/TrackingMCDT"
A_BULK = 1_000
"""Facts in a request."""
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
AGENTS = {
    "phone": "Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 Chrome/126.0",
    "tablet": "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    "computer": BROWSER,
    "unknown": "",
}
_FEE = 50_000
_STATUS = {1: "received", 2: "in_process", 3: "returned", 4: "assigned"}
_NATIONAL_STATE = {Status.RECEIVED: 2, Status.IN_PROCESS: 4, Status.RETURNED: 9}


@dataclass(frozen=True, slots=True)
class Request:
    """What to POST, where, and with which headers; `facts` is how many it tells."""

    path: str
    body: bytes
    facts: int
    headers: Mapping[str, str] = field(default_factory=dict)


def bulks(told: Told, sites: Mapping[int, Site]) -> Iterator[Request]:
    """Give a day's page facts in Matomo's bulk shape, each site's with its own secret."""
    of_site: dict[int, list[str]] = {}
    for row in told.pages.to_pylist():
        of_site.setdefault(row["site"], []).append(_asked(row, sites[row["site"]]))
    for number, asked in of_site.items():
        for part in _parts(asked):
            whole = {"requests": part, "token_auth": sites[number].secret}
            yield Request(TRACKING, json.dumps(whole).encode(), len(part))


def stricts(told: Told, sites: Mapping[int, Site], *, at: datetime) -> Iterator[Request]:
    """Give a day's dossier events in our own shape, signed at a moment."""
    of_site: dict[int, list[dict[str, Any]]] = {}
    for row in told.dossiers.to_pylist():
        of_site.setdefault(row["site"], []).append(_event(row))
    for number, events in of_site.items():
        for part in _parts(events):
            whole, stamp = json.dumps(part).encode(), int(at.timestamp())
            headers = {
                "Motcua-Site": str(number),
                "Motcua-Timestamp": str(stamp),
                "Motcua-Signature": signing.sign(sites[number].secret, stamp, whole),
            }
            yield Request(STRICT, whole, len(part), headers)


def nationals(told: Told) -> Iterator[Request]:
    """Give a day's dossier events as TrackingMCDT, with every trap; they happen when they come."""
    for row in told.dossiers.to_pylist():
        life = Life(
            code=code_of(row),
            site=row["site"],
            procedure=row["procedure"],
            channel=Channel(row["channel"]),
            level=Level.FULL if row["level_fed"] == 4 else Level.NONE,
            states=(),
            fee=_FEE if row["fee_due"] else 0,
            paid_online=_FEE if row["payment_fed"] == 1 else 0,
        )
        state = _NATIONAL_STATE[Status(row["status"])]
        yield Request(NATIONAL, body(life, state, traps=EVERY), 1)


def code_of(row: Mapping[str, Any]) -> str:
    """Write a dossier's code: agency, a day that all its events know (when it is due), number."""
    return f"{row['agency']}-{row['due']:%y%m%d}-{row['dossier'] % 16**10:010X}"


def moment_of(row: Mapping[str, Any]) -> datetime:
    """Give the moment of a fact."""
    start = datetime.combine(row["day"], datetime.min.time(), HANOI)
    return start + timedelta(seconds=row["second"])


def _asked(row: Mapping[str, Any], site: Site) -> str:
    told = {
        "idsite": str(row["site"]),
        "rec": "1",
        "url": f"https://{site.hosts[0]}{row['page']}",
        "cid": f"{row['visitor']:016x}",
        "ua": ROBOT if row["robot"] else AGENTS[row["device"]],
        "cdt": f"{moment_of(row).astimezone(UTC):%Y-%m-%d %H:%M:%S}",
    }
    if row["procedure"]:
        told["procedure"] = row["procedure"]
    return "?" + urlencode(told | _what(row))


def _what(row: Mapping[str, Any]) -> dict[str, str]:
    """Give the fields that tell the kind of fact."""
    kind, detail, page = Kind(row["kind"]), row["detail"], row["page"]
    number = "" if row["value"] is None else f"{row['value']:g}"
    category, _, action = detail.partition("/")
    fields: dict[Kind, dict[str, str]] = {
        Kind.VIEW: {"action_name": page},
        Kind.PING: {"ping": "1"},
        Kind.DVC: {"dvc": row["procedure"], "state": detail},
        Kind.STEP: {"step": number, "step_name": detail},
        Kind.FAILURE: {"cause": detail},
        Kind.ANSWER: {"answer": detail, "score": number},
        Kind.EVENT: {"e_c": category, "e_a": action},
        Kind.SEARCH: {"search": "x", "search_count": number},
        Kind.DOWNLOAD: {"download": page},
        Kind.OUTLINK: {"link": "https://www.example.org/"},
    }
    return fields[kind]


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "key": f"{row['key']:020}",
        "dossier": code_of(row),
        "procedure": row["procedure"],
        "agency": row["agency"],
        "at": moment_of(row).isoformat(),
        "status": _STATUS[row["status"]],
        "channel": row["channel"],
        "fee": {"due": _FEE if row["fee_due"] else 0},
        "due": row["due"].isoformat(),
        "fed": {
            "FormsReception": row["reception_fed"],
            "FormsPayments": row["payment_fed"],
            "Level": row["level_fed"],
            "IsDVCBC": row["post_fed"],
        },
    }
    if row["fee_due"]:
        told["fee"]["paid_online"] = _FEE if row["paid_online"] else 0
    if row["outcome"] is not None:
        told |= {"outcome": row["outcome"], "hours": row["hours"]}
    return told


def _parts(listed: "Sequence[Any]") -> "Iterator[Sequence[Any]]":
    for first in range(0, len(listed), A_BULK):
        yield listed[first : first + A_BULK]
