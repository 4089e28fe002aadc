"""A small nation in a lake of its own: ties, one silent, one whose feeder makes itself better."""

from datetime import UTC, date, datetime

import pyarrow as pa
from tests.factories import people
from tests.factories.dossiers import country
from tests.measurement.counted import EMPTY

from motcua.measurement import actions
from motcua.measurement.indicators.counting import RATING
from motcua.measurement.values.schemas import ROLLUPS

NOW = datetime(2026, 4, 15, 3, 0, tzinfo=UTC)
BIRTH = "1.001193"
MONTHS = (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
ARROW = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "DATE": pa.date32(),
    "BOOLEAN": pa.bool_(),
}
ONLINE = {"online_fed": True, "channel": "self_service"}
TYPED = {"online_fed": True, "channel": "officer_assisted"}
PAPER = {"online_fed": False, "channel": "counter"}


def dossiers():
    """Hà Nội and Cao Bằng tie at 60 %; Huế falls silent; Lào Cai reports 90 %, 20 % is so."""
    for month in MONTHS:
        yield of("H26.00070", month, ONLINE, number=60)
        yield of("H26.00070", month, PAPER, number=40)
        yield of("H14", month, ONLINE, number=30 if month.month == 3 else 45)
        yield of("H14", month, PAPER, number=20 if month.month == 3 else 5)
        yield of("H38", month, ONLINE, number=20)
        yield of("H38", month, TYPED, number=70)
        yield of("H38", month, PAPER, number=10)
        yield of("G18", month, ONLINE, number=5)
    yield of("H57", MONTHS[0], ONLINE, number=10)


def of(agency, day, how, *, number):
    told = {"agency": agency, "day": day, "received": number, "settled": number, "level": "full"}
    return told | how | {"on_time": number, "procedure": BIRTH, "source": "strict"}


def steps():
    told = {"agency": "H26.00070", "day": MONTHS[2], "procedure": BIRTH}
    for number, (step, visitors, on) in enumerate(
        (("nguoi-nop", 100, 80), ("giay-to", 80, 40), ("xac-nhan", 40, 40)), start=1
    ):
        yield told | {"number": number, "step": step, "visitors": visitors, "went_on": on}


def waits():
    told = {"agency": "H26.00070", "day": MONTHS[2], "procedure": BIRTH}
    for hours, number in ((4, 50), (8, 25), (24, 15), (80, 10)):
        yield told | {"hours": hours, "dossiers": number, "channel": "self_service"}


def answers():
    told = {"agency": "H26.00070", "day": MONTHS[2], "procedure": BIRTH, "question": RATING}
    yield told | {"answer": "5", "answers": 50, "satisfied": 45, "asked": 80}


def fill():
    """Put the roll-ups into the lake of the settings."""
    for name, rows in (
        ("dossiers_daily", dossiers()),
        ("steps_daily", steps()),
        ("waits_daily", waits()),
        ("answers_daily", answers()),
    ):
        actions.put_rollup(name, rollup(name, rows), at=NOW)


def rollup(name, rows):
    """Make an Arrow table of rows; what is not said is empty or nought."""
    columns = ROLLUPS[name]
    whole = [{"top": row["agency"].split(".")[0], **row} for row in rows]
    return pa.table(
        {
            column: pa.array([row.get(column, EMPTY[kind]) for row in whole], type=ARROW[kind])
            for column, kind in columns.items()
        }
    )


def leagues():
    """Let five provinces and two ministries play in the leagues."""
    country()
    for code in ("H14", "H38", "H57", "H05", "G18", "G15"):
        people.agency(code)
