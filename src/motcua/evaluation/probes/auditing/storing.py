"""The folder of one audit: what was seen is on the disk, whole, before anything else is looked at.

plan.json        the address, the manner, when it began, what the sitemap named
pages/000.json   a page: its record, what it held for the walk, what it left for the portal's probes
site/<area>.json what one area found on the portal as a whole
evidence/<sha256>
audit.json       all of it, once it is done
trying.json      which step is being done by which process; deaths.json: how often that was its end
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.evaluation.rules import recording
from motcua.evaluation.values.audits import Audit
from motcua.kernel.words import Refused, Sentence

DEATHS = 2
"""Processes that a step may be the end of, before it is left and that is said of it."""


class Busy(Refused):
    """Another process is at work in the folder."""


@dataclass(slots=True)
class Store:
    """The folder of one audit."""

    folder: Path

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody else work in the folder; raise `Busy` where somebody does."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w", encoding="ascii") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(
                    Sentence(
                        f"Đang có một lần kiểm tra khác ghi vào {self.folder}.",
                        f"Another audit is writing to {self.folder}.",
                    )
                ) from None
            yield

    # ------------------------------------------------------------ JSON
    def read(self, name: str) -> Any:
        """Read a file; None where there is none, or half of one."""
        try:
            return recording.loads((self.folder / name).read_bytes())
        except (FileNotFoundError, recording.NotRead):
            return None

    def write(self, name: str, found: recording.Json) -> None:
        """Write a file so that it is there whole or not at all, even when the power goes."""
        write_whole(self.folder / name, recording.dumps(found))

    def audit(self) -> Audit | None:
        """Give the audit, where it is done."""
        found = self.read("audit.json")
        return None if found is None else recording.from_json(found)

    def put(self, digest: str, content: bytes) -> None:
        """Keep evidence under its digest; the same bytes are kept once."""
        path = self.folder / "evidence" / digest
        if not path.exists():
            write_whole(path, content, durable=False)

    # ------------------------------------------------------------ attempts
    def trying(self, step: str) -> int:
        """Take note of the step that begins; give how often it was a process's end before."""
        write_whole(
            self.folder / "trying.json",
            recording.dumps({"step": step, "process": os.getpid()}),
            durable=False,
        )
        return int((self.read("deaths.json") or {}).get(step, 0))

    def died(self, process: int) -> str:
        """Take note that a process ended within a step; give the step, "" where it had none."""
        tried = self.read("trying.json") or {}
        if tried.get("process") != process or (self.folder / "audit.json").exists():
            return ""
        step = str(tried["step"])
        deaths = self.read("deaths.json") or {}
        self.write("deaths.json", {**deaths, step: int(deaths.get(step, 0)) + 1})
        return step


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write a file beside its place, bring it to the disk, move it there.

    durable: wait for the disk. What is not durable is named by its contents, or may be lost.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
    if durable:
        _sync(path.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
