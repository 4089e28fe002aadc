from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.journal.events import Event, KindTaken
from motcua.journal.rules.encoding import NotEncodable, canonical, encode, moment, value

pytestmark = pytest.mark.once


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, kw_only=True)
class Painted(Event):
    kind: ClassVar[str] = "test.painted"
    what: Any


@pytest.mark.parametrize(
    ("raw", "encoded"),
    [
        (None, None),
        (True, True),
        (7, 7),
        ("đỏ", "đỏ"),
        (Colour.RED, "red"),
        (date(2026, 2, 3), "2026-02-03"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        ((1, Colour.RED, (None,)), [1, "red", [None]]),
        ({"a": {"b": date(2026, 1, 1)}}, {"a": {"b": "2026-01-01"}}),
        (
            datetime(2026, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=7))),
            "2026-01-05T02:30:00.000000Z",
        ),
    ],
)
def test_each_type_has_one_form(raw, encoded):
    assert encode(Painted(subject="wall:1", what=raw)) == {"what": encoded}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (1.5, "what: a float"),
        (object(), "what: a object"),
        ({1: "a"}, "what: the key 1"),
        ("a\x00b", "what: the text holds a NUL"),
        ("\ud800", "what: the text holds half a character"),
        ((1, {"x": 2.0}), r"what\[1\]\.x: a float"),
        (datetime(2026, 1, 1), "no time zone"),  # noqa: DTZ001 -- what is refused here
    ],
)
def test_what_cannot_be_kept_the_same_everywhere_is_refused(raw, words):
    with pytest.raises(NotEncodable, match=words):
        encode(Painted(subject="wall:1", what=raw))


def test_a_kind_belongs_to_one_event():
    with pytest.raises(KindTaken, match=r"test\.painted"):

        class PaintedAgain(Event):
            kind: ClassVar[str] = "test.painted"


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), st.integers())
)
def test_canonical_bytes_do_not_depend_on_the_order_of_keys(mapping):
    backwards = dict(reversed(mapping.items()))
    assert canonical(value(mapping, "x")) == canonical(value(backwards, "x"))


def test_a_moment_always_shows_microseconds():
    assert moment(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000000Z"
