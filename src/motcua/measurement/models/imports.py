"""How far each access log was read, and what was made of it that the lake has not taken yet.

`<folder>/state.json` knows files by their contents, not by name or inode: a log that was rotated,
moved or packed is the same log. What was read of a block is written first
(`parts/<file>-<offset>.parquet`), then the state says so; a part that the state does not know is
written again. Salts of the days of a log lie in `<folder>/salts` while the import is unfinished.
"""

import fcntl
import gzip
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import IO, TYPE_CHECKING

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.models.spool.segments import sync_folder

if TYPE_CHECKING:
    import pyarrow as pa

HEAD = 4096
BATCH = 1_000_000
"""Facts that are handed over at once, or one part's: the lake sorts them in memory."""
GZIP = b"\x1f\x8b"


class ImportRuns(Refused):
    """Another process imports into the same store."""


@dataclass(slots=True)
class Log:
    """A log that was read up to `offset` (of its unpacked bytes).

    `head` is the digest of its first `head_bytes`, `tail` that of the `tail_bytes` before the
    offset: a file that has both is this log. `written` are offsets of parts the lake may not have.
    """

    number: int
    head: str
    head_bytes: int
    offset: int = 0
    tail: str = ""
    tail_bytes: int = 0
    lines: int = 0
    written: list[int] = field(default_factory=list)
    turned: dict[str, int] = field(default_factory=dict)
    """How many were refused and not told yet, by `site reason`."""


@dataclass(slots=True)
class Batch:
    """Parts that go to the lake as one write, under a name that the lake takes once."""

    name: str
    parts: list[tuple[int, int]]


class Imports:
    """The folder where imports keep what they know."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = folder / "parts"
        self.logs: list[Log] = []
        self.handing: Batch | None = None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder; raises ImportRuns where another process does."""
        self.parts.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise ImportRuns(
                    Sentence(
                        "Một lần nhập nhật ký khác đang chạy; hãy đợi nó xong.",
                        "Another import is running; wait until it is done.",
                    )
                ) from None
            self._load()
            yield

    def log_of(self, path: Path) -> Log:
        """Give what is known of a file's contents, or begin to know it."""
        heads: dict[int, str] = {}
        for log in self.logs:
            size = log.head_bytes
            if size not in heads:
                heads[size] = _digest(_stretch(path, 0, size))
            if heads[size] == log.head and self._reaches(path, log):
                return log
        head = _stretch(path, 0, HEAD)
        number = max((log.number for log in self.logs), default=0) + 1
        return Log(number=number, head=_digest(head), head_bytes=len(head))

    def keep(self, log: Log, facts: "pa.Table", *, end: int, tail: bytes) -> None:
        """Write what was made of the bytes from `log.offset` to `end`, then remember it."""
        if len(facts):
            _write(self._part(log.number, log.offset), facts)
            log.written.append(log.offset)
        log.offset, log.tail, log.tail_bytes = end, _digest(tail), len(tail)
        if log not in self.logs:
            self.logs.append(log)
        self.save()

    def next_batch(self) -> Batch | None:
        """Give the parts to hand over next; the same again until `taken` says they are there."""
        if self.handing is None:
            parts = self._first_waiting()
            if not parts:
                return None
            self.handing = Batch(f"log-{token_hex(8)}", parts)
            self.save()
        return self.handing

    def paths(self, batch: Batch) -> list[Path]:
        """Give a batch's files."""
        return [self._part(number, offset) for number, offset in batch.parts]

    def taken(self, batch: Batch) -> None:
        """Forget parts that the lake has taken."""
        gone = set(batch.parts)
        for log in self.logs:
            log.written = [one for one in log.written if (log.number, one) not in gone]
        self.handing = None
        self.save()
        for path in self.paths(batch):
            path.unlink(missing_ok=True)

    @property
    def unfinished(self) -> bool:
        """Whether the lake has something to take yet."""
        return bool(self._waiting())

    def _waiting(self) -> list[tuple[int, int]]:
        return [(log.number, offset) for log in self.logs for offset in log.written]

    def _first_waiting(self) -> list[tuple[int, int]]:
        """Give the first parts that hold no more than `BATCH` facts together, one at least."""
        parts: list[tuple[int, int]] = []
        facts = 0
        for one in self._waiting():
            facts += _facts_in(self._part(*one))
            if parts and facts > BATCH:
                break
            parts.append(one)
        return parts

    def _part(self, number: int, offset: int) -> Path:
        return self.parts / f"{number}-{offset}.parquet"

    def save(self) -> None:
        """Write the state whole and durably."""
        draft = self.folder / "state.json.new"
        with draft.open("w") as file:
            handing = asdict(self.handing) if self.handing else None
            json.dump({"logs": [asdict(log) for log in self.logs], "handing": handing}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / "state.json")
        sync_folder(self.folder)

    def _load(self) -> None:
        state = self.folder / "state.json"
        told = json.loads(state.read_text()) if state.exists() else {"logs": [], "handing": None}
        self.logs = [Log(**one) for one in told["logs"]]
        handing = told["handing"]
        if handing:
            parts = [(number, offset) for number, offset in handing["parts"]]
            self.handing = Batch(handing["name"], parts)
        known = {self._part(*one) for one in self._waiting()}
        for path in self.parts.iterdir():
            if path not in known:
                path.unlink()

    def _reaches(self, path: Path, log: Log) -> bool:
        """Say whether a file goes as far as was read, with the same bytes there."""
        tail = _stretch(path, log.offset - log.tail_bytes, log.tail_bytes)
        return len(tail) == log.tail_bytes and _digest(tail) == log.tail


def opened(path: Path) -> IO[bytes]:
    """Open a log, unpacked."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
    found: IO[bytes] = gzip.GzipFile(path) if packed else path.open("rb")  # type: ignore[assignment]  # a file in all but name
    return found


def is_packed(path: Path) -> bool:
    """Say whether a log is packed: then nobody writes to it any more."""
    with path.open("rb") as file:
        return file.read(2) == GZIP


def _stretch(path: Path, begin: int, length: int) -> bytes:
    with opened(path) as file:
        try:
            file.seek(begin)
            return file.read(length)
        except (EOFError, OSError):
            return b""


def _digest(stretch: bytes) -> str:
    return blake2b(stretch, digest_size=16).hexdigest()


def _facts_in(path: Path) -> int:
    import pyarrow.parquet as pq  # noqa: PLC0415 -- slow import

    return int(pq.read_metadata(path).num_rows)


def _write(path: Path, facts: "pa.Table") -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 -- slow import

    draft = path.with_suffix(".new")
    with draft.open("wb") as file:
        words = [one.name for one in facts.schema if str(one.type) == "string"]
        pq.write_table(facts, file, compression="lz4", use_dictionary=words, write_statistics=False)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)
