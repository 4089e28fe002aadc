from datetime import timedelta

import pytest
from click.testing import CliRunner
from tests.factories.people import AT, WARD, agency, officer

from motcua.cli.accounts import command
from motcua.identity import actions, queries
from motcua.identity.models import Account
from motcua.identity.values import Role

pytestmark = pytest.mark.django_db


def agencies():
    for code in (WARD, "H26.CA.00070", "H26.HCC", "G06"):
        agency(code)


def test_it_gives_one_way_in_for_each_role_and_changes_nothing_twice():
    agencies()
    first = actions.load_demonstration(at=AT)
    count = Account.objects.count()
    assert actions.load_demonstration(at=AT + timedelta(days=1)) == first
    assert Account.objects.count() == count
    missing = set(Role) - {account.role for account in first}
    assert missing == {Role.ORGANIZATION, Role.DELEGATE}
    assert not Account.objects.exclude(simulated=True).exists()
    assert all("mô phỏng" in account.name for account in first)


def test_its_officers_hold_their_role_and_a_second_factor():
    agencies()
    for account in actions.load_demonstration(at=AT):
        found = queries.account_of_login(account.username)
        assert Account.objects.get(key=found.key).check_password(account.password)
        if account.agency_code:
            viewer = queries.viewer_of(found.key, at=AT)
            assert [g.role for g in viewer.grants] == [account.role]
            assert queries.has_second_factor(found.key)


def test_without_a_demonstration_nobody_is_made(settings):
    settings.DEMONSTRATION = False
    assert actions.load_demonstration(at=AT) == ()
    assert Account.objects.count() == 0


def run(*words):
    return CliRunner().invoke(command, words)


def test_the_command_prints_codes_of_simulated_people_only(settings):
    agencies()
    actions.load_demonstration(at=AT)
    officer(username="hoa")
    assert len(run("totp", "tiepnhan").output.strip()) == 6
    assert run("totp", "hoa").exit_code == 1
    settings.DEMONSTRATION = False
    assert run("totp", "tiepnhan").exit_code == 1


def test_the_command_opens_officers_and_moves_roles():
    agency(WARD)
    opened = ("create-officer", "binh", "--full-name", "Bình", "--password", "nui cao song dai")
    assert run(*opened, "--role", "approver", "--agency", WARD).exit_code == 0
    assert run("grant", "binh", "receptionist", WARD).output == "done\n"
    assert run("revoke", "binh", "approver", WARD).output == "done\n"
    assert run("grant", "binh", "king", WARD).exit_code == 2
    assert "username: " in run(*opened).output
    viewer = queries.viewer_of(queries.account_named("binh").key, at=AT + timedelta(days=9999))
    assert [g.role for g in viewer.grants] == [Role.RECEPTIONIST]
