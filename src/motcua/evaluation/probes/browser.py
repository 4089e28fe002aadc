"""Chromium, started once and kept warm: one context a portal, one page at a time."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from motcua.kernel.words import Refused, Sentence

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
)
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


@contextmanager
def started() -> Iterator["Browser"]:
    """Start Chromium; it ends with the block."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow import

    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=where(), args=[*ARGUMENTS, *root])
        yield chromium
        chromium.close()
