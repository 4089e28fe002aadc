from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.web import paging

pytestmark = pytest.mark.once

moments = st.datetimes(timezones=st.just(UTC))
parts = st.none() | st.integers() | st.text(max_size=30) | st.dates() | moments
SPOILED = [lambda c: c[:-1], lambda c: "x" + c, lambda c: "\0", lambda c: c * 2]


@given(st.lists(parts, max_size=4))
def test_a_cursor_gives_back_what_was_put_in(key):
    assert paging.decode(paging.encode(key, of="inbox"), of="inbox") == tuple(key)


def test_no_cursor_is_the_first_page():
    assert paging.decode(None, of="inbox") is None
    assert paging.decode("", of="inbox") is None


@pytest.mark.parametrize("of", ["inbox", "mine"])
@pytest.mark.parametrize("spoil", SPOILED)
def test_an_altered_cursor_is_refused(spoil, of):
    cursor = paging.encode([1, "a"], of=of)
    with pytest.raises(paging.CursorRefused):
        paging.decode(spoil(cursor), of=of)


def test_a_cursor_of_another_list_is_refused():
    with pytest.raises(paging.CursorRefused):
        paging.decode(paging.encode([1], of="mine"), of="inbox")
