"""What the rest of the house sees of a file or an issued document."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from motcua.kernel.words import Sentence


class FileState(StrEnum):
    """How the check of a file stands. Only what was checked may be opened."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"
    UNSCANNABLE = "unscannable"
    UNSCANNED = "unscanned"
    REMOVED = "removed"

    @property
    def label(self) -> Sentence:
        """Say it in few words, beside the file's name."""
        return {
            FileState.WAITING: Sentence("đang kiểm tra", "being checked"),
            FileState.CLEAN: Sentence("đã kiểm tra, an toàn", "checked and safe"),
            FileState.INFECTED: Sentence("có mã độc, đã bị chặn", "malware, blocked"),
            FileState.UNSCANNABLE: Sentence("không kiểm tra được", "could not be checked"),
            FileState.UNSCANNED: Sentence(
                "chưa quét (máy này không có ClamAV)", "not scanned (no ClamAV here)"
            ),
            FileState.REMOVED: Sentence("đã bỏ", "removed"),
        }[self]

    @property
    def refused(self) -> bool:
        """Whether somebody must hand in another file instead."""
        return self in (FileState.INFECTED, FileState.UNSCANNABLE, FileState.REMOVED)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file somebody handed in, as it is served. `size` in bytes, as handed in.

    `sha256` (hex) is of what was handed in, `served_sha256` of what is given out: empty until it
    was checked. `found` names the malware or what is wrong, `cleaned` what was taken out. `opens`:
    whether it may be opened here and now.
    """

    key: UUID
    filename: str
    media_type: str
    size: int
    sha256: str
    state: FileState = FileState.WAITING
    opens: bool = False
    served_sha256: str = ""
    found: str = ""
    cleaned: tuple[str, ...] = ()
    signed: bool = False


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
