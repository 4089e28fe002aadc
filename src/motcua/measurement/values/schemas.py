"""The columns of everything kept in Parquet: raw facts, registers and daily roll-ups.

Types are DuckDB's names; `str` columns are dictionary-encoded. Ibis and Spark schemas are derived
from here. A change of meaning gets a new `VERSION` and a migration of the lake.
"""

from collections.abc import Mapping

VERSION = 1

Columns = Mapping[str, str]

PAGES: Columns = {
    "day": "DATE",
    "second": "INTEGER",
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "site": "INTEGER",
    "visitor": "UINTEGER",
    "kind": "VARCHAR",
    "page": "VARCHAR",
    "procedure": "VARCHAR",
    "detail": "VARCHAR",
    "value": "FLOAT",
    "robot": "BOOLEAN",
    "device": "VARCHAR",
    "source": "VARCHAR",
}
"""Raw page facts, partitioned by day and top (the ministry or province: `agency` up to its dot)."""

DOSSIERS: Columns = {
    "day": "DATE",
    "second": "INTEGER",
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "site": "INTEGER",
    "dossier": "BIGINT",
    "procedure": "VARCHAR",
    "status": "TINYINT",
    "national": "TINYINT",
    "reception_fed": "TINYINT",
    "payment_fed": "TINYINT",
    "level_fed": "TINYINT",
    "post_fed": "TINYINT",
    "channel": "VARCHAR",
    "fee_due": "BOOLEAN",
    "paid_online": "BOOLEAN",
    "outcome": "VARCHAR",
    "hours": "INTEGER",
    "due": "DATE",
    "source": "VARCHAR",
    "key": "BIGINT",
}
"""Raw dossier facts, partitioned by day and top; `key` is unique for ever within a site."""

SUPPLY: Columns = {
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "procedure": "VARCHAR",
    "level": "VARCHAR",
    "has_fee": "BOOLEAN",
    "essential": "BOOLEAN",
    "valid_from": "DATE",
    "valid_to": "DATE",
}
"""Which procedures an agency answers for, how far each is online, and when (null: still)."""

DECLARED: Columns = {
    "month": "DATE",
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "metric": "VARCHAR",
    "numerator": "DOUBLE",
    "denominator": "DOUBLE",
    "source": "VARCHAR",
}
"""What only an agency can tell, month by month: the metrics of index 766 that no event carries."""

ROLLUPS: Mapping[str, Columns] = {
    "visits_daily": {
        **dict.fromkeys(("top", "agency", "device", "source"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "views": "BIGINT",
        "visits": "BIGINT",
        "visitors": "BIGINT",
        "actions": "BIGINT",
        "robot_views": "BIGINT",
    },
    "procedures_daily": {
        **dict.fromkeys(("top", "agency", "procedure"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "views": "BIGINT",
        "visitors": "BIGINT",
        "chosen": "BIGINT",
        "submitted": "BIGINT",
    },
    "dossiers_daily": {
        **dict.fromkeys(("top", "agency", "procedure", "channel", "level", "source"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "online_fed": "BOOLEAN",
        "level_fed": "VARCHAR",
        "received": "BIGINT",
        "settled": "BIGINT",
        "on_time": "BIGINT",
        "late": "BIGINT",
        "overdue": "BIGINT",
        "with_fee": "BIGINT",
        "paid_online": "BIGINT",
        "paid_fed": "BIGINT",
        "batched": "BIGINT",
    },
    "waits_daily": {
        **dict.fromkeys(("top", "agency", "procedure", "channel"), "VARCHAR"),
        "day": "DATE",
        "hours": "INTEGER",
        "dossiers": "BIGINT",
    },
    "steps_daily": {
        **dict.fromkeys(("top", "agency", "procedure", "step"), "VARCHAR"),
        "day": "DATE",
        "number": "INTEGER",
        "visitors": "BIGINT",
        "went_on": "BIGINT",
    },
    "failures_daily": {
        **dict.fromkeys(("top", "agency", "procedure", "cause", "told_by"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "failures": "BIGINT",
    },
    "answers_daily": {
        **dict.fromkeys(("top", "agency", "procedure", "question", "answer"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "answers": "BIGINT",
        "satisfied": "BIGINT",
        "asked": "BIGINT",
    },
    "accounts_daily": {
        "top": "VARCHAR",
        "day": "DATE",
        "registered": "BIGINT",
        "active": "BIGINT",
    },
    "connections_daily": {
        **dict.fromkeys(("top", "source", "outcome", "reason"), "VARCHAR"),
        "day": "DATE",
        "site": "INTEGER",
        "facts": "BIGINT",
        "last_second": "INTEGER",
    },
}
"""Daily roll-ups, partitioned by month; small enough to be read whole by any page.

dossiers_daily: `received` counts dossiers on the day of their first event, `settled`, `on_time`,
`late` on the day of their first RETURNED event; `overdue` those received that day and still open
past `due`; `online_fed` is FormsReception = 1, `level_fed` "full" where 3 or 4 was fed, else
"partial" (domain 7.2); `level` is the supply's on that day; `batched` counts dossiers that came
online in a run of at least five a minute at one agency for one procedure.
steps_daily: `went_on` of those who opened step `number` also opened a later one or submitted, the
same day. failures_daily: `told_by` is telemetry, asked_at_failure or asked_after_result.
connections_daily: `outcome` is accepted, refused, replayed, late or robot.
"""
