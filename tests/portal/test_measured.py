"""What our own pages tell the measurement, and which pages tell nothing."""

import re

import pytest
from django.urls import reverse
from tests.factories import dossiers, people
from tests.portal import town

from motcua.identity.values import Role
from motcua.measurement.models import snapshot
from motcua.measurement.rules.answering import OWN
from motcua.measurement.values.sites import Site

pytestmark = pytest.mark.django_db
TAG = re.compile(r"<script defer src=\"[^\"]*measure[^\"]*\"([^>]*)></script>")
TOLD = re.compile(r'data-([a-z-]+)="([^"]*)"')


@pytest.fixture
def measured(settings, tmp_path):
    """Our portal is a site of the measurement."""
    settings.MEASUREMENT = tmp_path
    snapshot.write(tmp_path, {OWN: Site(OWN, "Cổng của chúng tôi", "H26")})
    return str(OWN)


def told(client, address: str) -> dict[str, str] | None:
    """Give what a page tells, or None where it is not counted."""
    page = client.get(address).content.decode()
    found = TAG.search(page)
    return dict(TOLD.findall(found[1])) if found else None


def test_a_page_of_citizens_is_counted_at_our_own_address(client, measured):
    for address in ("/", "/tro-giup/", "/khong-co-trang-nay/"):
        assert told(client, address) == {"url": "/tracking", "site": measured}


def test_nothing_is_counted_where_the_portal_is_no_site(client, settings, tmp_path):
    settings.MEASUREMENT = tmp_path
    assert told(client, "/") is None


def test_the_form_tells_its_steps_and_the_success_tells_itself_once(measured):
    town.build()
    viewer, client = town.mother()
    draft = dossiers.draft(viewer)
    pages = town.form().pages
    first = told(client, reverse("portal:fill", args=[draft, pages[0].name]))
    assert first == {
        "url": "/tracking",
        "site": measured,
        "procedure": town.BIRTH,
        "step": "1",
        "step-name": pages[0].title.vi,
    }
    last = told(client, reverse("portal:check", args=[draft]))
    assert last is not None
    assert int(last["step"]) > len(pages) - 1
    sent = client.post(reverse("portal:submit", args=[draft]))
    success = told(client, sent.url)
    assert success is not None
    assert (success["dvc"], success["state"]) == (town.BIRTH, "1")
    assert success["fact"] == told(client, sent.url)["fact"]
    assert not set(success.values()) & set(sent.url.split("/"))


def test_a_search_tells_how_much_it_found_and_not_what_was_searched(client, measured):
    searched = told(client, reverse("portal:procedures") + "?q=khai+sinh+079300012345")
    assert searched == {"url": "/tracking", "site": measured, "found": "0"}
    assert "found" not in (told(client, reverse("portal:procedures")) or {})


def test_the_desk_is_not_counted(ward, measured):
    client = people.logged_in(people.officer(Role.RECEPTIONIST))
    assert client.get("/ban-lam-viec/").status_code == 200
    assert told(client, "/ban-lam-viec/") is None
