"""The spool: where facts lie from the moment they are acknowledged until compaction takes them.

A fact is acknowledged when it is fsynced; many wait for one fsync (`committing`). Every process
writes segments of its own, `<folder>/<kind>-<process>-<number>.open`, under a lock that dies with
the process. A segment is closed, after about 5 seconds or 64 MB, by renaming it to `.tsv`; from
then on nobody writes to it. `recover` closes what a dead process left, cut after the last whole
line. `<process>` is 12 hexadecimal digits, new at every start; `<number>` six digits from 000001.
So a segment's name is never used again, and what was made of a segment can be named after it.

Shapes. UTF-8, one fact a line ending in a line feed, columns between tabs, no header line, no
quotes, no escapes: text holds no control character and no backslash. An absent value is `\\N`
(DuckDB: `delim='\\t', header=false, quote='', escape='', nullstr='\\N'`); empty text is empty.
Days are `2026-03-16`, truth is `true` or `false`.

- `pages-*.tsv`: the columns of `schemas.PAGES` in their order, then `key` (UBIGINT; 0: no replay
  can be told).
- `dossiers-*.tsv`: the columns of `schemas.DOSSIERS` in their order (`key` is its last).
- `supply-*.tsv`: the columns of `schemas.SUPPLY` in their order, then `site` (INTEGER), `told_at`
  (BIGINT, microseconds since 1970, UTC), `batch` (BIGINT: lines told together share it). A batch
  replaces what was declared of its procedures.
- `declared-*.tsv`: the columns of `schemas.DECLARED` in their order, then `site`, `told_at`,
  `batch` as above; the newest line of a (month, agency, metric) holds.
- `counts-*.tsv`: what was not accepted, in the columns of `connections_daily` in their order
  (top, source, outcome, reason, day, site, facts, last_second). Lines are increments: compaction
  adds `facts` and takes the greatest `last_second`. `outcome` is "refused", or "masked" for what
  was taken out of accepted facts because it named a person (`reason`: what it was). Site 0 with
  top "" stands for all sites that nobody knows. What was accepted is counted from the facts
  themselves.
- `refused-<day>-<process>.jsonl`: raw examples, no more than one an hour of a (site, reason) in a
  process: `{"at", "site", "source", "reason", "field", "vi", "en", "example"}`, `at` in ISO 8601
  with its zone. Appended to in place, read as whole lines (`examples`), dropped after 14 days
  (`forget_examples`); compaction leaves them alone.

Lines may repeat a fact that a sender sent twice; compaction drops replays by (site, key).
"""

from motcua.measurement.models.spool.committing import Spool, SpoolFailed
from motcua.measurement.models.spool.examples import examples, forget_examples
from motcua.measurement.models.spool.segments import closed, recover

__all__ = ["Spool", "SpoolFailed", "closed", "examples", "forget_examples", "recover"]
