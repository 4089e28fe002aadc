"""What a request tells besides its body, and what every dialect is read with."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime

from motcua.measurement.values.sites import Site

Sites = Mapping[int, Site]
"""The portals that may send, by their number."""

Tally = MutableMapping[tuple[int, str], int]
"""What was taken out of accepted facts: (site, what `privacy.names_a_person` calls it) → times."""


@dataclass(frozen=True, slots=True)
class Heard:
    """When a request came (aware UTC), from which address, with which agent and language.

    The address and the agent are forgotten when the fact is made: they only key its visitor.
    """

    at: datetime
    ip: str = ""
    agent: str = ""
    language: str = ""
