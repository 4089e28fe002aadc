"""Facts that the procedures tell the journal."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True)
class CatalogueImported(Event):
    """One source of the catalogue was read; the counts are of its records."""

    kind: ClassVar[str] = "catalogue.imported"
    source: str
    records: int
    new: int
    changed: int
    unchanged: int
    refused: int
