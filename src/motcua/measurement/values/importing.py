"""What an import of access logs did."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Imported:
    """Lines by what became of them.

    lines = accepted + sum(left) + sum(refused). `left` are lines that tell no page (by `Left`),
    `refused` those that ought to and do not (by reason), each with examples masked of persons;
    `masked` counts what was taken out of accepted ones. `unfinished` lines have no end yet and
    are left for the next time; `skipped` files were imported before.
    """

    lines: int = 0
    accepted: int = 0
    robots: int = 0
    left: "Counter[str]" = field(default_factory=Counter)
    refused: "Counter[str]" = field(default_factory=Counter)
    masked: "Counter[str]" = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    skipped: list[Path] = field(default_factory=list)
    damaged: list[Path] = field(default_factory=list)
    unfinished: int = 0
    cpu_seconds: float = 0.0

    @property
    def pace(self) -> float:
        """Lines per second of CPU time."""
        return self.lines / self.cpu_seconds if self.cpu_seconds else 0.0
