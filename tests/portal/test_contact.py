"""Whom to turn to is said where people look for it."""

import pytest
from tests.factories import dossiers
from tests.portal import town
from tests.procedures.search_samples import fill

from motcua.agencies import queries as agencies
from motcua.agencies.actions import set_contact
from motcua.identity.values import SYSTEM

pytestmark = pytest.mark.django_db


def test_the_agency_with_its_hours_and_mail_is_named(client, settings):
    town.build()
    told = client.get("/lien-he/").text
    keeper = agencies.agency(settings.AGENCY)
    assert keeper.name in told
    assert f'href="mailto:{settings.CONTACT}"' in told
    assert str(agencies.calendar_of(keeper.code).hours) in told
    assert "tel:" not in told


def test_contacts_of_the_agency_go_first(client, settings):
    town.build()
    set_contact(
        agency_code=settings.AGENCY,
        phone="024 3825 0000",
        email="motcua@hanoi.example",
        address="1 Tràng Thi",
        by=SYSTEM.actor,
        at=dossiers.MORNING,
    )
    told = client.get("/lien-he/").text
    assert 'href="tel:02438250000"' in told
    assert "mailto:motcua@hanoi.example" in told
    assert "1 Tràng Thi" in told


def test_it_answers_before_agencies_are_loaded(client):
    assert client.get("/lien-he/").status_code == 200
    assert client.get("/quyen-rieng-tu/").status_code == 200


def test_the_notice_names_who_answers_for_the_data(client, settings):
    town.build()
    told = client.get("/quyen-rieng-tu/").text
    assert "bên kiểm soát dữ liệu" in told
    assert agencies.agency(settings.AGENCY).name in told


def test_the_number_for_look_ups_by_sms_is_told_where_there_is_one(client, settings):
    assert "TRACUU" not in client.get("/tra-cuu/").text
    settings.SMS_NUMBER = "8099"
    assert "gửi 8099" in client.get("/tra-cuu/").text


def test_a_load_is_allowed_only_by_the_word_of_the_owner(client, settings):
    where = "/.well-known/motcua-audit.txt"
    assert client.get(where).status_code == 404
    settings.AUDIT_TOKEN = "bằng-lòng"
    assert client.get(where).text == "bằng-lòng\n"


def test_how_far_a_service_goes_online_is_said_as_the_law_says_it(client):
    fill()
    town.build()
    assert "(toàn trình)" in client.get(f"/thu-tuc/{town.BIRTH}/").text
