"""An e-form may be read and tried by anybody, and nothing of it is kept."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from tests.factories import dossiers
from tests.portal import town

from motcua.dossiers.models import Draft
from motcua.web import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(monkeypatch):
    town.build()
    monkeypatch.setattr(clock, "now", lambda: dossiers.MORNING)
    return reverse("portal:preview", args=[town.BIRTH])


def typed():
    """Give what a browser would send where nothing was typed."""
    post = {"_asked": []}
    for page in town.form().pages:
        sent = town.post_of(town.BIRTH, page.name, {})
        post["_asked"] += sent.pop("_asked", [])
        post |= sent
    return post


def test_every_question_is_there_and_the_way_to_it_too(client, address):
    told = client.get(address).text
    for page in town.form().pages:
        assert str(page.title.vi) in told
        for placed in page.fields:
            assert f'data-field="{placed.path}">' in told
    assert told.count("Chỉ hỏi khi") > 2
    start = reverse("portal:apply", args=[town.BIRTH])
    assert f'href="{address}"' in client.get(start).text


def test_files_are_shown_and_not_taken(client, address):
    told = client.get(address).text
    boxes = [part.partition(">")[0] for part in told.split('<input class="upload__input"')[1:]]
    assert boxes
    assert all(" disabled" in one for one in boxes)
    assert "data-upload" not in told


def test_what_is_missing_is_said_and_nothing_is_kept(client, address):
    files = {p for p, placed in town.form().fields.items() if placed.type == "file"}
    answer = client.post(address, typed())
    assert answer.status_code == 422
    summary = answer.text.partition("data-error-summary")[2].partition("</ul>")[0]
    assert 'href="#' in summary
    assert not any(f'href="#{path}"' in summary for path in files)
    assert not Draft.objects.exists()


def test_a_province_brings_its_communes(client, address):
    path = next(
        path for path, placed in town.form().fields.items() if placed.type == "administrative_unit"
    )
    post = typed() | {f"{path}.province": "01", "_province": path}
    answer = client.post(address, post)
    assert answer.status_code == 200
    assert "Hoàn Kiếm" in answer.text


def test_what_is_no_form_is_not_found(client, address):
    assert client.get(reverse("portal:preview", args=["9.999999"])).status_code == 404


def test_each_paper_says_which_files_it_takes(client):
    town.build_with("9.000012")
    page = BeautifulSoup(
        client.get(reverse("portal:preview", args=["9.000012"])).text, "html.parser"
    )
    portrait, paper = (
        page.find(attrs={"data-field": path}).get_text()
        for path in ("portrait.file", "child.paper")
    )
    assert "tệp JPG, PNG, WebP, HEIC; mỗi tệp" in portrait
    assert "tệp PDF, JPG" in paper
