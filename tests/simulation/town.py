"""A town whose dossiers are told twice: by a feeder with traps, and as they are, signed."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import count

from motcua.measurement import actions, queries
from motcua.measurement.queries.lakes import Roll
from motcua.measurement.rules.wire import Heard, Refusal, mcdt, signing, strict
from motcua.measurement.values import Channel, Level, Period, Way
from motcua.measurement.values.sites import Site
from motcua.simulation.measured.feeder import Life, sent

DAY = date(2026, 3, 16)
MORNING = datetime(2026, 3, 16, 1, 0, tzinfo=UTC)
PERIOD = Period(DAY, DAY)
SITE = Site(number=1, name="Cổng thử", agency="H26", secret="0123456789abcdef")
SITES = {1: SITE}
PEPPER = b"town"
FULL, PARTIAL, NONE = "1.000001", "1.000002", "1.000003"
LEVELS = {FULL: Level.FULL, PARTIAL: Level.PARTIAL, NONE: Level.NONE}
CHANNELS = (
    *[Channel.SELF] * 5,
    *[Channel.POST] * 2,
    Channel.OFFICER,
    *[Channel.COUNTER] * 2,
)
"""Ten dossiers: five of them filed by people themselves."""

_number = count(1000)


def life(channel=Channel.SELF, procedure=FULL, **more):
    """Make a dossier that came in at nine and was settled at half past."""
    at = MORNING + timedelta(hours=1)
    usual = {
        "code": f"H26.00070-260316-{next(_number)}",
        "site": 1,
        "procedure": procedure,
        "channel": channel,
        "level": LEVELS[procedure],
        "states": ((2, at), (9, at + timedelta(minutes=30))),
    }
    return Life(**{**usual, **more})


def fed(lives, *, traps, tally=None, outages=()):
    """Tell lives as a feeder does, and read what it sends."""
    told = [
        mcdt.read(each.body, Heard(each.at), sites=SITES, pepper=PEPPER, tally=tally)
        for one in lives
        for each in sent(one, traps=traps, outages=outages)
    ]
    assert not [one for one in told if isinstance(one, Refusal)]
    return told


def true(lives):
    """Tell lives as they are, in our own signed shape, and read that."""
    at = MORNING + timedelta(hours=3)
    names = {2: "received", 4: "in_process"}
    events = [
        {
            "key": f"{one.code}/{state}",
            "dossier": one.code,
            "procedure": one.procedure,
            "at": happened.isoformat(),
            "status": names.get(state, "returned"),
            "channel": one.channel.value,
            "fee": {"due": one.fee, "paid_online": one.paid_online} if one.fee else {"due": 0},
        }
        for one in lives
        for state, happened in one.states
    ]
    body, stamp = json.dumps(events).encode(), int(at.timestamp())
    headers = {
        signing.SITE: "1",
        signing.TIMESTAMP: str(stamp),
        signing.SIGNATURE: signing.sign(SITE.secret, stamp, body),
    }
    told = strict.read(body, headers, Heard(at), sites=SITES, pepper=PEPPER)
    assert not [one for one in told if isinstance(one, Refusal)]
    return told


def supply(place):
    """Declare the town's three services."""
    rows = [
        {
            "top": "H26",
            "agency": "H26.00070",
            "procedure": procedure,
            "level": level.value,
            "has_fee": True,
            "essential": False,
            "valid_from": date(2026, 1, 1),
            "valid_to": None,
        }
        for procedure, level in LEVELS.items()
    ]
    actions.declare_supply(rows, at=MORNING, into=place.lake)


def counted(place, *facts):
    """Put facts through the spool and the lake; give what asks for figures of both ways."""
    supply(place)
    place.spooled(*(one for many in facts for one in many))
    place.compact()

    def both(code):
        found = [
            queries.figure(code, agency="H26", period=PERIOD, way=way, lake=Roll(place.lake))
            for way in (Way.FED, Way.TRUE)
        ]
        return [(one.numerator, one.denominator) for one in found]

    return both
