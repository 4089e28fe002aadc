"""A lake with a simulated year in it, made once for a whole run; nobody writes into it."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from motcua.simulation.measured import filling

COUNTED = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)
"""When it was counted: the morning of 1 July 2026 in Hà Nội; the year ends the day before."""


@pytest.fixture(scope="session")
def filled_lake(tmp_path_factory):
    """Fill a lake with a demonstration's year of roll-ups; give its folder."""
    folder = tmp_path_factory.mktemp("measured") / "lake"
    before = settings.LAKE
    settings.LAKE = str(folder)
    try:
        assert filling.demonstrate(at=COUNTED)
    finally:
        settings.LAKE = before
    return folder


@pytest.fixture
def nation(settings, filled_lake):
    """Let pages read the filled lake."""
    settings.LAKE = str(filled_lake)
    return filled_lake
