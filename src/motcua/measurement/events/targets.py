"""What happens to targets."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class TargetSet(Event):
    """An agency's head was given a target (subject `target:<agency>/<year>/<indicator>`)."""

    kind: ClassVar[str] = "measurement.target_set"
    agency: str
    year: int
    indicator: str
    value: str
    better: str
    head: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class TargetWithdrawn(Event):
    """A target no longer holds (subject as above)."""

    kind: ClassVar[str] = "measurement.target_withdrawn"
    agency: str
    year: int
    indicator: str
    reason: str
