"""Services: how far online each is, and which of them had dossiers."""

from typing import TYPE_CHECKING

from motcua.measurement.indicators.counting.keys import keyed, total, totals
from motcua.measurement.values.cards import Way
from motcua.measurement.values.facts import Level

if TYPE_CHECKING:
    from ibis.expr.types import Table

SERVICE = ("top", "procedure")
ONLINE, FULL = 1, 2
"""Ranks of levels; a service offered by several agencies has the highest."""


def _ranks(supply: "Table", way: Way) -> "Table":
    """Rank rows by level; FED as feeders number them: partial as full, offline as partial."""
    if way is Way.FED:
        return supply.mutate(rank=supply.level.cases((Level.NONE.value, ONLINE), else_=FULL))
    ranks = ((Level.FULL.value, FULL), (Level.PARTIAL.value, ONLINE))
    return supply.mutate(rank=supply.level.cases(*ranks, else_=0))


def together(keys: tuple[str, ...]) -> list[str]:
    """Give the columns that tell services apart among those of `keys`."""
    return list(dict.fromkeys((*keys, *SERVICE)))


def supplied(supply: "Table", keys: tuple[str, ...], way: Way) -> "Table":
    """Give services by `keys`, each once, with the highest `rank` it has."""
    ranked = _ranks(keyed(supply, keys), way)
    return ranked.aggregate(by=together(keys), rank=ranked["rank"].max())


def shares(services: "Table", having: "Table", keys: tuple[str, ...]) -> "Table":
    """Give how many of `services` are among `having`, by `keys`; both have a row a service."""
    by = together(keys)
    flagged = having.select(*by).mutate(had=1)
    joined = services.left_join(flagged, by)
    return totals(joined, keys, numerator=total(joined.had), denominator=joined.count())


def ranked(services: "Table", keys: tuple[str, ...], *, at_least: int) -> "Table":
    """Give how many of `services` have that rank or a higher one, by `keys`."""
    return totals(
        services,
        keys,
        numerator=services.count(where=services["rank"] >= at_least),
        denominator=services.count(),
    )
