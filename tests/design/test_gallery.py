"""Every component, in both frames, at three widths: no fault, nothing wider than the screen."""

import pytest
from django.urls import reverse
from tests.browser import assert_accessible, screenshot

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("frame", ["gallery", "gallery_desk"])
def test_the_gallery_is_accessible(live_server, page_at, frame, width):
    page = page_at(width)
    page.goto(live_server.url + reverse(f"design:{frame}"))
    screenshot(page, f"{frame}-{width}")
    assert_accessible(page)
