"""What happened, line by line, as design/blocks.html draws it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.kernel.words import Sentence
from motcua.web import formats


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
