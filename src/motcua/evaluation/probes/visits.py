"""What a probe is given: a page in the browser, or the portal as a whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.conduct import Conduct
from motcua.evaluation.values.facts import Area, FactCard
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

Keep = Callable[[bytes, str, str], str]
"""Keep evidence: bytes, media type, title; gives its digest."""


class Phase(StrEnum):
    """In which state the engine has put the page, in this order; one navigation serves them all."""

    LOADED = "loaded"
    """1280 x 800, as the page came, nothing touched."""
    NARROW = "narrow"
    """320 x 640, a phone."""
    ZOOMED = "zoomed"
    """640 x 400 CSS pixels: 1280 x 800 at 200 %."""
    SPACED = "spaced"
    """1280 x 800 with the text spacing of WCAG 1.4.12."""
    KEYBOARD = "keyboard"
    """1280 x 800 again; keys may be pressed, what is not GET is stopped in the browser."""


class Unanswered(Exception):
    """A page did not answer a question within its time, or answered with a fault."""


class Asking(Protocol):
    """Where questions to a page are run: a world of our own beside the page's scripts."""

    def ask(self, script: str, argument: Any, seconds: float) -> Any:
        """Run a function's text with one argument and give its answer."""
        ...

    def bring(self, name: str, source: str, seconds: float) -> None:
        """Run a library's text once in this document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request of a page and what came. Header names are lower case.

    failed   why nothing came, "" where something did
    encoded  bytes that crossed the network; size, bytes after decompression
    cold     what it costs who comes for the first time: `encoded`, or where it came from the cache
             of an earlier page of the portal, what it took then
    kind     document, script, stylesheet, image, font, xhr, fetch, media, websocket, ping, other
    tls      protocol, cipher, issuer, subject, valid_from, valid_to; empty over plain HTTP
    cause    address of the script or style that asked for it, "" for the page's own parser
    headers  lines of one name are joined by a line break (`set-cookie`)
    """

    url: str
    method: str
    kind: str
    status: int = 0
    failed: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    encoded: int = 0
    size: int = 0
    from_cache: bool = False
    begun_ms: float = 0.0
    ended_ms: float = 0.0
    cold: int = 0
    mime: str = ""
    protocol: str = ""
    address: str = ""
    cause: str = ""
    tls: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Visit:
    """One page, loaded and open.

    url        as it was asked; `page.url` is where it led
    exchanges  every request until the page was quiet, in order; the first is the page itself
    chain      addresses of the redirects before it
    hops       the redirects before it as they were answered
    timings    milliseconds since the start of navigation: `response`, `dom`, `load`, `fcp`, `lcp`;
               `cls` (score) and `tbt` (ms of long tasks beyond 50); absent where not to be had
    problem    why there is nothing to look at; probes are not asked then
    conduct    how the page behaved so far
    console    errors that its scripts wrote to the console
    violations what its content security policy held back: `blocked`, `directive`, `sample`, `line`
    picture, har, dom   digests of what was kept of the page, "" where it was not
    withheld   why neither picture nor HTML may be kept
    keep       keeps evidence; gives "" once a page has used up its share
    shared     what one probe worked out and others may read, by a name; ask `once(name, make)`
    """

    page: "Page"
    cdp: "CDPSession"
    url: str
    home: str
    kind: PageKind
    status: int
    headers: Mapping[str, str]
    exchanges: Sequence[Exchange]
    chain: tuple[str, ...]
    timings: Mapping[str, float]
    manner: Manner
    keep: Keep
    asking: Asking
    shared: dict[str, Any] = field(default_factory=dict)
    hops: Sequence[Exchange] = ()
    title: str = ""
    problem: Sentence | None = None
    conduct: Conduct = field(default_factory=Conduct)
    console: Sequence[str] = ()
    violations: Sequence[Mapping[str, Any]] = ()
    picture: str = ""
    har: str = ""
    dom: str = ""
    withheld: Sentence | None = None

    def ask(self, script: str, argument: Any = None, *, seconds: float = 10.0) -> Any:
        """Ask the page: run `script`, the text of a function of one argument (it may be async),
        in a world of our own, and give what it returns, as JSON says it.

        The page's scripts cannot fool it (they may redefine `JSON` or `querySelectorAll`; ours are
        the browser's), its CSP does not bind it, and what it sets on `window` stays for later
        questions of this document. It sees the DOM, styles and storage, not the page's variables.
        Raises `Unanswered` after `seconds`, or where the script threw.
        """
        return self.asking.ask(script, argument, seconds)

    def bring(self, name: str, source: str, *, seconds: float = 10.0) -> None:
        """Run a library's text (axe) once a document in the world that `ask` uses."""
        self.asking.bring(name, source, seconds)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Give what is shared under `name`, working it out the first time."""
        if name not in self.shared:
            self.shared[name] = make()
        return self.shared[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What plain HTTP gave. `body` is cut at the limit; `failed` says why nothing came (it begins
    with timeout, refused, dns, tls, connection, redirects, other site or robots.txt). `tls` says
    what is wrong with the certificate or the protocol of a portal that was asked all the same."""

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    """`Set-Cookie` lines as they came."""
    body: bytes = b""
    failed: str = ""
    tls: str = ""
    took_ms: float = 0.0

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


class Web(Protocol):
    """Plain HTTP within the audit's limits: paced, same site only, robots.txt obeyed."""

    def get(self, url: str, *, follow: bool = True, method: str = "GET") -> Answer:
        """Ask for an address (`GET` or `HEAD`); failures are told in the answer, never raised."""
        ...


class Site(Protocol):
    """The portal as a whole, after its pages were seen."""

    home: str
    pages: Sequence[PageRecord]
    manner: Manner
    web: Web
    shared: dict[str, Any]
    """What page probes left: a name of `visit.shared` that begins with `site.` is here the list of
    `{"url": …, "value": …}` over the pages, in order, where JSON can hold the values."""

    @property
    def keep(self) -> Keep:
        """Keep evidence."""
        ...

    def open(self, url: str) -> AbstractContextManager[Visit]:
        """Open one more page of the portal, paced and within limits.

        All pages that are opened so share a tab of their own, which begins clean: whoever changes
        it (routes, emulation) changes it back.
        """
        ...

    def found(self, fact: str) -> Iterator[Observation]:
        """Give what was observed of a fact on the pages."""
        ...


OnPage = Callable[[Visit], Iterable[Observation]]
OnSite = Callable[[Site], Iterable[Observation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What looks at one area.

    scripts  JavaScript that runs in the page's own world before its scripts; it must change nothing
    apart    the same, but in the world of `Visit.ask`: observers that the page cannot fool
    on_page  by phase: what looks at each page
    on_site  what looks at the portal once its pages were seen
    """

    area: Area
    facts: tuple[FactCard, ...]
    scripts: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    on_page: Mapping[Phase, OnPage] = field(default_factory=dict)
    on_site: OnSite | None = None
