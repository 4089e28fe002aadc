"""Only a demonstration may do without a scanner; anything else stops the start with a sentence."""

import pytest

from motcua.config import env

pytestmark = pytest.mark.once
NAME = "MOTCUA_CLAMD"


@pytest.mark.parametrize("address", ["unix:///run/clamav/clamd.ctl", "tcp://scanner.example:3310"])
def test_an_address_is_taken_as_it_is(monkeypatch, address):
    monkeypatch.setenv(NAME, address)

    assert env.scanner(NAME, demonstration=False) == address


def test_a_demonstration_may_do_without(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)

    assert env.scanner(NAME, demonstration=True) == ""


@pytest.mark.parametrize("address", ["", "/run/clamav/clamd.ctl", "unix://", "http://scanner:80"])
def test_without_one_real_use_does_not_start(monkeypatch, address):
    monkeypatch.setenv(NAME, address)

    with pytest.raises(env.SettingError, match="it takes where ClamAV's clamd listens"):
        env.scanner(NAME, demonstration=False)
