"""What must not be forgotten where real people's data rests."""

import pytest

from motcua.config import env

pytestmark = pytest.mark.once


def test_only_a_demonstration_does_without_its_own_secrets(monkeypatch, tmp_path):
    monkeypatch.delenv("MOTCUA_DATA_KEY", raising=False)
    assert env.secret("MOTCUA_DATA_KEY", demonstration=True)
    with pytest.raises(env.SettingError, match="MOTCUA_DATA_KEY_FILE"):
        env.secret("MOTCUA_DATA_KEY", demonstration=False)
    file = tmp_path / "key"
    file.write_text("k1:a-secret-of-the-house\n")
    monkeypatch.setenv("MOTCUA_DATA_KEY_FILE", str(file))
    assert env.secret("MOTCUA_DATA_KEY", demonstration=False) == "k1:a-secret-of-the-house"
