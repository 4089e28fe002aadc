"""robots.txt as RFC 9309 says, sitemaps as hints."""

import pytest

from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.probes.walking.robots import AGAIN, LISTED, listed, robots

HOME = "https://a.vn/vi"


def said(text: str, *, status: int = 200, kind: str = "text/plain", failed: str = ""):
    """Read a robots.txt; give it with the seconds that were waited and the addresses asked."""
    asked, waited = [], []

    def ask(url: str) -> Answer:
        asked.append(url)
        return Answer(
            url=url,
            status=status,
            headers={"content-type": kind},
            body=text.encode(),
            failed=failed,
        )

    return robots(HOME, ask, sleep=waited.append), waited, asked


RULES = """
User-agent: *
Disallow: /
User-agent: motcua-audit
Disallow: /rieng
Allow: /rieng/chung
Disallow: /*.aspx$
Crawl-delay: 4
Sitemap: https://a.vn/ban-do.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/rieng/x", False),
        ("/rieng/chung/x", True),
        ("/x.aspx", False),
        ("/x.aspx?y=1", True),
    ],
)
def test_the_group_that_names_us_and_its_longest_match(path, allowed):
    found, _, asked = said(RULES)
    assert found.allows("https://a.vn" + path) is allowed
    assert asked == ["https://a.vn/robots.txt"]


def test_what_it_says_of_pace_and_of_sitemaps():
    found, _, _ = said(RULES)
    assert (found.delay, found.sitemaps) == (4.0, ("https://a.vn/ban-do.xml",))


def test_a_request_rate_is_a_pace():
    found, _, _ = said("User-agent: *\nRequest-rate: 10/1m")
    assert found.delay == 6.0


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_none_is_leave_to_look(status):
    found, waited, _ = said("User-agent: *\nDisallow: /", status=status)
    assert (found.allows(HOME), found.delay, waited) == (True, 0.0, [])


def test_a_page_in_its_place_is_no_robots_txt():
    found, _, _ = said("User-agent: *\nDisallow: /", kind="text/html; charset=utf-8")
    assert found.allows(HOME)


def test_a_portal_that_fails_is_asked_again_and_then_left_alone():
    found, waited, _ = said("", status=503)
    assert (found.allows(HOME), found.refuses, tuple(waited)) == (False, "status 503", AGAIN)


@pytest.mark.parametrize("failed", ["dns: no such host", "refused", "timeout"])
def test_a_portal_that_is_not_there_is_not_waited_for(failed):
    found, waited, _ = said("", status=0, failed=failed)
    assert (found.allows(HOME), found.refuses, waited) == (False, failed, [])


def test_endless_redirects_are_no_robots_txt():
    found, _, _ = said("", status=0, failed="redirects: more than 5")
    assert found.allows(HOME)


def sitemaps(pages: dict[str, str]):
    def ask(url: str) -> Answer:
        return Answer(
            url=url, status=200 if url in pages else 404, body=pages.get(url, "").encode()
        )

    return ask


def test_a_sitemap_is_a_hint():
    ask = sitemaps(
        {"https://a.vn/sitemap.xml": "<loc>https://a.vn/x?a=1&amp;b=2</loc><loc> /y </loc>"}
    )
    assert listed(HOME, (), ask) == ("https://a.vn/x?a=1&b=2", "/y")


def test_an_index_of_sitemaps_is_followed_one_step():
    ask = sitemaps(
        {
            "https://a.vn/m.xml": "<loc>https://a.vn/1.xml</loc><loc>https://a.vn/2.xml</loc>",
            "https://a.vn/1.xml": "<loc><![CDATA[https://a.vn/x]]></loc><loc>https://a.vn/3.xml</loc>",
            "https://a.vn/3.xml": "<loc>https://a.vn/deep</loc>",
        }
    )
    assert listed(HOME, ("https://a.vn/m.xml",), ask) == ("https://a.vn/x", "https://a.vn/3.xml")


def test_a_sitemap_without_end_is_cut():
    many = "".join(f"<loc>https://a.vn/{n}</loc>" for n in range(5000))
    assert len(listed(HOME, (), sitemaps({"https://a.vn/sitemap.xml": many}))) == LISTED


def test_what_is_no_sitemap_hints_at_nothing():
    assert listed(HOME, (), sitemaps({"https://a.vn/sitemap.xml": "<html>404"})) == ()
