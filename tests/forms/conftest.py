"""A form, the library it refers to, the moment, and a browser page that holds a form."""

import json
import queue
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from motcua.forms import rules

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src/motcua/design/static/design"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; form-action 'self'"
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html; charset=utf-8"}


@pytest.fixture(scope="session")
def library():
    files = [*(ROOT / "library/lists").glob("*.yaml"), ROOT / "library/dictionary/elements.yaml"]
    return rules.library({str(file.relative_to(ROOT)): file.read_text("utf-8") for file in files})


@pytest.fixture(scope="session")
def birth(library):
    text = Path(__file__).with_name("birth.yaml").read_text("utf-8")
    return rules.load(text, name="birth.yaml", library=library)


@pytest.fixture
def at():
    """Noon in Hà Nội on 22 November 2026."""
    return datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def draft():
    """What somebody typed, right in every field."""
    return {
        "child.full_name": "  nguyễn   Thị Ánh ",
        "child.sex": "female",
        "child.born_on": {"day": "1", "month": "2", "year": "2026"},
        "child.order": "1",
        "child.birthplace": {"province": "01", "commune": "00004"},
        "child.ethnicity": "01",
        "child.nationality": "vn",
        "has_father": "yes",
        "father.full_name": "Đặng Văn Đức",
        "father.id": "001 085 012 345",
        "father.born": "1985",
        "father.home": {"province": "01", "commune": "00004", "detail": "1 Tràng Tiền"},
        "phone": "0912.345.678",
        "papers.certificate": ["0190d0a0-0000-7000-8000-000000000000"],
        "truth": "yes",
        "siblings": [{"full_name": "Nguyễn Bình", "born_on": "1/1/2015"}, {}],
        "copies": ["post"],
        "count": "2",
    }


class Site:
    """Serves the browser modules, pages put in `pages`, and answers from `answer(handler)`."""

    def __init__(self):
        self.pages = {}
        self.requests = []
        self.arrived = queue.Queue()
        self.answer = None
        site = self

        class Handler(BaseHTTPRequestHandler):
            def reply(self, body, kind="application/json", status=200):
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Content-Security-Policy", POLICY)
                self.end_headers()
                self.wfile.write(content)

            def do_GET(self):
                path = self.path.partition("?")[0]
                if path.startswith("/static/"):
                    file = STATIC / path.removeprefix("/static/")
                    return self.reply(file.read_bytes(), TYPES[file.suffix])
                if path == "/favicon.ico":
                    return self.reply(b"", "image/x-icon", status=404)
                if path in site.pages:
                    return self.reply(site.pages[path].encode(), TYPES[".html"])
                return self.handle_own(b"")

            def do_POST(self):
                self.handle_own(self.rfile.read(int(self.headers["Content-Length"] or 0)))

            def handle_own(self, body):
                self.body = body
                site.requests.append((self.command, self.path, body))
                site.arrived.put(body)
                if site.answer is None:
                    return self.reply({"error": "?"}, status=404)
                return site.answer(self)

            def log_message(self, *parts):
                """Keep the run quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def show(self, inner, path="/"):
        self.pages[path] = (
            "<!doctype html><html lang=vi><title>f</title><body><form method=post>"
            "<input type=hidden name=csrfmiddlewaretoken value=t0ken>"
            f"{inner}<button>Tiếp tục</button></form>"
            '<script type="module" src="/static/js/form.js"></script>'
        )
        return self.url + path


def ready(page):
    """Wait until the page's own scripts are in place; give the page."""
    page.wait_for_selector("form[data-ready]")
    return page


@pytest.fixture
def site():
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()
