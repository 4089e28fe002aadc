"""The frame of every page: where its links lead, which language it speaks, what it shows whom."""

import re

import pytest
from django.urls import reverse
from tests.factories.people import citizen, logged_in, officer

pytestmark = pytest.mark.django_db
HEADER_AND_FOOTER = re.compile(r"<header.*?</header>|<footer.*?</footer>", re.DOTALL)


def frame(client, address):
    """Give the header and footer of a page."""
    return "".join(HEADER_AND_FOOTER.findall(client.get(address).content.decode()))


@pytest.mark.parametrize("name", ["gallery", "gallery_desk"])
def test_every_link_of_the_frame_leads_somewhere(client, name):
    browser = logged_in(officer(), client=client)
    links = set(re.findall(r'href="(/[^"]*)"', frame(browser, reverse(f"design:{name}"))))
    answers = {link: browser.get(link).status_code for link in links}
    assert len(answers) >= 5
    assert {link: status for link, status in answers.items() if status not in (200, 302)} == {}


def test_it_offers_the_other_language_on_the_same_page(client):
    address = reverse("portal:help")
    assert 'href="?ngon-ngu=en"' in frame(client, address)
    english = client.get(address + "?ngon-ngu=en&trang=2").content.decode()
    assert '<html lang="en"' in english
    assert "trang=2&amp;ngon-ngu=vi" in english or "ngon-ngu=vi&amp;trang=2" in english


def test_who_is_not_logged_in_finds_the_way_in_and_back(client):
    assert 'href="/dang-nhap/?next=/tro-giup/"' in frame(client, reverse("portal:help"))


def test_who_is_logged_in_sees_their_name_and_the_way_out(client):
    page = frame(logged_in(citizen(full_name="Giàng Thị Mỷ"), client=client), "/tro-giup/")
    assert "Giàng Thị Mỷ" in page
    assert 'action="/dang-xuat/"' in page
    assert "/ban-lam-viec/" not in page


def test_only_an_officer_is_shown_the_desk(client):
    assert "/ban-lam-viec/" in frame(logged_in(officer(), client=client), "/tro-giup/")


def test_a_demonstration_says_so_on_every_page(client, settings):
    assert "dữ liệu mô phỏng" in client.get("/tro-giup/").content.decode()
    settings.DEMONSTRATION = False
    assert "mô phỏng" not in client.get("/tro-giup/").content.decode()
