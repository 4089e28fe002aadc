"""Addresses that nobody should write: each leads to a page, never to an error."""

import pytest
from tests.factories import people
from tests.portal import town
from tests.procedures.search_samples import fill
from tests.web.bad import Bad, assert_told

pytestmark = pytest.mark.django_db

NO_PAGE = ("Không có trang này", "leads nowhere")
OPERATORS = ('"', "*", "-", "(", ")", "^", ":", "'", "&", "|", "!", "<->", "\\", "%", "_", "NEAR(")


@pytest.fixture
def catalogue(db):
    town.build()
    fill()


@pytest.mark.parametrize(
    "path",
    [
        "/thu-tuc/%00/",
        "/thu-tuc/%00.jsonld",
        "/ho-so/%00/",
        "/ho-so/%00/da-nop/",
        "/nop-ho-so/%00/",
        "/%00",
        "/%ff%fe/",
        "/to-khai/khong-phai-ma/child/",
    ],
)
def test_a_path_that_cannot_be_leads_nowhere(client, path):
    assert_told(client, Bad(path, path, 404, *NO_PAGE))


@pytest.mark.parametrize("way", ["/thu-tuc/?q=", "/thu-tuc/goi-y?q="])
@pytest.mark.parametrize("operator", OPERATORS)
def test_what_databases_read_as_operators_is_only_words(client, catalogue, way, operator):
    for words in (
        operator,
        f"khai sinh {operator}",
        f"{operator}khai{operator} sinh",
        operator * 9,
    ):
        client.raise_request_exception = True
        assert client.get(way.partition("?")[0], {"q": words}).status_code == 200


@pytest.mark.parametrize(
    ("query", "stays"),
    [
        ("q=khai%00+sinh", "khai sinh"),
        ("q=%ff%fe%c3", "tìm"),
        ("q=" + "a" * 10_000, "a" * 200),
        ("q=%27%3B+DROP+TABLE+agencies_agency--", "DROP TABLE"),
        ("q=%F0%9F%98%80", "😀"),
        ("linh-vuc=%00&co-quan=%00", "tìm"),
        ("trang=" + "9" * 5000, "tìm"),
        ("trang=-1&q=khai+sinh", "khai sinh"),
        ("trang=%C2%B2&q=khai+sinh", "khai sinh"),
    ],
    ids=lambda text: text[:30],
)
def test_a_question_that_cannot_be_is_searched_as_far_as_it_can_be_read(
    client, catalogue, query, stays
):
    answer = client.get(f"/thu-tuc/?{query}")
    assert answer.status_code == 200
    assert stays in answer.text


LOOK_UPS = [
    Bad(
        "nul",
        "/tra-cuu/?ma=H26%00&kiem-tra=AB%00",
        404,
        "Không có hồ sơ nào ứng với hai mã này",
        "No application matches",
        stays=("H26",),
    ),
    Bad(
        "no check",
        "/tra-cuu/?ma=H26&kiem-tra=",
        422,
        "mã tra cứu",
        "Enter the look-up code",
        stays=("H26",),
    ),
    Bad(
        "broken",
        "/tra-cuu/?ma=%ff%fe&kiem-tra=%c3",
        404,
        "Không có hồ sơ nào ứng với hai mã này",
        "No application matches",
    ),
    Bad(
        "long",
        "/tra-cuu/?ma=" + "x" * 10_000 + "&kiem-tra=y",
        404,
        "Không có hồ sơ nào ứng với hai mã này",
        "No application matches",
    ),
    Bad(
        "emoji",
        "/tra-cuu/?ma=😀&kiem-tra=😀",
        404,
        "Không có hồ sơ nào ứng với hai mã này",
        "No application matches",
        stays=("😀",),
    ),
]


@pytest.mark.shows("P5")
@pytest.mark.parametrize("bad", LOOK_UPS, ids=str)
def test_a_look_up_says_that_the_codes_do_not_belong_together(client, bad):
    assert_told(client, bad)


CURSOR = ("Địa chỉ của trang danh sách này không còn đúng", "no longer right")
INBOX = [
    Bad("forged", "/ban-lam-viec/?sau=WyJhIl0:1abc:xyz", 409, *CURSOR),
    Bad("emoji", "/ban-lam-viec/?sau=😀:a:b", 409, *CURSOR),
    Bad("no cursor", "/ban-lam-viec/?sau=1", 409, *CURSOR),
    Bad(
        "search nul",
        "/ban-lam-viec/?tim=a%00b",
        200,
        "Hồ sơ cần xử lý",
        "Applications to work on",
        stays=("ab",),
    ),
    Bad(
        "state nul",
        "/ban-lam-viec/?trang-thai=%00&thu-tuc=%00",
        200,
        "Hồ sơ",
        "Applications to work on",
    ),
    Bad(
        "wildcards",
        "/ban-lam-viec/?tim=%25_%5C",
        200,
        "Hồ sơ",
        "Applications to work on",
        stays=("%_",),
    ),
    Bad(
        "No application matches",
        "/ban-lam-viec/ho-so/KHONG-CO/",
        404,
        "Không tìm thấy hồ sơ",
        "not found",
    ),
]


@pytest.mark.parametrize("bad", INBOX, ids=str)
def test_a_list_of_the_desk_takes_no_address_that_was_altered(db, bad):
    town.build()
    assert_told(people.logged_in(people.officer()), bad)


def test_codes_of_services_and_places_that_are_not_there(client, catalogue):
    for path in ("/nop-ho-so/9.9/", "/thu-tuc/" + "9" * 3000 + "/", "/don-vi/xx.json"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"referer": "http://["}, 404),
        ({"referer": "\x00"}, 404),
        ({"cookie": 'motcua="abcdefghijkl\\000"'}, 404),
        ({"cookie": 'ngon-ngu="vi\\000"; csrftoken="\\000"'}, 404),
        ({"accept-language": "\xff" * 200}, 404),
        ({"host": "evil.example"}, 400),
    ],
    ids=str,
)
def test_headers_that_no_browser_sends(client, headers, status):
    assert client.get("/khong-co/", headers=headers).status_code == status


@pytest.mark.parametrize(
    "to", ["//evil.example", "http://[", "javascript:alert(1)", "\\\\evil", "/\0"]
)
def test_nobody_is_led_off_the_site(client, to):
    for address in ("/ngon-ngu/", "/dang-nhap/bo-qua/"):
        assert client.post(address, {"language": "xx", "next": to}).url == "/"
