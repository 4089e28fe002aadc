"""Forms of accounts and of the desk, sent as no person would: each answer says what to mend."""

import io

import pytest
from tests.factories import dossiers, people
from tests.portal import town
from tests.web.bad import Bad, assert_told

from motcua.identity.values import Role
from motcua.web.middleware.cleaning import LARGEST_BODY

pytestmark = pytest.mark.django_db

WRONG = ("chưa đúng. Bạn hãy nhập lại", "Enter them again")
LOG_IN = [
    Bad("nul", "/dang-nhap/", 422, *WRONG, typed={"login": "09\x00127", "password": "a\x00"}),
    Bad(
        "100 kB", "/dang-nhap/", 422, *WRONG, typed={"login": "x" * 100_000, "password": "y" * 100}
    ),
    Bad(
        "operators",
        "/dang-nhap/",
        422,
        *WRONG,
        typed={"login": "' OR 1=1 --", "password": "x"},
        stays=("' OR 1=1 --",),
    ),
    Bad(
        "nothing",
        "/dang-nhap/",
        422,
        "Bạn hãy nhập mật khẩu",
        "password",
        typed={"login": "mai"},
        stays=("mai",),
    ),
]
SIGN_UP = [
    Bad(
        "nul only",
        "/dang-ky/",
        422,
        "Bạn hãy nhập họ và tên",
        "Enter your full name",
        typed={"full_name": "\x00", "phone": "0912888777", "password": "x"},
        stays=("0912888777",),
    ),
    Bad(
        "phone",
        "/dang-ky/",
        422,
        "nhập đủ 10 số",
        "all 10 digits",
        typed={"full_name": "Lò Thị Mai", "phone": "09\x00", "password": "x"},
        stays=("Lò Thị Mai",),
    ),
    Bad(
        "markup",
        "/dang-ky/",
        422,
        "chỉ gồm chữ",
        "letters only",
        typed={"full_name": "<script>alert(1)</script>", "phone": "0912888777"},
        stays=("0912888777",),
    ),
    Bad(
        "long name",
        "/dang-ky/",
        422,
        "họ và tên đầy đủ",
        "full name",
        typed={"full_name": "Lò " * 200, "phone": "0912888777", "email": "a@b.vn"},
        stays=("a@b.vn",),
    ),
]
DETAILS = [
    Bad(
        "day",
        "/tai-khoan/thong-tin/",
        422,
        "Ngày sinh chưa đúng",
        "date of birth is wrong",
        typed={"full_name": "Lò Thị Mai", "born_on-day": "9" * 5000, "born_on-year": "\x00"},
        stays=("Lò Thị Mai", "9" * 5000),
    ),
    Bad(
        "address",
        "/tai-khoan/thong-tin/",
        422,
        "dài quá 300",
        "over 300",
        typed={"full_name": "Lò Thị Mai", "phone": "0912888777", "address": "ấp " * 300},
        stays=("0912888777",),
    ),
    Bad(
        "citizen id",
        "/tai-khoan/thong-tin/",
        422,
        "000000000000",
        "first three digits",
        typed={"full_name": "Lò Thị Mai", "phone": "0912888777", "citizen_id": "000000000000"},
        stays=("000000000000",),
    ),
]


@pytest.mark.parametrize("bad", [*LOG_IN, *SIGN_UP], ids=str)
def test_who_comes_in_is_told_what_to_mend(client, bad):
    assert_told(client, bad)


@pytest.mark.parametrize("bad", DETAILS, ids=str)
def test_ones_own_details_stay_as_typed(bad):
    assert_told(people.logged_in(people.citizen()), bad)


def test_a_nul_between_letters_is_dropped_and_the_rest_kept():
    client = people.logged_in(people.citizen())
    typed = {"full_name": "Lò\x00 Thị Mai", "phone": "0912888777", "address": "Bản\x00 Lác"}
    assert client.post("/tai-khoan/thong-tin/", typed).status_code == 302
    assert "Bản Lác" in client.get("/tai-khoan/thong-tin/").text


@pytest.fixture
def desk():
    """Give (browser, code): an officer of reception and a dossier that waits for them."""
    town.build()
    viewer, _ = town.mother()
    code = dossiers.submitted(viewer, answers=dossiers.birth_answers(**{"copies.count": 1}))
    return people.logged_in(people.officer(Role.RECEPTIONIST)), code


