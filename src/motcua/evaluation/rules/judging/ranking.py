"""Ranking: two leagues, equals share a rank and leave a gap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from motcua.evaluation.values.leagues import Ranked, Rival


def ranking(rivals: Iterable[Rival]) -> Mapping[str, tuple[Ranked, ...]]:
    """Rank each league by the exact total, best first, by key among equals: 1, 2, 2, 4.

    Equal to two decimals is not equal: the exact totals decide.
    """
    leagues: dict[str, list[Rival]] = defaultdict(list)
    for rival in rivals:
        leagues[rival.league].append(rival)
    return {league: _ranked(leagues[league]) for league in sorted(leagues)}


def _ranked(rivals: list[Rival]) -> tuple[Ranked, ...]:
    totals = Counter(_worth(one) for one in rivals)
    found: list[Ranked] = []
    for place, rival in enumerate(sorted(rivals, key=lambda one: (-_worth(one), one.key)), start=1):
        worth = _worth(rival)
        same = bool(found) and _worth(found[-1].rival) == worth
        rank = found[-1].rank if same else place
        found.append(Ranked(rank=rank, tied=totals[worth] > 1, rival=rival))
    return tuple(found)


def _worth(rival: Rival) -> Fraction:
    return rival.result.total / rival.result.most if rival.result.most else Fraction(0)
