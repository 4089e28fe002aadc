"""How cases of some days are counted: SQL over the views `cases`, `supply` and table `days`."""

RUN, WITHIN = 5, 60
"""Dossiers in a run, and the seconds they came within, that nobody files by hand."""

_HIGHEST = "arg_max(s.level, CASE s.level WHEN 'full' THEN 2 WHEN 'partial' THEN 1 ELSE 0 END)"

OF_DAYS = f"""
CREATE OR REPLACE TABLE counted AS
WITH arrived AS (
  SELECT * FROM cases WHERE received IN (FROM days) OR settled IN (FROM days)),
online AS (
  SELECT site, dossier, received_second AS second, agency, procedure, received,
    lead(received_second, {RUN - 1}) OVER one - received_second < {WITHIN} AS begins
  FROM arrived WHERE online_fed OR channel = 'self_service'
  WINDOW one AS (PARTITION BY agency, procedure, received ORDER BY received_second, site, dossier)),
runs AS (
  SELECT site, dossier, bool_or(coalesce(begins, false)) OVER (
    PARTITION BY agency, procedure, received ORDER BY second, site, dossier
    ROWS BETWEEN {RUN - 1} PRECEDING AND CURRENT ROW) AS in_run FROM online)
SELECT a.*, coalesce(r.in_run, false) AS batched,
  coalesce(
    (SELECT {_HIGHEST} FROM supply s WHERE s.agency = a.agency AND s.procedure = a.procedure
      AND a.received BETWEEN s.valid_from AND coalesce(s.valid_to, DATE '9999-12-31')),
    (SELECT {_HIGHEST} FROM supply s WHERE s.agency = a.top AND s.procedure = a.procedure
      AND a.received BETWEEN s.valid_from AND coalesce(s.valid_to, DATE '9999-12-31')),
    '') AS level
FROM arrived a LEFT JOIN runs r ON a.site = r.site AND a.dossier = r.dossier
"""  # noqa: S608 -- constants of this module only

DOSSIERS = """
SELECT top, agency, procedure, channel, level, source, day, site, online_fed, level_fed,
  sum(received) AS received, sum(settled) AS settled, sum(on_time) AS on_time,
  sum(late) AS late, sum(overdue) AS overdue, sum(with_fee) AS with_fee,
  sum(paid_online) AS paid_online, sum(paid_fed) AS paid_fed, sum(fee_fed) AS fee_fed,
  sum(batched) AS batched
FROM (
  SELECT top, agency, procedure, channel, level, source, c.received AS day, site, online_fed,
    level_fed, 1 AS received, 0 AS settled, 0 AS on_time, 0 AS late,
    (c.settled IS NULL AND coalesce(due < $today, false))::INTEGER AS overdue,
    fee_due::INTEGER AS with_fee, (fee_due AND c.paid_online)::INTEGER AS paid_online,
    c.paid_fed::INTEGER AS paid_fed, c.fee_fed::INTEGER AS fee_fed, c.batched::INTEGER AS batched
  FROM counted c WHERE c.received IN (FROM days)
  UNION ALL
  SELECT top, agency, procedure, channel, level, source, c.settled, site, online_fed, level_fed,
    0, 1, (outcome IN ('early', 'on_time'))::INTEGER, (outcome = 'late')::INTEGER,
    0, 0, 0, 0, 0, 0
  FROM counted c WHERE c.settled IN (FROM days))
GROUP BY top, agency, procedure, channel, level, source, day, site, online_fed, level_fed
"""

WAITS = """
SELECT top, agency, procedure, channel, settled AS day, hours, count(*) AS dossiers
FROM counted WHERE settled IN (FROM days) AND hours IS NOT NULL
GROUP BY top, agency, procedure, channel, settled, hours
"""

OVERDUE_SINCE = """
SELECT DISTINCT received FROM cases WHERE settled IS NULL AND due >= $since AND due < $today
"""
