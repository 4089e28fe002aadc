"""What measurement says of causes, beside usability sessions."""

from datetime import date
from types import SimpleNamespace

import pytest

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.rules.causes import causes as laid_out
from motcua.observatory.evaluating import session_causes

CAMPAIGN = SimpleNamespace(figures_from=date(2026, 4, 1), figures_to=date(2026, 6, 30))


@pytest.fixture
def counted(monkeypatch):
    def put(counts):
        found = laid_out(counts)
        monkeypatch.setattr(session_causes, "recall", lambda *_asked: found)

    return put


def test_causes_stand_by_how_often_they_were_counted(counted):
    counted({("complex", "telemetry"): 1, ("payment", "asked_at_failure"): 3})
    drawn = session_causes.causes(CAMPAIGN, "H26")
    first, second, *rest = drawn["rows"]
    assert first == ["Lỗi khi nộp tiền trên mạng", "0", "3", "75,0 %", "10 %"]
    assert second[1:4] == ["1", "0", "25,0 %"]
    assert [row[1:4] for row in rest] == [["0", "0", "0,0 %"]] * 4
    assert drawn["lines"][0]["width"] == 100


def test_nothing_counted_and_nothing_to_read_are_no_chart(counted, monkeypatch):
    counted({})
    assert session_causes.causes(CAMPAIGN, "H26") is None

    def refuse(*_asked):
        raise Refused(Sentence("Không có số liệu.", "There are no figures."))

    monkeypatch.setattr(session_causes, "recall", refuse)
    assert session_causes.causes(CAMPAIGN, "H26") is None
