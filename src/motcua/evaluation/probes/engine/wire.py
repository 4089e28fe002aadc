"""What crosses the wire while a page is open, heard from the browser's own network events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from motcua.evaluation.probes.engine.worlds import tidy_value
from motcua.evaluation.probes.visits import Exchange
from motcua.evaluation.values.conduct import Conduct

DOCUMENT = 12_000_000
RESOURCE = 20_000_000
PAGE = 60_000_000
"""Bytes after decompression of a page itself, of another resource, of all of them."""
REQUESTS = 800
FRAMES = 500
"""Messages over web sockets."""
_LASTING = frozenset({"websocket", "eventsource", "media", "ping", "prefetch"})
"""What may stay open for ever without the page being unfinished."""


@dataclass(slots=True)
class Leg:
    """One request on its way: what was asked, what has come so far."""

    request: Mapping[str, Any]
    kind: str
    frame: str
    begun: float
    cause: str = ""
    ended: float = 0.0
    response: Mapping[str, Any] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    encoded: int = 0
    size: int = 0
    cached: bool = False
    failed: str = ""


@dataclass
class Wire:
    """Requests of one page, in their order; `too_much` is called when a budget is used up.

    colds  what addresses took when they came over the network, over all pages of a portal
    """

    main: str
    conduct: Conduct
    too_much: Callable[[], None]
    colds: dict[str, int] = field(default_factory=dict)
    legs: list[Leg] = field(default_factory=list)
    current: dict[str, Leg] = field(default_factory=dict)
    waiting: dict[str, Leg] = field(default_factory=dict)

    commits: int = 0
    loading: bool = False
    total: int = 0
    frames: int = 0

    def reset(self, conduct: Conduct) -> None:
        """Forget the page before."""
        self.conduct = conduct
        self.legs, self.current, self.waiting = [], {}, {}
        self.commits = self.total = self.frames = 0
        self.loading = False

    def listeners(self) -> dict[str, Callable[[dict[str, Any]], None]]:
        """Give what listens to which event of the browser."""
        return {
            "Network.requestWillBeSent": self._asked,
            "Network.requestWillBeSentExtraInfo": self._asked_extra,
            "Network.responseReceived": self._answered,
            "Network.responseReceivedExtraInfo": self._answered_extra,
            "Network.requestServedFromCache": self._cached,
            "Network.dataReceived": self._came,
            "Network.loadingFinished": self._finished,
            "Network.loadingFailed": self._failed,
            "Network.webSocketCreated": self._socket,
            "Network.webSocketFrameReceived": self._frame,
            "Network.webSocketFrameSent": self._frame,
            "Page.frameNavigated": self._navigated,
            "Page.frameStartedLoading": self._begins,
            "Page.frameStoppedLoading": self._ends,
            "Page.loadEventFired": self._loaded,
        }

    @property
    def quiet(self) -> bool:
        """Whether nothing is on its way that a page waits for."""
        return not self.waiting

    @property
    def hops(self) -> int:
        """How often the server sent the browser on."""
        return sum(300 <= int(leg.response.get("status", 0)) < 400 for leg in self.documents())

    def documents(self) -> list[Leg]:
        """Give the requests for the page itself: redirects, then what they led to."""
        return [leg for leg in self.legs if leg.kind == "document" and leg.frame == self.main]

    def exchanges(self) -> tuple[list[Exchange], list[Exchange]]:
        """Give the page and all that it asked for, and the redirects before it."""
        every = self.documents()
        # What was asked for later and has not come is not the page that stands there.
        documents = [leg for leg in every if leg.response] or [
            leg for leg in every if not leg.failed
        ]
        origin = self.legs[0].begun if self.legs else 0.0
        hops = [self._told(leg, origin) for leg in documents[:-1]]
        mine = {id(leg) for leg in documents}
        rest = [leg for leg in self.legs if id(leg) not in mine and not _icon(leg)]
        return [self._told(leg, origin) for leg in [*documents[-1:], *rest]], hops

    def _told(self, leg: Leg, origin: float) -> Exchange:
        url = str(leg.request.get("url", ""))
        return Exchange(
            url=url,
            method=str(leg.request.get("method", "GET")),
            kind=leg.kind,
            status=int(leg.response.get("status", 0)),
            failed=leg.failed,
            headers=_lower(leg.headers or leg.response.get("headers", {})),
            asked=_lower(leg.asked or leg.request.get("headers", {})),
            encoded=leg.encoded,
            size=leg.size,
            from_cache=leg.cached,
            begun_ms=round((leg.begun - origin) * 1000, 1),
            ended_ms=round((max(leg.ended, leg.begun) - origin) * 1000, 1),
            cold=leg.encoded if not leg.cached else self.colds.get(url, leg.size),
            mime=str(leg.response.get("mimeType", "")),
            protocol=str(leg.response.get("protocol", "")),
            address=str(leg.response.get("remoteIPAddress", "")),
            cause=leg.cause,
            tls=_tls(leg.response.get("securityDetails")),
        )

    # ------------------------------------------------------------ events
    def _asked(self, event: dict[str, Any]) -> None:
        key, at = event["requestId"], event["timestamp"]
        if before := self.current.get(key):
            self._redirected(before, event)
        leg = Leg(
            request=event["request"],
            kind=str(event.get("type", "Other")).lower(),
            frame=str(event.get("frameId", "")),
            begun=at,
            cause=_cause(event.get("initiator", {})),
        )
        if len(self.legs) >= REQUESTS:
            self._flood("requests")
            return
        self.legs.append(leg)
        self.current[key] = leg
        if leg.kind not in _LASTING:
            self.waiting[key] = leg

    def _redirected(self, leg: Leg, event: dict[str, Any]) -> None:
        if response := event.get("redirectResponse"):
            leg.response = response
            leg.encoded = int(response.get("encodedDataLength", 0))
            leg.cached = bool(response.get("fromDiskCache"))
        leg.ended = event["timestamp"]

    def _asked_extra(self, event: dict[str, Any]) -> None:
        if leg := self.current.get(event["requestId"]):
            leg.asked = event.get("headers", {})

    def _answered(self, event: dict[str, Any]) -> None:
        if leg := self.current.get(event["requestId"]):
            leg.response = event["response"]
            leg.kind = str(event.get("type", leg.kind)).lower()
            leg.cached = leg.cached or bool(event["response"].get("fromDiskCache"))
            if leg.kind in _LASTING or leg.response.get("mimeType") in (
                "text/event-stream",
                "multipart/x-mixed-replace",
            ):
                self.waiting.pop(event["requestId"], None)

    def _answered_extra(self, event: dict[str, Any]) -> None:
        if leg := self.current.get(event["requestId"]):
            leg.headers = event.get("headers", {})

    def _cached(self, event: dict[str, Any]) -> None:
        if leg := self.current.get(event["requestId"]):
            leg.cached = True

    def _came(self, event: dict[str, Any]) -> None:
        leg = self.current.get(event["requestId"])
        if leg is None:
            return
        came = int(event.get("dataLength", 0))
        leg.size += came
        leg.encoded += int(event.get("encodedDataLength", 0))
        self.total += came
        most = DOCUMENT if leg.kind == "document" else RESOURCE
        if leg.size > most or self.total > PAGE:
            url = str(leg.request.get("url", ""))[:300]
            if url not in self.conduct.too_large:
                self.conduct.too_large.append(url)
            self.too_much()

    def _finished(self, event: dict[str, Any]) -> None:
        self.waiting.pop(event["requestId"], None)
        if leg := self.current.get(event["requestId"]):
            leg.ended = event["timestamp"]
            leg.encoded = 0 if leg.cached else int(event.get("encodedDataLength", 0))
            if not leg.cached:
                self.colds[str(leg.request.get("url", ""))] = leg.encoded

    def _failed(self, event: dict[str, Any]) -> None:
        self.waiting.pop(event["requestId"], None)
        if leg := self.current.get(event["requestId"]):
            leg.ended = event["timestamp"]
            leg.failed = str(event.get("blockedReason") or event.get("errorText") or "failed")

    def _socket(self, event: dict[str, Any]) -> None:
        self.legs.append(
            Leg(
                request={"url": event.get("url", ""), "method": "GET"},
                kind="websocket",
                frame="",
                begun=self.legs[-1].begun if self.legs else 0.0,
                cause=_cause(event.get("initiator", {})),
            )
        )

    def _frame(self, _event: dict[str, Any]) -> None:
        self.frames += 1
        if self.frames > FRAMES:
            self._flood("websocket")

    def _navigated(self, event: dict[str, Any]) -> None:
        frame = event["frame"]
        if not frame.get("parentId") and not frame.get("unreachableUrl"):
            self.commits += 1
            self.loading = True

    def _begins(self, event: dict[str, Any]) -> None:
        self.loading = self.loading or event["frameId"] == self.main

    def _ends(self, event: dict[str, Any]) -> None:
        self.loading = self.loading and event["frameId"] != self.main

    def _loaded(self, _event: dict[str, Any]) -> None:
        self.loading = False

    def _flood(self, what: str) -> None:
        if what not in self.conduct.flooded:
            self.conduct.flooded.append(what)
            self.too_much()


def _icon(leg: Leg) -> bool:
    """Whether it is the icon of the tab: whether and when a browser asks for it is its whim."""
    url = str(leg.request.get("url", ""))
    mime = str(leg.response.get("mimeType", ""))
    return leg.kind == "other" and (url.endswith("/favicon.ico") or mime.startswith("image/"))


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): str(tidy_value(value)) for name, value in headers.items()}


def _cause(initiator: Mapping[str, Any]) -> str:
    if initiator.get("type") == "parser":
        return ""
    frames: Iterator[Mapping[str, Any]] = iter(initiator.get("stack", {}).get("callFrames", ()))
    return str(next((one["url"] for one in frames if one.get("url")), initiator.get("url", "")))


def _tls(details: Mapping[str, Any] | None) -> dict[str, str]:
    if not details:
        return {}
    names = {
        "protocol": "protocol",
        "cipher": "cipher",
        "issuer": "issuer",
        "subjectName": "subject",
        "validFrom": "valid_from",
        "validTo": "valid_to",
    }
    return {ours: str(details.get(theirs, "")) for theirs, ours in names.items()}
