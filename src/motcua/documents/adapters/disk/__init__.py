"""Bytes on a local or mounted disk, addressed by their SHA-256."""

import hashlib
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from motcua.documents.ports import BytesDamaged

_PART = re.compile(r"^[0-9a-f-]{36}$")


class DiskStore:
    """Keeps content once, at `<root>/ab/cd/<sha256>`; unfinished uploads at `<root>/parts/`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, content: bytes) -> str:
        """Write to a temporary name, flush to the disk, rename: a crash leaves all or nothing."""
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        if place.exists():
            return sha256
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
        _flush_folder(place.parent)
        return sha256

    def put_file(self, path: Path) -> str:
        """Copy beside its place, flush to the disk, rename; never more than a piece in memory."""
        with path.open("rb") as source:
            sha256 = hashlib.file_digest(source, "sha256").hexdigest()
        place = self._place(sha256)
        if place.exists():
            return sha256
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file, path.open("rb") as source:
            shutil.copyfileobj(source, file, 1024 * 1024)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
        _flush_folder(place.parent)
        return sha256

    def stream(self, sha256: str) -> BinaryIO:
        """Open the file; the caller closes it."""
        try:
            return self._place(sha256).open("rb")
        except FileNotFoundError as cause:
            raise BytesDamaged(f"{sha256} is missing") from cause

    def get(self, sha256: str) -> bytes:
        """Read and check; `BytesDamaged` when the content does not match its address."""
        try:
            content = self._place(sha256).read_bytes()
        except FileNotFoundError as cause:
            raise BytesDamaged(f"{sha256} is missing") from cause
        if hashlib.sha256(content).hexdigest() != sha256:
            raise BytesDamaged(f"{sha256} does not match its content")
        return content

    def drop(self, sha256: str) -> None:
        """Remove the file; the folders stay."""
        self._place(sha256).unlink(missing_ok=True)

    def part_size(self, key: str) -> int:
        """Size of an unfinished upload, 0 when nothing has come yet."""
        part = self._part(key)
        return part.stat().st_size if part.exists() else 0

    def part_append(self, key: str, *, offset: int, chunk: bytes) -> int:
        """Write `chunk` at `offset`; an offset beyond what is here writes nothing."""
        part = self._part(key)
        part.parent.mkdir(parents=True, exist_ok=True)
        size = self.part_size(key)
        if offset > size:
            return size
        with part.open("r+b" if part.exists() else "w+b") as file:
            file.seek(offset)
            file.write(chunk)
            file.truncate()
        return offset + len(chunk)

    def part_take(self, key: str) -> bytes:
        """Read a whole upload."""
        return self._part(key).read_bytes()

    def part_drop(self, key: str) -> None:
        """Remove an unfinished upload."""
        self._part(key).unlink(missing_ok=True)

    def _place(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def _part(self, key: str) -> Path:
        if not _PART.match(key):
            raise ValueError(f"{key!r} names no upload")
        return self.root / "parts" / key


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
