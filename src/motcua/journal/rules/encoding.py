"""The one encoder of event and job payloads, and the canonical bytes that are hashed."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

from motcua.journal.events import Event
from motcua.journal.values import Json


class NotEncodable(Exception):
    """A value cannot stand in the journal."""


def moment(at: datetime) -> str:
    """Write an aware moment as UTC, always with microseconds: `2026-01-05T01:02:03.000000Z`."""
    if at.tzinfo is None:
        raise NotEncodable(f"{at.isoformat()} has no time zone; give an aware moment.")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def encode(event: Event) -> dict[str, Json]:
    """Turn an event's fields (without `subject`) into JSON values.

    Raises NotEncodable for anything but the types that Event names; floats are refused because
    two machines may write them differently.
    """
    return {
        field.name: value(getattr(event, field.name), field.name)
        for field in fields(event)
        if field.name != "subject"
    }


def value(raw: object, name: str) -> Json:
    """Turn one value into JSON; `name` is its place for the error."""
    match raw:
        case Enum():
            return value(raw.value, name)
        case None | bool() | int():
            return raw
        case str():
            return _words(raw, name)
        case datetime():
            return moment(raw)
        case date():
            return raw.isoformat()
        case UUID():
            return str(raw)
        case tuple() | list():
            return [value(item, f"{name}[{place}]") for place, item in enumerate(raw)]
        case Mapping():
            return _mapping(raw, name)
        case _:
            raise NotEncodable(f"{name}: a {type(raw).__name__} cannot stand in the journal.")


def _mapping(raw: Mapping[object, object], name: str) -> dict[str, Json]:
    encoded: dict[str, Json] = {}
    for key, item in raw.items():
        if not isinstance(key, str):
            raise NotEncodable(f"{name}: the key {key!r} is no text.")
        encoded[_words(key, name)] = value(item, f"{name}.{key}")
    return encoded


def _words(raw: str, name: str) -> str:
    if not raw.isascii():
        try:
            raw.encode()
        except UnicodeEncodeError:
            raise NotEncodable(f"{name}: the text holds half a character.") from None
    if "\x00" in raw:
        raise NotEncodable(f"{name}: the text holds a NUL, which PostgreSQL cannot keep.")
    return str(raw)


def canonical(encoded: Json) -> bytes:
    """Write JSON the one way it is hashed: keys sorted, no spaces, UTF-8 (RFC 8785, no floats)."""
    return json.dumps(
        encoded, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
