"""What agencies of the nation declare: how far services are online, metrics of index 766."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from motcua.measurement.values import schemas
from motcua.simulation.measured import lives, tables
from motcua.simulation.measured.chance import drawn
from motcua.simulation.measured.country import Country
from motcua.simulation.measured.lives import Rules

if TYPE_CHECKING:
    from pyarrow import Table

COMMUNES_EXIST_FROM = date(2025, 7, 1)
ASKED = 4_000
"""What a metric is declared of, about, for each month and top."""


def supply(country: Country, rules: Rules, *, first: date) -> "Table":
    """Declare what every agency offers, from `first` or the day the communes were made, whichever
    is earlier."""
    agency, top, service = list[int](), list[int](), list[int]()
    place = len(country.tops)
    for number, one in enumerate(country.tops):
        agency += [number] * len(one.own)
        top += [number] * len(one.own)
        service += one.own
        for _ in one.communes:
            agency += [place] * len(country.of_communes)
            top += [number] * len(country.of_communes)
            service += country.of_communes
            place += 1
    tops, services = np.array(top, dtype=np.int64), np.array(service, dtype=np.int64)
    names = tables.Names(country)
    level = lives.level_of(rules, tops, services)
    columns: dict[str, Any] = {
        "top": tables.named(tops, names.tops),
        "agency": tables.named(np.array(agency, dtype=np.int64), names.agencies),
        "procedure": tables.named(services, names.services),
        "level": tables.named(level, tables.strings(lives.LEVELS)),
        "has_fee": rules.fees[services],
        "essential": rules.essential[services],
        "valid_from": np.full(len(tops), tables.days_of(min(first, COMMUNES_EXIST_FROM))),
        "valid_to": tables.nothing_said(len(tops)),
    }
    return tables.table(schemas.SUPPLY, columns)


def metrics(
    country: Country, codes: Sequence[str], *, months: Sequence[date], seed: int
) -> Iterator[Mapping[str, object]]:
    """Declare metrics of index 766 by month and top, good or bad as the top is."""
    for month in months:
        for number, top in enumerate(country.tops):
            words = drawn(seed, month, number, stream=3, size=2 * len(codes))
            for place, code in enumerate(codes):
                whole = ASKED // 2 + int(words[2 * place]) % ASKED
                share = 99 - top.late - int(words[2 * place + 1]) % 25
                yield {
                    "month": month,
                    "top": top.code,
                    "agency": top.code,
                    "metric": code,
                    "numerator": float(whole * share // 100),
                    "denominator": float(whole),
                    "source": "simulation",
                }
