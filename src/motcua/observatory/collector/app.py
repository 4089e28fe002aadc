"""The collector's own door: an RSGI application, one instance in each process.

Nothing here reads the database, sets a cookie or writes down who called.
"""

import asyncio
import ctypes
import os
import signal
import sys
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.conf import settings

if TYPE_CHECKING:
    from granian._granian import RSGIHTTPProtocol as HTTPProtocol
    from granian.rsgi import Scope

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
django.setup()

from motcua.measurement.actions import collecting  # noqa: E402 -- needs Django set up
from motcua.measurement.rules.wire import Heard  # noqa: E402 -- as above
from motcua.observatory.collector import answers, scripts  # noqa: E402 -- as above
from motcua.web import clock  # noqa: E402 -- as above

PR_SET_PDEATHSIG = 1
TIDY_EVERY = 30.0
SWITCH = 0.001
"""Seconds after which a thread that has waited may run: the spool's is seldom but due at once."""
HEARD_OUT = 8 * answers.LARGEST


class Collector:
    """Takes requests, waits with all others of the moment for one fsync, and answers."""

    def __init__(self) -> None:
        self._group: Future[None] | None = None
        self._waiting: list[asyncio.Future[bool]] = []

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin in a process of its own, which ends when the one above it does."""
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        sys.setswitchinterval(SWITCH)
        self._loop = loop
        self._behind_proxy = bool(settings.BEHIND_PROXY)
        self._intake = collecting.Intake(Path(settings.MEASUREMENT))
        self._tidy()

    def __rsgi_del__(self, _loop: asyncio.AbstractEventLoop) -> None:
        """Commit what waits."""
        self._intake.close()

    async def __rsgi__(self, scope: "Scope", proto: "HTTPProtocol") -> None:
        """Answer a request once what it brought is safe."""
        answer = await self._answer(scope, proto)
        if answer.safe is not None and not await self._kept(answer.safe):
            answer = answers.unsafe()
        if answer.body and scope.method != "HEAD":
            proto.response_bytes(answer.status, list(answer.headers), answer.body)
        else:
            proto.response_empty(answer.status, list(answer.headers))

    async def _answer(self, scope: "Scope", proto: "HTTPProtocol") -> answers.Answer:
        method, path, headers = scope.method, scope.path, scope.headers
        if path in scripts.NAMES:
            return scripts.script(headers.get("if-none-match", ""))
        body = await _read(proto, headers.get("content-length")) if method == "POST" else b""
        if body is None:
            return answers.too_large()
        heard = Heard(
            clock.now(),
            self._place(scope),
            headers.get("user-agent", ""),
            headers.get("accept-language", ""),
        )
        asked = answers.Asked(
            "GET" if method == "HEAD" else method, path, scope.query_string, headers, heard, body
        )
        return answers.answer(self._intake, asked)

    def _place(self, scope: "Scope") -> str:
        """Give the sender's address, as the proxy before us tells it where there is one."""
        if self._behind_proxy:
            told = str(scope.headers.get("x-forwarded-for", "")).rpartition(",")[2].strip()
            if told:
                return told
        return scope.client.rpartition(":")[0]

    async def _kept(self, group: Future[None]) -> bool:
        """Wait for the group's fsync; one wake-up serves everybody who waits for it."""
        if group is not self._group:
            waiting: list[asyncio.Future[bool]] = []
            self._group, self._waiting = group, waiting
            group.add_done_callback(
                lambda done: self._loop.call_soon_threadsafe(_release, waiting, done)
            )
        mine = self._loop.create_future()
        self._waiting.append(mine)
        return bool(await mine)

    def _tidy(self) -> None:
        """Now and then, also when nobody calls: a new day's salt, what dead processes left."""
        self._loop.call_later(TIDY_EVERY, self._tidy)
        at = clock.now()
        self._intake.look(at)
        collecting.tidy(at=at)


def _release(waiting: "list[asyncio.Future[bool]]", done: Future[None]) -> None:
    kept = done.exception() is None
    for one in waiting:
        if not one.done():
            one.set_result(kept)


async def _read(proto: "HTTPProtocol", length: str | None) -> bytes | None:
    """Read a body; None where it is, or would be, too large.

    What is little too large is read to its end, so that its sender hears why it was refused.
    """
    size = int(length) if length is not None and length.isascii() and length.isdigit() else 0
    if size > HEARD_OUT:
        return None
    if 0 < size <= answers.LARGEST:
        return await proto()
    parts, size = list[bytes](), 0
    async for part in proto:
        size += len(part)
        if size > HEARD_OUT:
            return None
        parts.append(part)
        if size > answers.LARGEST:
            parts.clear()
    return b"".join(parts) if size <= answers.LARGEST else None


collector = Collector()
