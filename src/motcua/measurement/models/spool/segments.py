"""Segments: files that one process writes under a lock, and that are closed by a new name."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

OPEN, CLOSED = ".open", ".tsv"
_TAIL = 64 * 1024


class Segment:
    """An open segment. What was written counts once `sync` has returned."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.size = 0
        self._handle = handle

    @classmethod
    def create(cls, path: Path) -> "Segment | None":
        """Make a new segment under a lock of this process; None where the name is taken."""
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
        except FileExistsError:
            return None
        if not _ours(handle, path):
            os.close(handle)
            return None
        sync_folder(path.parent)
        return cls(path, handle)

    def write(self, told: bytes) -> None:
        """Append lines; they are not safe yet."""
        rest = memoryview(told)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        self.size += len(told)

    def sync(self) -> None:
        """Wait until everything written outlives a loss of power."""
        os.fdatasync(self._handle)

    def take_back(self, size: int) -> None:
        """Take back what was written beyond `size`, and close; where it fails, `recover` does."""
        try:
            os.ftruncate(self._handle, size)
            _finish(self.path, size=size)
        finally:
            os.close(self._handle)

    def close(self) -> None:
        """Give the segment its last name; an empty one goes away. Else `recover` does."""
        try:
            _finish(self.path, size=self.size)
        finally:
            os.close(self._handle)

    def drop_handle(self) -> None:
        """Forget the file in a child process; its parent goes on writing to it."""
        os.close(self._handle)


def closed(folder: Path) -> list[Path]:
    """Give the segments nobody writes to any more, by name."""
    return sorted(folder.glob(f"*{CLOSED}"))


def recover(folder: Path) -> list[Path]:
    """Close the segments dead processes left, cut after their last whole line; give them."""
    found = (_recovered(path) for path in sorted(folder.glob(f"*{OPEN}")))
    return [path for path in found if path is not None]


def _recovered(path: Path) -> Path | None:
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        if not _ours(handle, path):
            return None
        size = _whole_lines(handle)
        os.ftruncate(handle, size)
        os.fsync(handle)
        return _finish(path, size=size)
    finally:
        os.close(handle)


def _ours(handle: int, path: Path) -> bool:
    """Lock a file; False where another process holds it or has given it its last name."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.fstat(handle).st_ino == path.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        return False


def _whole_lines(handle: int) -> int:
    """Give the length of a file up to and with its last line feed."""
    end = os.fstat(handle).st_size
    while end:
        begin = max(0, end - _TAIL)
        place = os.pread(handle, end - begin, begin).rfind(b"\n")
        if place >= 0:
            return begin + place + 1
        end = begin
    return 0


def _finish(path: Path, *, size: int) -> Path | None:
    if not size:
        with suppress(FileNotFoundError):
            path.unlink()
        return None
    last = path.with_suffix(CLOSED)
    path.rename(last)
    sync_folder(path.parent)
    return last


def sync_folder(folder: Path) -> None:
    """Make names in a folder outlive a loss of power."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
