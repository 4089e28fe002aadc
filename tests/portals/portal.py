"""A portal in memory: pages, files, headers, and small edits of them, by which a fault is made.

A `Portal` knows no socket. `answer(asked)` gives a `Reply`; `serving` puts a portal on a port.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")
ANYWHERE = "*"
"""Every page."""

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a client asked for. `origin` is scheme, host and port as the client wrote them."""

    method: str
    path: str
    query: Mapping[str, str]
    origin: str
    headers: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, str] = field(default_factory=dict)
    """Fields of a short form that came by POST."""

    @classmethod
    def of(cls, target: str, *, origin: str, body: bytes = b"", **more) -> "Asked":
        """Read a request's target and what came with it."""
        parts = urlsplit(target)
        method = more.pop("method", "GET")
        sent = _first(body.decode("ascii", "replace"))
        return cls(
            method=method,
            path=parts.path,
            query=_first(parts.query),
            origin=origin,
            sent=sent,
            **more,
        )

    def given(self, name: str) -> str:
        """Give what was sent under a name, "" where nothing was."""
        return self.sent.get(name, "")


def _first(form: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(form).items()}


@dataclass(slots=True, kw_only=True)
class Reply:
    """What a portal answers; `wait` is seconds before it does."""

    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    wait: float = 0.0


Answering = Callable[[Asked], Reply]
Context = Callable[[Asked], Mapping[str, object]]


