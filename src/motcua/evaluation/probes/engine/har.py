"""What crossed the wire as HAR 1.2, without what would let somebody in."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from motcua.evaluation.probes.visits import Exchange, Visit
from motcua.evaluation.rules.looking.masking import given

HIDDEN = "***"
_SECRET = frozenset({"authorization", "proxy-authorization", "x-csrf-token", "x-xsrf-token"})
_COOKIE = re.compile(r"=[^;\n]*")
_SET_COOKIE = re.compile(r"^([^=;\n]*)=[^;\n]*", re.MULTILINE)


def har(visit: Visit, *, at: datetime, browser: str) -> dict[str, Any]:
    """Give a page's exchanges; `at` is when it was asked for."""
    page = {
        "startedDateTime": at.isoformat(),
        "id": "page",
        "title": visit.title or visit.url,
        "pageTimings": {
            "onContentLoad": visit.timings.get("dom", -1),
            "onLoad": visit.timings.get("load", -1),
        },
    }
    log = {
        "version": "1.2",
        "creator": {"name": "motcua", "version": "1"},
        "browser": {"name": "Chromium", "version": browser},
        "pages": [page],
        "entries": [_entry(one, at) for one in [*visit.hops, *visit.exchanges]],
    }
    return {"log": log}


def written(log: Mapping[str, Any]) -> bytes:
    """Write exchanges as JSON."""
    return json.dumps(log, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _entry(one: Exchange, at: datetime) -> dict[str, Any]:
    took = round(max(0.0, one.ended_ms - one.begun_ms), 1)
    return {
        "pageref": "page",
        "startedDateTime": (at + timedelta(milliseconds=one.begun_ms)).isoformat(),
        "time": took,
        "request": {
            "method": one.method,
            "url": one.url[:4_000],
            "httpVersion": one.protocol,
            "cookies": [],
            "headers": _headers(one.asked),
            "queryString": _query(one.url),
            "headersSize": -1,
            "bodySize": -1,
        },
        "response": {
            "status": one.status,
            "statusText": "",
            "httpVersion": one.protocol,
            "cookies": [],
            "headers": _headers(one.headers),
            "content": {"size": one.size, "mimeType": one.mime},
            "redirectURL": one.headers.get("location", ""),
            "headersSize": -1,
            "bodySize": one.encoded,
            **({"_error": one.failed} if one.failed else {}),
        },
        "cache": {},
        "timings": {"send": 0, "wait": took, "receive": 0},
        "serverIPAddress": one.address,
        "_resourceType": one.kind,
        "_fromCache": one.from_cache,
    }


def _query(url: str) -> Sequence[Mapping[str, str]]:
    try:
        pairs = parse_qsl(urlsplit(url[:4_000]).query, max_num_fields=100)
    except ValueError:
        return []
    return [{"name": name, "value": given(name, value)} for name, value in pairs]


def _headers(headers: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    return [
        {"name": name, "value": masked(name, line)[:4_000]}
        for name, value in headers.items()
        for line in value.split("\n")
    ]


def masked(name: str, value: str) -> str:
    """Hide what a header of this (lower case) name would let somebody in with."""
    if name in _SECRET:
        return HIDDEN
    if name == "cookie":
        return _COOKIE.sub(f"={HIDDEN}", value)
    if name == "set-cookie":
        return _SET_COOKIE.sub(rf"\1={HIDDEN}", value)
    return value
