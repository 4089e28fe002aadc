"""Audits as JSON and back: what is written is read again as the very same values.

The shape follows the classes of `values`: an object a class with a key a field, fields that hold
their default left out, moments as ISO 8601 in UTC. Anything else is refused with its place.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from motcua.evaluation.values.audits import Audit
from motcua.kernel.words import Refused, Sentence

Json = dict[str, Any]
T = TypeVar("T")

FORMAT = "motcua-audit/1"
"""Names what an audit's file is; the number grows when an older reader would misread it."""


class NotRead(Refused):
    """Something is no record of an audit, or one of another version."""


def to_json(audit: Audit) -> Json:
    """Give an audit as JSON."""
    return {"format": FORMAT, **plain(audit)}


def from_json(found: Any) -> Audit:
    """Read an audit; raise `NotRead` where it is none."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotRead(
            Sentence(
                f"Tệp này không phải kết quả kiểm tra dạng {FORMAT}.",
                f"This is no audit of the format {FORMAT}.",
            )
        )
    return read(Audit, {name: value for name, value in found.items() if name != "format"})


def dumps(found: Json) -> bytes:
    """Write JSON as UTF-8, readable; what is not UTF-8 (half a surrogate) is escaped."""
    try:
        return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1).encode()
    except UnicodeEncodeError:
        return json.dumps(found, ensure_ascii=True, allow_nan=False, indent=1).encode()


def loads(content: bytes) -> Any:
    """Read JSON; raise `NotRead` where it is none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotRead(
            Sentence(f"Tệp này không phải JSON: {error}", f"This is no JSON: {error}")
        ) from None


# ---------------------------------------------------------------- values → JSON
def plain(value: Any) -> Any:
    """Give a value of `values` as JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: plain(getattr(value, one.name))
            for one in fields(value)
            if not _is_default(one, getattr(value, one.name))
        }
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"no JSON has the number {value}")
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is not recorded")


def _is_default(one: "Field[Any]", value: Any) -> bool:
    """Whether reading would put the same there; True is not 1 and 1 is not 1.0."""
    if one.default is not MISSING:
        return type(value) is type(one.default) and bool(value == one.default)
    return one.default_factory is not MISSING and bool(value == one.default_factory())


# ---------------------------------------------------------------- JSON → values
def read(kind: type[T], found: Any) -> T:
    """Read a value of `values` (an audit, a page, an observation …) from JSON."""
    return cast("T", _read(kind, found, kind.__name__))


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, found: Any, place: str) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _any_of(get_args(kind), found, place)
    if origin is tuple:
        return _tuple(get_args(kind), found, place)
    if origin is not None:
        _expect(isinstance(found, dict), place, "an object")
        inner = get_args(kind)[1]
        return {name: _read(inner, one, f"{place}.{name}") for name, one in found.items()}
    if is_dataclass(kind):
        return _object(kind, found, place)
    return _simple(kind, found, place)


def _object(kind: Any, found: Any, place: str) -> Any:
    _expect(isinstance(found, dict), place, "an object")
    hints = _hints(kind)
    for name in found:
        _expect(name in hints, f"{place}.{name}", "nothing of this name")
    for one in fields(kind):
        needed = one.default is MISSING and one.default_factory is MISSING
        _expect(not needed or one.name in found, f"{place}.{one.name}", "a value")
    return kind(**{n: _read(hints[n], one, f"{place}.{n}") for n, one in found.items()})


def _tuple(kinds: tuple[Any, ...], found: Any, place: str) -> tuple[Any, ...]:
    _expect(isinstance(found, list), place, "a list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], one, f"{place}[{n}]") for n, one in enumerate(found))
    _expect(len(found) == len(kinds), place, f"a list of {len(kinds)}")
    return tuple(
        _read(kind, one, f"{place}[{n}]")
        for n, (kind, one) in enumerate(zip(kinds, found, strict=True))
    )


def _any_of(kinds: tuple[Any, ...], found: Any, place: str) -> Any:
    if found is None and NoneType in kinds:
        return None
    rest = [kind for kind in kinds if kind is not NoneType]
    if len(rest) == 1:
        return _read(rest[0], found, place)
    _expect(type(found) in rest, place, " or ".join(kind.__name__ for kind in rest))
    return found


def _simple(kind: Any, found: Any, place: str) -> Any:
    if kind is Any:
        return found
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        _expect(found in set(kind), place, f"one of {', '.join(kind)}")
        return kind(found)
    if kind is datetime:
        return _moment(found, place)
    if kind is float and type(found) is int:
        return float(found)
    if kind in _WRITTEN:
        return _written(kind, found, place)
    _expect(type(found) is kind, place, getattr(kind, "__name__", str(kind)))
    return found


_FRACTION = re.compile(r"-?[0-9]{1,4000}(/[0-9]{1,4000})?")
"""Sums of many exact shares have hundreds of figures; beyond 4300 Python reads no number."""


def _fraction(text: str) -> Fraction:
    return Fraction(text if _FRACTION.fullmatch(text) else "")


_WRITTEN: Mapping[Any, Callable[[str], Any]] = {Fraction: _fraction, date: date.fromisoformat}
"""What stands as text in documents that are exact: `17/20`, `2026-11-22`."""


def _written(kind: Any, found: Any, place: str) -> Any:
    try:
        return _WRITTEN[kind](found if isinstance(found, str) else "")
    except (ValueError, ZeroDivisionError):
        _expect(False, place, kind.__name__.lower())


def _moment(found: Any, place: str) -> datetime:
    moment = None
    with suppress(TypeError, ValueError):
        moment = datetime.fromisoformat(found)
    if moment is None or moment.tzinfo is None:
        raise _refusal(place, "a moment with its zone")
    return moment.astimezone(UTC)


def _expect(held: bool, place: str, wanted: str) -> None:  # noqa: FBT001 -- reads as `assert` does
    if not held:
        raise _refusal(place, wanted)


def _refusal(place: str, wanted: str) -> NotRead:
    return NotRead(Sentence(f"{place}: phải là {wanted}.", f"{place}: must be {wanted}."))
