"""The Viewer: who is looking, and in which part of the tree of agencies they may act."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

from motcua.identity.values.assistance import Help
from motcua.identity.values.roles import Role
from motcua.journal.values import Actor


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held in an agency and in everything below it.

    `agency_path` is the materialised path, ending in a dot: `H26.` or `H26.00070.`.
    """

    role: Role
    agency_code: str
    agency_path: str

    def covers(self, path: str) -> bool:
        """Tell whether the agency at `path` lies in this grant's subtree."""
        return path.startswith(self.agency_path)


@dataclass(frozen=True, slots=True)
class StandIn:
    """An absent officer whom the viewer stands in for today, with what that officer holds."""

    key: UUID
    name: str
    grants: tuple[Grant, ...]

    def roles_at(self, path: str) -> frozenset[Role]:
        """Give the roles that the absent officer holds over the agency at `path`."""
        return frozenset(grant.role for grant in self.grants if grant.covers(path))


@dataclass(frozen=True, slots=True)
class CitizenProfile:
    """What a person told us about themselves; forms are filled in from it."""

    key: UUID
    full_name: str
    citizen_id: str = field(default="", repr=False)
    born_on: date | None = field(default=None, repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking. Frozen, made once per request; the only thing queries and actions ask for.

    With `helped` it is a person who is being helped: everything is theirs, and the journal names
    the hands that did it. `standing_in` are the absent officers this one covers today; with
    `on_behalf_of` the journal says for whom something is done.
    """

    key: UUID | None
    name: str
    grants: tuple[Grant, ...] = ()
    citizen: CitizenProfile | None = None
    second_factor: bool = False
    kind: Literal["account", "system", "nobody"] = "account"
    helped: Help | None = None
    standing_in: tuple[StandIn, ...] = ()
    on_behalf_of: str = ""

    @property
    def anonymous(self) -> bool:
        """Tell whether nobody is logged in."""
        return self.kind == "nobody"

    @property
    def is_officer(self) -> bool:
        """Tell whether the person holds a role in an agency."""
        return any(grant.role.of_officers for grant in self.grants)

    @property
    def actor(self) -> Actor:
        """Give the name under which the journal remembers this viewer."""
        if self.kind == "system":
            return Actor(kind="system", key="motcua", name=self.name)
        if self.helped is not None:
            said = f"{self.name}, có {self.helped.helper_name} hỗ trợ"
            return Actor(kind="account", key=str(self.helped.helper), name=said[:200])
        said = f"{self.name}, thay mặt {self.on_behalf_of}" if self.on_behalf_of else self.name
        return Actor(kind="account", key=str(self.key or ""), name=said[:200])

    def roles_at(self, path: str) -> frozenset[Role]:
        """Give the roles held over the agency at `path`: there, or anywhere above it."""
        return frozenset(grant.role for grant in self.grants if grant.covers(path))

    def paths(self, *roles: Role) -> tuple[str, ...]:
        """Give the tops of the subtrees where one of `roles` is held (any role if none is named).

        A subtree inside another one is left out, so that a query has as few prefixes as possible.
        """
        held = sorted({g.agency_path for g in self.grants if not roles or g.role in roles})
        tops: list[str] = []
        for path in held:
            if not tops or not path.startswith(tops[-1]):
                tops.append(path)
        return tuple(tops)


ANONYMOUS = Viewer(key=None, name="Khách", kind="nobody")
SYSTEM = Viewer(key=None, name="Hệ thống", kind="system")
