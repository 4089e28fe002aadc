"""A ward where a birth is registered on time, one late, and one is refused."""

import pytest
from tests.factories import dossiers, people

from motcua.dossiers import actions
from motcua.identity.values import Role
from motcua.workflow.values import Move, State


@pytest.fixture
def ward(db):
    dossiers.country()
    dossiers.services()


@pytest.fixture
def settle(ward):
    """Register a birth: accepted after an hour, its result signed `hours` after submission."""
    mother = people.citizen(full_name="Nguyễn Thị Hậu", email="hau@example.vn")
    officers = [
        people.officer(role)
        for role in (Role.RECEPTIONIST, Role.CASE_OFFICER, Role.APPROVER, Role.REGISTRY_CLERK)
    ]

    def settled(*, hours):
        code = dossiers.submitted(mother)
        reception, clerk, leader, _ = officers
        actions.perform(code=code, move=Move.ACCEPT, by=reception, at=dossiers.later(hours=1))
        actions.draft_result(code=code, by=clerk, at=dossiers.later(hours=1))
        actions.perform(code=code, move=Move.PROPOSE, by=clerk, at=dossiers.later(hours=1))
        done = actions.perform(
            code=code, move=Move.RESOLVE, by=leader, at=dossiers.later(hours=hours)
        )
        assert done is State.RESOLVED
        return code

    def refused():
        code = dossiers.submitted(mother)
        actions.perform(
            code=code,
            move=Move.REFUSE,
            by=officers[0],
            at=dossiers.later(hours=1),
            reason="Sai nơi",
        )
        return code

    settled.refused = refused
    return settled
