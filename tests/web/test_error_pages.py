import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.people import citizen, logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("trial")]


@pytest.fixture
def outside():
    """Give a browser that sees the page of an error, not the error."""
    return Client(raise_request_exception=False)


def test_an_unexpected_error_shows_the_reference_that_is_logged(outside, caplog):
    answer = outside.get("/thu/loi/")
    assert answer.status_code == 500
    reference = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", answer.text).group()
    [entry] = [record for record in caplog.records if reference in record.getMessage()]
    assert "a fault in our code" in str(entry.exc_info[1])
    assert "/thu/loi/" in entry.getMessage()
    assert "a fault in our code" not in answer.text


def test_the_page_of_an_error_asks_nothing_of_the_database(outside):
    logged_in(citizen(), client=outside)
    with CaptureQueriesContext(connection) as captured:
        answer = outside.get("/thu/loi/?ngon-ngu=en")
    assert "Something went wrong" in answer.text or "Hệ thống đang gặp lỗi" in answer.text
    asked = [q["sql"] for q in captured.captured_queries if "SELECT" in q["sql"]]
    assert not [sql for sql in asked if "django_session" not in sql], "the way in may look for help"


def test_where_even_that_page_fails_there_is_a_last_one(outside, monkeypatch):
    monkeypatch.setattr("motcua.web.pages.render_alone", lambda *a, **k: 1 / 0)
    answer = outside.get("/thu/loi/")
    assert answer.status_code == 500
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", answer.text)
    assert 'href="/"' in answer.text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/khong-co/", 404, "Không có trang này"),
        ("/thu/cam/", 403, "không dành cho tài khoản"),
        ("/thu/hong/", 400, "Không đọc được"),
        ("/thu/tu-choi/", 409, "Cửa đóng rồi."),
    ],
)
def test_every_error_speaks_plainly_and_shows_a_way_on(outside, address, status, words):
    answer = outside.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert 'href="/tra-cuu/"' in answer.text


def test_the_way_back_is_to_our_own_pages_only(outside):
    own = {"Referer": "http://testserver/dang-nhap/?a=1", "Host": "testserver"}
    assert 'href="/dang-nhap/?a=1">' in outside.get("/khong-co/", headers=own).text
    other = {"Referer": "http://elsewhere.example/x/"}
    assert "elsewhere.example" not in outside.get("/khong-co/", headers=other).text


def test_a_form_from_nowhere_is_refused_with_what_to_do():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/dang-nhap/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "tải lại trang rồi gửi một lần nữa" in answer.text
    assert "cookie" in answer.text


def test_an_unknown_host_is_a_bad_request(outside):
    assert outside.get("/dang-nhap/", headers={"Host": "elsewhere.example"}).status_code == 400
