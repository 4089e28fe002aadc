"""Every component, in both frames, at three widths: no fault, nothing wider than the screen."""

import pytest
from django.urls import reverse
from tests.browser import assert_accessible, focused, screenshot, wider_than

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("frame", ["gallery", "gallery_desk"])
def test_the_gallery_is_accessible(live_server, page_at, frame, width):
    page = page_at(width)
    page.goto(live_server.url + reverse(f"design:{frame}"))
    screenshot(page, f"{frame}-{width}")
    assert_accessible(page)


@pytest.mark.parametrize("frame", ["gallery", "gallery_desk"])
def test_twice_as_large_letters_still_fit(live_server, page_at, frame):
    page = page_at(640)
    page.goto(live_server.url + reverse(f"design:{frame}"))
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    screenshot(page, f"{frame}-twice")
    assert wider_than(page, 640) == []


def test_the_focus_is_seen_on_everything_that_takes_it(live_server, page_at):
    page = page_at(1280)
    page.goto(live_server.url + reverse("design:gallery"))
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => { const e = document.activeElement, next = e.nextElementSibling;
                 const mark = e.matches('.choice__box') ? getComputedStyle(next, '::before')
                   : getComputedStyle(e);
                 return mark.outlineStyle !== 'none' && parseFloat(mark.outlineWidth) >= 3; }"""
        )
        if not outline:
            unseen.append(focused(page))
    assert unseen == []
