"""Life events: what happens to people, and which procedures then matter (`library/search/`).

A procedure belongs to an event when its field is one of the event's fields, or its name holds one
of the event's phrases, unless its name holds a phrase that leads elsewhere.
"""

from collections.abc import Iterable, Sequence

from pydantic import Field

from motcua.kernel.definitions import Strict, Words
from motcua.procedures.rules.search_words import folded


class LifeEvent(Strict):
    """One event: rules over names and fields, and the procedures that come first."""

    code: str = Field(pattern="^[a-z][a-z-]{1,30}$")
    title: Words
    about: Words
    icon: str = ""
    fields: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class LifeEventFile(Strict):
    """`library/search/life_events.yaml`, in the order in which they are shown."""

    events: tuple[LifeEvent, ...]


def events_of(
    *, name: str, field: str, key: str, events: Sequence[LifeEvent]
) -> tuple[LifeEvent, ...]:
    """Find the events to which a procedure belongs."""
    spaced, field_name = f" {folded(name)} ", folded(field)
    return tuple(
        event for event in events if _belongs(event, key=key, spaced=spaced, field_name=field_name)
    )


def _belongs(event: LifeEvent, *, key: str, spaced: str, field_name: str) -> bool:
    if key in event.codes:
        return True
    if _holds(spaced, event.never):
        return False
    return field_name in map(folded, event.fields) or _holds(spaced, event.phrases)


def _holds(spaced: str, phrases: Iterable[str]) -> bool:
    return any(f" {folded(phrase)} " in spaced for phrase in phrases)
