"""The timeline of the desk tells facts in words, and leaves out what only machines need."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from motcua.desk.history import timeline
from motcua.journal.values import Actor, Entry

AT = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
WORKER = Actor("worker", "w1", "motcua")


def told(kind, **payload):
    entry = Entry(1, kind, "dossier:1", payload, WORKER, AT)
    return [line.title for line in timeline(SimpleNamespace(history=(entry,)))]


@pytest.mark.parametrize(
    ("kind", "payload", "titles"),
    [
        ("dossier.submitted", {}, ["Đã nộp hồ sơ"]),
        ("dossier.moved", {"move": "propose"}, ["Trình duyệt"]),
        ("notification.sent", {"channel": "mail"}, ["Đã báo tin cho người nộp"]),
        ("notification.queued", {"channel": "mail"}, []),
        ("something.new", {}, []),
    ],
)
def test_facts_are_told_in_words(kind, payload, titles):
    assert told(kind, **payload) == titles
