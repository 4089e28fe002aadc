"""What must hold whatever comes: visits against a plain count, cases in any order."""

from collections import defaultdict
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.measurement.lake.given import DAY, event

from motcua.measurement.models.lake import cases, page_counts
from motcua.measurement.values import schemas
from motcua.measurement.values.facts import Channel, Outcome, Status

pytestmark = pytest.mark.once


RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SEEN = st.tuples(
    st.integers(1, 2),
    st.integers(1, 3),
    st.one_of(st.integers(0, 86399), st.sampled_from([0, 1800, 1801, 3600, 3601, 5400])),
    st.sampled_from(["view", "view", "ping", "event"]),
    st.booleans(),
    st.sampled_from(["H26.1", "H26.2"]),
)


@pytest.fixture(scope="module")
def database():
    """A table of facts as counting sees them."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute(
        "CREATE TABLE facts (site INTEGER, visitor UINTEGER, second INTEGER, kind VARCHAR,"
        " robot BOOLEAN, agency VARCHAR, top VARCHAR DEFAULT 'H26', device VARCHAR DEFAULT 'phone',"
        " source VARCHAR DEFAULT 'matomo', procedure VARCHAR, detail VARCHAR, value FLOAT)"
    )
    connection.execute(page_counts.PEOPLE)
    return connection


def plainly(facts):
    """Count visits and visitors of an agency by walking through the day."""
    walks = defaultdict(list)
    for site, visitor, second, kind, robot, agency in facts:
        if not robot:
            walks[site, visitor].append((second, kind, agency))
    visits, visitors = defaultdict(int), defaultdict(int)
    for walk in walks.values():
        runs, last = [], None
        for second, kind, agency in sorted(walk):
            if last is None or second - last > 1800:
                runs.append([])
            last = second
            if kind == "view":
                runs[-1].append((second, agency))
        begun = [min(run)[1] for run in runs if run]
        for agency in begun:
            visits[agency] += 1
        if begun:
            visitors[begun[0]] += 1
    return visits, visitors


@RELAXED
@given(st.lists(SEEN, max_size=25))
def test_visits_are_what_a_plain_walk_through_the_day_counts(database, facts):
    database.execute("DELETE FROM facts")
    if facts:
        columns = "(site, visitor, second, kind, robot, agency)"
        database.executemany(f"INSERT INTO facts {columns} VALUES (?, ?, ?, ?, ?, ?)", facts)
    counted = database.execute(page_counts.VISITS, {"day": DAY}).fetchall()
    visits, visitors = plainly(facts)
    agency, visit, visitor = 1, 7, 8
    for column, expected in ((visit, visits), (visitor, visitors)):
        found = defaultdict(int)
        for row in counted:
            found[row[agency]] += row[column]
        assert {name: number for name, number in found.items() if number} == expected


EVENT = st.builds(
    event,
    second=st.integers(0, 3),
    dossier=st.integers(1, 2),
    day=st.integers(0, 2).map(lambda days: DAY + timedelta(days=days)),
    status=st.sampled_from(Status),
    agency=st.sampled_from(["H26.1", "H26.2"]),
    procedure=st.sampled_from(["", "1.000001", "1.000002"]),
    channel=st.sampled_from(Channel),
    reception_fed=st.sampled_from([None, 1, 2]),
    level_fed=st.sampled_from([None, 0, 3, 4]),
    payment_fed=st.sampled_from([None, 0, 1, 2]),
    outcome=st.sampled_from([None, *Outcome]),
    hours=st.sampled_from([None, 0, 5]),
    due=st.sampled_from([None, DAY, date(2026, 4, 1)]),
    fee_due=st.sampled_from([None, True, False]),
    paid_online=st.sampled_from([None, True, False]),
)
COLUMNS = tuple(name for name in schemas.DOSSIERS if name not in {"national", "post_fed", "key"})


@pytest.fixture(scope="module")
def register():
    """Events and a register without files."""
    connection = duckdb.connect(config={"threads": 1})
    columns = ", ".join(f"{name} {schemas.DOSSIERS[name]}" for name in COLUMNS)
    connection.execute(f"CREATE TABLE kept ({columns})")
    connection.execute(cases.LIFTED)
    connection.execute("CREATE TABLE base AS FROM lifted LIMIT 0")
    connection.execute("CREATE TABLE later AS FROM base")
    connection.execute(cases.CURRENT)
    connection.execute(cases.PLAIN)
    return connection


def folded(register, *batches):
    """Fold batches of events in, each as a part of its own; give the cases."""
    register.execute("DELETE FROM base")
    register.execute("DELETE FROM later")
    for place, batch in enumerate(batches):
        register.execute("DELETE FROM kept")
        if batch:
            told = [[getattr(one, name, "H26") for name in COLUMNS] for one in batch]
            marks = ", ".join("?" for _ in COLUMNS)
            register.executemany(f"INSERT INTO kept VALUES ({marks})", told)
        into = "later" if place else "base"
        register.execute(f"INSERT INTO {into} {cases.FOLD} FROM lifted GROUP BY site, dossier")
    return sorted(register.execute("FROM cases").fetchall(), key=str)


@RELAXED
@given(st.lists(EVENT, max_size=8), st.randoms(use_true_random=False), st.integers(0, 8))
def test_cases_are_the_same_in_any_order_however_cut_and_however_often(
    register, events, chance, cut
):
    expected = folded(register, events)
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert folded(register, shuffled[:cut], shuffled[cut:]) == expected
    assert folded(register, shuffled, events, shuffled[:cut]) == expected


@RELAXED
@given(st.lists(EVENT, min_size=1, max_size=8))
def test_a_case_is_received_first_and_settled_no_earlier(register, events):
    found = folded(register, events)
    assert len(found) == len({one.dossier for one in events})
    names = [column[0] for column in register.execute("DESCRIBE cases").fetchall()]
    for row in found:
        case = dict(zip(names, row, strict=True))
        mine = [one for one in events if one.dossier == case["dossier"]]
        returned = [one.day for one in mine if one.status == Status.RETURNED]
        assert case["received"] == min(one.day for one in mine)
        assert case["settled"] == min(returned, default=None)
        assert case["paid_fed"] == any(one.payment_fed == 1 for one in mine)
