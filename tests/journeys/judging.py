"""What every page has to stand up to: axe, a narrow screen, large letters, the keyboard alone."""

from pathlib import Path

from tests.browser import _axe as axe
from tests.browser import letters_too_small, screenshot

MEASURES = (Path(__file__).parent / "judging.js").read_text(encoding="utf-8")
WIDE, MIDDLE, HALF, NARROW = 1280, 768, 640, 320
MOST_TABS = 400


def faults(page, name: str) -> list[str]:
    """Give what is wrong with the page that is open; it stays open at 1280 px."""
    page.evaluate(MEASURES)
    found = page.evaluate("judging.frame()")
    found += keyboard(page)
    found += [*axe(page), *letters_too_small(page)]
    found += large_letters(page)
    for width in (WIDE, MIDDLE, NARROW):
        found += [f"at {width} px: {one}" for one in _at(page, width, "judging.sideways()")]
        screenshot(page, f"{name}-{width}")
    _wide(page, WIDE)
    return found


def keyboard(page) -> list[str]:
    """Tab from the top: everything is reached, in order, seen; the first leads to the content."""
    number = page.evaluate("judging.watch()")
    for _ in range(0, min(2 * number + 20, MOST_TABS), 10):
        for _ in range(10):
            page.keyboard.press("Tab")
        if page.evaluate("judging.arrived()"):
            break
    return [*page.evaluate("judging.walk()"), *_skip(page)]


def _skip(page) -> list[str]:
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    skip = page.locator("a.skip")
    if skip.count() != 1:
        return ["no link that skips to the content"]
    skip.focus()
    seen = page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    there = page.evaluate("document.activeElement.id")
    return [] if seen and there == "noi-dung" else [f"the skip link leads to {there!r}"]


def large_letters(page) -> list[str]:
    """Letters twice as large (WCAG 1.4.4), on the whole screen and on half of it."""
    found = []
    for width in (WIDE, HALF):
        _wide(page, width)
        page.evaluate("judging.enlarge(2)")
        for measure in ("sideways", "clipped", "overlapping"):
            seen = page.evaluate(f"judging.{measure}()")
            found += [f"200 % at {width} px: {one}" for one in seen]
        page.evaluate("judging.enlarge(1)")
    return found


def _wide(page, width):
    page.set_viewport_size({"width": width, "height": 800})


def _at(page, width, measure):
    _wide(page, width)
    return page.evaluate(measure)
