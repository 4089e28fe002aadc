"""Roll-ups of a year at once, for a demonstration: each visit drawn stands for some dozens.

Nothing is written fact by fact, so nothing can be counted anew from it; what pages read is there.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from motcua.measurement.values import schemas
from motcua.measurement.values.facts import ACCOUNT_OPENED, ACCOUNT_USED, Source
from motcua.simulation.measured import lives, moves, plan, tables
from motcua.simulation.measured import visits as visiting
from motcua.simulation.measured.chance import Numbers, bits
from motcua.simulation.measured.desks import desks
from motcua.simulation.measured.lives import Lives
from motcua.simulation.measured.stream import Nation
from motcua.simulation.measured.tables import Names
from motcua.simulation.measured.visits import Flags, Visits

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import Table

STANDS_FOR = 60
"""Visits that one drawn visit stands for, on average; robots and dossiers alike."""

SQL: Mapping[str, str] = {
    "visits_daily": """
SELECT top, top AS agency, device, source, day, site,
  sum(views * weight) FILTER (NOT robot) AS views, sum(weight) FILTER (NOT robot) AS visits,
  sum(weight * 4 // 5) FILTER (NOT robot) AS visitors,
  sum(actions * weight) FILTER (NOT robot) AS actions,
  sum(views * weight) FILTER (robot) AS robot_views
FROM visits JOIN shapes USING (pattern) WHERE told GROUP BY ALL""",
    "procedures_daily": """
SELECT top, agency, procedure, day, site, sum(service_views * weight) AS views,
  sum(weight * 4 // 5) FILTER (service_views > 0) AS visitors, sum(chosen * weight) AS chosen,
  sum(submitted * weight) AS submitted
FROM visits JOIN shapes USING (pattern) WHERE told AND NOT robot AND service_views > 0
GROUP BY ALL""",
    "steps_daily": """
SELECT top, agency, procedure, step, day, number, sum(weight) AS visitors,
  sum(weight) FILTER (furthest > number OR submitted > 0) AS went_on
FROM visits JOIN shapes USING (pattern) JOIN steps ON number <= furthest
WHERE told AND NOT robot GROUP BY ALL""",
    "failures_daily": """
SELECT top, agency, procedure, cause, told_by, day, site, sum(weight) AS failures
FROM visits JOIN whys USING (pattern) WHERE told GROUP BY ALL""",
    "answers_daily": """
SELECT top, agency, procedure, 'satisfaction' AS question,
  CASE WHEN answered THEN score ELSE 'asked' END AS answer, day, site,
  sum(weight) FILTER (answered) AS answers,
  sum(weight) FILTER (answered AND score IN ('4', '5')) AS satisfied,
  sum(weight) FILTER (NOT answered) AS asked
FROM visits JOIN asks USING (pattern) WHERE told GROUP BY ALL""",
    "accounts_daily": """
SELECT top, day, sum(registered * weight) AS registered,
  sum(used * weight * 4 // 5) AS active
FROM visits JOIN shapes USING (pattern) WHERE told AND NOT robot GROUP BY top, day""",
    "dossiers_daily": """
SELECT top, agency, procedure, claims AS channel, level, 'strict' AS source, day, site,
  reception = 1 AS online_fed, CASE WHEN level_fed = 4 THEN 'full' ELSE 'partial' END AS level_fed,
  sum(received * weight) AS received, sum(settled * weight) AS settled,
  sum(weight * (settled * (outcome <> 'late')::INTEGER)) AS on_time,
  sum(weight * (settled * (outcome = 'late')::INTEGER)) AS late,
  sum(weight * received * overdue::INTEGER) AS overdue,
  sum(weight * received * fee::INTEGER) AS with_fee,
  sum(weight * received * paid::INTEGER) AS paid_online,
  sum(weight * received * paid_fed::INTEGER) AS paid_fed,
  sum(weight * received * fee::INTEGER) AS fee_fed,
  sum(weight * received * typed::INTEGER) AS batched
FROM (
  SELECT *, day_in AS day, 1 AS received, 0 AS settled FROM lives
  UNION ALL SELECT *, day_out, 0, 1 FROM lives WHERE day_out IS NOT NULL)
GROUP BY ALL""",
    "waits_daily": """
SELECT top, agency, procedure, claims AS channel, day_out AS day, hours, sum(weight) AS dossiers
FROM lives WHERE day_out IS NOT NULL GROUP BY ALL""",
    "connections_daily": """
SELECT top, source, outcome, '' AS reason, day, site, sum(facts) AS facts, 86000 AS last_second
FROM (
  SELECT top, 'script' AS source, CASE WHEN robot THEN 'robot' ELSE 'accepted' END AS outcome,
    day, site, length * weight AS facts
  FROM visits JOIN shapes USING (pattern) WHERE told
  UNION ALL
  SELECT top, 'strict', 'accepted', day_in, site, weight FROM lives
  UNION ALL
  SELECT top, 'strict', 'replayed', day_in, site, weight FROM lives
  WHERE twice)
GROUP BY ALL""",
}


def rollups(made: Nation, *, visits: int) -> dict[str, "Table"]:
    """Count about `visits` visits of the nation's days, each drawn one standing for STANDS_FOR."""
    import duckdb  # noqa: PLC0415 -- slow import

    found, whole = _drawn(made, max(1, visits // STANDS_FOR))
    names = Names(made.country)
    connection = duckdb.connect(":memory:")
    try:
        connection.register("visits", _visits(made, found, names))
        connection.register("lives", _lives(made, whole, names))
        _shapes(connection)
        return {name: _counted(connection, name) for name in SQL}
    finally:
        connection.close()


def _counted(connection: "DuckDBPyConnection", name: str) -> "Table":
    """Count a roll-up; where nothing was to be added, there is 0."""
    whole = [
        f"coalesce({column}, 0)::BIGINT AS {column}" if kind == "BIGINT" else column
        for column, kind in schemas.ROLLUPS[name].items()
    ]
    return connection.sql(SQL[name]).project(", ".join(whole)).to_arrow_table()


def _drawn(made: Nation, visits: int) -> tuple[Visits, Lives]:
    urns, rules = desks(made.country), lives.rules(made.country, made.days)
    days = plan.cells(made.country, made.days, visits=visits, seed=made.seed)
    cells = [cell for of_day in days for cell in of_day if cell.visits]
    found = visiting.visits(cells, urns, made.happening, seed=made.seed)
    found = found.cut(~visiting.out(found, found.second, made.happening))
    whole = lives.lives(found, cells, urns, rules=rules, happening=made.happening, seed=made.seed)
    return found, whole


def _weights(words: Numbers) -> Numbers:
    """Let each stand for another number, STANDS_FOR on average."""
    return STANDS_FOR // 2 + words % (STANDS_FOR + 1)


def _visits(made: Nation, found: Visits, names: Names) -> "Table":
    word = tables.named
    columns: dict[str, Any] = {
        "day": tables.days(found.day),
        "top": word(found.top, names.tops),
        "site": names.sites[found.top],
        "agency": word(found.agency, names.agencies),
        "procedure": word(found.service, names.services),
        "pattern": found.pattern,
        "robot": found.pattern == moves.ROBOT,
        "device": word(found.device, tables.strings(visiting.DEVICES)),
        "source": word(np.zeros(len(found.day)), tables.strings([Source.SCRIPT.value])),
        "cause": word(found.cause, tables.strings(moves.CAUSES)),
        "score": word(found.score, tables.strings(moves.SCORES)),
        "told": ~visiting.silent(found, made.happening),
        "weight": _weights(bits(found.word, 8, 20)),
    }
    return _table(columns)


def _lives(made: Nation, whole: Lives, names: Names) -> "Table":
    word, last = tables.named, made.days.last.toordinal()
    reception, _, level_fed, _ = lives.fed(whole)
    closed: Flags = (whole.settled > 0) & (whole.settled <= last)
    columns: dict[str, Any] = {
        "day_in": tables.days(whole.day),
        "day_out": tables.days(whole.settled, where=closed),
        "top": word(whole.top, names.tops),
        "site": names.sites[whole.top],
        "agency": word(whole.agency, names.agencies),
        "procedure": word(whole.service, names.services),
        "claims": word(whole.claims, tables.strings(lives.CHANNELS)),
        "level": word(whole.level, tables.strings(lives.LEVELS)),
        "outcome": word(whole.outcome, tables.strings(lives.OUTCOMES)),
        "hours": whole.hours,
        "reception": reception,
        "level_fed": level_fed,
        "overdue": ~closed & (whole.due <= last),
        "fee": whole.fee,
        "paid": whole.paid,
        "paid_fed": whole.paid_fed,
        "typed": (whole.claims == lives.SELF) & (whole.channel == lives.COUNTER),
        "twice": whole.top == (-1 if made.happening.twice is None else made.happening.twice),
        "weight": _weights(bits(whole.word, 8, 20)),
    }
    return _table(columns)


def _table(columns: dict[str, Any]) -> "Table":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    made = []
    for column in columns.values():
        if isinstance(column, np.ndarray):
            kind = "BOOLEAN" if column.dtype == np.bool_ else "BIGINT"
            made.append(tables.numbers(column, kind))
        else:
            made.append(column)
    return pa.table(made, names=list(columns))


def _shapes(connection: "DuckDBPyConnection") -> None:
    """Say of each kind of visit what it adds up to."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    rows, whys, asks = [], [], []
    for pattern, visit in enumerate(moves.VISITS):
        kinds = [move.kind.value for move in visit.moves]
        details = [move.detail for move in visit.moves]
        viewed = [move for move in visit.moves if move.kind == "view"]
        rows.append(
            {
                "pattern": pattern,
                "length": len(kinds),
                "views": len(viewed),
                "actions": len(kinds) - kinds.count("ping"),
                "service_views": sum(move.about_service for move in viewed),
                "chosen": details.count("-1"),
                "submitted": details.count("1"),
                "furthest": kinds.count("step"),
                "registered": details.count(ACCOUNT_OPENED),
                "used": details.count(ACCOUNT_USED),
            }
        )
        told_by = {"": "telemetry"}
        whys += [
            {"pattern": pattern, "told_by": told_by.get(move.detail, move.detail)}
            for move in visit.moves
            if move.draws == "cause"
        ]
        asks += [
            {"pattern": pattern, "answered": move.draws == "score"}
            for move in visit.moves
            if move.detail.startswith("satisfaction")
        ]
    steps = [{"step": name, "number": number} for number, name in enumerate(moves.STEPS, 1)]
    for name, listed in (("shapes", rows), ("whys", whys), ("asks", asks), ("steps", steps)):
        connection.register(name, pa.Table.from_pylist(listed))
