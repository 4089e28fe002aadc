"""Every indicator over a year of a nation's daily roll-ups: cold in a new process, then warm."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.bench import sections
from tests.bench.report import ROOT, machine

COLD, WARM = 300, 60
"""The most milliseconds a question may take."""

AT = datetime(2027, 1, 5, tzinfo=UTC)

AGENCIES = """
CREATE TABLE agencies AS
SELECT 'H' || lpad(p::VARCHAR, 2, '0') AS top,
  'H' || lpad(p::VARCHAR, 2, '0') || CASE c WHEN 0 THEN '' ELSE '.' || lpad(c::VARCHAR, 5, '0') END
    AS agency, c = 0 AS whole FROM range(1, 35) a(p), range(0, 99) b(c)
UNION ALL SELECT 'G' || lpad(p::VARCHAR, 2, '0'), 'G' || lpad(p::VARCHAR, 2, '0'), true
FROM range(1, 21) a(p)
"""
SUPPLY = """
SELECT top, top AS agency, '1.' || lpad(n::VARCHAR, 6, '0') AS procedure,
  CASE WHEN hash(top, n) % 10 < 5 THEN 'full' WHEN hash(top, n) % 10 < 8 THEN 'partial'
    ELSE 'none' END AS level,
  n % 3 = 0 AS has_fee, n % 80 = 0 AS essential, DATE '2025-01-01' AS valid_from,
  NULL::DATE AS valid_to
FROM (SELECT DISTINCT top FROM agencies), range(1, 1900) p(n) WHERE top LIKE 'H%' OR n < 110
"""
EACH = """
SELECT top, agency, d::DATE AS day, (hash(top) % 90 + 1)::INTEGER AS site,
  '1.' || lpad((1 + hash(agency, d, k) % CASE WHEN whole THEN 1400 ELSE 300 END)::VARCHAR, 6, '0')
    AS procedure, (hash(agency, d, k, 7) >> 2)::BIGINT AS h, k::INTEGER AS k
FROM agencies, range(DATE '{first}', DATE '{last}', INTERVAL 1 DAY) t(d), range(0, {each}) r(k)
WHERE hash(agency, d, k, 3) % 10 < {tenths}
"""
CHANNEL = """['self_service', 'self_service', 'self_service', 'officer_assisted',
  'volunteer_assisted', 'counter', 'counter', 'post', 'unknown', 'unknown'][1 + h % 10]"""
ROWS = {
    "visits_daily": (
        2,
        """
  top, agency, day, site, ['phone', 'computer'][1 + k] AS device, 'matomo' AS source, h
  % 900 AS views, h % 300 AS visits, h % 250 AS visitors, h % 40 AS actions, h % 11 AS
  robot_views
""",
    ),
    "procedures_daily": (
        2,
        """
  top, agency, day, site, procedure, h % 90 AS views, h % 70 AS visitors, h % 20 AS
  chosen, h % 10 AS submitted
""",
    ),
    "dossiers_daily": (
        5,
        f"""
  top, agency, day, site, procedure, {CHANNEL} AS channel, ['full', 'full', 'partial',
  'none'][(1 + hash(top, procedure) % 4)::BIGINT] AS level, 'mcdt' AS source, h % 10 NOT
  IN (5, 6) AS online_fed, ['full', 'full', 'full', 'partial'][(1 + hash(top, procedure)
  % 4)::BIGINT] AS level_fed, 1 + h % 7 AS received, 1 + h % 6 AS settled, h % 6 AS
  on_time, 1 AS late, h % 2 AS overdue, h % 3 AS with_fee, (h % 3) // 2 AS paid_online,
  h % 2 AS paid_fed, h % 2 AS fee_fed, (h % 7) // 6 AS batched
""",
    ),
    "waits_daily": (
        2,
        f"""
  top, agency, day, procedure, {CHANNEL} AS channel, (h % 60)::INTEGER AS hours, 1 + h %
  3 AS dossiers
""",
    ),
    "steps_daily": (
        2,
        """
  top, agency, day, procedure, 'step' || (1 + h % 5) AS step, (1 + h % 5)::INTEGER AS
  number, h % 20 AS visitors, h % 20 // 2 AS went_on
""",
    ),
    "failures_daily": (
        1,
        """
  top, agency, day, site, procedure, ['portal', 'payment', 'other'][1 + h % 3] AS cause,
  'telemetry' AS told_by, h % 3 AS failures
""",
    ),
    "answers_daily": (
        1,
        """
  top, agency, day, site, procedure, 'satisfaction' AS question, (1 + h % 5)::VARCHAR AS
  answer, h % 9 AS answers, h % 9 // 2 AS satisfied, h % 9 + 3 AS asked
""",
    ),
    "accounts_daily": (
        1,
        """
  DISTINCT top, day, hash(top, day) % 400 AS registered, hash(day, top) % 4000 AS active
""",
    ),
    "connections_daily": (
        1,
        """
  DISTINCT top, day, site, 'matomo' AS source, 'accepted' AS outcome, '' AS reason,
  hash(top, day) % 90000 AS facts, 86000::INTEGER AS last_second
