"""Each trap of real feeders alone, from the feeder to the figure, beside what is so."""

import json
from datetime import timedelta

import pytest
from tests.measurement.lake.given import place
from tests.simulation.town import CHANNELS, FULL, MORNING, NONE, PARTIAL, counted, fed, life, true

from motcua.measurement.models.lake import files
from motcua.measurement.values import Channel
from motcua.simulation.measured.feeder import EVERY, NOBODY, Trap, sent

__all__ = ["place"]
pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(files, "_flush", lambda path: None)


def ten():
    return [life(channel) for channel in CHANNELS]


def test_without_a_trap_both_ways_agree(place):
    lives = ten()
    assert counted(place, fed(lives, traps=()), true(lives))("use2") == [(5, 10), (5, 10)]


def test_post_told_as_online(place):
    lives = ten()
    both = counted(place, fed(lives, traps={Trap.POST}), true(lives))
    assert both("use2") == [(7, 10), (5, 10)]


def test_typed_by_officers_told_as_online(place):
    lives = ten()
    both = counted(place, fed(lives, traps={Trap.TYPED}), true(lives))
    assert both("use2") == [(8, 10), (5, 10)]


def test_partial_service_told_as_full(place):
    """Of full service 1 of 2 is online, of partial 3 of 4."""
    lives = [life(), life(Channel.COUNTER), *(life(procedure=PARTIAL) for _ in range(3))]
    lives.append(life(Channel.COUNTER, PARTIAL))
    told = fed(lives, traps={Trap.LEVEL})
    assert [one.level_fed for one in told] == [4] * 12
    assert counted(place, told, true(lives))("use3") == [(4, 6), (1, 2)]


def test_without_the_trap_levels_are_told_as_they_are(place):
    lives = [life(), life(Channel.COUNTER), *(life(procedure=PARTIAL) for _ in range(3))]
    both = counted(place, fed(lives, traps=()), true(lives))
    assert both("use3") == [(1, 2), (1, 2)]


@pytest.mark.parametrize(
    ("traps", "online", "full"), [({Trap.LEVEL}, 3, 2), ((), 2, 1)], ids=["trap", "none"]
)
def test_services_are_supplied_at_the_level_that_was_fed(place, traps, *, online, full):
    """Of three services one is full and one partial; one has been fed with a dossier each."""
    lives = [life(procedure=procedure) for procedure in (FULL, PARTIAL, NONE)]
    both = counted(place, fed(lives, traps=traps), true(lives))
    assert both("sup1") == [(online, 3), (2, 3)]
    assert both("sup2") == [(full, 3), (1, 3)]
    assert both("use1") == [(online, online), (2, 2)]
    assert both("use4") == [(full, full), (1, 1)]


def test_the_level_is_told_as_partial_where_nothing_is_online():
    told = {
        procedure: [fed([life(procedure=procedure)], traps=traps)[0] for traps in ((), EVERY)]
        for procedure in (FULL, PARTIAL, NONE)
    }
    numbers = {name: [one.level_fed for one in pair] for name, pair in told.items()}
    assert numbers == {FULL: [4, 4], PARTIAL: [3, 4], NONE: [1, 3]}


def test_a_part_of_the_fee_told_as_paid(place):
    """Four owe 50,000 đồng: two paid it online, one paid 10,000, one nothing."""
    lives = [life(fee=50_000, paid_online=paid) for paid in (50_000, 50_000, 10_000, 0)]
    both = counted(place, fed(lives, traps={Trap.PAYMENT}), true(lives))
    assert both("pay") == [(3, 4), (2, 4)]


def test_a_part_of_the_fee_is_not_paid_where_amounts_are_looked_at(place):
    lives = [life(fee=50_000, paid_online=paid) for paid in (50_000, 50_000, 10_000, 0)]
    assert counted(place, fed(lives, traps=()), true(lives))("pay") == [(2, 4), (2, 4)]


OUTAGE = (MORNING + timedelta(minutes=30), MORNING + timedelta(hours=2))


def through_an_outage(place, traps):
    """Three of five self-filed dossiers live while the monitor cannot be reached."""
    early = MORNING
    before = ((2, early), (9, early + timedelta(minutes=10)))
    lives = [life() for _ in range(3)] + [life(states=before) for _ in range(2)]
    lives += [life(Channel.COUNTER, states=before) for _ in range(5)]
    return counted(place, fed(lives, traps=traps, outages=[OUTAGE]), true(lives))


def test_without_retry_what_happens_in_an_outage_is_lost(place):
    assert through_an_outage(place, {Trap.NO_RETRY})("use2") == [(2, 10), (5, 10)]


def test_with_retry_nothing_is_lost(place):
    assert through_an_outage(place, ())("use2") == [(5, 10), (5, 10)]


def test_sent_twice_is_counted_once_and_seen(place):
    lives = ten()
    told = fed(lives, traps={Trap.TWICE})
    assert len(told) == 2 * 2 * 10
    both = counted(place, told, true(lives))
    assert both("use2") == [(5, 10), (5, 10)]
    heard = place.counted("connections_daily", "source", "outcome", "facts")
    assert heard == [
        ("mcdt", "accepted", 20),
        ("mcdt", "replayed", 20),
        ("strict", "accepted", 20),
    ]


@pytest.mark.parametrize(("traps", "settled"), [({Trap.STATUS}, 8), ((), 10)])
def test_refused_and_stopped_dossiers_are_never_settled_where_all_else_is_other(
    place, traps, settled
):
    lives = [life() for _ in range(8)]
    at = MORNING + timedelta(hours=1)
    lives += [life(states=((2, at), (state, at + timedelta(hours=1)))) for state in (3, 8)]
    counted(place, fed(lives, traps=traps))
    assert sum(row[0] for row in place.counted("dossiers_daily", "settled")) == settled


def test_states_5_to_7_are_other_in_the_trap_and_in_process_without():
    at = MORNING
    for state in (5, 6, 7):
        one = life(states=((state, at),))
        assert [fed([one], traps=traps)[0].status for traps in ({Trap.STATUS}, ())] == [0, 2]


def test_the_identity_number_is_dropped_at_the_door_and_counted(place):
    lives, tally = ten(), {}
    told = fed(lives, traps={Trap.IDENTITY}, tally=tally)
    assert tally == {(1, "identity_number"): 20}
    assert NOBODY in next(sent(lives[0], traps={Trap.IDENTITY})).body.decode()
    counted(place, told)
    kept = [path.read_bytes() for path in place.folder.rglob("*") if path.is_file()]
    assert kept
    assert not any(NOBODY.encode() in content for content in kept)


def test_no_identity_number_is_sent_without_the_trap():
    assert "User" not in json.loads(next(sent(life(), traps=EVERY - {Trap.IDENTITY})).body)


def test_all_traps_together_inflate_every_share(place):
    """The numbers of the ten, and of four fees, with everything wrong at once."""
    lives = [*ten(), *(life(Channel.POST, PARTIAL, fee=50_000, paid_online=1) for _ in range(4))]
    both = counted(place, fed(lives, traps=EVERY), true(lives))
    assert both("use2") == [(14, 14), (5, 14)]
    assert both("use3") == [(14, 14), (5, 10)]
    assert both("pay") == [(4, 4), (0, 4)]
