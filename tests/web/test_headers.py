import pytest
from django.test import Client
from tests.factories.people import citizen, logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("trial")]

POLICY = {"default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"}


ADDRESSES = "/dang-nhap/ /dang-ky/ /tai-khoan/ /khong-co/ /thu/loi/ /thu/hong/ /thu/cam/"


@pytest.mark.parametrize("address", ADDRESSES.split())
def test_every_answer_carries_the_policy(address):
    answer = logged_in(citizen(), client=Client(raise_request_exception=False)).get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert set(policy.split("; ")) >= POLICY
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/dang-nhap/", "/dang-ky/", "/khong-co/"])
def test_pages_hold_nothing_that_the_policy_would_stop(client, address):
    page = client.get(address).text
    for stopped in ("<style", " style=", " onclick=", "<script>", 'src="http', "//fonts."):
        assert stopped not in page


def test_pages_are_compressed_and_kept_by_the_reader_only(client):
    answer = client.get("/dang-ky/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "private" in answer.headers["Cache-Control"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get("/khong-co/").headers["Cache-Control"] == "private, no-cache"
