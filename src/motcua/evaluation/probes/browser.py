"""Chromium, started once and kept warm; one that no longer answers is ended and started again."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from motcua.evaluation.probes import costs
from motcua.kernel.words import Refused, Sentence

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "LensOverlay"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "AimEnabled"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
)
"""Features that nobody needs who has no window: the pop-up of the address bar takes a process and
0.2 CPU seconds a context. The rest is what Playwright switches off; the last such list holds."""
QUIET = (
    f"--disable-features={','.join(OFF)}",
    "--disable-gpu",
    "--in-process-gpu",
    "--enable-features=NetworkServiceInProcess2",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
)
"""A browser that asks nobody for anything of its own, and draws the same letters everywhere. It
draws and fetches in its own process: two processes less, 35 MB less."""
ARGUMENTS = (
    *QUIET,
    "--deny-permission-prompts",
    "--block-new-web-contents",
    "--disable-site-isolation-trials",
    "--js-flags=--max-old-space-size=512,--max-semi-space-size=2",
)
"""No permission is ever granted, no window opened; frames of other sites are seen with the page."""
UNWANTED = ("--disable-popup-blocking", "--disable-ipc-flooding-protection")
"""What Playwright would switch off, and what protects from pages that flood."""
AGENT = "motcua-audit/1.0"
"""How an audit names itself, after the browser's own name."""


class NoBrowser(Refused):
    """Chromium cannot be found on this machine."""


def where() -> str:
    """Find Chromium (`MOTCUA_CHROMIUM`, else the path); raise `NoBrowser` with the remedy."""
    named = os.environ.get("MOTCUA_CHROMIUM", "")
    for name in (named, "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    raise NoBrowser(
        Sentence(
            "Không tìm thấy Chromium trên máy này. Hãy cài gói chromium, hoặc ghi đường dẫn vào "
            "biến MOTCUA_CHROMIUM.",
            "Chromium was not found on this machine. Install the package chromium, or name its "
            "path in MOTCUA_CHROMIUM.",
        )
    )


def signed(agent: str) -> str:
    """Give a browser's name with ours after it, and whom to ask (`MOTCUA_AUDIT_CONTACT`)."""
    contact = " ".join(os.environ.get("MOTCUA_AUDIT_CONTACT", "").split())
    return f"{agent} {AGENT} (+{contact})" if contact else f"{agent} {AGENT}"


class Running:
    """A browser that may be ended at any moment, from any thread, and is there again when asked."""

    def __init__(self, browser: "Browser") -> None:
        self._type: BrowserType = browser.browser_type
        self._given = browser
        self._use(browser)

    def now(self) -> "Browser":
        """Give the browser; another one where the one before is gone."""
        if not self._browser.is_connected():
            self._use(launch(self._type))
        return self._browser

    def end_pages(self) -> None:
        """End every process that runs pages (any thread may call it)."""
        for pid in costs.family(self.pid)[1:]:
            if "--type=renderer" in costs.command(pid):
                _kill(pid)

    def end(self) -> None:
        """End the browser with all its processes (any thread may call it)."""
        for pid in reversed(costs.family(self.pid)):
            _kill(pid)

    def close(self) -> None:
        """Close a browser that was started here; the one that was given is its giver's."""
        if self._browser is not self._given and self._browser.is_connected():
            self._browser.close()

    def _use(self, browser: "Browser") -> None:
        session = browser.new_browser_cdp_session()
        version = session.send("Browser.getVersion", timeout=20_000)
        processes = session.send("SystemInfo.getProcessInfo", timeout=20_000)["processInfo"]
        session.detach()
        self._browser = browser
        self.pid = next(int(one["id"]) for one in processes if one["type"] == "browser")
        self.agent = signed(str(version["userAgent"]))
        self.version = str(version["product"])


def launch(chromium: "BrowserType") -> "Browser":
    """Start Chromium."""
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return chromium.launch(
        executable_path=where(), args=[*ARGUMENTS, *root], ignore_default_args=UNWANTED
    )


@contextmanager
def started() -> Iterator["Browser"]:
    """Start Chromium; it ends with the block."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow import

    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@contextmanager
def warm() -> Iterator[Running]:
    """Start Chromium for many portals: it is started again whenever one of them felled it."""
    with started() as browser:
        running = Running(browser)
        yield running
        running.close()


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
