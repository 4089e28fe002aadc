"""A feeder as it runs in real systems: TrackingMCDT bodies with their traps, each switchable.

Without a trap it tells what is so, as far as the event's fields can. The traps are those seen in
running code; the identity number that one of them sends is nobody's (no province has code 000).
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.measurement.values.facts import Channel, Level, Status


class Trap(StrEnum):
    """What real feeders do wrong."""

    LEVEL = "level"
    """Partial service is told as full, and what is not online at all as partial."""
    POST = "post"
    """What comes by post is told as online."""
    TYPED = "typed"
    """What officers and volunteers type for people is told as online."""
    PAYMENT = "payment"
    """Paid online is told as soon as anything was, whatever was due."""
    NO_RETRY = "no_retry"
    """What cannot be sent at once is never sent."""
    TWICE = "twice"
    """Everything is sent twice, and nothing tells that it is the same."""
    STATUS = "status"
    """National states 3, 5, 6, 7 and 8 are all "other"."""
    IDENTITY = "identity"
    """`User` carries the applicant's identity number in clear."""


EVERY = frozenset(Trap)

NOBODY = "000200000001"
"""Twelve digits in the shape of an identity number; 000 is no province's."""

_LEVELS = {Level.NONE: 1, Level.PARTIAL: 3, Level.FULL: 4}
_LEVELS_AS_TOLD = {Level.NONE: 3, Level.PARTIAL: 4, Level.FULL: 4}
_STATUSES = {1: Status.RECEIVED, 2: Status.RECEIVED, 4: Status.IN_PROCESS}
_STATUSES |= {9: Status.RETURNED, 10: Status.RETURNED}
_AS_THEY_ARE = {
    **dict.fromkeys((3, 8), Status.RETURNED),
    **dict.fromkeys((5, 6, 7), Status.IN_PROCESS),
}
"""Not accepted (3) and stopped (8) go back to the applicant; what waits for them is in process."""


@dataclass(frozen=True, slots=True)
class Life:
    """The true life of a dossier. `states` are national states with their moments; amounts in
    đồng; `level` is the service's."""

    code: str
    site: int
    procedure: str
    channel: Channel
    level: Level
    states: tuple[tuple[int, datetime], ...]
    fee: int = 0
    paid_online: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """A body and when it leaves the feeder."""

    at: datetime
    body: bytes


def sent(
    life: Life,
    *,
    traps: Collection[Trap] = EVERY,
    outages: Sequence[tuple[datetime, datetime]] = (),
) -> Iterator[Sent]:
    """Give what a feeder sends of a life; in `outages` (from, until) nothing gets through."""
    for state, happened in life.states:
        at = _leaves(happened, outages, lost=Trap.NO_RETRY in traps)
        if at is None:
            continue
        for _ in range(2 if Trap.TWICE in traps else 1):
            yield Sent(at, body(life, state, traps=traps))


def body(life: Life, state: int, *, traps: Collection[Trap] = EVERY) -> bytes:
    """Write one event."""
    told = {
        "CodeProfile": life.code,
        "SiteId": str(life.site),
        "CodeTTHC": life.procedure,
        "NameTTHC": "",
        "Status": int(_status(state, traps)),
        "FormsReception": 1 if _online(life.channel, traps) else 2,
        "FormsPayments": _payment(life, traps),
        "Level": (_LEVELS_AS_TOLD if Trap.LEVEL in traps else _LEVELS)[life.level],
        "IsFromDVCQG": 0,
        "IsDVCBC": 1 if life.channel is Channel.POST else 0,
        "Data": "",
    }
    if Trap.IDENTITY in traps:
        user = {"ID_local": NOBODY, "ID_QG": "", "TYPE": "2", "LOCATION": "01"}
        told["User"] = json.dumps(user)
    return json.dumps(told).encode()


def _online(channel: Channel, traps: Collection[Trap]) -> bool:
    if channel is Channel.POST:
        return Trap.POST in traps
    if channel in {Channel.OFFICER, Channel.VOLUNTEER, Channel.COUNTER}:
        return Trap.TYPED in traps
    return channel is Channel.SELF


def _payment(life: Life, traps: Collection[Trap]) -> int:
    if not life.fee:
        return 0
    enough = 1 if Trap.PAYMENT in traps else life.fee
    return 1 if life.paid_online >= enough else 2


def _status(state: int, traps: Collection[Trap]) -> Status:
    known = _STATUSES if Trap.STATUS in traps else {**_STATUSES, **_AS_THEY_ARE}
    return known.get(state, Status.OTHER)


def _leaves(
    happened: datetime, outages: Sequence[tuple[datetime, datetime]], *, lost: bool
) -> datetime | None:
    for begun, over in outages:
        if begun <= happened < over:
            return None if lost else over
    return happened
