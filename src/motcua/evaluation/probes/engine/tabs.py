"""One tab of the browser, kept for the pages of a portal: what it hears, how it is held."""

import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.engine.guard import Guard
from motcua.evaluation.probes.engine.wire import Wire
from motcua.evaluation.probes.engine.worlds import NAME, World, tidy_value
from motcua.evaluation.probes.visits import Unanswered
from motcua.evaluation.values.conduct import Conduct

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

DIALOGS = 10
"""Dialogs of a page that are let up; see `speaking.js`."""
SPOKEN = "motcua: too many dialogs"
WINDOWS = 10
LINES = 1_000
"""Windows and lines in the console after which the scripts of a page are switched off."""
BEAT = 75
"""Milliseconds between two looks at whether a page is there."""
BUSY = 5.0
"""Seconds after which a page that loads is asked whether it still answers, and may take for it."""
KEPT = 50
"""Errors and lines of the console that are kept."""


@cache
def script(name: str) -> str:
    """Give the text of a script of the engine."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")


class Tab:
    """A tab with our ears on it. `sick`: it is not to be used for another page."""

    def __init__(
        self,
        context: "BrowserContext",
        *,
        scripts: tuple[str, ...] = (),
        apart: tuple[str, ...] = (),
        colds: dict[str, int] | None = None,
    ) -> None:
        self.context = context
        self.scripts = (scripts, apart)
        self.page = context.new_page()
        context.on("page", lambda other: other.close())
        self.cdp = context.new_cdp_session(self.page)
        self.size = self.page.viewport_size
        self.sick = False
        self.certificate = ""
        self.conduct = Conduct()
        self.console: list[str] = []
        self._lines = 0
        self._stopped = False
        main = self.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self.world = World(self.cdp)
        self.guard = Guard(self.cdp, main)
        self.wire = Wire(
            main=main,
            conduct=self.conduct,
            too_much=self.stop,
            colds={} if colds is None else colds,
        )
        self._listen()
        self._prepare((script("speaking"), *scripts), (script("observing"), *apart))

    def send(self, method: str, seconds: float = 5.0, **parameters: Any) -> dict[str, Any]:
        """Tell the browser something; it has `seconds` to answer."""
        return self.cdp.send(method, parameters, timeout=seconds * 1000)

    def reset(self, *urls: str) -> Conduct:
        """Make ready for another page, from the sites of `urls`."""
        self.conduct = Conduct(certificate=self.certificate)
        self.console = []
        self._lines = 0
        self._stopped = False
        self.world.forget()
        self.wire.reset(self.conduct)
        self.guard.reset(self.conduct, *urls)
        return self.conduct

    def close(self) -> None:
        """Close the tab with its context, whatever state they are in."""
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        with suppress(Error):
            self.context.close()

    # ------------------------------------------------------------ holding a page
    def stop(self) -> None:
        """Stop what is on its way and the scripts that ask for more."""
        if self._stopped:
            return
        self._stopped = True
        self.calm()
        self._try("Page.stopLoading")

    def calm(self) -> None:
        """Switch the page's scripts off, the one that is running too; ours go on."""
        self.sick = self.conduct.calmed = True
        self._try("Runtime.terminateExecution")
        self._try("Emulation.setScriptExecutionDisabled", value=True)
        self._try("Runtime.terminateExecution")

    def answers(self, seconds: float = 1.0) -> bool:
        """Whether the page's process answers at all."""
        return self._try("Runtime.evaluate", seconds, expression="1", timeout=seconds * 1000)

    def revive(self, where: str) -> bool:
        """Note a hang and bring the page back by switching its scripts off, if that helps."""
        if self.conduct.crashes or self.page.is_closed():
            self.sick = True
            return False
        if self.answers():
            return True
        self.conduct.hang(where)
        self.calm()
        return self.answers(3.0)

    def _try(self, method: str, seconds: float = 2.0, **parameters: Any) -> bool:
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        try:
            self.send(method, seconds, **parameters)
        except Error:
            return False
        return True

    # ------------------------------------------------------------ asking
    def ask(self, text: str, argument: Any, seconds: float) -> Any:
        """Ask the page, see `Visit.ask`; a page that hangs is calmed for the next question."""
        try:
            return self.world.ask(text, argument, seconds)
        except Unanswered:
            self.revive("question")
            raise

    def bring(self, name: str, source: str, seconds: float) -> None:
        """Run a library's text once in this document."""
        try:
            self.world.bring(name, source, seconds)
        except Unanswered:
            self.revive("question")
            raise

    # ------------------------------------------------------------ hearing
    def _prepare(self, scripts: tuple[str, ...], apart: tuple[str, ...]) -> None:
        for domain in ("Page", "Network", "Runtime"):
            self.send(f"{domain}.enable")
        for one in scripts:
            self.send("Page.addScriptToEvaluateOnNewDocument", source=one)
        for one in apart:
            self.send("Page.addScriptToEvaluateOnNewDocument", source=one, worldName=NAME)

    def _listen(self) -> None:
        for event, take in self.wire.listeners().items():
            self.cdp.on(event, take)
        self.cdp.on("Page.javascriptDialogOpening", self._dialog)
        self.cdp.on("Page.windowOpen", self._window)
        self.cdp.on("Page.downloadWillBegin", self._download)
        self.cdp.on("Runtime.exceptionThrown", self._thrown)
        self.cdp.on("Runtime.consoleAPICalled", self._said)
        self.page.on("crash", lambda _page: self._crashed())

    def _dialog(self, event: dict[str, Any]) -> None:
        if not self.wire.commits or event.get("type") == "beforeunload":
            return  # the page before takes its leave
        self.conduct.dialogs = min(DIALOGS, self.conduct.dialogs + 1)
        self.conduct.dialog = self.conduct.dialog or _tidy(event.get("message", ""), 200)

    def _window(self, _event: dict[str, Any]) -> None:
        if self.conduct.popups == WINDOWS:
            return
        self.conduct.popups += 1
        if self.conduct.popups == WINDOWS:
            self.calm()

    def _download(self, _event: dict[str, Any]) -> None:
        self.conduct.downloads = min(WINDOWS, self.conduct.downloads + 1)

    def _thrown(self, event: dict[str, Any]) -> None:
        details = event["exceptionDetails"]
        told = details.get("exception", {}).get("description") or details.get("text", "")
        if SPOKEN not in told and not self.guard.held and len(self.conduct.faults) < KEPT:
            self.conduct.faults.append(_tidy(told, 300))

    def _said(self, event: dict[str, Any]) -> None:
        self._lines += 1
        if self._lines == LINES:
            self.conduct.flooded.append("console")
            self.calm()
            self._try("Runtime.disable")
        if self.guard.held:
            return
        if event["type"] in ("error", "assert") and len(self.console) < KEPT:
            words = (one.get("value", one.get("description", "")) for one in event["args"])
            self.console.append(_tidy(" ".join(str(word) for word in words), 300))

    def _crashed(self) -> None:
        self.sick = True
        self.conduct.crashes += 1

    # ------------------------------------------------------------ coming to rest
    def wait_loaded(self, seconds: float) -> bool:
        """Wait until the page has loaded; whether it did within its time."""
        end, busy = time.monotonic() + seconds, time.monotonic() + BUSY
        while self.wire.loading and not self.sick:
            if time.monotonic() > end:
                return False
            if time.monotonic() > busy:
                if not self.answers(min(BUSY, seconds)):
                    return False
                busy = time.monotonic() + BUSY
            self.page.wait_for_timeout(BEAT)
        return True

    def settle(self, quiet: float, longest: float) -> None:
        """Wait until nothing has been on its way for `quiet` seconds, `longest` at most."""
        end = time.monotonic() + longest
        since, commits = time.monotonic(), self.wire.commits
        while time.monotonic() < end and time.monotonic() - since < quiet and not self.sick:
            self.page.wait_for_timeout(BEAT)
            if self.wire.commits != commits:
                commits = self.wire.commits
                self.world.forget()
            if self.wire.loading or not self.wire.quiet:
                since = time.monotonic()
        self.guard.hold()


def _tidy(text: object, most: int) -> str:
    """Give the beginning of what a page said, without letters that no text may hold."""
    return str(tidy_value(str(text)[:most]))
