"""Matomo's Tracking HTTP API, so that its own clients work unchanged.

Reference: developer.matomo.org, "Tracking HTTP API" (5.x), and what matomo.js and the log importer
send. Where a form is posted its body is read as a query is; where both are there, the body's
fields follow the query's with an `&` between them.
"""

import json
from collections.abc import Mapping

from motcua.measurement.rules.wire import reading
from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.pages import Asking, page_fact
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import PageFact, Source

LONGEST = 16_384
MOST = 10_000


def read(
    query: str, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> PageFact | Refusal:
    """Read one request: a query string or a posted form, both `idsite=1&rec=1&url=…`."""
    source = Source.SCRIPT if "govaq=1" in query else Source.MATOMO
    return read_as(query, Asking(heard, sites, salt, source, tally))


def read_as(query: str, asking: Asking) -> PageFact | Refusal:
    """Read one request as of a source."""
    query = query.removeprefix("?")
    if len(query) > LONGEST:
        return refuse(Reason.MALFORMED, "", query, source=asking.source)
    fields = dict([pair.split("=", 1) for pair in query.split("&") if "=" in pair])
    return _fact(fields, query, asking)


def read_bulk(
    body: bytes, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> list[PageFact | Refusal]:
    """Read `{"requests": ["?idsite=…", {…}], "token_auth": …}`; one answer a request, in order.

    A body that cannot be read, or with more than 10,000 requests, is answered by one refusal.
    """
    asking = Asking(heard, sites, salt, Source.BULK, tally)
    try:
        told = json.loads(body)
        requests = told["requests"]
        token = told.get("token_auth") or ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return [_unread(body, "requests")]
    if not (isinstance(requests, list) and isinstance(token, str)):
        return [_unread(body, "requests")]
    if len(requests) > MOST:
        return [refuse(Reason.TOO_MANY, "requests", "", source=Source.BULK)]
    asking = asking._replace(token=token)
    return [_one(request, asking) for request in requests]


def _one(request: object, asking: Asking) -> PageFact | Refusal:
    if isinstance(request, str):
        return read_as(request, asking)
    if isinstance(request, Mapping):
        # Values of an object are plain; only what could be taken for a code needs one.
        fields = {str(name): _coded(value) for name, value in request.items()}
        whole = "&".join(f"{name}={value}" for name, value in sorted(fields.items()))
        if len(whole) <= LONGEST:
            return _fact(fields, whole, asking)
    example = reading.written(request)
    return refuse(Reason.MALFORMED, "requests", example, source=asking.source)


def _coded(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return "1" if value else ""
    text = value if isinstance(value, str) else reading.written(value)
    if "%" in text or "+" in text or "?" in text:
        return text.replace("%", "%25").replace("+", "%2B").replace("?", "%3F")
    return text


def _fact(fields: Mapping[str, str], whole: str, asking: Asking) -> PageFact | Refusal:
    try:
        return page_fact(fields, whole, asking)
    except Unfit as unfit:
        number = fields.get("idsite", "")
        known = number.isdecimal() and len(number) < 10 and int(number) in asking.sites
        site = int(number) if known else 0
        return refuse(unfit.reason, unfit.field, whole, site=site, source=asking.source)


def _unread(body: bytes, field: str) -> Refusal:
    example = body[:2_000].decode("utf-8", "replace")
    return refuse(Reason.MALFORMED, field, example, source=Source.BULK)
