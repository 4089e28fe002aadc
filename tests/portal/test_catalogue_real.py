"""Every page of the real crawled catalogue, where it lies beside the project."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from motcua.journal.values import Actor
from motcua.procedures.actions import import_records
from motcua.procedures.models import Procedure
from motcua.procedures.rules.parsing.lines import item_of

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "national-catalogue"
FILES = sorted(FOLDER.glob("*.jsonl"))
AT = datetime(2026, 1, 5, 3, tzinfo=UTC)
BY = Actor(kind="system", key="test", name="Kiểm thử")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.slow,
    pytest.mark.skipif(
        not FILES,
        reason="the crawled catalogue may not be shipped; it is looked for in ../shared/data",
    ),
]


def test_every_page_is_drawn_and_light():
    for file in FILES:
        lines = enumerate(file.read_bytes().splitlines(), start=1)
        import_records(
            source=file.name, records=[item_of(n, line) for n, line in lines], by=BY, at=AT
        )
    client, heaviest = Client(), 0
    keys = list(Procedure.objects.order_by("key").values_list("key", flat=True))
    for key in keys:
        answer = client.get(f"/thu-tuc/{key}/")
        assert answer.status_code == 200, key
        heaviest = max(heaviest, len(gzip.compress(answer.content, 6)))
    assert len(keys) == 2042
    assert heaviest < 25_000
