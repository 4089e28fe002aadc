"""Freezing what is published: canonical JSON, its digest, and whether a signature holds.

Canonical: UTF-8, keys sorted, no spaces, no floats (fractions are written `17/20`), every field
written even where it holds its default, so that a later default changes nothing. Two programs that
follow this write the same bytes, and the signature is of these bytes.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from motcua.evaluation.rules import recording
from motcua.evaluation.values.published import FORMAT, Published
from motcua.kernel.words import Refused, Sentence

_UNWANTED = re.compile("[\x00\ud800-\udfff]")


class NotPublished(Refused):
    """A text is no published document of this form."""


def frozen(value: Any) -> Any:
    """Give a value as JSON, whole and exact.

    Letters that no text may hold (NUL, half a pair), which portals may write, become �.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: frozen(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, str):
        return _UNWANTED.sub("\ufffd", str(value))
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): frozen(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [frozen(one) for one in value]
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"{type(value).__name__} cannot be frozen")


def canonical(document: Published) -> bytes:
    """Write a document; the same document always gives the same bytes."""
    return dump({"format": FORMAT, **frozen(document)})


def dump(found: Any) -> bytes:
    """Write JSON canonically."""
    return json.dumps(
        found, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    ).encode()


def document_of(content: bytes | str) -> Published:
    """Read a published document; raise `NotPublished` where it is none."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotPublished(
            Sentence(f"Tệp này không phải JSON: {error}", f"This is no JSON: {error}")
        ) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotPublished(
            Sentence(
                f"Tệp này không phải bản công bố dạng {FORMAT}.",
                f"This is no published document of the form {FORMAT}.",
            )
        )
    try:
        told = {name: value for name, value in found.items() if name != "format"}
        return recording.read(Published, told)
    except recording.NotRead as error:
        raise NotPublished(error.sentence) from None


def digest(document: bytes) -> str:
    """Give the SHA-256 of a document, in hex."""
    return hashlib.sha256(document).hexdigest()


def verify(document: bytes, signature: bytes, public_key: bytes) -> bool:
    """Tell whether a signature (Ed25519, RFC 8032) is one of this document by this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, document)
    except (InvalidSignature, ValueError):
        return False
    return True
