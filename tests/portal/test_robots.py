"""What programs are told that look at the portal."""

from datetime import timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.utils.dateparse import parse_datetime
from tests.procedures.search_samples import fill

from motcua.web import clock

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_what_is_for_everybody_may_be_read_and_what_is_a_persons_may_not(client):
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    assert rules.can_fetch("anybody", "/thu-tuc/1.001193/")
    assert not rules.can_fetch("anybody", "/ho-so/H26-1/")
    assert rules.site_maps() == [f"{settings.BASE_URL}/sitemap.xml"]


def test_the_map_leads_to_every_procedure_and_to_pages_that_answer(client):
    fill()
    root = ET.fromstring(client.get("/sitemap.xml").content)
    places = [one.text.removeprefix(settings.BASE_URL) for one in root.iterfind(".//s:loc", NAMES)]
    assert len(set(places)) == len(places)
    assert sum(place.startswith("/thu-tuc/") for place in places) > 5
    assert {client.get(place).status_code for place in places} == {200}


def test_whom_to_tell_of_a_hole_is_said_for_less_than_a_year(client):
    lines = dict(
        line.split(": ", 1)
        for line in reversed(client.get("/.well-known/security.txt").text.splitlines())
    )
    assert lines["Contact"] == f"mailto:{settings.CONTACT}"
    until = parse_datetime(lines["Expires"]) - clock.now()
    assert timedelta(days=100) < until < timedelta(days=365)
    assert lines["Canonical"] == f"{settings.BASE_URL}/.well-known/security.txt"
