"""Services that a portal offers."""

from dataclasses import dataclass
from datetime import date

from motcua.measurement.values.facts import Level


@dataclass(frozen=True, slots=True)
class Offered:
    """A procedure that an agency answers for, and how far it is online, from `since` on."""

    agency: str
    procedure: str
    level: Level
    has_fee: bool
    essential: bool
    since: date

    @property
    def told(self) -> list[object]:
        """Give what is declared of it, as JSON values."""
        return [self.level.value, self.has_fee, self.essential]
