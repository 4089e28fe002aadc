"""What every event is: a small frozen fact about a subject, named once and for ever by its kind."""

from dataclasses import dataclass
from typing import ClassVar

_known: dict[str, str] = {}


class KindTaken(Exception):
    """Two event classes claim the same kind."""


@dataclass(frozen=True)
class Event:
    """A fact that has happened.

    A subclass is a frozen dataclass in its package's `events.py`, named by a past participle. It
    sets `kind` (`"dossier.submitted"`, at most 80 letters, never renamed) and adds small fields:
    str, int, bool, None, datetime (aware), date, UUID, Enum, and tuples of these. No personal data
    beyond what the history needs: the journal forgets nothing.

    `subject` is what the fact is about: `"dossier:<uuid>"`, at most 120 letters.
    """

    kind: ClassVar[str] = ""
    subject: str

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if not cls.kind:
            return
        owner = f"{cls.__module__}.{cls.__qualname__}"
        if _known.setdefault(cls.kind, owner) != owner:
            raise KindTaken(f"{owner}: the kind {cls.kind!r} belongs to {_known[cls.kind]}.")
