"""The gallery itself: faults are one thing each, portals serve, keep records and tell nobody."""

import re
import socket
import ssl
import urllib.request

import pytest
from tests.portals import nation
from tests.portals.faults import ALL, KINDS, faults
from tests.portals.portal import Asked
from tests.portals.province import found
from tests.portals.serving import built, serve, served

pytestmark = pytest.mark.once

CODES = list(faults())
HERE = "https://127.0.0.1:1"
LEADS_NOWHERE = {"structure-links-broken", "structure-sitemap-none"}
ASKED = ("/tim-kiem/?q=ket+hon", "/tim-kiem/?q=khia+sinh")


def answers(portal, path: str):
    reply = portal.answer(Asked.of(path, origin=HERE))
    return reply.status, reply.body, reply.headers, reply.cookies, reply.wait


@pytest.mark.parametrize("code", CODES)
def test_a_fault_tells_all_of_itself(code):
    known = faults()[code]

    assert known.what.vi
    assert known.what.en
    assert known.finds or known.unseen
    assert known.peers <= set(ALL)
    assert 1 <= len(known.pages) <= 6
    assert code.partition("-")[0] in {"a11y", *(one.partition(".")[0] for one in known.finds)}


@pytest.mark.parametrize("code", CODES)
def test_a_fault_makes_a_difference(code):
    known = faults()[code]
    faulty, clean = built(code), built("clean", secure=known.secure)
    paths = [*known.pages, *clean.files, *faulty.files, "/khong-co/", *ASKED]

    kept = ("compressing", "redirecting", "certificate", "oldest_tls", "secure")
    assert any(answers(faulty, path) != answers(clean, path) for path in paths) or any(
        getattr(faulty, one) != getattr(clean, one) for one in kept
    )


@pytest.mark.parametrize("code", ["clean", *CODES])
def test_every_page_and_file_a_portal_leads_to_is_there(code):
    portal = built(code)
    missing, met, todo = set(), set(), ["/", "/sitemap.xml"]
    while todo:
        path = todo.pop()
        path = path.partition("#")[0]
        if path in met:
            continue
        met.add(path)
        reply = portal.answer(Asked.of(path, origin=HERE))
        if reply.status != 200:
            missing.add(path)
        elif reply.media_type.startswith(("text/html", "application/xml")):
            todo += _leads_to(reply.body.decode())

    assert missing == set() or code in LEADS_NOWHERE


def _leads_to(text: str) -> list[str]:
    named = re.findall(r'(?:href|src|action)="([^"]*)"|<loc>([^<]*)</loc>', text)
    paths = [(one or other).replace("&amp;", "&").removeprefix(HERE) for one, other in named]
    return [one for one in paths if one.startswith("/") and not one.startswith("//")]


def test_the_clean_portal_has_a_page_of_each_kind():
    portal = built("clean")

    assert all(answers(portal, path)[0] == 200 for path in KINDS)


@pytest.mark.parametrize("one", nation.nation(), ids=lambda one: one.name)
def test_portals_of_the_nation_answer_with_all_their_faults(one):
    portal = nation.member(one.name)
    paths = ["/", "/tim-kiem/?q=ket+hon", *(path for path in portal.answers if path != "404")]

    assert {answers(portal, path)[0] for path in paths} == {200}
    assert one.title.encode() in answers(portal, "/")[1]


def test_the_nation_has_the_shares_of_the_review():
    provinces = [one for one in nation.nation() if one.league == "provinces"]

    assert len(nation.nation()) == 83
    assert len(provinces) == 63
    assert sum(bool(set(one.faults) & set(nation.PRIVACY)) for one in provinces) == 60
    assert sum(bool(set(one.faults) & set(nation.ACCESS)) for one in provinces) == 39
    assert nation.nation() == nation.nation()
    assert nation.nation(seed=1) != nation.nation()
    assert {one.league for one in nation.ten()} == {"provinces", "ministries"}


@pytest.mark.parametrize(
    ("question", "marks", "typos", "titles"),
    [
        ("khai sinh", False, True, ["Đăng ký khai sinh"]),
        ("ket hon", False, True, ["Đăng ký kết hôn"]),
        ("ket hon", True, True, []),
        ("khia sinh", False, True, ["Đăng ký khai sinh"]),
        ("khia sinh", False, False, []),
        ("", False, True, []),
    ],
)
def test_search(question, marks, typos, titles):
    assert [one.title for one in found(question, marks=marks, typos=typos)] == titles


def test_portals_count_what_they_are_asked_and_sent():
    with served(["clean", "structure-sitemap-none"]) as portals:
        clean = portals["clean"]
        with urllib.request.urlopen(f"{clean}/tim-kiem/?q=ket+hon") as answer:
            assert "Đăng ký kết hôn" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(portals["structure-sitemap-none"] + "/sitemap.xml")
        sent = urllib.request.Request(f"{clean}/phan-anh-kien-nghi/", data=b"noi_dung=a")
        urllib.request.urlopen(sent).close()

    assert [one.target for one in clean.asked] == ["/tim-kiem/?q=ket+hon", "/phan-anh-kien-nghi/"]
    assert [(one.method, one.sent) for one in clean.submissions] == [("POST", 10)]


def test_a_portal_over_https_has_a_certificate_of_its_own_authority_and_leads_there_from_http():
    with serve("clean", secure=True) as portal:
        trusting = ssl.create_default_context(cafile=portal.authority)
        with urllib.request.urlopen(portal + "/", context=trusting) as answer:
            assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
        host, _, port = portal.removeprefix("https://").partition(":")
        with socket.create_connection((host, int(port))) as plain:
            plain.sendall(b"GET /lien-he/ HTTP/1.1\r\nHost: h:1\r\nConnection: close\r\n\r\n")
            assert b"Location: https://h:1/lien-he/" in plain.recv(4096)


def test_a_certificate_that_expired_is_refused():
    with serve("security-certificate-expired") as portal:
        trusting = ssl.create_default_context(cafile=portal.authority)
        with pytest.raises(urllib.error.URLError, match="expired"):
            urllib.request.urlopen(portal + "/", context=trusting)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_old_tls_is_spoken_only_where_it_is_the_fault():
    def versions(name: str) -> str | None:
        with serve(name) as portal:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
            host, _, port = portal.removeprefix("https://").partition(":")
            with (
                socket.create_connection((host, int(port))) as raw,
                context.wrap_socket(raw, server_hostname=host) as safe,
            ):
                return safe.version()

    assert versions("security-tls-old") == "TLSv1.1"
    with pytest.raises(ssl.SSLError):
        versions("security-hsts-none")
