"""How page facts of one day are counted: SQL over the view `facts` (that day, one top or many).

Robots are in `robot_views` only. A visit is a run of one visitor's facts at one site with less
than 30 minutes between them and at least one view; it is counted where its first view was, and a
visitor where the first view of the day was, so that parts add up to the whole.
"""

from motcua.measurement.values.facts import ACCOUNT_OPENED, ACCOUNT_USED

PEOPLE = "CREATE OR REPLACE VIEW people AS FROM facts WHERE NOT robot"

GAP = 1800
SATISFIED = 4

_VISITS = f"""
WITH spans AS (
  SELECT site, visitor, max(second) - min(second) AS wide,
    min((second, top, agency, device, source)) FILTER (kind = 'view') AS began
  FROM people GROUP BY site, visitor),
followed AS (
  SELECT site, visitor, second, top, agency, device, source, kind = 'view' AS seen,
    coalesce(second - lag(second) OVER one > {GAP}, false)::INTEGER AS apart
  FROM people p SEMI JOIN (FROM spans WHERE wide > {GAP}) w
    ON p.site = w.site AND p.visitor = w.visitor
  WINDOW one AS (PARTITION BY site, visitor ORDER BY second)),
numbered AS (
  SELECT *, sum(apart) OVER (PARTITION BY site, visitor ORDER BY second
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS number FROM followed),
visits AS (
  SELECT site, visitor, number, min((second, top, agency, device, source)) FILTER (seen) AS began
  FROM numbered GROUP BY site, visitor, number),
begun AS (
  SELECT site, began, true AS is_first FROM spans WHERE wide <= {GAP} AND began IS NOT NULL
  UNION ALL
  SELECT site, began, number = min(number) OVER (PARTITION BY site, visitor)
  FROM visits WHERE began IS NOT NULL),
counted AS (
  SELECT site, began[2] AS top, began[3] AS agency, began[4] AS device, began[5] AS source,
    is_first FROM begun)
"""  # noqa: S608 -- constants of this module only
"""Who stayed less than half an hour in all made one visit: nearly everybody, and cheaply told."""
VISITS = f"""
{_VISITS}
SELECT top, agency, device, source, $day AS day, site, sum(views) AS views,
  sum(visits) AS visits, sum(visitors) AS visitors, sum(actions) AS actions,
  sum(robot_views) AS robot_views
FROM (
  SELECT top, agency, device, source, site,
    count(*) FILTER (kind = 'view' AND NOT robot) AS views, 0 AS visits, 0 AS visitors,
    count(*) FILTER (kind <> 'ping' AND NOT robot) AS actions,
    count(*) FILTER (kind = 'view' AND robot) AS robot_views
  FROM facts GROUP BY ALL
  UNION ALL
  SELECT top, agency, device, source, site, 0, count(*), count(*) FILTER (is_first), 0, 0
  FROM counted GROUP BY top, agency, device, source, site)
GROUP BY top, agency, device, source, site
"""  # noqa: S608 -- constants of this module only

PROCEDURES = """
SELECT top, agency, procedure, $day AS day, site,
  count(*) FILTER (kind = 'view') AS views,
  count(DISTINCT visitor) FILTER (kind = 'view') AS visitors,
  count(*) FILTER (kind = 'dvc' AND detail = '-1') AS chosen,
  count(*) FILTER (kind = 'dvc' AND detail = '1') AS submitted
FROM people WHERE procedure <> '' AND kind IN ('view', 'dvc')
GROUP BY top, agency, procedure, site
"""

STEPS = """
WITH opened AS (
  SELECT DISTINCT top, agency, procedure, site, visitor, detail AS step, value::INTEGER AS number
  FROM people WHERE kind = 'step' AND value IS NOT NULL),
reached AS (
  SELECT procedure, site, visitor, max(value::INTEGER) FILTER (kind = 'step') AS furthest,
    bool_or(kind = 'dvc' AND detail = '1') AS submitted
  FROM people WHERE kind = 'step' OR kind = 'dvc' GROUP BY procedure, site, visitor)
SELECT o.top, o.agency, o.procedure, o.step, $day AS day, o.number, count(*) AS visitors,
  count(*) FILTER (r.furthest > o.number OR r.submitted) AS went_on
FROM opened o JOIN reached r USING (procedure, site, visitor)
GROUP BY o.top, o.agency, o.procedure, o.step, o.number
"""

FAILURES = """
SELECT top, agency, procedure, cause, told_by, $day AS day, site, count(*) AS failures
FROM (
  SELECT top, agency, procedure, site, detail AS cause, 'telemetry' AS told_by
  FROM people WHERE kind = 'failure'
  UNION ALL
  SELECT top, agency, procedure, site, split_part(detail, ':', 2), split_part(detail, ':', 1)
  FROM people WHERE kind = 'answer' AND (detail LIKE 'asked_at_failure:%'
    OR detail LIKE 'asked_after_result:%'))
WHERE cause IN ('portal', 'complex', 'payment', 'network', 'device', 'other')
GROUP BY top, agency, procedure, cause, told_by, site
"""

ANSWERS = f"""
WITH told AS (
  SELECT *, split_part(detail, ':', 1) AS question, split_part(detail, ':', 2) AS answer
  FROM people WHERE kind = 'answer')
SELECT top, agency, procedure, question, answer, $day AS day, site,
  count(*) FILTER (answer <> 'asked') AS answers,
  count(*) FILTER (answer <> 'asked' AND value >= {SATISFIED}) AS satisfied,
  count(*) FILTER (answer = 'asked') AS asked
FROM told GROUP BY top, agency, procedure, question, answer, site
"""  # noqa: S608 -- constants of this module only

ACCOUNTS = f"""
SELECT top, $day AS day, count(*) FILTER (detail = '{ACCOUNT_OPENED}') AS registered,
  count(DISTINCT (site, visitor)) FILTER (detail = '{ACCOUNT_USED}') AS active
FROM people WHERE kind = 'event' AND detail IN ('{ACCOUNT_OPENED}', '{ACCOUNT_USED}')
GROUP BY top
"""  # noqa: S608 -- constants only

OF_A_DAY = {
    "visits_daily": VISITS,
    "procedures_daily": PROCEDURES,
    "steps_daily": STEPS,
    "failures_daily": FAILURES,
    "answers_daily": ANSWERS,
    "accounts_daily": ACCOUNTS,
}
