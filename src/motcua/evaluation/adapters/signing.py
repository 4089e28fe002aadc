"""Signing with a key in a file: Ed25519 (RFC 8032), made at the first signature.

`<folder>/ed25519` holds the 32 bytes of the private key, for its owner's eyes only. Whoever loses
it cannot sign as before; what was signed can still be checked with the public key in the document.
"""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME = "ed25519"


class KeyUnsafe(Exception):
    """The file of the key can be read by others than its owner."""


class FileSigner:
    """Signs with the key in a folder; reads it anew each time, so that it can be replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sign(self, document: bytes) -> bytes:
        """Give the signature of a document."""
        return self._key().sign(document)

    def public_key(self) -> bytes:
        """Give the key that signatures are checked with."""
        return self._key().public_key().public_bytes_raw()

    def _key(self) -> Ed25519PrivateKey:
        path = self.folder / NAME
        if not path.exists():
            self._make(path)
        if path.stat().st_mode & 0o077:
            raise KeyUnsafe(f"{path} must be readable by its owner only (chmod 600).")
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())

    def _make(self, path: Path) -> None:
        """Make a key, so that two processes that begin at once end up with one."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{token_hex(6)}")
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(Ed25519PrivateKey.generate().private_bytes_raw())
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(draft, path)
        finally:
            draft.unlink()
