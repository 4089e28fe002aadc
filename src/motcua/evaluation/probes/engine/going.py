"""Going to a page: what may come instead of it, and how that is told."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.engine.tabs import Tab, script
from motcua.evaluation.probes.visits import Unanswered
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from motcua.evaluation.probes.engine.watch import Watch

HUNG = Sentence(
    "Trang bị treo, không trả lời nên không xem được.",
    "The page hangs and does not answer, so it could not be looked at.",
)
LONGEST = 30.0
"""Seconds for a page to come, and again to load."""
QUIET = 0.3
PAGES = ("text/html", "application/xhtml+xml", "")
_ERROR = re.compile(r"net::(ERR_[A-Z0-9_]+)")


def go(tab: Tab, url: str, watch: "Watch") -> None:
    """Open a page and wait until it is quiet; whatever happens is noted in the tab's conduct."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    error = _arrive(tab, url, min(LONGEST, watch.left / 3))
    if error.startswith("ERR_CERT"):
        tab.conduct.certificate = tab.certificate = error
        tab.send("Security.setIgnoreCertificateErrors", ignore=True)
        tab.guard.begin_again()
        error = _arrive(tab, url, min(LONGEST, watch.left / 3))
    _note(tab, error)
    if problem(tab):
        return
    if not tab.wait_loaded(min(LONGEST, watch.left / 3)):
        tab.conduct.hang("load")
        tab.revive("load")
        with suppress(Error):
            tab.send("Page.stopLoading", 2.0)
    tab.settle(QUIET, min(5.0, watch.left / 6))
    tab.conduct.hops = tab.wire.hops
    documents = tab.wire.documents()
    mime = str(documents[-1].response.get("mimeType", "")) if documents else ""
    if mime not in PAGES:
        tab.conduct.not_html = mime
        tab.sick = True


def _arrive(tab: Tab, url: str, seconds: float) -> str:
    """Go there and give the word for what went wrong, "" where the page began to come."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

    before = tab.wire.commits
    try:
        tab.page.goto(url, wait_until="commit", timeout=seconds * 1000)
    except Error as error:
        if tab.wire.commits > before and "crash" not in error.message:
            return ""
        if found := _ERROR.search(error.message):
            return found[1]
        for word in ("Download", "Timeout", "crash", "interrupted"):
            if word in error.message:
                return word.upper()
        return "ERR_FAILED"
    return ""


def _note(tab: Tab, error: str) -> None:
    conduct = tab.conduct
    documents = tab.wire.documents()
    conduct.hops = tab.wire.hops
    match error:
        case "" | "INTERRUPTED":
            return
        case "DOWNLOAD":
            conduct.downloads = max(1, conduct.downloads)
            response = documents[-1].response if documents else {}
            conduct.not_html = str(response.get("mimeType") or "application/octet-stream")
        case "CRASH":
            conduct.crashes = conduct.crashes or 1
        case "TIMEOUT":
            conduct.hang("answer")
            conduct.unreachable = error
        case "ERR_TOO_MANY_REDIRECTS":
            conduct.looped = True
            conduct.unreachable = error
        case "ERR_ABORTED" if conduct.left_for or conduct.stopped:
            conduct.unreachable = "" if conduct.left_for else error
        case _:
            conduct.unreachable = error
    tab.sick = True


def asked(tab: Tab, watch: "Watch") -> dict[str, Any]:
    """Ask an open page what it says of itself; nothing where it does not answer, asked twice."""
    for seconds in (5.0, 10.0):
        with suppress(Unanswered):
            told = tab.ask(script("opened"), 1_000, min(seconds, max(1.0, watch.left / 3)))
            return dict(told)
    tab.sick = True
    return {}


def problem(tab: Tab) -> Sentence | None:
    """Say why there is nothing to look at, None where there is."""
    conduct = tab.conduct
    if conduct.crashes:
        return Sentence(
            "Trang làm trình duyệt ngừng hoạt động nên không xem được.",
            "The page brought the browser down, so it could not be looked at.",
        )
    if conduct.unreachable:
        return Sentence(
            f"Không mở được trang ({conduct.unreachable}).",
            f"The page could not be opened ({conduct.unreachable}).",
        )
    if conduct.left_for and not tab.wire.commits:
        return Sentence(
            f"Địa chỉ này đưa sang trang khác: {conduct.left_for}",
            f"This address leads to another site: {conduct.left_for}",
        )
    if conduct.not_html:
        return Sentence(
            f"Đây không phải trang web mà là tệp {conduct.not_html}.",
            f"This is no page but a file: {conduct.not_html}.",
        )
    return None
