"""Small days counted by hand."""

from datetime import date
from urllib.parse import urlencode

import pytest
from tests.measurement.lake.given import AT, DAY, event, view
from tests.measurement.wire.asked import CHROME

from motcua.journal.values import Actor, Entry
from motcua.measurement import actions
from motcua.measurement.rules.own_journal import Ours, people_facts
from motcua.measurement.rules.wire import Heard, matomo
from motcua.measurement.values.facts import Channel, Device, Kind, Outcome, Source, Status
from motcua.measurement.values.sites import Site

pytestmark = pytest.mark.once


def test_an_empty_lake_has_all_its_views_and_nothing_in_them(place):
    assert all(rows == [] for rows in place.everything().values())
    assert [place.counted(name) for name in ("supply", "declared", "cases")] == [[], [], []]
    assert place.lake.counted_at() is None
    assert place.lake.provenance() == ""


def test_a_visit_ends_with_half_an_hour_of_silence(place):
    place.spooled(view(100), view(1900), view(3701), view(50, 2), view(60, 3, robot=True))
    place.compact()
    told = ("views", "visits", "visitors", "actions", "robot_views")
    assert place.counted("visits_daily", *told) == [(4, 3, 2, 4, 1)]


def test_anything_but_a_view_keeps_a_visit_alive_and_begins_none(place):
    place.spooled(view(0), view(1700, kind=Kind.PING), view(3400), view(9000, kind=Kind.DOWNLOAD))
    place.compact()
    assert place.counted("visits_daily", "views", "visits", "visitors", "actions") == [(2, 1, 1, 3)]


def test_a_visit_is_counted_where_its_first_view_was(place):
    place.spooled(
        view(10, agency="H26.2"),
        view(20, agency="H26.1"),
        view(9000, agency="H26.1"),
        view(30, site=2, agency="G01", device=Device.PHONE),
    )
    place.compact()
    told = ("agency", "site", "device", "views", "visits", "visitors")
    assert place.counted("visits_daily", *told) == [
        ("G01", 2, "phone", 1, 1, 1),
        ("H26.1", 1, "unknown", 2, 1, 0),
        ("H26.2", 1, "unknown", 1, 1, 1),
    ]
    assert place.counted("visits_tops_daily", "top", "site", "visits") == [
        ("G01", 2, 1),
        ("H26", 1, 2),
    ]


def test_procedures_are_looked_at_chosen_and_submitted(place):
    one = {"procedure": "1.000001"}
    place.spooled(
        view(1, **one),
        view(2, **one),
        view(3, 2, **one),
        view(4, kind=Kind.DVC, detail="-1", **one),
        view(5, kind=Kind.DVC, detail="1", **one),
        view(6, kind=Kind.DVC, detail="0", **one),
        view(7, 3),
    )
    place.compact()
    told = ("procedure", "views", "visitors", "chosen", "submitted")
    assert place.counted("procedures_daily", *told) == [("1.000001", 3, 2, 1, 1)]


def test_who_went_on_opened_a_later_step_or_submitted(place):
    def step(second, visitor, number):
        return view(
            second,
            visitor,
            kind=Kind.STEP,
            procedure="1.000001",
            detail=f"buoc-{number}",
            value=float(number),
        )

    place.spooled(
        *(step(1, 1, 1), step(2, 1, 2), step(3, 1, 1)),
        *(step(1, 2, 1), step(2, 2, 2)),
        *(step(1, 3, 1),),
        view(9, 2, kind=Kind.DVC, procedure="1.000001", detail="1"),
    )
    place.compact()
    told = ("step", "number", "visitors", "went_on")
    assert place.counted("steps_daily", *told) == [("buoc-1", 1, 3, 2), ("buoc-2", 2, 2, 1)]


def test_failures_come_from_telemetry_and_from_two_questions(place):
    place.spooled(
        view(1, kind=Kind.FAILURE, detail="payment"),
        view(2, kind=Kind.FAILURE, detail="no such cause"),
        view(3, kind=Kind.ANSWER, detail="asked_at_failure:network"),
        view(4, kind=Kind.ANSWER, detail="asked_after_result:complex"),
        view(5, kind=Kind.ANSWER, detail="asked_after_result:complex"),
    )
    place.compact()
    assert place.counted("failures_daily", "told_by", "cause", "failures") == [
        ("asked_after_result", "complex", 2),
        ("asked_at_failure", "network", 1),
        ("telemetry", "payment", 1),
    ]


def through(door, action, person, *, number):
    """Tell that an account was opened or used, in Matomo's shape or as our journal does."""
    if door == "matomo":
        asked = {"idsite": 1, "rec": 1, "url": "/", "_id": person, "e_c": "account", "e_a": action}
        sites = {1: Site(1, "Cổng thử", "H26")}
        heard = Heard(AT, "113.161.12.34", CHROME, "vi-VN")
        return matomo.read(urlencode(asked), heard, sites=sites, salt=b"salt")
    kind = {"registered": "account.registered", "used": "account.signed_in"}[action]
    entry = Entry(number, kind, f"account:{person}", {}, Actor("account", person, ""), AT)
    (fact,) = people_facts(entry, (), ours=Ours(1, "H26", b"pepper"))
    return fact


@pytest.mark.parametrize("door", ["matomo", "journal"])
def test_accounts_count_the_same_by_every_door(place, door):
    told = [("registered", "a"), ("used", "a"), ("used", "b"), ("used", "b")]
    place.spooled(*(through(door, *one, number=number) for number, one in enumerate(told, 1)))
    place.spooled(view(9, kind=Kind.EVENT, detail="account/closed"))
    place.compact()
    assert place.counted("accounts_daily", "top", "registered", "active") == [("H26", 1, 2)]


