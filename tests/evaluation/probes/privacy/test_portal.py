"""Whether a portal has a notice, from what its pages told."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from tests.evaluation.probes.whole import Whole

from motcua.evaluation.probes.privacy import PROBE, notice
from motcua.evaluation.rules.looking import telling
from motcua.evaluation.values.audits import PageRecord
from motcua.evaluation.values.observations import Outcome
from motcua.evaluation.values.pages import PageKind

URL = "http://127.0.0.1/rieng-tu/"
SHARE = telling.value("privacy.statements", URL, 0.5455)
EMPTY = telling.value("privacy.statements", URL, 0.0909)
ADDRESS = telling.value("privacy.notice_address", "http://127.0.0.1/", URL)
SCAN = telling.holds("privacy.readable", URL, [telling.place("scan", notice.HINDERS["scan"])])
VISITED = PageRecord(url=URL, kind=PageKind.PRIVACY)
NOTICE = "Mục đích: giải quyết hồ sơ. Chúng tôi giữ họ tên. Theo Luật 91/2025/QH15. " * 12


def _values(site):
    return {one.fact: one.value for one in PROBE.on_site(site)}


@pytest.mark.parametrize(
    ("told", "there"),
    [([SHARE], True), ([SCAN], True), ([EMPTY, ADDRESS], False), ([], False)],
)
def test_what_the_pages_told_decides(told, there):
    assert _values(Whole({}, told=told, pages=[VISITED]))["privacy.notice"] is there


def test_without_a_notice_nothing_of_it_applies():
    told = {one.fact: one.outcome for one in PROBE.on_site(Whole({}))}
    assert told["privacy.notice"] is Outcome.MEASURED
    assert {told[f"privacy.{name}"] for name in notice.OF_A_NOTICE} == {Outcome.NOT_APPLICABLE}


def test_a_notice_that_is_a_file_is_there_and_hard_to_read():
    address = telling.value("privacy.notice_address", "http://127.0.0.1/", "http://127.0.0.1/a.pdf")
    told = _values(Whole({}, told=[address]))
    assert (told["privacy.notice"], told["privacy.readable"]) == (True, False)


class _Openable(Whole):
    status, text = 200, NOTICE

    @contextmanager
    def open(self, url, **_):
        found = {"main": self.text, "headings": 4, "files": [], "pictures": 0}
        yield SimpleNamespace(
            url=url,
            status=self.status,
            problem=None,
            bring=lambda *_: None,
            once=lambda _name, make: make(),
            ask=lambda script, *_: 1_780_000_000_000 if "Date.now" in script[:30] else found,
        )


@pytest.mark.parametrize(
    ("status", "text", "there"),
    [(200, NOTICE, True), (404, NOTICE, False), (200, "Đang cập nhật", False)],
)
def test_a_notice_that_was_not_visited_is_looked_at_now(status, text, there):
    site = _Openable({}, told=[ADDRESS])
    site.status, site.text = status, text
    assert _values(site)["privacy.notice"] is there
