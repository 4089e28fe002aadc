"""Every address × everybody: who is let in, who is sent to log in, who is told nothing."""

from copy import deepcopy
from itertools import chain

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse
from tests.factories import dossiers, people
from tests.procedures.search_samples import fill
from tests.web.cells import CASE_ROLES, EVERYBODY
from tests.web.people_and_things import PERSONAL, everybody, things_of
from tests.web.permissions import TABLE

from motcua.dossiers.models import Draft
from motcua.dossiers.values import Channel
from motcua.identity.values import Role

pytestmark = [pytest.mark.django_db, pytest.mark.once]
METHODS = ("GET", "POST")
MAY_READ = {"owner", *CASE_ROLES}
REFUSED = {400, 409, 422, 429}


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    """Make everybody and everything once; what a test changes is undone after each request."""
    with django_db_blocker.unblock(), transaction.atomic():
        dossiers.country()
        dossiers.services()
        fill()
        browsers, owner, here = everybody()
        yield browsers, things_of(owner, here)
        transaction.set_rollback(True)


def routes(patterns, spaces=()):
    """Give the name of every address below a list of patterns."""
    for one in patterns:
        if hasattr(one, "url_patterns"):
            more = (one.namespace,) if one.namespace else ()
            yield from routes(one.url_patterns, (*spaces, *more))
        else:
            yield ":".join((*spaces, one.name or f"nameless {one.pattern}"))


ROUTES = sorted(set(routes(get_resolver("motcua.config.urls").url_patterns)))
NAMED = {(cell.route, cell.method) for cell in TABLE}
UNNAMED = [(route, way) for route in ROUTES for way in METHODS if (route, way) not in NAMED]


def address(cell, things):
    on = {name: getattr(things, value, value) for name, value in cell.on.items()}
    return reverse(cell.route, kwargs=on) + cell.query


def ask(client, cell, things):
    """Send the request and undo whatever it changed, rows and cookies."""
    cookies = deepcopy(client.cookies)
    try:
        with transaction.atomic():
            if cell.body:
                answer = client.post(
                    address(cell, things), cell.body, content_type="application/octet-stream"
                )
            elif cell.method == "POST":
                answer = client.post(address(cell, things), cell.typed)
            else:
                answer = client.get(address(cell, things))
            content = answer.getvalue() if answer.streaming else answer.content
            text = content.decode("utf-8", "replace")
            transaction.set_rollback(True)
    finally:
        client.cookies = cookies
    return answer, text


def outcome(answer, route) -> str:
    """Name what became of a request."""
    if answer.status_code in (301, 302):
        return _led(answer.url, route)
    known = {401: "login", 403: "forbidden", 404: "not_found", 405: "not_allowed"}
    if answer.status_code in known:
        return known[answer.status_code]
    if answer.status_code in REFUSED:
        return "refused"
    return "ok" if answer.status_code == 200 else str(answer.status_code)


def _led(to, route):
    path = to.partition("?")[0]
    if route.startswith("portal:") and path.startswith(reverse("desk:inbox")):
        return "desk"
    if path == reverse("account_login"):
        return "login"
    if path == reverse("account_reauthenticate"):
        return "password"
    second = (reverse("mfa_reauthenticate"), reverse("mfa_activate_totp"))
    return "second_factor" if path in second and "?next=" in to else "ok"


def test_no_address_is_missing_from_the_table():
    missing = [route for route in ROUTES if route not in {cell.route for cell in TABLE}]
    assert not missing, (
        f"Say in tests/web/permissions.py who may come to {', '.join(missing)}: add a Cell for "
        "each method of it, with what everybody gets."
    )


def test_the_table_names_no_address_that_is_gone():
    stale = sorted({cell.route for cell in TABLE} - set(ROUTES))
    assert not stale, f"Take {', '.join(stale)} out of tests/web/permissions.py: it is gone."


def test_each_line_of_the_table_is_told_apart():
    names = [str(cell) for cell in TABLE]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("cell", TABLE, ids=str)
def test_everybody_gets_what_the_table_says(town, cell):
    browsers, things = town
    wrong, leaks = {}, []
    for name in EVERYBODY:
        answer, text = ask(browsers[name], cell, things)
        got = outcome(answer, cell.route)
        if got != cell.expected[name]:
            wrong[name] = f"{got}, not {cell.expected[name]}"
        if name not in MAY_READ or got in ("forbidden", "not_found"):
            leaks += [f"{name} reads {words!r}" for words in PERSONAL if words in text]
    assert wrong == {}
    assert leaks == []


@pytest.mark.parametrize(("route", "method"), UNNAMED, ids=" ".join)
def test_a_method_that_the_table_does_not_name_is_not_allowed(town, route, method):
    browsers, things = town
    cell = next(cell for cell in TABLE if cell.route == route)
    for name in ("anonymous", "owner", "receptionist"):
        way = getattr(browsers[name], method.lower())
        assert way(address(cell, things)).status_code == 405, name


def test_a_paper_is_closed_to_who_no_longer_works_at_reception(town):
    viewer = people.citizen(at=dossiers.MORNING)
    reception = people.officer(Role.RECEPTIONIST, at=dossiers.MORNING)
    key = dossiers.draft(reception, channel=Channel.COUNTER)
    Draft.objects.filter(key=key).update(owner=viewer.key)
    client = people.logged_in(viewer)
    for name in ("portal:check", "portal:discard"):
        assert client.get(reverse(name, args=[key])).status_code == 404


def test_the_table_speaks_of_everybody_in_every_line():
    assert {frozenset(cell.expected) for cell in TABLE} == {frozenset(EVERYBODY)}
    assert len(TABLE) >= len(ROUTES)
    assert set(chain.from_iterable(cell.expected.values() for cell in TABLE)) == {
        "ok",
        "login",
        "password",
        "desk",
        "second_factor",
        "forbidden",
        "not_found",
        "not_allowed",
        "refused",
    }
