"""The timeline of the applicant tells what matters to them, in words, and nothing else."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from motcua.journal.values import Actor, Entry
from motcua.portal.story import timeline

AT = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
WORKER = Actor("worker", "w1", "motcua")


@pytest.mark.parametrize(
    ("kind", "payload", "titles"),
    [
        ("dossier.submitted", {}, ["Hồ sơ đã nộp"]),
        ("dossier.brought_in", {}, ["Hồ sơ được chuyển từ hệ thống trước"]),
        ("dossier.moved", {"move": "propose"}, ["Hồ sơ được xử lý tiếp trong cơ quan"]),
        ("notification.sent", {"channel": "mail"}, ["Đã báo tin cho bạn qua thư điện tử"]),
        ("notification.queued", {"channel": "mail"}, []),
        ("something.new", {}, []),
    ],
)
def test_facts_are_told_in_words(kind, payload, titles):
    entry = Entry(1, kind, "dossier:1", payload, WORKER, AT)

    told = timeline(SimpleNamespace(history=(entry,)))

    assert [line.title for line in told] == titles
