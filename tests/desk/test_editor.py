"""The editor of procedures by plain forms: what officers can do without any script."""

import io
import zipfile

import pytest
from django.urls import reverse
from tests.desk.editing import ANSWERS, CODE, NAME, PROVINCE, Editor, text_of
from tests.factories import dossiers

from motcua.identity.values import Role
from motcua.procedures import queries as procedures
from motcua.procedures.values.editing import EditionStatus, Section
from motcua.web import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    dossiers.country()
    return Editor().begin()


@pytest.mark.shows("CN03", "CN05", "CN09", "O1")
def test_a_service_goes_online_from_nothing(editor):
    editor.take_law()
    place = editor.add("fees.fees")
    editor.write(place, name__vi="Phí xác nhận", kind="charge", amount="8.000", legal_basis="TT 1")
    editor.add_scenario(ANSWERS)
    assert "1 trên 1 kịch bản đạt" in text_of(editor.get("edition_section", "kich-ban"))
    assert editor.post("edition_propose").status_code == 302
    second = Editor()
    second.key = editor.key

    done = second.post("edition_approve")

    assert done.status_code == 302, text_of(done)
    assert editor.edition.status is EditionStatus.PUBLISHED
    assert procedures.service(CODE, clock.now().date()).name.vi == NAME
    page = text_of(second.client.get(reverse("portal:procedure", args=[CODE])))
    assert NAME in page and "8.000" in page
    assert second.client.get(reverse("portal:apply", args=[CODE])).status_code == 200
