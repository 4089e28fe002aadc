"""Facts about how officers talk over a dossier. The journal keeps none of their words."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from motcua.dossiers.events import DossierEvent


@dataclass(frozen=True, kw_only=True)
class NoteWritten(DossierEvent):
    """An officer wrote an internal note; `mentioned` are the accounts it is addressed to."""

    kind: ClassVar[str] = "dossier.noted"

    note: UUID
    mentioned: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoteEdited(DossierEvent):
    """The author changed a note; `mentioned` are those it was not addressed to before."""

    kind: ClassVar[str] = "dossier.note_edited"

    note: UUID
    mentioned: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoteWithdrawn(DossierEvent):
    """The author took a note back."""

    kind: ClassVar[str] = "dossier.note_withdrawn"

    note: UUID


@dataclass(frozen=True, kw_only=True)
class InstructionEvent(DossierEvent):
    """What every event of an instruction tells: `giver` and `to` are accounts."""

    instruction: UUID
    giver: UUID
    to: UUID
    to_name: str
    answer_by: datetime


@dataclass(frozen=True, kw_only=True)
class InstructionGiven(InstructionEvent):
    """A head told an officer what to do."""

    kind: ClassVar[str] = "dossier.instructed"


@dataclass(frozen=True, kw_only=True)
class InstructionConfirmed(InstructionEvent):
    """The officer has read it."""

    kind: ClassVar[str] = "dossier.instruction_confirmed"


@dataclass(frozen=True, kw_only=True)
class InstructionAnswered(InstructionEvent):
    """The officer said what was done."""

    kind: ClassVar[str] = "dossier.instruction_answered"

    late: bool


@dataclass(frozen=True, kw_only=True)
class InstructionWithdrawn(InstructionEvent):
    """The head took it back."""

    kind: ClassVar[str] = "dossier.instruction_withdrawn"


@dataclass(frozen=True, kw_only=True)
class DuplicateJudged(DossierEvent):
    """An officer said whether a dossier is a duplicate of another one."""

    kind: ClassVar[str] = "dossier.duplicate_judged"

    other: str
    verdict: str
