"""Fixtures of casework, for every test that asks for them: a ward, its officers and a mother."""

import pytest
from tests.factories import dossiers, people

from motcua.identity.values import Role


@pytest.fixture
def ward(db):
    dossiers.country()
    dossiers.services()


@pytest.fixture
def mother(ward):
    return people.citizen(full_name="Nguyễn Thị Hậu", email="hau@example.vn")


@pytest.fixture
def reception(ward):
    return people.officer(Role.RECEPTIONIST)


@pytest.fixture
def clerk(ward):
    return people.officer(Role.CASE_OFFICER)


@pytest.fixture
def leader(ward):
    return people.officer(Role.APPROVER)
