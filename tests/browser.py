"""A real browser for the journeys: Chromium, driven by Playwright, against Django's live server.

A plugin (`pytest_plugins` in conftest.py). A journey takes `live_server` and `page_at`:

    @pytest.mark.journey
    def test_a_mother_applies(live_server, page_at):
        page = page_at(360)                     # or page_at(360, javascript=False)
        page.goto(live_server.url + "/")
        assert_accessible(page)
        tab_to(page, "Tìm").press("Enter")

A page that throws, breaks the content security policy or misses a file of its own fails the test.
`MOTCUA_SCREENSHOTS=/some/folder` keeps what `screenshot(page, name)` sees.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from motcua.evaluation import probes
from motcua.evaluation.probes.browser import QUIET, where

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = Path(probes.__file__).parent / "axe" / "axe.min.js"

PATIENCE = 30_000
"""Milliseconds that a browser waits for what it was told to expect."""
PageAt = Callable[..., "Page"]  # noqa: F821 -- playwright is imported only where a browser is used


def pytest_configure():
    """Serve live pages from a store in a file, which threads can share; make the static folder."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(settings.HOME / "live.sqlite3")
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:  # noqa: F821 -- as above
    """Start one Chromium for the whole run."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 -- slow import

    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with pytest.MonkeyPatch.context() as patch:
        # Playwright runs an event loop in this thread; Django's guard would refuse every query.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=PATIENCE)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=where(), args=[*QUIET, *root])
            yield chromium
            chromium.close()


@pytest.fixture
def page_at(browser) -> Iterator[PageAt]:
    """Open pages of a given width: `page_at(360, javascript=True, language="vi")`."""
    contexts, faults = [], []

    def open_page(width: int = 360, *, height: int = 800, javascript: bool = True, language="vi"):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="vi-VN" if language == "vi" else "en-GB",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
            has_touch=width < 600,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        _watch(page, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _watch(page, faults) -> None:
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))

    def on_console(message):
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def on_response(response):
        if response.status >= 400 and "/static/" in response.url:
            faults.append(f"{response.status} {response.url}")

    page.on("console", on_console)
    page.on("response", on_response)


def carry_session(page, client, url: str) -> None:
    """Log the page in as the Django test client is (`tests.factories.people.logged_in`)."""
    page.context.add_cookies(
        [
            {"name": name, "value": cookie.value, "url": url}
            for name, cookie in client.cookies.items()
        ]
    )


def screenshot(page, name: str) -> None:
    """Keep a picture of the whole page when MOTCUA_SCREENSHOTS names a folder."""
    folder = os.environ.get("MOTCUA_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


# ---------------------------------------------------------------- accessibility
def assert_accessible(page) -> None:
    """Find no fault: axe (WCAG 2.2 A and AA, best practice), reflow at 320 px, size of letters.

    The page keeps the width it had.
    """
    faults = [*_axe(page), *letters_too_small(page), *wider_than(page, 320)]
    if faults:
        pytest.fail(f"{page.url} is not accessible:\n" + "\n".join(faults), pytrace=False)


def _axe(page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async (tags) => (await axe.run(document, {
             runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
             rules: {'target-size': {enabled: true}}})).violations""",
        TAGS,
    )
    return [
        f"{fault['id']}: {fault['help']} at {node['html'][:160]} ({node['failureSummary'][:300]})"
        for fault in found
        for node in fault["nodes"]
    ]


def letters_too_small(page) -> list[str]:
    """Name the texts under 15 px, and the body if it is under 16 px."""
    return page.evaluate(
        """() => {
          const size = (e) => parseFloat(getComputedStyle(e).fontSize);
          const small = size(document.body) < 16 ? ['body ' + size(document.body)] : [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const parent = walk.currentNode.parentElement, words = walk.currentNode.data.trim();
            if (!words || !parent.checkVisibility()) continue;
            if (!parent.closest('svg, [aria-hidden="true"]') && size(parent) < 14.9)
              small.push(`${words.slice(0, 40)} ${size(parent)}`);
          }
          return small;
        }"""
    )


def wider_than(page, width: int) -> list[str]:
    """Name what makes the page scroll sideways at `width` CSS pixels."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": before["height"]})
    found = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          const wide = [...document.querySelectorAll('body *')].filter(
            (e) => e.getBoundingClientRect().right > room + 1 && !e.closest('.table-frame'));
          return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 8).map(
            (e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`)];
        }"""
    )
    page.set_viewport_size(before)
    return found


# ---------------------------------------------------------------- keyboard
_NAME = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const words = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
  const own = e.getAttribute('aria-label') || [...(e.labels || [])].map(words).join(' ')
    || words(e) || e.value || e.title || '';
  const legend = e.closest('fieldset')?.querySelector('legend');
  return legend && e.matches('input, select, textarea') ? `${words(legend)}: ${own}` : own;
}"""


def focused(page) -> str:
    """Give the accessible name of what has the focus; inside a fieldset `legend: label`."""
    return page.evaluate(_NAME)


def tab_to(page, name: str, *, limit: int = 150):
    """Press Tab until what has the focus is named `name` (or ends so); give the keyboard."""
    seen = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        here = focused(page)
        if here == name or here.endswith(f": {name}"):
            return page.keyboard
        seen.append(here)
    pytest.fail(f"The Tab key never reached {name!r}; it went through {seen}")
