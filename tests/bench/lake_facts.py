"""A nation's page and dossier events, a day at a time, made in DuckDB: as many as are asked for.

Sizes of agencies, pages and procedures fall off like 1/rank; people come by day more than by
night, look at a few pages each with pauses between, some come back later the same day. One event
in a hundred is a dossier's: received, in process, returned within days.
"""

from collections.abc import Iterator
from datetime import date, timedelta

FIRST = date(2026, 1, 1)
A_DAY = 1_000_000
DOSSIERS = 0.01
TOPS = 97

PAGES = """
SELECT $day AS day, top, agency, site, visitor, kind, page, procedure, detail, value, robot,
  device, 'matomo' AS source,
  least(86399, start + later + (k * (15 + 90 * u3))::INTEGER)::INTEGER AS second
FROM (
  SELECT *, format('H{:02d}', site) AS top,
    format('H{:02d}.{:05d}', site, (120 * pow(a, 3))::INTEGER) AS agency,
    CASE WHEN u < .86 THEN 'view' WHEN u < .9 THEN 'step' WHEN u < .93 THEN 'event'
      WHEN u < .94 THEN 'dvc' WHEN u < .95 THEN 'answer' WHEN u < .96 THEN 'failure'
      WHEN u < .98 THEN 'download' ELSE 'ping' END AS kind,
    format('/thu-tuc/{:d}', rank) AS page,
    CASE WHEN rank % 3 > 0 OR u BETWEEN .86 AND .96 THEN format('1.{:06d}', 1000 + rank) ELSE ''
      END AS procedure,
    CASE WHEN u < .86 THEN '' WHEN u < .9 THEN format('buoc-{:d}', 1 + (u2 * 4)::INTEGER)
      WHEN u < .93 THEN 'menu' WHEN u < .94 THEN '1' WHEN u < .95 THEN 'sau-ket-qua:hai-long'
      WHEN u < .96 THEN ['portal', 'complex', 'payment', 'network', 'device', 'other'][
        1 + (u2 * 5.99)::INTEGER] ELSE '' END AS detail,
    CASE WHEN u >= .86 AND u < .9 THEN 1 + (u2 * 4)::INTEGER
      WHEN u >= .94 AND u < .95 THEN 1 + (u2 * 4)::INTEGER END::FLOAT AS value,
    CASE WHEN k > 2 AND twice THEN 7200 ELSE 0 END AS later
  FROM (
    SELECT p.*, k, random() AS u, random() AS u2, random() AS u3,
      (2000 ** random())::INTEGER AS rank
    FROM people p, range(1, 14) r(k) WHERE k <= much))
"""
PEOPLE = """
CREATE OR REPLACE TABLE people AS
SELECT (hash(v, $day) % 4294967296)::UINTEGER AS visitor,
  1 + (96 * pow(random(), 2))::INTEGER AS site, random() AS a,
  (CASE WHEN random() < .9 THEN 25200 + 46800 * (random() + random()) / 2
    ELSE 86399 * random() END)::INTEGER AS start,
  1 + (-2.6 * ln(1 - random() * .985))::INTEGER AS much, random() < .08 AS twice,
  random() < .04 AS robot, ['phone', 'computer', 'tablet'][1 + (random() * 2.2)::INTEGER] AS device
FROM range($people) r(v)
"""
EVENTS_A_PERSON = 3.42

EVENTS = """
SELECT day, second, site, format('H{:02d}.{:05d}', site, (120 * pow(a, 3))::INTEGER) AS agency,
  dossier, procedure, status::TINYINT AS status, NULL::TINYINT AS national,
  reception_fed::TINYINT AS reception_fed, NULL::TINYINT AS payment_fed,
  level_fed::TINYINT AS level_fed, 0::TINYINT AS post_fed, channel, fee AS fee_due,
  CASE WHEN status = 3 THEN fee AND a < .4 END AS paid_online,
  CASE WHEN status = 3 THEN CASE WHEN u < .93 THEN 'on_time' ELSE 'late' END END AS outcome,
  CASE WHEN status = 3 THEN (u * 90)::INTEGER END AS hours, NULL::DATE AS due,
  'strict' AS source, (hash(dossier, status) >> 1)::BIGINT AS key
FROM (
  SELECT c.*, status,
    CASE WHEN status = 3 THEN ($day + (u * 3)::INTEGER)::DATE ELSE $day END AS day,
    least(86399, start + 60 * status) AS second
  FROM (
    SELECT (hash($day, v) >> 1)::BIGINT AS dossier, 1 + (96 * pow(random(), 2))::INTEGER AS site,
      random() AS a, random() AS u, (25200 + 36000 * random())::INTEGER AS start,
      format('1.{:06d}', 1000 + (2000 ** random())::INTEGER) AS procedure,
      CASE WHEN random() < .6 THEN 1 ELSE 2 END AS reception_fed,
      CASE WHEN random() < .5 THEN 4 ELSE 3 END AS level_fed,
      ['self_service', 'officer_assisted', 'counter'][1 + (random() * 2)::INTEGER] AS channel,
      random() < .3 AS fee
    FROM range($dossiers) r(v)) c, (VALUES (1), (2), (3)) s(status))
"""


def days(events: int) -> Iterator[tuple]:
    """Give each day's pages and dossiers as Arrow tables: a million events a day, or all in one."""
    import duckdb  # noqa: PLC0415 -- slow import

    number = max(1, events // A_DAY)
    a_day = events // number
    connection = duckdb.connect(config={"threads": 2, "memory_limit": "2GB"})
    connection.execute("SELECT setseed(0.25)").fetchall()
    for place in range(number):
        day = {"day": FIRST + timedelta(days=place)}
        dossiers = {**day, "dossiers": round(a_day * DOSSIERS / 3)}
        people = round(a_day * (1 - DOSSIERS) / EVENTS_A_PERSON)
        connection.execute(PEOPLE, {**day, "people": people})
        yield (
            connection.sql(PAGES, params=day).to_arrow_table(),
            connection.sql(EVENTS, params=dossiers).to_arrow_table(),
        )
