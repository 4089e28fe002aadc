"""Where the lake's files lie, a folder or a bucket (S3); a file is there whole or not at all."""

import os
import shutil
import uuid
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pyarrow.fs import S3FileSystem

AT_ONCE = 8
"""How many objects of a bucket are asked for at the same time."""


class Listed(Protocol):
    """Files that can be found and read."""

    def paths(self, folder: str) -> list[str]:
        """List all files below a folder; none when there is no such folder."""

    def near(self, paths: Sequence[str]) -> list[str]:
        """Give addresses on this machine where files can be read; they are never changed."""


class Files(Listed, Protocol):
    """Files by their path inside the lake, `a/b/c.parquet`."""

    scratch: Path
    """A folder on this machine for what is being written; on the lake's own disk if it has one."""

    def read(self, path: str) -> bytes | None:
        """Read a small file whole; None when there is none."""

    def put(self, path: str, content: bytes) -> None:
        """Write a small file whole, durably, in place of the one there was."""

    def publish(self, made: Path, path: str) -> None:
        """Take a file made in `scratch` into the lake, durably, in place of the one there was."""

    def drop(self, paths: Iterable[str]) -> None:
        """Delete files; those that are gone already are no matter."""

    def stamp(self, path: str) -> object:
        """Give something cheap that changes when the file does."""

    def size(self, path: str) -> int:
        """Give a file's bytes."""


class Folder:
    """The lake in a folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.scratch = root / ".making"

    def paths(self, folder: str) -> list[str]:
        """Walk the folder."""
        top = self.root / folder
        found = [
            os.path.relpath(os.path.join(at, name), self.root)  # noqa: PTH118 -- Path is 5 x slower
            for at, _, names in os.walk(top)
            for name in names
        ]
        return sorted(path for path in found if not path.startswith(".making"))

    def read(self, path: str) -> bytes | None:
        """Read it."""
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, path: str, content: bytes) -> None:
        """Write beside, then rename."""
        made = new_name(self.scratch)
        made.write_bytes(content)
        self.publish(made, path)

    def publish(self, made: Path, path: str) -> None:
        """Flush the file, rename it, flush its folder."""
        target = self.root / path
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            _flush(target.parent.parent)
        _flush(made)
        made.replace(target)
        _flush(target.parent)

    def near(self, paths: Sequence[str]) -> list[str]:
        """They are here."""
        return [str(self.root / path) for path in paths]

    def drop(self, paths: Iterable[str]) -> None:
        """Unlink them, and folders that are left empty."""
        for path in paths:
            target = self.root / path
            target.unlink(missing_ok=True)
            try:
                target.parent.rmdir()
            except OSError:
                continue

    def stamp(self, path: str) -> object:
        """Say which file stands there: a new one has another inode or another time."""
        try:
            seen = (self.root / path).stat()
        except FileNotFoundError:
            return None
        return seen.st_ino, seen.st_mtime_ns, seen.st_size

    def size(self, path: str) -> int:
        """Ask the folder."""
        return (self.root / path).stat().st_size


class Bucket:
    """The lake in a bucket; what is read is kept on this machine for as long as it is needed."""

    def __init__(self, address: str, system: "S3FileSystem", scratch: Path) -> None:
        self.address = address
        self.system = system
        self.scratch = scratch

    def paths(self, folder: str) -> list[str]:
        """Ask the bucket for the names."""
        from pyarrow.fs import FileSelector, FileType  # noqa: PLC0415 -- slow import

        top = f"{self.address}/{folder}".rstrip("/")
        every = self.system.get_file_info(FileSelector(top, recursive=True, allow_not_found=True))
        cut = len(self.address) + 1
        return sorted(one.path[cut:] for one in every if one.type == FileType.File)

    def read(self, path: str) -> bytes | None:
        """Get it."""
        try:
            with self.system.open_input_stream(f"{self.address}/{path}") as source:
                content: bytes = source.read()
        except FileNotFoundError:
            return None
        return content

    def put(self, path: str, content: bytes) -> None:
        """Put it; a bucket shows an object whole or not at all."""
        with self.system.open_output_stream(f"{self.address}/{path}") as sink:
            sink.write(content)

    def publish(self, made: Path, path: str) -> None:
        """Send it."""
        with (
            made.open("rb") as source,
            self.system.open_output_stream(f"{self.address}/{path}") as sink,
        ):
            shutil.copyfileobj(source, sink, 1 << 20)
        made.unlink()

    def near(self, paths: Sequence[str]) -> list[str]:
        """Fetch them, several at once."""
        with ThreadPoolExecutor(AT_ONCE) as several:
            return [str(path) for path in several.map(self._fetch, paths)]

    def _fetch(self, path: str) -> Path:
        here = new_name(self.scratch)
        with (
            here.open("wb") as sink,
            self.system.open_input_stream(f"{self.address}/{path}") as source,
        ):
            shutil.copyfileobj(source, sink, 1 << 20)
        return here

    def drop(self, paths: Iterable[str]) -> None:
        """Delete them one by one."""
        for path in paths:
            try:
                self.system.delete_file(f"{self.address}/{path}")
            except FileNotFoundError:
                continue

    def stamp(self, path: str) -> object:
        """Give the file itself: small, and sure."""
        return self.read(path)

    def size(self, path: str) -> int:
        """Ask the bucket."""
        size: int = self.system.get_file_info(f"{self.address}/{path}").size
        return size


def new_name(folder: Path) -> Path:
    """Give a name that nothing else has, in a folder that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{os.getpid()}-{uuid.uuid4().hex}"


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
