"""What is known by name: hosts, trackers, libraries, files, security.txt, certificates' names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import (
    certificates,
    exposures,
    hosts,
    libraries,
    security_txt,
    timing,
    trackers,
)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("dichvucong.haiphong.gov.vn", "haiphong.gov.vn"),
        ("haiphong.gov.vn", "haiphong.gov.vn"),
        ("www.vnexpress.net", "vnexpress.net"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_sites(host, site):
    assert hosts.site_of(host) == site
    assert hosts.same_site(f"https://{host}/x", f"http://{site}:81/")


def test_the_state_is_no_tracker_and_others_are():
    assert trackers.tracker("f-emc.ngsp.gov.vn") == ""
    assert hosts.of_the_state("f-emc.ngsp.gov.vn")
    assert not hosts.of_the_state("gov.vn.example.com")
    assert trackers.tracker("www.google-analytics.com") == "Google Analytics"
    assert trackers.tracker("sp.zalo.me") == "Zalo"
    assert trackers.tracker("notfacebook.com") == ""
    assert trackers.lends_fonts("fonts.gstatic.com")
    assert trackers.known_part("https://www.google.com/maps/embed?pb=1") == "Google Maps"


@pytest.mark.parametrize(
    ("url", "name", "old"),
    [
        ("/js/jquery-1.11.3.min.js", "jQuery", True),
        ("/js/jquery-3.7.1.min.js", "jQuery", False),
        ("https://cdn.example/jquery@3.4.1/dist/jquery.min.js", "jQuery", True),
        ("/lib/jquery.min.js?v=1.9.1", "jQuery", True),
        ("/bootstrap-3.3.7.min.js", "Bootstrap", True),
        ("/bootstrap-5.3.3.bundle.min.js", "Bootstrap", False),
        ("/angular.js/1.8.2/angular.min.js", "AngularJS", True),
        ("/jquery-ui-1.12.1.min.js", "jQuery UI", True),
    ],
)
def test_libraries_are_known_by_address(url, name, old):
    found = libraries.from_address(url)
    assert found is not None
    assert (found[0], libraries.outdated(*found)) == (name, old)


@pytest.mark.parametrize("url", ["/jquery.validate-1.2.3.js", "/static/app.3f9a.js", "/jquery.js"])
def test_other_scripts_are_not_taken_for_libraries(url):
    assert libraries.from_address(url) is None


@pytest.mark.parametrize(
    ("path", "body", "there"),
    [
        ("/.git/HEAD", b"ref: refs/heads/main\n", True),
        ("/.git/HEAD", b"<!doctype html><title>Home</title> ref: refs/", False),
        ("/.env", b"APP_KEY=base64:abc\nDB_PASSWORD=x\n", True),
        ("/.env", b"<html>APP_KEY=1</html>", False),
        ("/phpinfo.php", b"<!DOCTYPE html><title>PHP 8.1 - phpinfo()</title>", True),
        ("/server-status", b"<html><head><title>Apache Status</title>", True),
        ("/backup.zip", b"PK\x03\x04....", True),
        ("/backup.zip", b"", False),
        ("/.DS_Store", b"\x00\x00\x00\x01Bud1", True),
        ("/web.config", b'<?xml version="1.0"?><configuration><system.web/>', True),
    ],
)
def test_files_are_known_by_what_stands_in_them(path, body, there):
    one = next(file for file in exposures.FILES if file.path == path)
    assert exposures.is_there(one, status=200, body=body, absent=None) is there
    assert not exposures.is_there(one, status=404, body=body, absent=None)
    assert not exposures.is_there(one, status=200, body=body, absent=body)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Traceback (most recent call last):\n File", ["python"]),
        ("<h1>Server Error in '/' Application.</h1>", ["asp.net"]),
        ("\tat vn.gov.tthc.HoSo.tim(HoSo.java:42)", ["java"]),
        ("<b>Warning</b>: mysqli() in /var/www/a.php on line <b>9", ["php"]),
        ("ORA-01722: invalid number", ["sql"]),
        ("Không tìm thấy trang bạn cần. Quay về trang chủ.", []),
    ],
)
def test_error_pages_that_talk(text, names):
    assert exposures.leaks(text) == names


def test_listings():
    assert exposures.is_listing("<html><head><title>Index of /uploads</title></head>")
    assert exposures.is_listing("<title>Directory listing for /static/</title>")
    assert not exposures.is_listing("<title>Danh mục thủ tục</title>")


NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Contact: mailto:a@b.vn\nExpires: 2027-01-01T00:00:00Z\n", []),
        ("# c\nContact: https://a.vn/\nexpires: 2027-01-01t00:00:00z", []),
        ("Contact: a@b.vn\nExpires: 2027-01-01T00:00:00Z", ["contact"]),
        ("Contact: mailto:a@b.vn", ["expires"]),
        ("Contact: mailto:a@b.vn\nExpires: 2025-01-01T00:00:00Z", ["expired"]),
        ("Contact: mailto:a@b.vn\nExpires: soon", ["expires"]),
    ],
)
def test_security_txt(text, wrong):
    assert security_txt.problems(text, NOW) == wrong


@pytest.mark.parametrize(
    ("names", "host", "fits"),
    [
        (("a.vn",), "a.vn", True),
        (("*.a.vn",), "x.a.vn", True),
        (("*.a.vn",), "a.vn", False),
        (("*.a.vn",), "y.x.a.vn", False),
        (("127.0.0.1",), "127.0.0.1", True),
        (("*.0.0.1",), "127.0.0.1", False),
        (("b.vn",), "a.vn", False),
    ],
)
def test_names_of_certificates(names, host, fits):
    assert certificates.names_host(names, host) is fits


@given(st.lists(st.floats(min_value=0, max_value=1e6), min_size=1, max_size=50))
def test_the_middle_lies_between(times):
    assert min(times) <= timing.median(times) <= max(times)
    assert timing.percentile(times, 0.5) <= timing.percentile(times, 0.95) <= max(times)
    assert timing.percentile(times, 1.0) == max(times)


def test_times_that_agree_are_enough():
    assert not timing.settled([100.0])
    assert timing.settled([100.0, 105.0])
    assert not timing.settled([100.0, 150.0])
