"""What a page costs: questions to the database, bytes, and nothing when nothing changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.people import citizen, logged_in
from tests.observatory import nation

from motcua.observatory import kept

PAGES = (
    "?ky=2026-03",
    "co-quan/H26/?ky=2026-03",
    "xep-hang/use2/?ky=2026-03",
    "ban-do/use2/?ky=2026-03",
    "so-sanh/?ky=2026-03&co-quan=H26&co-quan=H38",
    "thu-tuc/1.001193/?ky=2026-03",
    "chi-so/use2/?ky=2026-03",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_the_database_little_and_never_a_line_a_row(seen, path):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        seen(path)
    assert len(asked) <= 9, [query["sql"] for query in asked]


def test_answers_are_kept_until_something_is_counted(seen, monkeypatch):
    asked = []

    def ask(code):
        asked.append(code)
        return code

    assert [kept.recall(ask, "a"), kept.recall(ask, "a"), kept.recall(ask, "b")] == ["a", "a", "b"]
    monkeypatch.setattr(kept.queries, "counted_at", lambda: nation.NOW.replace(day=16))
    kept.recall(ask, "a")
    assert asked == ["a", "b", "a"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stays_light(seen, path):
    assert len(seen(path).content) <= 60_000


def test_what_did_not_change_is_not_sent_again(seen):
    first = seen("co-quan/H26/?ky=2026-03")
    assert first["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in first["Vary"]
    assert first["Last-Modified"] == "Wed, 15 Apr 2026 03:00:00 GMT"
    again = seen("co-quan/H26/?ky=2026-03", status=304, **{"If-None-Match": first["ETag"]})
    assert again.content == b""
    other = seen("co-quan/H26/?ky=2026-02", **{"If-None-Match": first["ETag"]})
    assert other["ETag"] != first["ETag"]


def test_a_page_with_somebodys_name_is_kept_by_nobody(seen, client):
    logged_in(citizen(full_name="Giàng Thị Mỷ"), client=client)
    page = seen("?ky=2026-03")
    assert "Giàng Thị Mỷ" in page.content.decode()
    assert page["Cache-Control"] == "private, no-cache"
    assert "ETag" not in page


def test_choosing_a_language_is_nobody_elses(seen):
    assert seen("?ky=2026-03&ngon-ngu=en")["Cache-Control"] == "private, no-cache"


def test_an_empty_lake_is_a_page_that_says_so(seen, settings, tmp_path):
    settings.LAKE = str(tmp_path / "empty")
    kept.forget()
    for path in PAGES:
        page = seen(path)
        assert "Chưa có gì được đếm." in page.content.decode() or "chi-so" in path
        assert "ETag" not in page
