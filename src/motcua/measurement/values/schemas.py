"""The columns of everything kept in Parquet: raw facts, registers and daily roll-ups.

Types are DuckDB's names; `str` columns are dictionary-encoded. Ibis and Spark schemas are derived
from here. A change of meaning gets a new `VERSION` and a migration of the lake.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
"""Raw dossier facts, partitioned by day and top; `key` is unique for ever within a site.

`national` is IsFromDVCQG (1: it came from the national portal, else 0); null where nobody told.
"""

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
        "fee_fed": "BIGINT",
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
past `due`; `online_fed` is FormsReception = 1; `level_fed` is "full" where 4 was fed, "partial"
where 3, "none" where 0 or 1, "" where nothing was (feeders send 4 for partial service too, and 3
for what is not online); `level` is the supply's on that day; `batched` counts dossiers that came
online in a run of at least five a minute at one agency for one procedure; `paid_fed` those with
FormsPayments = 1, `fee_fed` those with 1 or 2 (what a feeder takes for a dossier with a fee).
accounts_daily: `registered` counts accounts opened that day, `active` those used that day.
`with_fee`, `paid_online`, `paid_fed`, `fee_fed` and `batched` are counted on the day received.
waits_daily: by the day settled, where hours were told. visits_daily: a visit is counted where its
first view was, a visitor where the day's first view was; `actions` are facts of people but pings.
accounts_daily: of events whose detail is account/registered or account/used, or put in whole.
steps_daily: `went_on` of those who opened step `number` also opened a later one or submitted, the
same day. failures_daily: `told_by` is telemetry, asked_at_failure or asked_after_result; the latter
two are answers to questions of these names. answers_daily: the answer `asked` says that a question
was shown; `satisfied` are answers with a value of 4 or 5.
connections_daily: `outcome` is accepted, robot, late (kept, more than two days after its day),
replayed or refused; `masked` counts what was taken out of accepted facts.
"""

CASES: Columns = {
    "site": "INTEGER",
    "dossier": "BIGINT",
    "top": "VARCHAR",
    "agency": "VARCHAR",
    "procedure": "VARCHAR",
    "channel": "VARCHAR",
    "source": "VARCHAR",
    "online_fed": "BOOLEAN",
    "level_fed": "VARCHAR",
    "received": "DATE",
    "received_second": "INTEGER",
    "settled": "DATE",
    "due": "DATE",
    "outcome": "VARCHAR",
    "hours": "INTEGER",
    "fee_due": "BOOLEAN",
    "paid_online": "BOOLEAN",
    "paid_fed": "BOOLEAN",
    "fee_fed": "BOOLEAN",
}
"""What is known of each dossier at a site, one row each, folded from its events in any order."""


@dataclass(frozen=True, slots=True)
class Coarser:
    """A roll-up added up from a daily one: `drops` columns, and days too where it is monthly.

    It has the columns of `of` without `drops`; where monthly, `day` is the first of the month.
    Every BIGINT column is a sum, all others are kept apart.
    """

    of: str
    drops: tuple[str, ...]
    monthly: bool = True


COARSER: Mapping[str, Coarser] = {
    "dossiers_tops_daily": Coarser(
        "dossiers_daily", ("agency", "procedure", "site", "source"), monthly=False
    ),
    "dossiers_agencies_monthly": Coarser("dossiers_daily", ("procedure", "site", "source")),
    "dossiers_procedures_monthly": Coarser(
        "dossiers_daily",
        ("agency", "channel", "level", "site", "source", "online_fed", "level_fed"),
    ),
    "dossiers_services_monthly": Coarser("dossiers_daily", ("agency", "site", "source")),
    "dossiers_monthly": Coarser("dossiers_daily", ("site", "source")),
    "visits_tops_daily": Coarser("visits_daily", ("agency", "device", "source"), monthly=False),
    "visits_agencies_monthly": Coarser("visits_daily", ("device", "source")),
    "answers_tops_daily": Coarser("answers_daily", ("agency", "procedure", "site"), monthly=False),
    "answers_monthly": Coarser("answers_daily", ("site",)),
    "failures_tops_daily": Coarser(
        "failures_daily", ("agency", "procedure", "site"), monthly=False
    ),
    "failures_monthly": Coarser("failures_daily", ("site",)),
    "waits_tops_monthly": Coarser("waits_daily", ("agency", "procedure")),
    "waits_monthly": Coarser("waits_daily", ()),
    "steps_monthly": Coarser("steps_daily", ()),
}
"""Written beside the daily roll-ups at compaction, from coarse to fine within each family.

A query reads the first that has every column it needs; where a day is a key, or the period does
not begin and end with a month, monthly ones are passed over.
"""


def columns(name: str) -> Columns:
    """Give the columns of a roll-up, daily or coarser, or of a register."""
    if name in COARSER:
        coarser = COARSER[name]
        return {c: t for c, t in ROLLUPS[coarser.of].items() if c not in coarser.drops}
    registers = {"supply": SUPPLY, "declared": DECLARED, "pages": PAGES, "dossiers": DOSSIERS}
    return ROLLUPS.get(name) or registers[name]


def coarsen(name: str, source: str) -> str:
    """Give the SELECT that makes the coarser roll-up `name` of the daily one's rows in `source`."""
    day = "CAST(date_trunc('month', day) AS DATE)" if COARSER[name].monthly else "day"
    kept = columns(name)
    sums = [column for column, kind in kept.items() if kind == "BIGINT"]
    apart = [column for column in kept if column not in sums]
    told = [f"{day} AS day" if column == "day" else column for column in apart]
    added = [f"CAST(sum({column}) AS BIGINT) AS {column}" for column in sums]
    groups = [day if column == "day" else column for column in apart]
    return f"SELECT {', '.join(told + added)} FROM {source} GROUP BY {', '.join(groups)}"  # noqa: S608 -- our own names only
