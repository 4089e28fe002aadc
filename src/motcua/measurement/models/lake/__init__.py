"""The lake: what was accepted, as Parquet, and the daily roll-ups that pages read.

1. Segments of the spool are written as one part a day and top, sorted, replays dropped (`taking`,
   `parts`, `replays`); dossier events are folded into the register of cases (`cases`).
2. Days that were touched are counted anew (`counting`; the SQL in `page_counts` and
   `dossier_counts`); a month of a roll-up is one file, replaced whole.
3. Small parts are merged, old ones dropped (`merging`). The ledger makes each write happen once.
4. Pages read through `Lake.connection()`: DuckDB, in the process, over roll-ups.

    ledger.json · lake.json · counted.json
    pages/day=…/top=…/part-<write>.parquet       dossiers/ likewise
    keys/pages/day=…  keys/dossiers  heard/day=…  cases/  supply/  declared/   part-<write>.parquet
    rollups/<name>/month=2026-03/part.parquet
"""

from motcua.measurement.models.lake.engine import Limits
from motcua.measurement.models.lake.lake import Lake, LakeBusy, Writing, here
from motcua.measurement.models.lake.marks import NewerLake, OlderLake
from motcua.measurement.models.lake.taking import Rows, Taken

__all__ = [
    "Lake",
    "LakeBusy",
    "Limits",
    "NewerLake",
    "OlderLake",
    "Rows",
    "Taken",
    "Writing",
    "here",
]