""",
    ),
}


def build(*, months: int = 12) -> int:
    """Fill the lake of the settings with a nation's roll-ups; give how many rows."""
    import duckdb  # noqa: PLC0415 -- slow import

    from motcua.measurement import actions  # noqa: PLC0415 -- needs Django set up

    made = duckdb.connect()
    made.execute(AGENCIES)
    actions.declare_supply(made.sql(SUPPLY).to_arrow_table(), at=AT, provenance="simulated")
    number = 0
    for month in range(1, months + 1):
        first, last = f"2026-{month:02}-01", f"{2026 + month // 12}-{month % 12 + 1:02}-01"
        for name, (each, columns) in ROWS.items():
            source = EACH.format(first=first, last=last, each=each, tenths=8)
            rows = made.sql(f"SELECT {columns} FROM ({source})").to_arrow_table()
            number += len(rows)
            actions.put_rollup(name, rows, at=AT)
    return number


def forget_files(folder: Path) -> None:
    """Ask the kernel to drop what it keeps of the lake's files."""
    for path in folder.rglob("*.parquet"):
        opened = os.open(path, os.O_RDONLY)
        os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(opened)


def measure(*, quick: bool) -> dict[str, dict]:
    """Measure each indicator in a process of its own, whose files the kernel has forgotten."""
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.measurement import indicators  # noqa: PLC0415 -- as above

    found = {}
    for code in list(indicators.CARDS)[: 3 if quick else None]:
        _compile(code)  # done once for ever, not at each start
        forget_files(Path(settings.LAKE))
        found[code] = _ask(code)
    return found


def _compile(code: str) -> None:
    from motcua.measurement import indicators  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.queries import compiling  # noqa: PLC0415 -- as above

    for way in indicators.card(code).ways:
        for keys in ((), ("top",), ("month",), ("agency",)):
            if compiling.keys_of(code) >= {*keys}:
                compiling.plan(code, keys, way)


def _ask(code: str) -> dict:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.indicator_asked", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
    )
    return json.loads(ran.stdout)


def lines(found: dict[str, dict]) -> Iterator[list[str]]:
    """Give the lines of the table: milliseconds, cold first."""
    for code, one in found.items():
        yield [code, _ms(one["cold"]), *(_ms(one["warm"].get(name)) for name in QUESTIONS)]


QUESTIONS = {
    "total": "nation",
    "tops": "54 tops",
    "fed": "54 tops, as fed",
    "months": "12 months",
    "below": "99 agencies of a province",
}
HEADS = ["indicator", f"cold (≤ {COLD})", *(f"{said} (≤ {WARM})" for said in QUESTIONS.values())]


def _ms(spent: list[float] | None) -> str:
    return "" if spent is None else f"{spent[0]:.0f} / {spent[1]:.0f}"


def missed(found: dict[str, dict]) -> list[str]:
    """Name what is slower than it may be."""
    slow = [
        f"{code}: cold {one['cold'][0]:.0f} ms"
        for code, one in found.items()
        if one["cold"][0] > COLD
    ]
    return slow + [
        f"{code}, {QUESTIONS[name]}: {ms:.0f} ms"
        for code, one in found.items()
        for name, (ms, _) in one["warm"].items()
        if ms > WARM
    ]


def run(*, quick: bool) -> int:
    """Build, measure, tell, write."""
    console = Console(stderr=True)
    with console.status("a nation's roll-ups"):
        number = build(months=2 if quick else 12)
    with console.status("indicators"):
        found = measure(quick=quick)
    table = Table(*HEADS)
    for line in lines(found):
        table.add_row(*line)
    Console(width=140).print(table)
    for line in missed(found):
        Console().print(f"✗ {line}")
    if not quick:
        write(found, number)
    return 0


def write(found: dict[str, dict], number: int) -> None:
    """Write the section of the page and the figures for machines."""
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    (ROOT / "var").mkdir(exist_ok=True)
    (ROOT / "var" / "bench-indicators.json").write_text(json.dumps(found, indent=1))
    marks = ["---", *["---:"] * (len(HEADS) - 1)]
    table = ["| " + " | ".join(line) + " |" for line in (HEADS, marks, *lines(found))]
    told = TOLD.format(day=clock.now(), machine=machine(), load=os.getloadavg()[0], number=number)
    missing = "; ".join(missed(found)) or "nothing"
    sections.put("indicators", [*told.splitlines(), "", *table, "", f"Missed: {missing}."])


TOLD = """## Indicators over a year of a nation

Measured on {day:%Y-%m-%d} on {machine}, with a load of {load:.1f} when it was done:
{number:,} rows of daily roll-ups of 34 provinces with 3,332 communes and 20 ministries, and the
coarser ones made of them. Milliseconds, of the clock / of CPU (both threads). Cold: the first
question (54 tops) in a new process whose Parquet files the kernel was asked to forget, DuckDB's
start with it, loading Python and Django not. Warm: the median of 7. Where other work shares the
machine, the clock runs on meanwhile: then CPU is what to compare."""
