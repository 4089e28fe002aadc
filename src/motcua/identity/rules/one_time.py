"""One-time codes of six digits that change every 30 seconds (RFC 6238, RFC 4226, HMAC-SHA1)."""

import base64
import hashlib
import hmac
import struct
from datetime import datetime

PERIOD = 30


def code_at(secret: str, at: datetime) -> str:
    """Give the code of a base32 `secret` at a moment."""
    counter = struct.pack(">Q", int(at.timestamp()) // PERIOD)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
