"""A ward and a mother whose children's births are registered there."""

import pytest
from tests.factories import dossiers, people


@pytest.fixture
def ward(db):
    dossiers.country()
    dossiers.services()


@pytest.fixture
def mother(ward):
    return people.citizen(full_name="Nguyễn Thị Hậu", email="hau@example.vn")
