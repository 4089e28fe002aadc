"""JSON lines, as nginx, Apache, Caddy and Traefik write them: the names of fields are known."""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from motcua.measurement.rules.logs import pages
from motcua.measurement.rules.logs.lines import EXAMPLES, Left, Requests, Scanned
from motcua.measurement.rules.logs.moments import hanoi_of

Fields: TypeAlias = "Mapping[str, Any]"

IP = (
    "remote_addr",
    "remote_ip",
    "client_ip",
    "ClientHost",
    "ip",
    "clientip",
    "remoteIP",
    "host_ip",
)
TIME = (
    "time_iso8601", "time_local", "@timestamp", "timestamp", "StartUTC", "time", "ts", "msec",
    "datetime",
)  # fmt: skip
REQUEST = ("request", "request_line")
METHOD = ("request_method", "method", "RequestMethod", "verb")
TARGET = ("request_uri", "uri", "RequestPath", "url", "path")
STATUS = ("status", "DownstreamStatus", "response", "status_code", "code")
AGENT = ("http_user_agent", "user_agent", "agent", "userAgent", "request_User-Agent", "User-Agent")
HOST = ("http_host", "host", "server_name", "RequestHost", "vhost", "virtual_host")


def scan(block: bytes) -> Scanned:
    """Read a block of whole lines; it ends with a newline."""
    rows: list[tuple[int, int, str, str, str, str]] = []
    left = dict.fromkeys(Left, 0)
    broken, examples, lines = 0, list[str](), block[:-1].split(b"\n")
    for line in lines:
        told = _read(line)
        if told is None:
            broken += 1
            if len(examples) < EXAMPLES:
                examples.append(line.decode("utf-8", "replace"))
        elif isinstance(told, Left):
            left[told] += 1
        else:
            rows.append(told)
    return Scanned(
        lines=len(lines), requests=_columns(rows), left=left, broken=broken, examples=examples
    )


def _columns(rows: list[tuple[int, int, str, str, str, str]]) -> Requests:
    day, second, ip, target, agent, host = zip(*rows, strict=True) if rows else ((),) * 6
    return Requests(
        day=np.array(day, dtype=np.int32),
        second=np.array(second, dtype=np.int32),
        ip=pa.array(ip, pa.large_string()),
        target=pa.array(target, pa.large_string()),
        agent=pa.array(agent, pa.large_string()),
        host=pa.array(host, pa.large_string()),
    )


def _read(line: bytes) -> tuple[int, int, str, str, str, str] | Left | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    fields, request = told, told.get("request")
    if isinstance(request, dict):
        fields = {**told, **request, "user_agent": _header(request, "User-Agent")}
    method, target = _asked(fields)
    status, moment = _first(fields, STATUS), hanoi_of(_first(fields, TIME))
    if moment is None or not target.startswith("/") or not status[:3].isdecimal():
        return None
    if method != "GET":
        return Left.METHOD
    if not (status.startswith("2") or status == "304"):
        return Left.STATUS
    if target.partition("?")[0].lower().endswith(pages.ASSETS):
        return Left.ASSET
    host = _first(fields, HOST).partition(":")[0]
    return (*moment, _first(fields, IP), target, _first(fields, AGENT) or "-", host)


def _asked(fields: Fields) -> tuple[str, str]:
    words = _first(fields, REQUEST).split(" ")
    if len(words) >= 2:
        return words[0], words[1]
    return _first(fields, METHOD).upper(), _first(fields, TARGET)


def _first(fields: Fields, names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int | float):
            return str(value).encode("utf-8", "replace").decode()
    return ""


def _header(request: Fields, name: str) -> str:
    headers = request.get("headers")
    values = headers.get(name) if isinstance(headers, dict) else None
    return str(values[0]) if isinstance(values, list) and values else ""
