"""Index 766: the published figures to the digit, the traps, and what must always hold."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.definitions import DefinitionRefused
from motcua.measurement.rules import index766
from motcua.measurement.values.index766 import Count, rounded

FOLDER = Path(__file__).parents[2] / "library" / "indicators" / "qd-766"
FILES = sorted(FOLDER.glob("*.yaml"))
TEXT = FILES[0].read_text(encoding="utf-8")
DEFINITION = index766.read(TEXT, name="qd-766")
TODAY, BEFORE = date(2026, 3, 31), date(2025, 12, 31)
CODES = [part.code for metric in DEFINITION.on(TODAY) for part in metric.parts]

pytestmark = pytest.mark.once


def count(numerator, denominator):
    return Count(Decimal(numerator), Decimal(denominator))


def scored(on=TODAY, **counts):
    told = {code: count(*pair) for code, pair in counts.items()}
    return index766.score(DEFINITION, told, on=on)


def points(code, pair, on=TODAY):
    return rounded(scored(on, **{code: pair}).points)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_edition_is_read_and_named_by_its_first_day(path):
    edition = index766.read(path.read_text(encoding="utf-8"), name=path.name)
    assert path.stem == edition.valid_from.isoformat()
    assert edition.official is False
    assert {group.code: group.points for group in edition.groups} == {
        "CKMB": 18, "TDGQ": 20, "SHHS": 22, "DVC": 22, "MDHL": 18,
    }  # fmt: skip


def test_online_services_of_phu_tho_as_published():
    found = scored(
        ONLINE_SUPPLY=(31 + 21, 89), ONLINE_USED=(516, 1884), ONLINE_DOSSIERS=(589_496, 597_894)
    ).metric("ONLINE_SERVICE")
    thousandths = [part.points.quantize(Decimal("0.001")) for part in found.parts]
    assert thousandths == [Decimal("1.461"), Decimal("1.096"), Decimal("6.000")]
    assert (found.shown, found.most) == (Decimal("8.56"), 12)


@pytest.mark.parametrize(
    ("on_time", "received", "share", "expected"),
    [(161_553, 165_139, "0.9783", "19.57"), (1_423, 1_482, "0.9602", "19.20")],
    ids=["Phú Thọ", "H44.100 Việt Trì"],
)
def test_progress_as_published(on_time, received, share, expected):
    found = scored(PROGRESS=(on_time, received)).metric("PROGRESS")
    assert found.parts[0].share.quantize(Decimal("0.0001")) == Decimal(share)
    assert (found.shown, found.most) == (Decimal(expected), 20)


@pytest.mark.parametrize(
    ("code", "expected", "missing"),
    [
        ("DOSSIER_RECEIVING_SATISFACTION", 0, None),
        ("PETITION_PROCESSING_ON_TIME", 6, None),
        ("PETITION_HANDLING_SATISFACTION", 6, None),
        ("PROGRESS", 0, "denominator_zero"),
        ("PUBLISH_ON_TIME", 0, "denominator_zero"),
    ],
)
def test_a_denominator_of_zero_is_nothing_here_and_all_there(code, expected, missing):
    found = scored(**{code: (0, 0)})
    assert found.points == expected
    assert found.missing.get(code) == missing


@pytest.mark.parametrize(
    ("code", "pair", "expected"),
    [
        ("ONLINE_SUPPLY", (80, 100), "2"),
        ("ONLINE_SUPPLY", (100, 100), "2"),
        ("ONLINE_SUPPLY", (40, 100), "1"),
        ("ONLINE_DOSSIERS", (50, 100), "6"),
        ("ONLINE_DOSSIERS", (49, 100), "5.88"),
        ("ONLINE_DOSSIERS", (100, 100), "6"),
        ("DOSSIER_RECEIVING_SATISFACTION", (90, 100), "6"),
        ("DOSSIER_RECEIVING_SATISFACTION", (45, 100), "3"),
        ("DOSSIER_RECEIVING_SATISFACTION", (99, 100), "6"),
        ("REUSED_DIGITIZED_DATA", (80, 100), "2"),
        ("REUSED_DIGITIZED_DATA", (40, 100), "1"),
        ("PUBLISH_ON_TIME", (99, 100), "5.94"),
        ("SO_HOA_GIAY_TO_GIAI_QUYET", (105, 100), "4"),
        ("CITIZEN_DATA_CONNECTED_FORMALITY", (1, 2), "1"),
        ("PETITION_CLASSIFICATION", (1, 1), "0"),
    ],
)
def test_targets_cap_what_is_earned(code, pair, expected):
    assert points(code, pair) == Decimal(expected)


def test_open_and_overdue_is_not_in_time():
    settled_in_time, open_in_time, open_overdue, late = 70, 10, 15, 5
    received = settled_in_time + open_in_time + open_overdue + late
    assert points("PROGRESS", (received - open_overdue - late, received)) == Decimal(16)


@pytest.mark.parametrize(
    ("on", "pair", "expected"),
    [
        (BEFORE, (40, 100), ("2.4", "1", "1")),
        (BEFORE, (100, 100), ("6", "2", "2.5")),
        (TODAY, (40, 100), ("3", "1", "1")),
        (TODAY, (80, 100), ("6", "2", "2")),
    ],
)
def test_online_payment_has_two_ways_by_date(on, pair, expected):
    payment = scored(on, PAID_DOSSIERS=pair, PAID_SERVICES=pair, FEE_SERVICES_USED=pair).metric(
        "ONLINE_PAYMENT"
    )
    assert [part.points for part in payment.parts] == [Decimal(one) for one in expected]
    assert payment.points == min(Decimal(10), sum(map(Decimal, expected)))
    assert payment.most == 10


def test_everything_is_a_hundred_and_nothing_says_what_is_missing():
    full = scored(**dict.fromkeys(CODES, (1, 1)))
    assert (full.points, full.known, full.missing) == (100, 100, {})
    empty = scored()
    assert (empty.points, empty.known) == (0, 0)
    assert empty.missing["PROGRESS"] == "no_facts"
    assert empty.missing["DOSSIER_SYNC"] == "not_declared"
    assert "PETITION_CLASSIFICATION" not in empty.missing


@pytest.mark.parametrize("pair", [(-1, 5), (1, -5)])
def test_a_count_below_zero_is_no_count(pair):
    with pytest.raises(ValueError, match="PROGRESS"):
        scored(PROGRESS=pair)


def test_there_was_no_index_before_the_decision():
    assert index766.edition([DEFINITION], date(2022, 6, 23)) is DEFINITION
    with pytest.raises(index766.Index766Unknown):
        index766.edition([DEFINITION], date(2022, 6, 22))


@pytest.mark.parametrize(
    ("right", "mistaken", "told"),
    [
        ("code: TDGQ, points: 20", "code: TDGQ, points: 21", "100"),
        ("{code: DOSSIER_SYNC, points: 6,", "{code: DOSSIER_SYNC, points: 5,", "CKMB"),
        ("until: 2025-12-31", "until: 2026-12-31", "ONLINE_PAYMENT"),
        ("group: SHHS", "group: SHH", "SHH"),
        ("target: 0.90", "target: 1.90", "1.9"),
        ("zero: nothing", "zero: never", "never"),
    ],
)
def test_a_mistake_in_the_file_is_told(right, mistaken, told):
    assert right in TEXT
    with pytest.raises(DefinitionRefused) as refused:
        index766.read(TEXT.replace(right, mistaken), name="qd-766")
    assert told in str(refused.value)


PAIRS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
TOLD = st.dictionaries(st.sampled_from(CODES), PAIRS)
DAYS = st.sampled_from([BEFORE, TODAY])


@given(told=TOLD, on=DAYS)
def test_nothing_earns_less_than_nothing_or_more_than_its_most(told, on):
    found = scored(on, **told)
    assert 0 <= found.points <= 100
    assert found.points <= found.known <= 100
    assert found.points == sum(group.points for group in found.groups)
    for group in found.groups:
        assert 0 <= group.points <= group.most
        for metric in group.metrics:
            assert 0 <= metric.points <= metric.most
            assert all(0 <= part.points <= part.most for part in metric.parts)


@given(told=TOLD, on=DAYS, code=st.sampled_from(CODES), more=st.integers(1, 1000))
def test_more_done_never_earns_less(told, on, code, more):
    numerator, denominator = told.get(code, (0, 1))
    less = scored(on, **{**told, code: (numerator, denominator)})
    after = scored(on, **{**told, code: (numerator + more, denominator)})
    assert after.points >= less.points
    assert after.known == less.known
