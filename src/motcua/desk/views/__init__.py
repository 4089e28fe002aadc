"""Pages for officers."""

from motcua.identity.values import Role

CASE_ROLES = (
    Role.RECEPTIONIST,
    Role.CASE_OFFICER,
    Role.APPROVER,
    Role.REGISTRY_CLERK,
    Role.FINANCE_OFFICER,
    Role.CONTROLLER,
)
"""Roles that work with dossiers; which dossiers and moves, the queries and the workflow decide."""
