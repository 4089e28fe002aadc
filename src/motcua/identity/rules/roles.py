"""Which functions of a workflow a role fulfils where an agency has said nothing else."""

from motcua.identity.values import Role

FUNCTIONS: dict[Role, tuple[str, ...]] = {
    Role.RECEPTIONIST: ("reception",),
    Role.CASE_OFFICER: ("case_officer",),
    Role.APPROVER: ("unit_head", "leader"),
    Role.REGISTRY_CLERK: ("clerk",),
    Role.FINANCE_OFFICER: ("finance",),
}


def functions_of(roles: frozenset[Role]) -> frozenset[str]:
    """Give the names of the functions that these roles fulfil together."""
    return frozenset(name for role in roles for name in FUNCTIONS.get(role, ()))
