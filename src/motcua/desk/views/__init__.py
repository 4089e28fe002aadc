"""Pages for officers."""

from motcua.identity.values import Role

ACTING_ROLES = (
    Role.RECEPTIONIST,
    Role.CASE_OFFICER,
    Role.APPROVER,
    Role.REGISTRY_CLERK,
    Role.FINANCE_OFFICER,
)
"""Roles that work with dossiers; which dossiers and moves, the queries and the workflow decide."""

CASE_ROLES = (*ACTING_ROLES, Role.CONTROLLER)
"""Roles that read dossiers; control and inspection changes nothing."""
