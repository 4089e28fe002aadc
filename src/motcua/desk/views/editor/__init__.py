"""The editor of procedures: officers put a service online, or its next version, without code."""

from motcua.identity.values import Role

EDITORS = (Role.PROCEDURE_ADMIN,)
READERS = (Role.PROCEDURE_ADMIN, Role.APPROVER)
