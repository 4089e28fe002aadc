import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from tests.factories.people import PASSWORD, SECRET, citizen, logged_in, officer

from motcua.identity.models import Account
from motcua.identity.rules.one_time import code_at
from motcua.identity.values import Role
from motcua.web import clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("trial")]


def fields_of(page):
    form = BeautifulSoup(page, "html.parser").select_one("main form")
    fields = {f["name"]: f.get("value", "") for f in form.select("input[name]")}
    return form["action"], fields


def test_what_was_typed_survives_the_log_in(client):
    citizen(phone="0912345678")
    answer = client.post("/thu/cua-toi/?buoc=2", {"child": "Nguyễn An <b>", "password": "x"})
    assert answer.headers["Location"] == "/dang-nhap/?next=%2Fdang-nhap%2Ftiep-tuc%2F"
    client.get("/dang-ky/")
    typed = {"login": "0912345678", "password": PASSWORD, "next": "/dang-nhap/tiep-tuc/"}
    answer = client.post("/dang-nhap/", typed, follow=True)
    action, fields = fields_of(answer.text)
    assert action == "/thu/cua-toi/?buoc=2"
    assert fields["child"] == "Nguyễn An <b>"
    assert "password" not in fields
    assert client.post(action, fields).text == "Trần Thị Mai Nguyễn An <b>"
    client.post("/dang-nhap/bo-qua/")
    assert client.get("/dang-nhap/tiep-tuc/").headers["Location"] == "/"


def test_a_page_to_read_is_come_back_to(client):
    answer = client.get("/thu/cua-toi/?buoc=2")
    assert answer.headers["Location"] == "/dang-nhap/?next=%2Fthu%2Fcua-toi%2F%3Fbuoc%3D2"


def test_the_desk_is_for_officers_in_the_role(client):
    assert client.get("/thu/ban/").status_code == 302
    answer = logged_in(citizen()).get("/thu/ban/")
    assert (answer.status_code, "Cán bộ tiếp nhận" in answer.text) == (403, True)
    assert logged_in(officer(Role.APPROVER)).get("/thu/ban/").status_code == 403
    assert logged_in(officer(Role.CASE_OFFICER)).get("/thu/ban/").text == "desk of Lê Thị Hoa"


def without_code(viewer):
    client = logged_in(viewer)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": clock.now().timestamp()}
    ]
    session.save()
    return client


def test_an_officer_without_the_code_this_session_is_asked_for_it():
    client = without_code(officer())
    answer = client.get("/thu/ban/")
    assert answer.headers["Location"] == "/tai-khoan/xac-nhan-ma/?next=%2Fthu%2Fban%2F"
    address = answer.headers["Location"]
    assert "Mã 6 số" in client.get(address).text
    answer = client.post(address, {"code": code_at(SECRET, clock.now()), "next": "/thu/ban/"})
    assert answer.headers["Location"] == "/thu/ban/"
    assert client.get("/thu/ban/").status_code == 200


def test_an_officer_without_an_app_sets_one_up_first():
    viewer = officer()
    Authenticator.objects.all().delete()
    client = without_code(viewer)
    address = client.get("/thu/ban/").headers["Location"]
    assert address == "/tai-khoan/hai-buoc/bat/?next=%2Fthu%2Fban%2F"
    page = client.get(address)
    assert "data:image/svg+xml" in page.text
    secret = client.session["mfa.totp.secret"]
    wrong = client.post("/tai-khoan/hai-buoc/bat/", {"code": "000000"})
    assert secret in wrong.text
    done = client.post("/tai-khoan/hai-buoc/bat/", {"code": code_at(secret, clock.now())})
    assert done.headers["Location"] == "/tai-khoan/ma-du-phong/"
    codes = client.get("/tai-khoan/ma-du-phong/").text
    assert 'href="/thu/ban/"' in codes
    assert client.get("/thu/ban/").status_code == 200
    assert secret not in str(Authenticator.objects.get(type="totp").data)


def test_an_officer_cannot_give_the_second_factor_up():
    viewer = officer()
    client = without_code(viewer)
    assert "luôn phải có" in client.get("/tai-khoan/hai-buoc/tat/").text
    client.post("/tai-khoan/hai-buoc/tat/")
    assert Authenticator.objects.filter(user=Account.objects.get(key=viewer.key)).exists()
