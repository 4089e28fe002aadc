"""A portal's doors on a port of this machine, and what lies in the spool behind them."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.handlers.wsgi import WSGIRequest
from django.test import override_settings

from motcua.measurement.models import snapshot
from motcua.measurement.values import schemas
from motcua.measurement.values.sites import Site
from motcua.observatory.views import collecting

SECRET = "mã-bí-mật"
HOSTS = ("127.0.0.1", "dichvucong.hanoi.gov.vn")
SITES = {7: Site(7, "Hà Nội", "H26", HOSTS, secret=SECRET)}
STATIC = Path(collecting.__file__).parents[2] / "design" / "static" / "design" / "js"


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_request(self, *_told: object) -> None:
        """Say nothing on the test's screen."""


@dataclass
class Doors:
    """The address, what was asked of the doors, and pages that are served beside them."""

    url: str
    folder: Path
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)

    def page(self, path: str, text: str | bytes, kind: str = "text/html; charset=utf-8") -> str:
        """Serve a page; gives its address."""
        self.pages[path] = kind, text.encode() if isinstance(text, str) else text
        return self.url + path

    def wait(self, requests: int) -> None:
        """Wait until so many requests were answered at the doors, and a moment for one too many."""
        until = time.monotonic() + 20
        while len(self.answered) < requests and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.2)

    def facts(self) -> list[dict[str, Any]]:
        """Read the page facts in the spool, replays of one key once, as compaction does."""
        names = (*schemas.PAGES, "key")
        found: dict[object, dict[str, Any]] = {}
        for path in sorted((self.folder / "spool").glob("pages-*")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = dict(zip(names, line.split("\t"), strict=True))
                found[row["key"] if row["key"] != "0" else len(found)] = row
        return list(found.values())

    def counted(self) -> Counter[tuple[str, str, str]]:
        """Count facts by kind, page and detail."""
        return Counter((row["kind"], row["page"], row["detail"]) for row in self.facts())


@contextmanager
def doors(folder: Path) -> Iterator[Doors]:
    """Open the doors on a port of this machine."""
    snapshot.write(folder, SITES)
    with override_settings(MEASUREMENT=folder, ALLOWED_HOSTS=["*"]):
        opened = Doors("", folder)
        server = make_server(
            "127.0.0.1", 0, _app(opened), server_class=_Server, handler_class=_Silent
        )
        opened.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield opened
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
            collecting._intake(folder).close()
            collecting._intake.cache_clear()


def _app(opened: Doors):
    def app(environ, start_response):
        path = environ["PATH_INFO"]
        if path in opened.pages:
            kind, text = opened.pages[path]
            start_response("200 OK", [("Content-Type", kind)])
            return [text]
        if path == "/favicon.ico":
            start_response("204 No Content", [])
            return []
        environ.setdefault("HTTP_USER_AGENT", "")
        request = WSGIRequest(environ)
        response = collecting.door(request)
        if environ["REQUEST_METHOD"] != "OPTIONS":
            opened.asked.append(f"{path}?{environ['QUERY_STRING']} {request.body.decode()}")
            opened.answered.append(response.status_code)
        start_response(f"{response.status_code} x", list(response.items()))
        return [response.content]

    return app


def script() -> bytes:
    """Give the script that portals load."""
    return (STATIC / "measure.js").read_bytes()


def refusals(folder: Path) -> list[str]:
    """Close the doors, for examples are kept after the answer; give the reasons they tell."""
    collecting._intake(folder).close()
    return [
        json.loads(line)["reason"]
        for path in (folder / "spool").glob("refused-*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
