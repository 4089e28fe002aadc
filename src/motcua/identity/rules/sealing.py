"""Sealing personal data at rest: AES-256-GCM bound to its place, and keyed marks to search by.

A sealed value is `version ‖ len(key id) ‖ key id ‖ nonce(12) ‖ ciphertext ‖ tag` (NIST SP 800-38D).
Its place (table, column, row) is associated data, so a value copied into another row does not open.
A mark is HMAC-SHA256 (RFC 2104) under a key of its own: equal values have equal marks, and without
the key nobody can try all twelve-digit numbers. Keys are derived with HKDF (RFC 5869), never raw.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = 1
NONCE = 12


class SealBroken(Exception):
    """A sealed value does not open: another place, another key, or it was altered."""


class KeyRefused(Exception):
    """The text of the data keys cannot be used."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The data keys; the first one seals, all of them open. Marks always use the `marking` key."""

    current: str
    sealing: dict[str, bytes] = field(repr=False)
    marking: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> "Keyring":
        """Read `secret`, or `id:secret` pairs separated by spaces, newest first.

        Marks are made with the oldest (last) key, so that turning keys does not blind the search.
        """
        pairs = [_pair(part) for part in text.split()]
        if not pairs or len({name for name, _ in pairs}) != len(pairs):
            raise KeyRefused("MOTCUA_DATA_KEY takes id:secret pairs with different ids.")
        return cls(
            current=pairs[0][0],
            sealing={name: _derive(secret, b"motcua sealing") for name, secret in pairs},
            marking=_derive(pairs[-1][1], b"motcua marking"),
        )

    def seal(self, text: str, *, place: str) -> bytes:
        """Seal `text` so that it opens only at `place`."""
        name = self.current.encode()
        head = bytes([VERSION, len(name)]) + name
        nonce = os.urandom(NONCE)
        box = AESGCM(self.sealing[self.current])
        return head + nonce + box.encrypt(nonce, text.encode(), head + place.encode())

    def unseal(self, sealed: bytes, *, place: str) -> str:
        """Open what was sealed at `place`; raises SealBroken."""
        try:
            start = 2 + sealed[1]
            head, name = sealed[:start], sealed[2:start].decode()
            box = AESGCM(self.sealing[name])
            nonce, rest = sealed[start : start + NONCE], sealed[start + NONCE :]
            return box.decrypt(nonce, rest, head + place.encode()).decode()
        except (IndexError, KeyError, ValueError, InvalidTag) as reason:
            raise SealBroken(f"sealed value at {place} does not open") from reason

    def mark(self, text: str, *, purpose: str) -> str:
        """Give 64 hex digits that are equal for equal texts of one purpose; empty for empty."""
        if not text:
            return ""
        message = f"{purpose}\0{text}".encode()
        return hmac.new(self.marking, message, hashlib.sha256).hexdigest()


def _pair(part: str) -> tuple[str, str]:
    name, colon, secret = part.partition(":")
    if not colon:
        name, secret = "1", part
    if not name or len(name) > 16 or len(secret) < 16:
        raise KeyRefused("MOTCUA_DATA_KEY takes secrets of at least 16 characters.")
    return name, secret


def _derive(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(
        secret.encode()
    )