@dataclass(slots=True)
class Portal:
    """Everything a portal answers. Faults call `edit`, `css`, `js`, `header`, `serve`, `drop`…"""

    secure: bool = False
    """Whether it is served over https."""
    answers: dict[str, Answering] = field(default_factory=dict)
    files: dict[str, Callable[[Asked], tuple[str, bytes]]] = field(default_factory=dict)
    edits: list[tuple[str, Callable[[str], str]]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    after: list[Callable[[Asked, Reply], None]] = field(default_factory=list)
    compressing: bool = True
    caching: bool = True
    redirecting: bool = True
    """Whether plain http on the port of an https portal leads to https."""
    certificate: str = "good"
    oldest_tls: str = "1.2"

    # ------------------------------------------------------------ what a clean portal is made of
    def page(self, path: str, template: str, context: Context | None = None, *, status=200) -> None:
        """Answer `path` with a template."""

        def answering(asked: Asked) -> Reply:
            known = dict(context(asked)) if context else {}
            text = _templates.get_template(template).render(path=asked.path, asked=asked, **known)
            return Reply(body=text.encode(), status=status)

        self.answers[path] = answering

    def file(self, path: str, media_type: str, content: bytes | str) -> None:
        """Answer `path` with a file; in a text `{origin}` becomes the portal's own address."""

        def giving(asked: Asked) -> tuple[str, bytes]:
            if isinstance(content, bytes):
                return media_type, content
            return media_type, content.replace("{origin}", asked.origin).encode()

        self.files[path] = giving

    # ------------------------------------------------------------ what faults are made of
    def edit(self, old: str, new: str, *, on: str, times: int = 1) -> None:
        """Replace `old` (there exactly `times` times) on a page or in a file; `*`: every page."""

        def editing(text: str) -> str:
            found = text.count(old)
            if found != times:
                raise LookupError(f"{found} × {old!r} on {on}, not {times}")
            return text.replace(old, new)

        self.edits.append((on, editing))

    def cut(self, pattern: str, new: str = "", *, on: str) -> None:
        """Replace what a regular expression finds (at least once) on a page; `*`: every page."""
        compiled = re.compile(pattern, re.DOTALL)

        def editing(text: str) -> str:
            text, found = compiled.subn(lambda _match: new, text)
            if not found:
                raise LookupError(f"{pattern!r} is not on {on}")
            return text

        self.edits.append((on, editing))

    def css(self, rules: str) -> None:
        """Add rules at the end of the portal's stylesheet."""
        self.edits.append(("/static/portal.css", lambda text: f"{text}\n{rules}\n"))

    def js(self, script: str) -> None:
        """Add a script at the end of the portal's own."""
        self.edits.append(("/static/portal.js", lambda text: f"{text}\n{script}\n"))

    def header(self, name: str, value: str | None, *, on: str = "") -> None:
        """Set a header, or leave it away; `on`: only where the path begins so."""

        def heading(asked: Asked, reply: Reply) -> None:
            if not asked.path.startswith(on):
                return
            if value is None:
                reply.headers.pop(name, None)
            else:
                reply.headers[name] = value

        self.after.append(heading)

    def allow(self, host: str, *directives: str) -> None:
        """Let the content security policy have `host` under these directives."""
        policy = self.headers["Content-Security-Policy"]
        for directive in directives:
            if f"{directive} " in policy:
                policy = policy.replace(f"{directive} ", f"{directive} {host} ", 1)
            else:
                policy += f"; {directive} 'self' {host}"
        self.headers["Content-Security-Policy"] = policy

    def slow(self, seconds: float, *, on: str) -> None:
        """Wait before answering where the path begins so."""

        def waiting(asked: Asked, reply: Reply) -> None:
            if asked.path.startswith(on):
                reply.wait += seconds

        self.after.append(waiting)

    def drop(self, *paths: str) -> None:
        """Answer these paths with 404, and let no page lead to them any more."""
        for path in paths:
            if self.answers.pop(path, None) is None and self.files.pop(path, None) is None:
                raise LookupError(path)
            self.unlink(path)

    def unlink(self, path: str) -> None:
        """Take links to a path away: items of lists as a whole, elsewhere the words stay."""
        here = re.escape(path)
        self.wherever(rf"<url><loc>[^<]*//[^/<]*{here}</loc></url>", on="/sitemap.xml")
        self.wherever(rf'<li><a href="{here}">[^<]*</a>(?:<p>[^<]*</p>)*</li>\n?')
        self.wherever(rf'<a (?:class="[a-z]+" )?href="{here}(?:#[a-z-]+)?">([^<]*)</a>', r"\1")

    def wherever(self, pattern: str, new: str = "", *, on: str = ANYWHERE) -> None:
        """Replace what a regular expression finds, on those pages that have it (`new`: as "
        "re.sub)."""
        compiled = re.compile(pattern, re.DOTALL)
        self.edits.append((on, lambda text: compiled.sub(new, text)))

    # ------------------------------------------------------------ answering
    def answer(self, asked: Asked) -> Reply:
        """Answer a request, edits and headers applied, not yet compressed."""
        reply = self._made(asked)
        if reply.media_type.startswith(TEXT) and b"\0" not in reply.body[:64]:
            reply.body = self._edited(asked.path, reply).encode()
        for name, value in self.headers.items():
            reply.headers.setdefault(name, value)
        if self.caching:
            still = asked.path.startswith("/static/")
            kept = "public, max-age=31536000, immutable" if still else "no-cache"
            reply.headers.setdefault("Cache-Control", kept)
        for each in self.after:
            each(asked, reply)
        return reply

    def _made(self, asked: Asked) -> Reply:
        if asked.path in self.files:
            media_type, content = self.files[asked.path](asked)
            return Reply(body=content, media_type=media_type)
        known = self.answers.get(asked.path)
        return known(asked) if known else self.answers["404"](asked)

    def _edited(self, path: str, reply: Reply) -> str:
        text = reply.body.decode()
        page = reply.media_type.startswith("text/html")
        for on, editing in self.edits:
            if on == path or (on == ANYWHERE and page):
                text = editing(text)
        return text


def compressed(reply: Reply, asked: Asked) -> bytes:
    """Give the body as it goes over the wire, `Content-Encoding` set where it is compressed."""
    wanted = "gzip" in asked.headers.get("accept-encoding", "")
    if not (wanted and reply.media_type.startswith(TEXT) and len(reply.body) > 512):
        return reply.body
    reply.headers["Content-Encoding"] = "gzip"
    reply.headers["Vary"] = "Accept-Encoding"
    return gzip.compress(reply.body, 6, mtime=0)
