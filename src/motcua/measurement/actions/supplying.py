"""Declaring what our own portal offers, whenever that has changed."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from django.conf import settings

from motcua.measurement.actions.compacting import declare_supply
from motcua.measurement.rules.wire.reading import day_and_second
from motcua.measurement.values.offered import Offered

NAME = "own-supply.json"


def declare_own_supply(offered: Iterable[Offered], *, at: datetime) -> int:
    """Declare what changed since the last time, from today on; give how many services.

    What is offered no more ends yesterday. The first time everything holds from its own first day.
    """
    place = Path(settings.MEASUREMENT) / NAME
    before: dict[str, list[object]] = json.loads(place.read_text()) if place.exists() else {}
    now = {f"{one.agency} {one.procedure}": one for one in offered}
    today, _second = day_and_second(at)
    rows = [
        _row(one, since=today if place.exists() else one.since)
        for mark, one in now.items()
        if before.get(mark) != one.told
    ]
    gone = [mark for mark in before if mark not in now]
    rows += [_ended(mark, before[mark], today) for mark in gone]
    if rows:
        declare_supply(rows, at=at)
        _keep(place, {mark: one.told for mark, one in now.items()})
    return len(rows)


def _row(one: Offered, *, since: date) -> dict[str, object]:
    level, has_fee, essential = one.told
    return {
        "agency": one.agency,
        "procedure": one.procedure,
        "level": level,
        "has_fee": has_fee,
        "essential": essential,
        "valid_from": since,
        "valid_to": None,
    }


def _ended(mark: str, told: list[object], today: date) -> dict[str, object]:
    agency, _, procedure = mark.partition(" ")
    level, has_fee, essential = told
    return {
        "agency": agency,
        "procedure": procedure,
        "level": level,
        "has_fee": has_fee,
        "essential": essential,
        "valid_from": today,
        "valid_to": today - timedelta(days=1),
    }


def _keep(place: Path, told: dict[str, list[object]]) -> None:
    draft = place.with_name(f"{NAME}.{token_hex(6)}")
    draft.write_text(json.dumps(told))
    draft.replace(place)
