import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity.rules.sealing import KeyRefused, Keyring, SealBroken

pytestmark = pytest.mark.once

OLD = "k1:an-old-secret-of-the-house"
RING = Keyring.parse(OLD)
TURNED = Keyring.parse(f"k2:a-new-secret-of-the-house {OLD}")


@given(st.text(max_size=200), st.text(max_size=40))
def test_what_is_sealed_opens_in_its_place(text, place):
    assert RING.unseal(RING.seal(text, place=place), place=place) == text


def test_two_seals_of_one_text_differ():
    assert RING.seal("001085012345", place="a") != RING.seal("001085012345", place="a")


def test_a_value_copied_into_another_row_does_not_open():
    sealed = RING.seal("001085012345", place="Account.citizen_id:1")
    with pytest.raises(SealBroken):
        RING.unseal(sealed, place="Account.citizen_id:2")


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_an_altered_value_does_not_open(index, change):
    sealed = bytearray(RING.seal("001085012345", place="a"))
    sealed[index % len(sealed)] ^= change
    with pytest.raises(SealBroken):
        RING.unseal(bytes(sealed), place="a")


def test_keys_are_turned_without_losing_what_was_sealed_or_found():
    before = Keyring.parse(OLD)
    sealed = before.seal("0912345678", place="a")
    assert TURNED.unseal(sealed, place="a") == "0912345678"
    assert TURNED.current == "k2"
    assert TURNED.mark("x", purpose="phone") == before.mark("x", purpose="phone")
    with pytest.raises(SealBroken):
        before.unseal(TURNED.seal("new", place="a"), place="a")


def test_marks_tell_equal_from_unequal_and_purposes_apart():
    assert RING.mark("1", purpose="phone") == RING.mark("1", purpose="phone")
    assert RING.mark("1", purpose="phone") != RING.mark("2", purpose="phone")
    assert RING.mark("1", purpose="phone") != RING.mark("1", purpose="citizen_id")
    assert RING.mark("", purpose="phone") == ""


@pytest.mark.parametrize(
    "text",
    ["", "short", "k1:short", ":no-name-but-long-enough", "a:" + "x" * 20 + " a:" + "y" * 20],
)
def test_keys_that_protect_nothing_are_refused(text):
    with pytest.raises(KeyRefused):
        Keyring.parse(text)


def test_a_keyring_does_not_print_its_keys():
    assert "sealing" not in repr(RING)
