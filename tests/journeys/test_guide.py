"""The guide on the page of a procedure: steps, easy reading, questions, at three widths."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect
from tests.browser import assert_accessible, screenshot
from tests.factories.dossiers import MORNING, services

from motcua.identity.values import SYSTEM
from motcua.procedures.actions import load_library_catalogue, publish_guides

pytestmark = [pytest.mark.journey, pytest.mark.beside, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server):
    services()
    load_library_catalogue(by=SYSTEM.actor, at=MORNING)
    publish_guides(at=MORNING, library=Path(settings.LIBRARY))
    return live_server.url


@pytest.mark.shows("P1")
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_guide_is_read_and_opened_by_keyboard(site, page_at, width):
    page = page_at(width)
    page.goto(f"{site}/thu-tuc/1.001193/")
    assert page.locator("#huong-dan .step").count() == 5
    easy = page.get_by_text("Dễ đọc: câu ngắn, chữ to")
    easy.focus()
    easy.press("Enter")
    expect(page.get_by_text("Em bé mới sinh cần có Giấy khai sinh.")).to_be_visible()
    assert_accessible(page)
    screenshot(page, f"huong-dan-{width}")
