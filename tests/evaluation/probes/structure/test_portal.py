from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from motcua.evaluation.probes.structure.portal import look
from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.values.observations import Outcome

HOME = "http://mau.gov.vn/"
HTML = {"content-type": "text/html"}


class Files:
    """A portal by its files; what it has not is 404, and `failed` fails."""

    def __init__(self, files=(), failed=""):
        self.files, self.failed, self.asked = dict(files), failed, []

    def get(self, url, **_how):
        self.asked.append(url)
        body = self.files.get(urlsplit(url).path)
        if self.failed:
            return Answer(url=url, failed=self.failed)
        return Answer(
            url=url, status=404 if body is None else 200, headers=HTML, body=(body or "").encode()
        )


def left(*links, kind="home"):
    """Give what a home page leaves."""
    told = {
        "at": HOME,
        "title": "Cổng thị trấn Mẫu",
        "heading": "Mẫu",
        "links": [[HOME.rstrip("/") + path, text, ""] for path, text in links],
        "searches": [],
    }
    return {"site.structure": [{"url": HOME, "value": {"kind": kind, "told": told}}]}


def facts(web, shared):
    site = SimpleNamespace(home=HOME, web=web, shared=shared, pages=())
    return {one.fact.partition(".")[2]: one for one in look(site)}


def link(path, text="Tiếp"):
    return f"<a href='{path}'>{text}</a>"


def test_a_procedure_that_the_walk_did_not_come_by_is_looked_for():
    web = Files(
        {
            "/": link("/a", "Tin") + link("/b", "Lĩnh vực"),
            "/a": "",
            "/b": link("/c"),
            "/c": link("/thu-tuc/1.001193/"),
        }
    )
    assert facts(web, left(("/b", "Lĩnh vực")))["clicks"].value == 3


def test_a_portal_without_procedures_cannot_be_counted_and_is_asked_few_times():
    calendar = "".join(link(f"/lich/{day}") for day in range(400))
    web = Files({f"/lich/{day}": calendar for day in range(400)} | {"/": calendar})
    found = facts(web, left())
    assert found["clicks"].outcome is Outcome.COULD_NOT
    assert len(web.asked) < 25


@pytest.mark.parametrize("failed", ["timeout", "refused", "robots.txt"])
def test_a_portal_that_does_not_answer_is_told_so(failed):
    found = facts(Files(failed=failed), left(("/b", "B")))
    for name in ("robots", "not_found", "not_found_help", "clicks"):
        assert found[name].outcome is Outcome.COULD_NOT
    assert found["broken_links"].value == (1 if failed == "refused" else 0)


def test_without_any_page_nothing_is_claimed():
    found = facts(Files(), {})
    for name in ("clicks", "titles", "addresses", "broken_links"):
        assert found[name].outcome is Outcome.COULD_NOT
    assert found["search_works"].value is False