def test_answers_know_how_often_was_asked(place):
    answer = {"kind": Kind.ANSWER}
    place.spooled(
        *(view(n, detail="result:asked", **answer) for n in range(5)),
        view(11, detail="result:5", value=5.0, **answer),
        view(12, detail="result:4", value=4.0, **answer),
        view(13, detail="result:3", value=3.0, **answer),
    )
    place.compact()
    assert place.counted("answers_daily", "answer", "answers", "satisfied", "asked") == [
        ("3", 1, 0, 0),
        ("4", 1, 1, 0),
        ("5", 1, 1, 0),
        ("asked", 0, 0, 5),
    ]


def test_a_dossier_counts_on_the_day_it_came_and_on_the_day_it_was_settled(place):
    later = date(2026, 3, 20)
    place.spooled(
        event(100, channel=Channel.SELF, reception_fed=1, level_fed=3, due=date(2026, 3, 18)),
        event(200, day=later, status=Status.RETURNED, hours=30),
        event(50, 2, channel=Channel.COUNTER, fee_due=True, due=DAY),
        event(60, 2, status=Status.RETURNED, outcome=Outcome.EARLY, hours=1, paid_online=True),
    )
    place.compact()
    told = ("day", "channel", "online_fed", "level_fed", "received", "settled", "on_time", "late")
    assert place.counted("dossiers_daily", *told) == [
        (DAY, "counter", False, "", 1, 1, 1, 0),
        (DAY, "self_service", True, "partial", 1, 0, 0, 0),
        (later, "self_service", True, "partial", 0, 1, 0, 1),
    ]
    assert place.counted("dossiers_daily", "with_fee", "paid_online") == [(0, 0), (0, 0), (1, 1)]
    assert place.counted("waits_daily", "day", "hours", "dossiers") == [(DAY, 1, 1), (later, 30, 1)]


def test_levels_are_read_as_they_are_numbered(place):
    """Feeders tell too high a number; the number itself has one meaning."""
    fed = (0, 1, 3, 4, None)
    place.spooled(*(event(100, number, level_fed=level) for number, level in enumerate(fed, 1)))
    place.compact()
    assert place.counted("dossiers_daily", "level_fed", "received") == [
        ("", 1),
        ("full", 1),
        ("none", 2),
        ("partial", 1),
    ]


def test_of_two_levels_declared_at_once_the_higher_one_holds(place):
    """By letters `partial` would come after `full`."""
    row = {"agency": "H26.1", "procedure": "1.000001", "has_fee": False, "essential": False}
    row |= {"valid_from": date(2026, 1, 1), "valid_to": None}
    levels = [row | {"level": level} for level in ("none", "full", "partial")]
    actions.declare_supply(levels, at=AT, into=place.lake)
    place.spooled(event(100))
    place.compact()
    assert place.counted("dossiers_daily", "level", "received") == [("full", 1)]


def test_a_dossier_goes_overdue_as_days_pass_and_is_so_no_more_once_settled(place):
    place.spooled(event(100, due=date(2026, 3, 18)))
    place.compact()
    overdue = [place.counted("dossiers_daily", "sum(overdue)")]
    for days in (2, 3, 4):
        place.compact(after_days=days)
        overdue.append(place.counted("dossiers_daily", "sum(overdue)"))
    assert overdue == [[(0,)], [(0,)], [(1,)], [(1,)]]
    place.spooled(event(1, day=date(2026, 3, 21), status=Status.RETURNED))
    place.compact(after_days=5)
    assert place.counted("dossiers_daily", "sum(overdue)", "sum(late)") == [(0, 1)]


def test_five_online_within_a_minute_at_one_agency_are_a_batch(place):
    def online(second, dossier, **more):
        return event(second, dossier, channel=Channel.SELF, **more)

    typed = [online(3600 + 14 * n, n) for n in range(1, 7)]
    by_hand = [online(20000 + 15 * n, 100 + n) for n in range(10)]
    elsewhere = [online(3601, 200, agency="H26.2"), event(3602, 201, channel=Channel.COUNTER)]
    place.spooled(*typed, *by_hand, *elsewhere)
    place.compact()
    assert place.counted("dossiers_daily", "agency", "channel", "received", "batched") == [
        ("H26.1", "counter", 1, 0),
        ("H26.1", "self_service", 16, 6),
        ("H26.2", "self_service", 1, 0),
    ]


def test_connections_say_what_was_heard_refused_and_replayed(place):
    place.spooled(
        view(10, key=7),
        view(10, key=7),
        view(20, 2, robot=True),
        view(30, day=date(2026, 3, 10)),
        view(30, day=date(2026, 3, 10), source=Source.LOG),
    )
    refusal = f"H26\tmatomo\trefused\tflood\t{DAY}\t1\t12\t86000"
    place.segment("counts", [refusal, refusal.replace("12\t86000", "3\t86010")])
    place.compact()
    told = ("day", "source", "outcome", "reason", "facts", "last_second")
    assert place.counted("connections_daily", *told) == [
        (date(2026, 3, 10), "log", "accepted", "", 1, 30),
        (date(2026, 3, 10), "matomo", "late", "", 1, 30),
        (DAY, "matomo", "accepted", "", 1, 10),
        (DAY, "matomo", "refused", "flood", 15, 86010),
        (DAY, "matomo", "replayed", "", 1, 10),
        (DAY, "matomo", "robot", "", 1, 20),
    ]
