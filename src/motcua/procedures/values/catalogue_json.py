"""The JSON form of a catalogue record: versioned, lossless, and short where nothing is in doubt.

A `Read` is written as its bare value where it was parsed and no source text stands behind it, left
out where nothing was stated, and as `{"state", "value", "text"}` otherwise. See
docs/reference/catalogue-format.md.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from motcua.procedures.values.catalogue import Read, Record, State

FORMAT = 1
"""Version of the form that `to_json` writes."""

Json = Any
Decode = Callable[[Json], Any]


class RecordRefused(Exception):
    """A JSON record is not of this form; says where and what would be right."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where = where
        self.what = what


def to_json(record: Record) -> dict[str, Json]:
    """Write a record; `from_json` gives back an equal one."""
    written = _encode(record)
    assert isinstance(written, dict)  # noqa: S101 -- a dataclass is always written as an object
    return {"format": FORMAT, **written}


def from_json(written: Mapping[str, Json]) -> Record:
    """Read a record that `to_json` or a person wrote; raises `RecordRefused`."""
    rest = dict(written)
    version = rest.pop("format", FORMAT)
    if version != FORMAT:
        raise RecordRefused("format", f"{version!r} is not known here; {FORMAT} is")
    record = _decoder(Record)(rest)
    assert isinstance(record, Record)  # noqa: S101 -- for the type checker
    return record


def _encode(value: Any) -> Json:
    if isinstance(value, Read):
        return _encode_read(value)
    if is_dataclass(value):
        return {
            field.name: _encode(item)
            for field in fields(value)
            if (item := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    return value


def _encode_read(read: Read[Any]) -> Json:
    bare = read.state is State.PARSED and not read.text and read.value is not None
    if bare and not isinstance(read.value, dict):
        return _encode(read.value)
    written: dict[str, Json] = {"state": read.state.value}
    if read.value is not None:
        written["value"] = _encode(read.value)
    if read.text:
        written["text"] = read.text
    return written


@cache
def _decoder(kind: Any) -> Decode:
    """Build, once per type, the function that reads it."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is Read:
        return _read(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    return _SIMPLE[kind]


def _optional(kind: Any) -> Decode:
    inner = _decoder(next(arg for arg in get_args(kind) if arg is not type(None)))
    return lambda written: None if written is None else inner(written)


def _tuple(args: tuple[Any, ...]) -> Decode:
    if args[-1] is Ellipsis:
        inners: tuple[Decode, ...] | None = None
        each = _decoder(args[0])
    else:
        inners = tuple(_decoder(arg) for arg in args)

    def decode(written: Json) -> tuple[Any, ...]:
        if not isinstance(written, list):
            raise RecordRefused("", f"a list was expected, not {_named(written)}")
        if inners is None:
            return tuple(_within(str(n), each, item) for n, item in enumerate(written))
        if len(written) != len(inners):
            raise RecordRefused("", f"{len(inners)} parts were expected, not {len(written)}")
        return tuple(_within(str(n), inners[n], item) for n, item in enumerate(written))

    return decode


def _read(kind: Any) -> Decode:
    inner = _decoder(kind)
    keys = {"state", "value", "text"}

    def decode(written: Json) -> Read[Any]:
        if isinstance(written, dict) and "state" in written and written.keys() <= keys:
            value = written.get("value")
            return Read(
                state=_within("state", _decoder(State), written["state"]),
                value=None if value is None else _within("value", inner, value),
                text=_within("text", _text, written.get("text", "")),
            )
        return Read(State.PARSED, inner(written))

    return decode


def _enum(kind: type[Enum]) -> Decode:
    known = {member.value: member for member in kind}

    def decode(written: Json) -> Enum:
        if isinstance(written, str) and written in known:
            return known[written]
        raise RecordRefused("", f"{written!r} is not one of {', '.join(known)}")

    return decode


def _dataclass(kind: type[Any]) -> Decode:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING]

    def decode(written: Json) -> Any:
        if not isinstance(written, dict):
            raise RecordRefused("", f"an object was expected, not {_named(written)}")
        for name in written:
            if name not in decoders:
                raise RecordRefused(str(name), f"is not known; known are {', '.join(decoders)}")
        for name in required:
            if name not in written:
                raise RecordRefused(name, "is missing")
        return kind(**{n: _within(n, decoders[n], item) for n, item in written.items()})

    return decode


def _within(name: str, decode: Decode, written: Json) -> Any:
    try:
        return decode(written)
    except RecordRefused as refused:
        where = f"{name}.{refused.where}" if refused.where else name
        raise RecordRefused(where, refused.what) from None


def _text(written: Json) -> str:
    if not isinstance(written, str):
        raise RecordRefused("", f"text was expected, not {_named(written)}")
    return written


def _whole(written: Json) -> int:
    if isinstance(written, bool) or not isinstance(written, int) or written < 0:
        raise RecordRefused("", f"a whole number from 0 up was expected, not {written!r}")
    return written


def _decimal(written: Json) -> Decimal:
    try:
        amount = Decimal(str(written))
    except InvalidOperation:
        amount = Decimal("NaN")
    if isinstance(written, bool) or not amount.is_finite() or amount < 0:
        raise RecordRefused("", f"a number from 0 up was expected, not {written!r}")
    return amount


def _named(written: Json) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return "nothing" if written is None else names.get(type(written), "a number")


_SIMPLE: typing.Final[dict[Any, Decode]] = {str: _text, int: _whole, Decimal: _decimal}
