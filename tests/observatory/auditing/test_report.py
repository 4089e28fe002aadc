"""The report that people read."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from tests.browser import assert_accessible
from tests.factories.audits import judged

from motcua.observatory import auditing

pytestmark = pytest.mark.once


def picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(written, "JPEG")
    return written.getvalue()


def soup(language: str = "vi", read=lambda _digest: None, digest: str = ""):
    return BeautifulSoup(auditing.html(judged(digest), read=read, language=language), "html.parser")


def test_the_report_needs_nothing_beside_it():
    page = soup(read=lambda _digest: picture(), digest="a" * 64)
    assert not page.select("link, script, iframe, object")
    sources = [img["src"] for img in page.select("img")]
    assert sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in sources)
    named = re.findall(r"url\(\s*[\"']?([a-z.]+)", page.style.string)
    assert set(named) == {"data"}


def test_it_tells_grade_faults_and_that_the_set_is_not_official():
    page = soup()
    assert page.select_one(".seal").get_text(strip=True).endswith("E")
    assert "không phải của cơ quan nhà nước" in page.select_one(".audit__grade").get_text()
    first = page.select_one(".audit__first").get_text(" ", strip=True)
    assert "Tên privacy.notice" in first
    assert "Sửa privacy.notice" in first
    rows = page.select(".audit__criteria tbody th")
    assert [row.get_text(" ", strip=True) for row in rows] == [
        "A.1 Tiêu chí A.1",
        "B.1 Tiêu chí B.1",
    ]


def test_it_speaks_english():
    assert soup("en").html["lang"] == "en"
    assert "Mend privacy.notice" in soup("en").get_text()


def test_what_a_portal_wrote_is_only_text():
    page = auditing.html(judged(), read=lambda _digest: None).decode()
    assert "&lt;img src=a.png&gt;" in page
    assert "<img src=a.png>" not in page


def test_a_picture_that_is_none_is_left_out():
    assert not soup(read=lambda _digest: b"<svg onload=alert(1)>", digest="a" * 64).select("img")


@pytest.mark.parametrize("name", ["", "Cổng › 日本語 🙂 \u200b\x00 tiếng Việt"])
def test_the_report_is_printed_whatever_a_portal_calls_itself(name):
    assert auditing.pdf(judged(), name=name).startswith(b"%PDF-")


@pytest.mark.journey
def test_the_report_is_accessible(page_at, tmp_path):
    file = tmp_path / "bao-cao.html"
    file.write_bytes(auditing.html(judged("a" * 64), read=lambda _digest: picture()))
    page = page_at(320)
    page.goto(file.as_uri())
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    assert_accessible(page)
