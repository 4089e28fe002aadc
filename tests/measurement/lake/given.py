"""Facts for tests of the lake: small, one keyword a difference."""

from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pytest
from django.test import override_settings

from motcua.measurement import actions
from motcua.measurement.models.lake import Lake, Limits
from motcua.measurement.models.spool import lines
from motcua.measurement.values import schemas
from motcua.measurement.values.facts import DossierFact, Kind, PageFact, Source, Status

DAY = date(2026, 3, 16)
AT = datetime(2026, 3, 16, 5, tzinfo=UTC)
ARROW = {
    "DATE": pa.date32(),
    "INTEGER": pa.int32(),
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "TINYINT": pa.int8(),
    "BOOLEAN": pa.bool_(),
    "FLOAT": pa.float32(),
    "DOUBLE": pa.float64(),
    "UINTEGER": pa.uint32(),
}


def view(second, visitor=1, **more):
    """Give a view of a page at a second of DAY."""
    usual = {"day": DAY, "site": 1, "agency": "H26.1", "kind": Kind.VIEW, "page": "/"}
    return PageFact(**{**usual, "second": second, "visitor": visitor, **more})


_number = iter(range(1, 1 << 60))


def event(second, dossier=1, *, status=Status.RECEIVED, **more):
    """Give a dossier's event at a second of DAY, with a key of its own."""
    usual = {
        "day": DAY,
        "site": 1,
        "agency": "H26.1",
        "procedure": "1.000001",
        "source": Source.STRICT,
        "key": more.pop("key", None) or next(_number),
    }
    return DossierFact(**{**usual, "second": second, "dossier": dossier, "status": status, **more})


def lake_at(folder, **more):
    """Open a lake of little memory."""
    return Lake(folder, limits=Limits("500MB", 1), **more)


def table(columns, rows):
    """Make an Arrow table with the columns of `schemas`."""
    schema = pa.schema([(name, ARROW[kind]) for name, kind in columns.items()])
    return pa.Table.from_pylist(rows, schema=schema)


class Place:
    """A spool and a lake in a folder of a test."""

    def __init__(self, folder):
        self.folder = folder
        self.spool = folder / "spool"
        self.spool.mkdir(parents=True, exist_ok=True)
        self.lake = lake_at(folder / "lake")
        taken = len(list(self.spool.iterdir()))
        self._segments = iter(range(taken + 1, 1_000_000))

    def spooled(self, *facts):
        """Write a closed segment of each kind as the spool does."""
        of_kind = {}
        for fact in facts:
            kind, line = lines.line_of(fact)
            of_kind.setdefault(kind, []).append(line)
        return [self.segment(kind, told) for kind, told in of_kind.items()]

    def segment(self, kind, told):
        """Write lines as a closed segment."""
        path = self.spool / f"{kind}-0123456789ab-{next(self._segments):06}.tsv"
        path.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
        return path

    def compact(self, *, after_days=0, **more):
        """Compact so many days after AT."""
        at = AT + timedelta(days=after_days)
        with override_settings(MEASUREMENT=self.folder, **more):
            return actions.compact(at=at, into=self.lake)

    def counted(self, name, *columns):
        """Give rows of a roll-up or register, sorted."""
        wanted = ", ".join(columns) or "*"
        rows = self.lake.connection().execute(f"SELECT {wanted} FROM {name}").fetchall()
        return sorted(rows, key=str)

    def everything(self):
        """Give all roll-ups, to compare two lakes."""
        return {name: self.counted(name) for name in [*schemas.ROLLUPS, *schemas.COARSER]}

    def raw(self, kind):
        """Give how many raw facts lie in the lake."""
        paths = self.lake.addresses(kind)
        if not paths:
            return 0
        sql = "SELECT count(*) FROM read_parquet($paths, hive_partitioning = false)"
        return self.lake.connection().execute(sql, {"paths": paths}).fetchall()[0][0]


@pytest.fixture
def place(tmp_path):
    """An empty spool, an empty lake."""
    return Place(tmp_path)
