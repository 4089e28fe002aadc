"""Services: how far online each is, and which of them had dossiers."""

from typing import TYPE_CHECKING

from motcua.measurement.indicators.counting.keys import keyed, total, totals
from motcua.measurement.values.cards import Way
from motcua.measurement.values.facts import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import Table

    Tables = Mapping[str, Table]

SERVICE = ("top", "procedure")
ONLINE, FULL = 1, 2
"""Ranks of levels; a service offered by several agencies has the highest."""


def _highest(table: "Table", level: str, keys: tuple[str, ...]) -> "Table":
    """Give the highest `rank` of each service by `keys`; nothing where no level is said."""
    ranks = ((Level.FULL.value, FULL), (Level.PARTIAL.value, ONLINE), (Level.NONE.value, 0))
    said = table.mutate(rank=table[level].cases(*ranks))
    return said.aggregate(by=together(keys), rank=said["rank"].max())


def together(keys: tuple[str, ...]) -> list[str]:
    """Give the columns that tell services apart among those of `keys`."""
    return list(dict.fromkeys((*keys, *SERVICE)))


def supplied(tables: "Tables", keys: tuple[str, ...], way: Way) -> "Table":
    """Give services by `keys`, each once, with the highest `rank` it has.

    TRUE: as the supply says. FED: as the dossiers' events number it (`level_fed`); where none
    was fed, still as the supply says.
    """
    services = _highest(keyed(tables["supply"], keys), "level", keys)
    if way is Way.TRUE:
        return services.mutate(rank=services["rank"].fill_null(0))
    dossiers = keyed(tables["dossiers_daily"], keys)
    fed = _highest(dossiers.filter(dossiers.received > 0), "level_fed", keys)
    both = services.left_join(fed.rename(fed_rank="rank"), together(keys))
    return both.select(
        *(services[key] for key in together(keys)),
        rank=both.fed_rank.fill_null(services["rank"]).fill_null(0),
    )


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
