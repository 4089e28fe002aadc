"""Officers of every kind of agency around a commune, and citizens.

`python -m tests.journeys.staff 14329 26`: the code of the commune and how many citizens. Writes
JSON: sessions of officers by agency and function, telephone numbers with which citizens log in.
"""

import json
import sys

import tests.django_ready  # noqa: F401 -- must come before models
from django.test import override_settings
from tests.factories import people

from motcua.agencies import queries as agencies
from motcua.agencies.rules.founding import BRANCHES
from motcua.agencies.values import AgencyKind
from motcua.identity.values import Role
from motcua.web import clock

ROLES = {
    "reception": Role.RECEPTIONIST,
    "case_officer": Role.CASE_OFFICER,
    "leader": Role.APPROVER,
    "clerk": Role.REGISTRY_CLERK,
    "finance": Role.FINANCE_OFFICER,
}
KINDS = (
    AgencyKind.COMMUNE,
    AgencyKind.POLICE_COMMUNE,
    *(branch.kind for branch in BRANCHES),
)


def officers(commune):
    """Give the sessions of officers: agency → function → session."""
    at = clock.now()
    # They never log in by password, so it may be hashed cheaply.
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        return {
            code: {
                function: _session(people.officer(role, code, username=f"{function}.{code}", at=at))
                for function, role in ROLES.items()
            }
            for code in (agencies.competent(kind, commune).code for kind in KINDS)
        }


def _session(viewer):
    return people.logged_in(viewer).cookies["motcua"].value


def citizens(number):
    """Open accounts of citizens; give their telephone numbers."""
    phones = [f"0913{one:06}" for one in range(1, number + 1)]
    for phone in phones:
        people.citizen(full_name="Nguyễn Thị Hoa", phone=phone, at=clock.now())
    return phones


if __name__ == "__main__":
    wanted, many = sys.argv[1], int(sys.argv[2])
    sys.stdout.write(json.dumps({"officers": officers(wanted), "citizens": citizens(many)}))
