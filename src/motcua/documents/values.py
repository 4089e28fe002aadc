"""What the rest of the house sees of a file or an issued document."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file somebody handed in. `size` in bytes; `sha256` of its content, in hex."""

    key: UUID
    filename: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class UploadProgress:
    """How far a file has come: `received` of `total` bytes, or `file` once it is whole."""

    received: int
    total: int
    file: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that the state issued: numbered once, its content fixed by `data`."""

    key: UUID
    layout: str
    number: str
    title: str
    subject: str
    issued_at: datetime
    data: dict[str, Any]
    rendered: bool
    size: int | None
