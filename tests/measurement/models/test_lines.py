"""Lines fit the columns they are read into, whatever text a fact carries."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measurement.some_facts import AT, DAY, dossier, page

from motcua.measurement.models.spool.lines import line_of
from motcua.measurement.values import schemas
from motcua.measurement.values.facts import Channel, Kind, Level, Outcome
from motcua.measurement.values.telling import MetricTold, SupplyTold

pytestmark = pytest.mark.once

SUPPLY = SupplyTold("H26.1", "1.001193", Level.FULL, True, False, DAY, None, 5, AT, 77)
METRIC = MetricTold(DAY, "H26.1", "PUBLISH_ON_TIME", 3, 4, 5, AT, 77)
TOLD = {"site": "INTEGER", "told_at": "BIGINT", "batch": "BIGINT"}
SHAPES = {
    "pages": {**schemas.PAGES, "key": "UBIGINT"},
    "dossiers": schemas.DOSSIERS,
    "supply": {**schemas.SUPPLY, **TOLD},
    "declared": {**schemas.DECLARED, **TOLD},
}


def back(fact, tmp_path):
    """Read a fact's line as compaction does."""
    kind, line = line_of(fact)
    (tmp_path / "x.tsv").write_text(f"{line}\n", encoding="utf-8")
    columns = ", ".join(f"'{name}': '{sort}'" for name, sort in SHAPES[kind].items())
    found = duckdb.sql(
        f"SELECT * FROM read_csv('{tmp_path}/x.tsv', delim='\\t', header=false, quote='', "
        f"escape='', nullstr='\\N', auto_detect=false, columns={{{columns}}})"
    )
    return dict(zip(found.columns, found.limit(1).fetchall()[0], strict=True))


def test_a_page_is_read_back(tmp_path):
    fact = page(
        visitor=(1 << 32) - 1,
        key=(1 << 64) - 1,
        kind=Kind.STEP,
        detail="Bước “một”",
        value=2.0,
        robot=True,
    )
    found = back(fact, tmp_path)

    assert found["top"] == "H26"
    assert found["agency"] == "H26.00070"
    assert (found["visitor"], found["key"]) == ((1 << 32) - 1, (1 << 64) - 1)
    assert (found["kind"], found["detail"], found["value"]) == ("step", "Bước “một”", 2.0)
    assert (found["robot"], found["procedure"], found["day"]) == (True, "", DAY)
    assert back(page(), tmp_path)["value"] is None


def test_a_dossier_is_read_back(tmp_path):
    full = dossier(
        national=10,
        reception_fed=-128,
        level_fed=4,
        channel=Channel.POST,
        fee_due=True,
        paid_online=False,
        outcome=Outcome.LATE,
        hours=17,
        due=date(2026, 4, 1),
    )
    found = back(full, tmp_path)

    assert (found["status"], found["national"], found["reception_fed"]) == (1, 10, -128)
    assert (found["fee_due"], found["paid_online"]) == (True, False)
    assert (found["outcome"], found["hours"], found["due"]) == ("late", 17, date(2026, 4, 1))
    bare = back(dossier(), tmp_path)
    absent = ("national", "payment_fed", "fee_due", "paid_online", "outcome", "hours", "due")
    assert [bare[name] for name in absent] == [None] * 7


def test_what_agencies_tell_is_read_back(tmp_path):
    moment = round(datetime(2026, 3, 16, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")).timestamp())
    supply = back(SUPPLY, tmp_path)
    assert (supply["level"], supply["has_fee"], supply["essential"]) == ("full", True, False)
    assert (supply["valid_to"], supply["told_at"]) == (None, moment * 1_000_000)
    metric = back(METRIC, tmp_path)
    assert (metric["month"], metric["numerator"], metric["batch"]) == (DAY, 3.0, 77)


@given(st.text(), st.text())
def test_no_text_breaks_a_line(one, other):
    kind, line = line_of(page(page=one, detail=other))
    assert len(line.splitlines()) == 1
    assert line.count("\t") == len(SHAPES[kind]) - 1
    assert "\\" not in line.replace("\\N", "")
    assert "\0" not in line
    line.encode()


@given(st.text(min_size=1))
def test_a_sound_text_stays_as_it_is(text):
    _kind, line = line_of(page(detail=text))
    if text.isprintable() and "\\" not in text:
        assert line.split("\t")[9] == text
    else:
        assert len(line.split("\t")[9]) <= len(text)
