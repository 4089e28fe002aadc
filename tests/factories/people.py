"""People for tests: citizens, officers in agencies, browsers logged in as them."""

import itertools
from datetime import UTC, datetime
from uuid import uuid4

from allauth.account.internal.flows import login
from allauth.mfa.models import Authenticator
from django.test import Client

from motcua.agencies.models import Agency, LibraryState
from motcua.agencies.queries.state import LIBRARY
from motcua.agencies.values import AgencyKind
from motcua.identity import actions, queries
from motcua.identity.models import Account
from motcua.identity.models.sealed import seal_secret
from motcua.identity.values import SYSTEM, Role, Viewer

AT = datetime(2025, 12, 1, 1, 15, tzinfo=UTC)
PASSWORD = "nui cao song dai"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
WARD = "H26.00070"

_numbers = itertools.count(1)


def citizen(*, full_name="Trần Thị Mai", phone=None, email="", at=AT) -> Viewer:
    """Open a citizen's account; the phone number is made up and used once."""
    phone = phone or f"09127{next(_numbers):05d}"
    key = actions.register(
        full_name=full_name, phone=phone, password=PASSWORD, email=email, by=SYSTEM, at=at
    )
    return queries.viewer_of(key, at=at)


def officer(role=Role.RECEPTIONIST, agency_code=WARD, *, username=None, at=AT) -> Viewer:
    """Open an officer's account with a role and a second factor; makes the agency if missing."""
    agency(agency_code)
    key = actions.create_officer(
        username=username or f"can.bo.{next(_numbers)}",
        full_name="Lê Thị Hoa",
        password=PASSWORD,
        by=SYSTEM,
        at=at,
    )
    actions.grant(account_key=key, role=role, agency_code=agency_code, by=SYSTEM, at=at)
    Authenticator.objects.create(
        user=Account.objects.get(key=key),
        type=Authenticator.Type.TOTP,
        data={"secret": seal_secret(SECRET)},
    )
    return queries.viewer_of(key, at=at, second_factor=True)


def agency(code=WARD) -> None:
    """Make a province or ministry and what is below it, `H26.00070`, if they are not loaded."""
    parts = code.split(".")
    row = None
    for depth in range(len(parts)):
        below = AgencyKind.COMMUNE if parts[depth].isdigit() else AgencyKind.UNIT
        top = AgencyKind.MINISTRY if code.startswith("G") else AgencyKind.PROVINCE
        row = _agency(".".join(parts[: depth + 1]), below if depth else top, row)


def _agency(code, kind, parent):
    row, made = Agency.objects.get_or_create(
        code=code,
        defaults={
            "path": f"{code}.",
            "parent": parent,
            "kind": kind.value,
            "name": f"Cơ quan {code}",
            "short_name": code,
            "official": False,
        },
    )
    if made:
        tell_of_agencies()
    return row


def tell_of_agencies() -> None:
    """Say that agencies are others now, as every action on them does: what is kept is read anew.

    Without a mark nothing of them is kept, and each question reads them again.
    """
    LibraryState.objects.update_or_create(name=LIBRARY, defaults={"token": uuid4()})


def logged_in(viewer: Viewer, *, client: Client | None = None) -> Client:
    """Give a browser in which `viewer` is logged in, with the second factor if they have one."""
    client = client or Client()
    account = Account.objects.get(key=viewer.key)
    client.force_login(account)
    session = client.session
    methods = ["password", "mfa"] if viewer.second_factor else ["password"]
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": method, "at": AT.timestamp()} for method in methods
    ]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(account.pk)
    session.save()
    return client
