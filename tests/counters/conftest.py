"""A ward with two counters; the day begins on MORNING, a Monday at half past eight."""

import pytest
from tests.counters.office import Office
from tests.factories import dossiers


@pytest.fixture
def ward(db):
    dossiers.country()
    dossiers.services()


@pytest.fixture
def office(ward):
    return Office()
