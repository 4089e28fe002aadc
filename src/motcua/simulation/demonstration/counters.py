"""Two counters and some hours for appointments at the demonstration's ward."""

from datetime import datetime, time

from motcua.counters import actions, queries
from motcua.counters.actions import CounterSaid, SlotsSaid
from motcua.counters.values import Turn
from motcua.identity.values import Viewer

TURNS = tuple(one.value for one in Turn)
COUNTERS = (
    CounterSaid(
        number=1,
        name="Hộ tịch, chứng thực",
        businesses=("receive", "help"),
        turns=TURNS,
    ),
    CounterSaid(
        number=2,
        name="Trả kết quả, hướng dẫn",
        businesses=("return", "help"),
        turns=TURNS,
    ),
)
HOURS = SlotsSaid(
    weekdays=(0, 1, 2, 3, 4),
    begins=time(8),
    ends=time(11),
    minutes=30,
    capacity=2,
    days_ahead=14,
)


def set_up(*, agency_code: str, by: Viewer, at: datetime) -> None:
    """Set the counters up, once."""
    if queries.counters(agency_code):
        return
    for said in COUNTERS:
        actions.set_counter(agency_code=agency_code, said=said, by=by, at=at)
    actions.set_slots(agency_code=agency_code, said=HOURS, by=by, at=at)
