"""Which papers answer which question."""

from collections.abc import Iterable
from datetime import date

from motcua.exchange.values import PaperView

MOST_OFFERED = 3


def fitting(
    papers: Iterable[PaperView],
    *,
    kinds: frozenset[str],
    media_types: Iterable[str],
    on: date,
    without: frozenset[str] = frozenset(),
) -> tuple[PaperView, ...]:
    """Choose what to offer for a question: the latest valid papers of its kinds that open.

    `kinds` are its component and its element of the dictionary; `without` are keys of files that
    it has already.
    """
    taken = frozenset(media_types)
    found = [
        paper
        for paper in papers
        if paper.kind in kinds
        and paper.file.opens
        and paper.file.media_type in taken
        and paper.lasts(on)
        and str(paper.file.key) not in without
    ]
    return tuple(found[:MOST_OFFERED])
