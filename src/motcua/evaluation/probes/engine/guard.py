"""Where a page may go: within its site, not for ever, and never to submit anything."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from motcua.evaluation.probes.walking.addresses import registrable
from motcua.evaluation.probes.walking.networks import is_inner, is_outer, leads_inside
from motcua.evaluation.values.conduct import Conduct

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

RELOADS = 5
"""How often a page may give way to another by itself before it is held where it is."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_INNER = (
    "127.",
    "10.",
    "172.",
    "192.168.",
    "169.254.",
    "100.",
    "0.",
    "[",
    "localhost",
    "*.localhost",
)
_PAGES = [{"urlPattern": "*", "resourceType": "Document", "requestStage": "Request"}]
_INSIDE = [{"urlPattern": f"*://{one}*", "requestStage": "Request"} for one in _INNER]
"""What a portal that stands outside may not ask for."""
_ALL = [{"urlPattern": "*", "requestStage": "Request"}]


class Guard:
    """Lets the browser ask for what it may ask for; everything else is noted and stopped."""

    def __init__(self, cdp: "CDPSession", main: str) -> None:
        self.cdp = cdp
        self.main = main
        self.sites: frozenset[str] = frozenset()
        self.conduct = Conduct()
        self.held = self._keys = self._outer = False
        self._begun = 0
        cdp.on("Fetch.requestPaused", self._paused)

    def reset(self, conduct: Conduct, *urls: str) -> None:
        """Let the next page in, from the sites of `urls` only."""
        self.conduct = conduct
        self.sites = frozenset(registrable(url) for url in urls)
        self._outer = any(is_outer(url) for url in urls[:1])
        self.held = self._keys = False
        self._begun = 0
        patterns = [*_PAGES, *(_INSIDE if self._outer else ())]
        self.cdp.send("Fetch.enable", {"patterns": patterns}, timeout=5_000)

    def begin_again(self) -> None:
        """Forget that the page was asked for: we ask again, not the page."""
        self._begun = self.conduct.reloads = 0

    def hold(self) -> None:
        """Keep the page that is open: it gives way to no other from now on."""
        self.held = True

    def keys(self) -> None:
        """From now on keys may be pressed: what would submit anything is stopped."""
        self._keys = True
        self.cdp.send("Fetch.enable", {"patterns": _ALL}, timeout=5_000)

    def _paused(self, event: dict[str, Any]) -> None:
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        key = {"requestId": event["requestId"]}
        with suppress(Error):
            if why := self._refused(event):
                answer = {**key, "errorReason": why}
                self.cdp.send("Fetch.failRequest", answer, timeout=5_000)
            else:
                self.cdp.send("Fetch.continueRequest", key, timeout=5_000)

    def _refused(self, event: dict[str, Any]) -> str:
        request = event["request"]
        document = event.get("resourceType") == "Document"
        page = document and event.get("frameId") == self.main
        if self._outer and _leads_inside(request["url"], asking=document):
            if page:
                self.conduct.left_for = self.conduct.left_for or request["url"][:2_000]
            return "Aborted" if page else "BlockedByClient"
        if request["method"] not in _SAFE and (page or self._keys):
            self.conduct.stopped += 1
            return "Aborted" if page else "BlockedByClient"
        return self._away(event) if page else ""

    def _away(self, event: dict[str, Any]) -> str:
        url = event["request"]["url"]
        if self.held or self._keys:
            return "Aborted"
        if urlsplit(url).scheme not in ("http", "https") or registrable(url) not in self.sites:
            self.conduct.left_for = self.conduct.left_for or url[:2_000]
            return "Aborted"
        self._begun += not event.get("redirectedRequestId")
        self.conduct.reloads = max(self.conduct.reloads, self._begun - 1)
        return "Aborted" if self._begun > RELOADS + 1 else ""


def _leads_inside(url: str, *, asking: bool) -> bool:
    """Whether a portal of the open network asks for something of the network that we are in: of a
    frame, which would be seen in the picture, by the numbers of its name (`asking`) too."""
    host = urlsplit(url).hostname or ""
    if is_inner(host) or host == "localhost" or host.endswith(".localhost"):
        return True
    return asking and leads_inside(url)
