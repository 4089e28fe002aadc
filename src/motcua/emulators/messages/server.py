"""The stand-in: takes messages, fails when told to, reports later, passes on incoming SMS.

POST /sms                 an SMS: {brandname, phone, message, request_id}
POST /message/template    a ZNS message: {phone, template_id, template_data, tracking_id}
POST /control/fail        {"how": "no"|"500"|"hang"|"drop"|"nonsense"|"rejected", "times": n}
POST /control/report      {"tracking": …, "delivered": true|false}: reports to the callback
POST /control/incoming    {"from": "84…", "text": …}: an SMS comes in and goes to the callback
GET  /control/taken       what was taken, oldest first
"""

import http.client
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
FAILURES = ("no", "500", "hang", "drop", "nonsense", "rejected")
NOT_THERE = "84900000000"
"""A number nobody has: always rejected."""


@dataclass
class Emulator:
    """What the stand-in remembers; `callback` is where it reports, with `secret`."""

    callback: str = ""
    secret: str = ""
    token: str = "emulated"  # noqa: S105 -- a stand-in's token is no secret
    taken: list[Json] = field(default_factory=list)
    how: str = "no"
    times: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fail(self, how: str, times: int = 1_000_000) -> None:
        """Fail the next `times` messages in one way of FAILURES."""
        if how not in FAILURES:
            raise ValueError(how)
        with self._lock:
            self.how, self.times = how, times

    def failure(self) -> str:
        """Give how the message at hand fails, `no` where it does not."""
        with self._lock:
            if self.how == "no" or not self.times:
                return "no"
            self.times -= 1
            return self.how

    def take(self, message: Json) -> str:
        """Keep a message once per tracking and give its number."""
        with self._lock:
            for number, known in enumerate(self.taken):
                if known["tracking"] == message["tracking"]:
                    return f"m{number + 1}"
            self.taken.append(message)
            return f"m{len(self.taken)}"

    def report(self, *, tracking: str, delivered: bool) -> int:
        """Tell the callback what became of a message; give the HTTP status it answered."""
        status = "delivered" if delivered else "failed"
        problem = "" if delivered else "absent subscriber"
        return self._call("bao-cao/", {"tracking": tracking, "status": status, "error": problem})

    def incoming(self, *, sender: str, text: str, number: str = "in-1") -> int:
        """Pass an SMS on to the callback; give the HTTP status it answered."""
        return self._call("den/", {"id": number, "from": sender, "text": text})

    def _call(self, path: str, content: Json) -> int:
        parts = urlsplit(self.callback)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(parts.hostname or "", parts.port, timeout=10)
        headers = {"Authorization": f"Bearer {self.secret}", "Content-Type": "application/json"}
        try:
            connection.request("POST", parts.path + path, json.dumps(content).encode(), headers)
            return connection.getresponse().status
        finally:
            connection.close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    emulator: Emulator

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- inherited name
        """Say nothing on the terminal."""

    def do_GET(self) -> None:
        """Give what was taken."""
        self._answer(200, {"taken": self.emulator.taken})

    def do_POST(self) -> None:
        """Take a message, or an order."""
        try:
            content = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        except ValueError:
            return self._answer(400, {"error": "no JSON"})
        do = {
            "/sms": self._sms,
            "/message/template": self._zns,
            "/control/fail": self._fail,
            "/control/report": self._report,
            "/control/incoming": self._incoming,
        }.get(self.path)
        return do(content) if do else self._answer(404, {"error": "no such address"})

    def _sms(self, sent: Json) -> None:
        if self.headers.get("Authorization") != f"Bearer {self.emulator.token}":
            return self._answer(401, {"status": "rejected", "error": "token"})
        if (how := self.emulator.failure()) in {"500", "hang", "drop", "nonsense"}:
            return self._misbehave(how)
        if how == "rejected" or sent["phone"] == NOT_THERE or not sent["phone"].startswith("84"):
            return self._answer(200, {"status": "rejected", "error": "invalid phone"})
        number = self.emulator.take({"way": "sms", "tracking": sent["request_id"], **sent})
        return self._answer(200, {"status": "accepted", "id": number})

    def _zns(self, sent: Json) -> None:
        if self.headers.get("access_token") != self.emulator.token:
            return self._answer(200, {"error": -124, "message": "Access token invalid"})
        if (how := self.emulator.failure()) in {"500", "hang", "drop", "nonsense"}:
            return self._misbehave(how)
        if not str(sent["phone"]).startswith("84"):
            return self._answer(200, {"error": -108, "message": "Phone number is invalid"})
        if how == "rejected" or sent["phone"] == NOT_THERE:
            return self._answer(200, {"error": -118, "message": "Zalo account not existed"})
        number = self.emulator.take({"way": "zalo", "tracking": sent["tracking_id"], **sent})
        return self._answer(200, {"error": 0, "message": "Success", "data": {"msg_id": number}})

    def _fail(self, order: Json) -> None:
        self.emulator.fail(order["how"], order.get("times", 1_000_000))
        self._answer(200, {})

    def _report(self, order: Json) -> None:
        status = self.emulator.report(tracking=order["tracking"], delivered=order["delivered"])
        self._answer(200, {"callback": status})

    def _incoming(self, order: Json) -> None:
        number = order.get("id", "in-1")
        status = self.emulator.incoming(sender=order["from"], text=order["text"], number=number)
        self._answer(200, {"callback": status})

    def _misbehave(self, how: str) -> None:
        self.close_connection = True
        if how == "500":
            self._answer(503, {"error": "down"})
        elif how == "nonsense":
            self._send(200, b"<html>maintenance</html>")
        elif how == "hang":
            self.emulator.stopped.wait(30)

    def _answer(self, status: int, content: Json) -> None:
        self._send(status, json.dumps(content).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True


def serve(emulator: Emulator, *, host: str = "127.0.0.1", port: int = 0) -> ThreadingHTTPServer:
    """Give a server that listens; call `serve_forever`, and `shutdown` and `server_close` after."""
    return _Server((host, port), type("Handler", (_Handler,), {"emulator": emulator}))
