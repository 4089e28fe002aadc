"""How entries are sealed: a digest each, a manifest for the batch, a chain of manifests."""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from motcua.journal.rules.encoding import canonical, moment
from motcua.journal.values import Entry

BEGINNING = "0" * 64


def entry_digest(entry: Entry) -> str:
    """Hash everything an entry says: SHA-256 of its canonical JSON, in hexadecimal."""
    return sha256(
        canonical(
            {
                "at": moment(entry.at),
                "by": [entry.by.kind, entry.by.key, entry.by.name],
                "kind": entry.kind,
                "number": entry.number,
                "payload": entry.payload,
                "subject": entry.subject,
            }
        )
    ).hexdigest()


def manifest(
    *, number: int, previous: str, sealed_at: datetime, digests: Sequence[tuple[int, str]]
) -> str:
    """Write what a seal stands for: its entries' numbers and digests, and the seal before it."""
    return canonical(
        {
            "entries": [[entry, digest] for entry, digest in digests],
            "number": number,
            "previous": previous,
            "sealed_at": moment(sealed_at),
        }
    ).decode()


def seal_digest(text: str) -> str:
    """Hash a manifest: SHA-256 of its bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def read_manifest(text: str) -> tuple[int, str, dict[int, str]]:
    """Give a manifest's number, the digest of the seal before it and its entries' digests."""
    content = json.loads(text)
    return content["number"], content["previous"], dict(content["entries"])
