"""A nation of one city and one ward, with the published services."""

from datetime import UTC, datetime

import pytest
from tests.factories import dossiers

NOW = datetime(2026, 3, 16, 3, 0, tzinfo=UTC)


@pytest.fixture
def ward(db):
    dossiers.country()
    dossiers.services()
