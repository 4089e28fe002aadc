"""What the rest of the house sees of identity: roles, grants, profiles and the Viewer."""

from motcua.identity.values.accounts import AccountView, DemonstrationAccount
from motcua.identity.values.assistance import Help
from motcua.identity.values.roles import ROLES, Role
from motcua.identity.values.viewer import (
    ANONYMOUS,
    SYSTEM,
    CitizenProfile,
    Grant,
    StandIn,
    Viewer,
)

__all__ = [
    "ANONYMOUS",
    "ROLES",
    "SYSTEM",
    "AccountView",
    "CitizenProfile",
    "DemonstrationAccount",
    "Grant",
    "Help",
    "Role",
    "StandIn",
    "Viewer",
]
