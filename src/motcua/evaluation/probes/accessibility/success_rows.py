"""One row of the table of success criteria, and how it is written."""

from dataclasses import dataclass

from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True)
class Words:
    """One row; `remedy` is None where only a person can judge the criterion."""

    level: str
    slug: str
    name: Sentence
    remedy: Sentence | None = None


def by_person(level: str, slug: str, name: tuple[str, str]) -> Words:
    """Write a criterion that only a person can judge."""
    return Words(level, slug, Sentence(*name))


def seen(level: str, slug: str, *, name: tuple[str, str], remedy: tuple[str, str]) -> Words:
    """Write a criterion of which a machine sees faults."""
    return Words(level, slug, Sentence(*name), Sentence(*remedy))
