"""Which papers answer which question."""

from collections.abc import Iterable
from datetime import date

from motcua.exchange.values import Origin, PaperView

MOST_OFFERED = 3
MOST_OF_ONES_OWN = 20


def usable(
    papers: Iterable[PaperView],
    *,
    media_types: Iterable[str],
    on: date,
    without: frozenset[str] = frozenset(),
) -> tuple[PaperView, ...]:
    """Choose papers that open, are of a type that is taken, and are still valid on a day.

    `without` are keys of files that the form has already.
    """
    taken = frozenset(media_types)
    return tuple(
        paper
        for paper in papers
        if paper.file.opens
        and paper.file.media_type in taken
        and paper.lasts(on)
        and str(paper.file.key) not in without
    )


def fitting(papers: Iterable[PaperView], kinds: frozenset[str]) -> tuple[PaperView, ...]:
    """Choose the first papers of some kinds: a question's component, its dictionary element."""
    return tuple(paper for paper in papers if paper.kind in kinds)[:MOST_OFFERED]


def of_ones_own(papers: Iterable[PaperView]) -> tuple[PaperView, ...]:
    """Choose what owners put in themselves: it may answer any question, as they see fit."""
    return tuple(paper for paper in papers if paper.origin is Origin.OWN)[:MOST_OF_ONES_OWN]
