import pytest
from tests.factories.people import PASSWORD, SECRET, citizen, logged_in, officer

from motcua.identity.rules.one_time import code_at
from motcua.web import clock

pytestmark = pytest.mark.django_db


def log_in(client, name, password=PASSWORD, **more):
    return client.post("/dang-nhap/", {"login": name, "password": password, **more})


@pytest.mark.shows("P1", "CN01")
@pytest.mark.parametrize("typed", ["0912 345 678", "+84912345678", "MAI@vidu.vn", " 0912345678 "])
def test_a_citizen_comes_in_by_phone_or_mail_however_it_is_written(client, typed):
    citizen(phone="0912345678", email="mai@vidu.vn")
    answer = log_in(client, typed, next="/tai-khoan/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/tai-khoan/")
    assert "Trần Thị Mai" in client.get("/tai-khoan/").text


def test_a_wrong_password_keeps_the_name_and_says_what_is_wrong(client):
    citizen(phone="0912345678")
    answer = log_in(client, "0912345678", "sai mat khau")
    assert answer.status_code == 422
    assert 'value="0912345678"' in answer.text
    assert "chưa đúng" in answer.text
    assert client.get("/tai-khoan/").status_code == 302


def test_nothing_typed_is_named_field_by_field(client):
    answer = log_in(client, "", "")
    assert 'href="#login"' in answer.text
    assert 'href="#password"' in answer.text


@pytest.mark.parametrize(
    "to", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
def test_nobody_is_sent_to_another_site(client, to):
    citizen(phone="0912345678")
    assert log_in(client, "0912345678", next=to).headers["Location"] == "/"


@pytest.mark.shows("P1", "CN01", "O6")
def test_an_officer_needs_the_code_and_a_code_is_good_once(client):
    officer(username="hoa")
    answer = log_in(client, "hoa", next="/tai-khoan/")
    assert answer.headers["Location"] == "/dang-nhap/ma-xac-thuc/"
    assert client.get("/tai-khoan/").status_code == 302
    code = code_at(SECRET, clock.now())
    assert client.post("/dang-nhap/ma-xac-thuc/", {"code": "000000"}).status_code == 200
    answer = client.post("/dang-nhap/ma-xac-thuc/", {"code": code})
    assert answer.headers["Location"] == "/tai-khoan/"
    client.post("/dang-xuat/")
    log_in(client, "hoa")
    answer = client.post("/dang-nhap/ma-xac-thuc/", {"code": code})
    assert "đã dùng rồi" in answer.text


def test_log_out_ends_the_session(client):
    logged_in(citizen(), client=client)
    assert "Bạn muốn đăng xuất" in client.get("/dang-xuat/").text
    answer = client.post("/dang-xuat/")
    assert "Bạn đã đăng xuất" in answer.text
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/tai-khoan/").status_code == 302
