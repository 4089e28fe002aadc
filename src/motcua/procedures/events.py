"""Facts that the procedures tell the journal."""

from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True)
class ProcedurePublished(Event):
    """A version of a service was frozen; dossiers may be filed under it from `valid_from` on."""

    kind: ClassVar[str] = "procedure.published"
    code: str
    version: int
    digest: str
    valid_from: date
