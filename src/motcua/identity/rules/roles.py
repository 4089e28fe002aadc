"""Which functions of a workflow a role fulfils where an agency has said nothing else."""

from collections.abc import Mapping, Sequence

from motcua.identity.values import Role

FUNCTIONS: dict[Role, tuple[str, ...]] = {
    Role.RECEPTIONIST: ("reception",),
    Role.CASE_OFFICER: ("case_officer",),
    Role.APPROVER: ("unit_head", "leader"),
    Role.REGISTRY_CLERK: ("clerk",),
    Role.FINANCE_OFFICER: ("finance",),
}


NAMES = tuple(dict.fromkeys(name for names in FUNCTIONS.values() for name in names))
"""Every function, in the order of the work."""


def functions_of(
    roles: frozenset[Role], binding: Mapping[str, Sequence[str]] | None = None
) -> frozenset[str]:
    """Give the names of the functions that these roles fulfil together.

    `binding` says which roles fulfil a function at an agency; one it does not name is fulfilled as
    everywhere.
    """
    bound = binding or {}
    usual = {name for role in roles for name in FUNCTIONS.get(role, ()) if name not in bound}
    return frozenset(usual | {name for name, by in bound.items() if roles & frozenset(by)})


def roles_for(
    function: str, binding: Mapping[str, Sequence[str]] | None = None
) -> tuple[Role, ...]:
    """Give the roles that fulfil a function."""
    if binding and function in binding:
        return tuple(Role(name) for name in binding[function])
    return tuple(role for role, names in FUNCTIONS.items() if function in names)
