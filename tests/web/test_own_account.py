import pytest
from tests.factories.people import PASSWORD, citizen, logged_in, officer

from motcua.identity import queries
from motcua.identity.models import Account
from motcua.notifications.models import Message
from motcua.web import clock

pytestmark = pytest.mark.django_db
SAID = {"full_name": "Nguyễn Văn An", "phone": "0912 345 678", "email": "", "password": PASSWORD}


def test_a_citizen_opens_an_account_and_is_in(client):
    answer = client.post("/dang-ky/", {**SAID, "next": "/tai-khoan/"})
    assert answer.headers["Location"] == "/tai-khoan/"
    page = client.get("/tai-khoan/").text
    assert "Nguyễn Văn An" in page
    assert "0912 345 678" in page


def test_what_was_typed_stays_beside_what_is_wrong_with_it(client):
    answer = client.post("/dang-ky/", {**SAID, "phone": "091", "password": "ngan"})
    assert answer.status_code == 422
    assert 'value="Nguyễn Văn An"' in answer.text
    assert 'value="091"' in answer.text
    assert 'value="ngan"' not in answer.text
    assert 'href="#phone"' in answer.text
    assert 'href="#password"' in answer.text


def test_a_door_that_opens_too_many_accounts_closes_for_a_while(client):
    for _ in range(30):
        assert client.post("/dang-ky/", {}).status_code == 422
    answer = client.post("/dang-ky/", SAID)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "thử lại sau" in answer.text


def test_guessing_a_password_is_stopped_and_says_until_when(client):
    citizen(phone="0912345678")
    tries = [
        client.post("/dang-nhap/", {"login": "0912345678", "password": f"sai {n}"}).status_code
        for n in range(10)
    ]
    assert tries == [422] * 10
    answer = client.post("/dang-nhap/", {"login": "+84912345678", "password": PASSWORD})
    assert answer.status_code == 429
    assert "thử lại sau" in answer.text


@pytest.mark.shows("P10", "CN01")
def test_details_are_changed_and_mistakes_kept(client):
    viewer = citizen(phone="0912345678")
    logged_in(viewer, client=client)
    typed = {"full_name": "Trần Thị Mai", "phone": "0912345678", "address": "12 Hàng Bài"}
    born = {"born_on-day": "27", "born_on-month": "3", "born_on-year": "1990"}
    wrong = client.post("/tai-khoan/thong-tin/", {**typed, **born, "citizen_id": "12"})
    assert wrong.status_code == 422
    assert 'value="12"' in wrong.text
    assert 'value="27"' in wrong.text
    bad_day = client.post("/tai-khoan/thong-tin/", {**typed, **born, "born_on-day": "32"})
    assert "Ngày sinh chưa đúng" in bad_day.text
    client.post("/tai-khoan/thong-tin/", {**typed, **born, "citizen_id": "001085012345"})
    page = client.get("/tai-khoan/").text
    assert all(words in page for words in ("Đã lưu", "001085012345", "27/03/1990", "12 Hàng Bài"))


def test_a_new_password_keeps_the_reader_in_and_ends_other_sessions(client):
    viewer = citizen(phone="0912345678")
    other = logged_in(viewer)
    logged_in(viewer, client=client)
    change = {"old_password": "sai", "new_password": "bien dong gio lon"}
    assert client.post("/tai-khoan/mat-khau/", change).status_code == 422
    change["old_password"] = PASSWORD
    assert client.post("/tai-khoan/mat-khau/", {**change, "new_password": "x"}).status_code == 422
    assert client.post("/tai-khoan/mat-khau/", change).status_code == 302
    assert client.get("/tai-khoan/").status_code == 200
    assert other.get("/tai-khoan/").status_code == 302


def test_a_forgotten_password_is_set_anew_through_the_mail(client):
    viewer = citizen(phone="0912345678", email="mai@vidu.vn")
    client.post("/dang-nhap/quen-mat-khau/", {"email": "nobody@vidu.vn"})
    assert not Message.objects.exists()
    answer = client.post("/dang-nhap/quen-mat-khau/", {"email": "Mai@vidu.vn"}, follow=True)
    assert "xem hộp thư" in answer.text
    letter = Message.objects.get(recipient="mai@vidu.vn")
    address = next(word for word in letter.text.split() if word.startswith("http"))
    form = client.get(address, follow=True)
    assert "Đặt mật khẩu mới" in form.text
    there = form.redirect_chain[-1][0]
    weak = client.post(there, {"password1": "ngan", "password2": "ngan"})
    assert "ngắn quá" in weak.text
    new = {"password1": "bien dong gio lon", "password2": "bien dong gio lon"}
    assert "Đã đặt mật khẩu mới" in client.post(there, new, follow=True).text
    assert Account.objects.get(key=viewer.key).check_password("bien dong gio lon")
    assert "không còn dùng được" in client.get(address, follow=True).text


def test_a_closed_account_is_told_so(client):
    viewer = citizen(phone="0912345678")
    Account.objects.filter(key=viewer.key).update(is_active=False)
    answer = client.post("/dang-nhap/", {"login": "0912345678", "password": PASSWORD})
    assert "đã bị khóa" in answer.text
    assert queries.viewer_of(viewer.key, at=clock.now()).anonymous


@pytest.mark.parametrize("page", ["", "hai-buoc/", "mat-khau/", "ma-du-phong/tao-moi/"])
def test_the_pages_of_ones_account_are_drawn(page):
    answer = logged_in(officer()).get(f"/tai-khoan/{page}", follow=True)
    assert answer.status_code == 200
    assert "<h1" in answer.text


@pytest.mark.parametrize("address", ["/accounts/login/", "/login/", "/tai-khoan/email/"])
def test_pages_of_the_library_that_are_not_ours_do_not_exist(client, address):
    assert client.get(address).status_code == 404


def test_a_page_for_nobody_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/dang-nhap/")


def test_a_page_for_somebody_asks_who_they_are_in_three_queries(django_assert_num_queries):
    client = logged_in(citizen())
    with django_assert_num_queries(3):
        client.get("/dang-xuat/")
