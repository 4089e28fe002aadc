"""What an officer is pointed to on a dossier."""

from dataclasses import dataclass, field
from datetime import datetime

from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to do or to look at. `place` is the part of the page it is about; `tone` a tag's.

    `due` is a moment that belongs to it, shown after its words.
    """

    words: Sentence
    place: str = ""
    tone: str = "info"
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What hints need to know that does not stand in the dossier itself.

    `step_until`: when the budget of the step is used up; `account`: name and identity number of the
    account it was handed in with (empty where unknown); the rest counts what is open.
    """

    step_until: datetime | None = None
    account: tuple[str, str] = ("", "")
    opinions: int = 0
    instructions: int = 0
    duplicates: int = 0
    missing: tuple[Sentence, ...] = field(default=())
