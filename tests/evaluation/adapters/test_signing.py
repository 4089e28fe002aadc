"""The key of an installation: made once, for its owner's eyes only."""

import pytest

from motcua.evaluation.adapters.signing import FileSigner, KeyUnsafe
from motcua.evaluation.rules.freezing import verify


def test_a_key_is_made_once_and_kept_private(tmp_path):
    signer = FileSigner(tmp_path / "signing")
    signature = signer.sign(b"{}")
    assert verify(b"{}", signature, signer.public_key())
    file = tmp_path / "signing" / "ed25519"
    assert (file.stat().st_mode & 0o777, len(file.read_bytes())) == (0o600, 32)
    assert FileSigner(tmp_path / "signing").public_key() == signer.public_key()
    assert [path.name for path in (tmp_path / "signing").iterdir()] == ["ed25519"]


def test_a_key_that_others_can_read_signs_nothing(tmp_path):
    signer = FileSigner(tmp_path)
    signer.public_key()
    (tmp_path / "ed25519").chmod(0o644)
    with pytest.raises(KeyUnsafe):
        signer.sign(b"{}")


def test_whoever_comes_second_takes_the_key_that_is_there(tmp_path):
    first, second = FileSigner(tmp_path), FileSigner(tmp_path)
    kept = first.public_key()
    second._make(tmp_path / "ed25519")
    assert second.public_key() == kept
