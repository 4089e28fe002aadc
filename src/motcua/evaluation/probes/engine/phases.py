"""Putting a page in the state of a phase, and back."""

from typing import TYPE_CHECKING

from motcua.evaluation.probes.engine.tabs import Tab, script
from motcua.evaluation.probes.visits import Phase

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

WIDE: "ViewportSize" = {"width": 1280, "height": 800}
SIZES: "dict[Phase, ViewportSize]" = {
    Phase.NARROW: {"width": 320, "height": 640},
    Phase.ZOOMED: {"width": 640, "height": 400},
}
SPACING = (
    "*, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
)
"""The text spacing of WCAG 1.4.12; it is put in by the browser, where no policy of a page binds."""


def put(tab: Tab, phase: Phase) -> None:
    """Put the page in the state of a phase; raises `Unanswered` or Playwright's `Error`."""
    if phase is Phase.LOADED:
        return
    if phase is Phase.KEYBOARD:
        tab.guard.keys()
    _resize(tab, SIZES.get(phase, WIDE))
    tab.ask(
        script("resting"),
        {
            "spaced": SPACING if phase is Phase.SPACED else "",
            "focus": phase is Phase.KEYBOARD,
        },
        5.0,
    )


def restore(tab: Tab) -> None:
    """Give the tab back its size for the next page."""
    _resize(tab, WIDE)


def _resize(tab: Tab, size: "ViewportSize") -> None:
    if tab.size != size:
        tab.send("Emulation.setDeviceMetricsOverride", **_metrics(size))
        tab.size = size


def _metrics(size: "ViewportSize") -> dict[str, int | bool]:
    return {
        "width": size["width"],
        "height": size["height"],
        "deviceScaleFactor": 1,
        "mobile": False,
        "screenWidth": size["width"],
        "screenHeight": size["height"],
    }
