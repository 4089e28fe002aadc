"""What happened, line by line, as design/blocks.html draws it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.journal.values import Actor
from motcua.kernel.words import Sentence
from motcua.web import formats

THE_SYSTEM = Sentence("Hệ thống", "The system")


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a timeline, in the reader's language."""

    title: str
    at_iso: str
    at_words: str
    by: str
    words: str
    tone: str


def happened(
    title: Sentence | str, at: datetime, *, by: str = "", words: str = "", tone: str = ""
) -> Happened:
    """Make a line of what happened at `at`, done by `by`."""
    return Happened(
        title=formats.say(title),
        at_iso=formats.iso(at),
        at_words=formats.moment(at),
        by=by,
        words=words,
        tone=tone,
    )


def who(by: Actor) -> str:
    """Name who did something, in the reader's language where it was no person."""
    return by.name if by.kind == "account" else formats.say(THE_SYSTEM)
