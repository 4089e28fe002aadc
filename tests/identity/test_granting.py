from datetime import timedelta

import pytest
from tests.factories.people import AT, PASSWORD, WARD, agency, citizen, officer

from motcua.agencies.queries import AgencyUnknown
from motcua.identity import actions, queries
from motcua.identity.actions import CreationRefused, GrantRefused
from motcua.identity.rules.profiles import AccountRefused
from motcua.identity.values import SYSTEM, Role
from motcua.journal.queries import history

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def give(viewer, role=Role.APPROVER, *, code=WARD, by=SYSTEM):
    return actions.grant(account_key=viewer.key, role=role, agency_code=code, by=by, at=LATER)


def test_a_role_holds_from_its_moment_until_it_is_taken_back():
    viewer = officer(Role.RECEPTIONIST)
    assert give(viewer) is True
    assert give(viewer) is False
    assert Role.APPROVER not in queries.viewer_of(viewer.key, at=AT).roles_at(f"{WARD}.")
    assert Role.APPROVER in queries.viewer_of(viewer.key, at=LATER).roles_at(f"{WARD}.")
    end = LATER + timedelta(hours=1)
    taken = {"account_key": viewer.key, "role": Role.APPROVER, "agency_code": WARD}
    assert actions.revoke(**taken, by=SYSTEM, at=end) is True
    assert actions.revoke(**taken, by=SYSTEM, at=end) is False
    assert Role.APPROVER not in queries.viewer_of(viewer.key, at=end).roles_at(f"{WARD}.")
    told = [e.kind for e in history(f"account:{viewer.key}")]
    assert told.count("account.role_granted") == 2
    assert told.count("account.role_revoked") == 1


def test_an_administrator_gives_roles_below_them_only():
    admin = officer(Role.SYSTEM_ADMIN, "H26")
    agency("H29.26734")
    viewer = officer(Role.RECEPTIONIST)
    assert give(viewer, by=admin) is True
    with pytest.raises(GrantRefused):
        give(viewer, code="H29.26734", by=admin)


@pytest.mark.parametrize("role", [Role.RECEPTIONIST, Role.APPROVER, Role.EXECUTIVE])
def test_nobody_else_gives_roles(role):
    with pytest.raises(GrantRefused):
        give(officer(), by=officer(role, "H26"))
    with pytest.raises(GrantRefused):
        give(officer(), by=citizen())


def test_an_administrator_does_not_raise_themselves():
    admin = officer(Role.SYSTEM_ADMIN, "H26")
    with pytest.raises(GrantRefused, match="chính mình"):
        give(admin, Role.CASE_OFFICER, code="H26", by=admin)


def test_an_unknown_agency_is_refused():
    with pytest.raises(AgencyUnknown):
        give(officer(), code="H99")


def test_officers_are_opened_by_administrators_only():
    said = {"username": "binh", "full_name": "Bình", "password": PASSWORD, "at": AT}
    with pytest.raises(CreationRefused):
        actions.create_officer(**said, by=officer())
    key = actions.create_officer(**said, by=officer(Role.SYSTEM_ADMIN, "H26"))
    assert queries.account_named("BINH").key == key
    with pytest.raises(AccountRefused) as refused:
        actions.create_officer(**said, by=SYSTEM)
    assert set(refused.value.problems) == {"username"}


def test_officers_of_an_agency_are_those_there_and_above():
    there, above = officer(Role.APPROVER, WARD), officer(Role.APPROVER, "H26")
    officer(Role.APPROVER, "H26.00004")
    officer(Role.RECEPTIONIST, WARD)
    found = queries.officers_at(f"{WARD}.", Role.APPROVER, at=AT)
    assert {view.key for view in found} == {there.key, above.key}
