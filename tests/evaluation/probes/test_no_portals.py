"""What is no portal at all must not be graded as one: nothing there means nothing failed."""

from datetime import UTC, datetime

import pytest
from tests.evaluation.probes.auditing.small import page, small

from motcua.evaluation.probes.auditing import warm as auditing_warm
from motcua.evaluation.probes.auditing.one import Shared
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.browser import Running
from motcua.evaluation.probes.registry import facts
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.rules.judging import grade
from motcua.evaluation.values.audits import Manner

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
BLANK = "<!doctype html>"
LOGIN = page(
    "Đăng nhập",
    body="""<main><form method=post action=/vao>
    <p><label for=u>Tên đăng nhập</label> <input id=u name=u autocomplete=username></p>
    <p><label for=p>Mật khẩu</label>
    <input id=p name=p type=password autocomplete=current-password></p>
    <p><button>Đăng nhập</button></p></form></main>""",
)
PARKED = page("songmau.vn", ("/a", "Loans"), ("/b", "Hotels"), body="<p>This domain is for sale.")


@pytest.fixture
def auditing(browser, tmp_path, monkeypatch):
    """Audit one page with every probe and the browser of the whole run."""
    monkeypatch.setattr(auditing_warm, "GROWN", float("inf"))  # It is not ours to start anew.
    warm = Warm()
    warm._running = Running(browser)
    shared = Shared(warm=warm, pace=Pace(0, tmp_path / "pace"), now=lambda: NOON)
    manner = Manner(pages=1, pace=0)
    return lambda url: shared.audit(url, manner=manner, folder=tmp_path / "a")


@pytest.mark.once
@pytest.mark.parametrize(
    ("pages", "answers", "seen"),
    [
        ({"/": BLANK}, {}, 0),
        ({"/": "hỏng"}, {"status": {"/": 500}}, 0),
        ({"/": LOGIN}, {}, 1),
        ({"/": PARKED}, {}, 1),
    ],
    ids=("blank", "broken", "login", "parked"),
)
def test_what_is_no_portal_gets_no_grade_but_the_last(auditing, pages, *, answers, seen):
    with small(pages, **answers) as url:
        found = auditing(url)
    assert sum(one.problem is None for one in found.pages) == seen
    result = grade(criteria_set("qd-473/2024-placeholder"), found, facts=facts())
    assert (result.grade, result.provisional) == ("E", True)
    assert result.total < 50
    assert bool(result.judged) is bool(seen)
