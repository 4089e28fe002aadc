"""A portal in the browser: one tab for its pages, each visited once for all probes.

1. `Opened` holds the browser (and has it started again when a page felled it), the tab and what is
   kept; the first page comes to a clean context, so that it is seen before anybody consented.
2. `Opened.visit` goes to a page under the watch of `engine.watch` and gives it, come to rest.
3. `look` takes it through the phases, asks the probes, cuts their places out of its picture.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.browser import Running
from motcua.evaluation.probes.engine.going import HUNG, asked, go, problem
from motcua.evaluation.probes.engine.phases import WIDE, restore
from motcua.evaluation.probes.engine.rounds import Keeping, look
from motcua.evaluation.probes.engine.tabs import Tab
from motcua.evaluation.probes.engine.watch import Watch
from motcua.evaluation.probes.visits import Probe, Visit
from motcua.evaluation.rules.looking.masking import shown
from motcua.evaluation.values.audits import Evidence, Manner
from motcua.evaluation.values.pages import PageKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

__all__ = ["Opened", "look"]

_TEXTS = frozenset({"text/plain", "application/json"})
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Opened:
    """A portal that is being looked at.

    store  writes what is kept under its digest; without it, `kept` holds it
    now    tells the moment for what is kept of a page (its HAR)
    """

    browser: "Browser | Running"
    home: str
    manner: Manner
    store: Callable[[str, bytes], None] | None = None
    now: Callable[[], datetime] = lambda: _BEGIN
    kept: dict[str, bytes] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)
    _running: Running | None = None
    _tab: Tab | None = None
    _colds: dict[str, int] = field(default_factory=dict)
    _held: tuple[object, Any] | None = None

    @property
    def running(self) -> Running:
        """The browser, however often it was started."""
        if self._running is None:
            given = self.browser
            self._running = given if isinstance(given, Running) else Running(given)
        return self._running

    def keep(self, content: bytes, media_type: str, title: str) -> str:
        """Keep evidence under its digest; numbers and addresses of persons in texts are masked."""
        if media_type in _TEXTS:
            content = shown(content.decode("utf-8", "replace")).encode("utf-8", "replace")
        digest = sha256(content).hexdigest()
        if digest not in self.evidence:
            self.evidence[digest] = Evidence(
                digest=digest, media_type=media_type, title=shown(title), size=len(content)
            )
            if self.store is None:
                self.kept[digest] = content
            else:
                self.store(digest, content)
        return digest

    def pause(self) -> None:
        """Close the tab, for the browser to be started anew; its like goes on with its cookies."""
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        if self._tab is not None:
            with suppress(Error):
                self._held = (self._tab.scripts, self._tab.page.context.cookies())
        self._drop()

    def close(self) -> None:
        """Close what is open, a browser that was started again with it."""
        self._drop()
        if self._running is not None and self._running is not self.browser:
            self._running.close()

    @contextmanager
    def visit(self, url: str, kind: PageKind, probes: Sequence[Probe]) -> Iterator[Visit]:
        """Open one page and give it when it is quiet, or with the `problem` why it is not there.

        Probes with other scripts than those before have a tab of their own, in a clean context.
        """
        with Watch(self.running, self.manner.patience) as watch:
            tab = self._opened(probes)
            try:
                yield self._arrived(tab, watch, url=url, kind=kind)
            finally:
                self._leave(tab)

    def _arrived(self, tab: Tab, watch: Watch, *, url: str, kind: PageKind) -> Visit:
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        version = self.running.version
        engine = Keeping(tab=tab, watch=watch, at=self.now(), browser=version, store=self.keep)
        conduct = tab.reset(self.home, url)
        told: dict[str, Any] = {}
        with suppress(Error):
            go(tab, url, watch)
            if problem(tab) is None:
                told = asked(tab, watch)
        conduct.reloads = conduct.reloads or len(told.get("refresh", ()))
        conduct.clobbered = [str(one) for one in told.get("clobbered", ())]
        exchanges, hops = tab.wire.exchanges()
        timings = {name: one for name, one in told.get("timings", {}).items() if one is not None}
        return Visit(
            page=tab.page,
            cdp=tab.cdp,
            asking=tab,
            url=url,
            home=self.home,
            kind=kind,
            status=exchanges[0].status if exchanges else 0,
            headers=exchanges[0].headers if exchanges else {},
            exchanges=exchanges,
            hops=hops,
            chain=tuple(one.url for one in hops),
            timings=timings,
            manner=self.manner,
            keep=engine.keep,
            title=str(told.get("title", "")),
            conduct=conduct,
            console=tuple(tab.console),
            violations=told.get("violations", ()),
            problem=problem(tab) or (None if told else HUNG),
            shared={"engine": engine},
        )

    # ------------------------------------------------------------ the tab
    def _opened(self, probes: Sequence[Probe]) -> Tab:
        scripts = tuple(one for probe in probes for one in probe.scripts)
        apart = tuple(one for probe in probes for one in probe.apart)
        tab = self._tab
        if tab is not None and tab.scripts == (scripts, apart) and not tab.page.is_closed():
            return tab
        self._drop()
        context, held = self._context(), self._held
        if held is not None and held[0] == (scripts, apart):
            context.add_cookies(held[1])
        self._held = None
        self._tab = Tab(context, scripts=scripts, apart=apart, colds=self._colds)
        return self._tab

    def _context(self) -> "BrowserContext":
        context = self.running.now().new_context(
            viewport=WIDE,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            user_agent=self.running.agent,
            accept_downloads=False,
            service_workers="block",
        )
        context.set_default_timeout(10_000)
        return context

    def _leave(self, tab: Tab) -> None:
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        if not tab.sick:
            try:
                restore(tab)
            except Error:
                tab.sick = True
        if tab.sick:
            self._drop()

    def _drop(self) -> None:
        tab, self._tab = self._tab, None
        if tab is not None:
            tab.close()