MOVE, PAY, WRITE = (
    f"/ban-lam-viec/ho-so/{{code}}/{verb}/" for verb in ("buoc", "thu-phi", "tin-nhan")
)
LONG = ("dài nhất 4000", "at most 4000")
DESK = [
    Bad("unknown move", MOVE, 400, "chọn một việc", "Choose", typed={"buoc": "gi-do"}),
    Bad("no move", MOVE, 400, "chọn một việc", "Choose", typed={"buoc": "\x00"}),
    Bad(
        "stale",
        MOVE,
        409,
        "vừa được người khác xử lý",
        "changed by somebody else",
        typed={"buoc": "refuse", "ban": "999", "ly-do": "Thiếu giấy chứng sinh"},
        stays=("Thiếu giấy chứng sinh",),
    ),
    Bad("no reason", MOVE, 409, "lý do", "reason", typed={"buoc": "refuse", "ly-do": "\x00 "}),
    Bad(
        "100 kB reason",
        MOVE,
        409,
        *LONG,
        typed={"buoc": "refuse", "ly-do": "x" * 100_000},
        stays=("x" * 100_000,),
    ),
    Bad("not yet", MOVE, 409, "Không thể", "annot", typed={"buoc": "return_result"}),
    Bad(
        "100 kB message",
        WRITE,
        409,
        "từ 1 đến 4000",
        "1 to 4000",
        typed={"noi-dung": "x" * 100_000},
        stays=("x" * 100_000,),
    ),
    Bad("empty message", WRITE, 409, "từ 1 đến 4000", "1 to 4000", typed={"noi-dung": "\x00\n"}),
    Bad(
        "no such method",
        PAY,
        400,
        "tiền mặt hay chuyển khoản",
        "cash or transfer",
        typed={"so-tien": "8000", "hinh-thuc": "vang"},
    ),
    Bad("negative", PAY, 409, "8.000", "8,000", typed={"so-tien": "-8000", "hinh-thuc": "cash"}),
    Bad(
        "5000 digits",
        PAY,
        409,
        "8.000",
        "8,000",
        typed={"so-tien": "9" * 5000, "hinh-thuc": "cash"},
    ),
    Bad("no service", "/ban-lam-viec/tiep-nhan/", 404, "9.9", "9.9", typed={"thu-tuc": "9.9\x00"}),
]


@pytest.mark.parametrize("bad", DESK, ids=str)
def test_an_officer_is_told_why_it_was_not_done(desk, bad):
    client, code = desk
    assert_told(client, bad, code=code)


TOO_MUCH = [
    Bad(
        "fields",
        "/dang-nhap/",
        400,
        "bị hỏng hoặc quá lớn",
        "too large",
        typed={f"x{number}": "1" for number in range(2100)},
    ),
    Bad(
        "text",
        "/dang-nhap/",
        400,
        "bị hỏng hoặc quá lớn",
        "too large",
        body=b"login=" + b"x" * 1_100_000,
        kind="application/x-www-form-urlencoded",
    ),
    Bad(
        "no boundary",
        "/dang-nhap/",
        400,
        "bị hỏng hoặc quá lớn",
        "too large",
        body=b"abc",
        kind="multipart/form-data",
    ),
    Bad(
        "charset",
        "/dang-nhap/",
        400,
        "bị hỏng hoặc quá lớn",
        "too large",
        body=b"login=a",
        kind="application/x-www-form-urlencoded; charset=utf-16",
    ),
]


@pytest.mark.parametrize("bad", TOO_MUCH, ids=str)
def test_a_body_that_no_form_of_ours_sends(client, bad):
    assert_told(client, bad)


class Unread(io.RawIOBase):
    """A body that must not be read."""

    def read(self, *_):
        raise AssertionError("the body was read")


def test_more_than_a_whole_dossier_is_refused_by_its_length_unread(client):
    sent = {"CONTENT_LENGTH": str(LARGEST_BODY + 1), "wsgi.input": Unread()}
    answer = client.post("/dang-nhap/", {}, **sent)
    assert answer.status_code == 413
    assert "gửi từng tệp một" in answer.text
