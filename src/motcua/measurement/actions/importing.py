"""Import access logs: read by blocks, kept by parts, handed to the lake at the end.

Killed at any moment, the next import goes on where the last durable part ended; nothing is
counted twice, nothing is lost. See `models/imports` for what is kept, `rules/logs` for the reading.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

from django.conf import settings

from motcua.measurement.actions.handing import hand_over
from motcua.measurement.models import imports, salts
from motcua.measurement.rules import privacy
from motcua.measurement.rules.logs import pages
from motcua.measurement.values.importing import Imported
from motcua.measurement.values.sites import Site

if TYPE_CHECKING:
    from motcua.measurement.rules.logs.judging import Judge, Judged
    from motcua.measurement.rules.logs.lines import Scanned

BLOCK = 64 * 1024 * 1024
"""Bytes of a log that are judged and kept at once: what occurs in them again is judged once."""
PIECE = 2 * 1024 * 1024
"""Bytes that are read and scanned at once: they stay near the processor."""
TAIL = 4096
Told: TypeAlias = Callable[[int], object]
"""Is called with how many bytes of the files on disk were read since the last call."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to import and how.

    `sites` by host, the one under "" for every other host; `pattern` finds a procedure's code in a
    target by its first group; `whole`: a last line without end counts too; `dry`: nothing is kept.
    """

    files: Sequence[Path]
    sites: Mapping[str, Site]
    pattern: str = pages.PROCEDURE
    whole: bool = False
    dry: bool = False


@dataclass(slots=True)
class _Piece:
    text: bytes
    end: int
    size_on_disk: int
    broken: bool = field(default=False)


def import_logs(*, wanted: Wanted, at: datetime, told: Told | None = None) -> Imported:
    """Read logs into the lake; raises `imports.ImportRuns`, and OSError where a file is not there.

    A damaged packed file is read as far as it goes and named in the report.
    """
    from motcua.measurement.rules.logs.judging import Judge  # noqa: PLC0415 -- slow import

    began, report = time.process_time(), Imported()
    folder = Path(settings.MEASUREMENT) / "imports"
    kept = imports.Imports(folder)
    today = _hanoi(at)
    with kept.locked():
        judge = Judge(wanted.sites, pattern=wanted.pattern, today=today)
        run = _Run(kept, wanted, judge, report, told or (lambda _bytes: None))
        for path in wanted.files:
            run.read(path)
        if not wanted.dry:
            hand_over(kept, at=at)
            salts.destroy_salts(folder, before=today)
    report.cpu_seconds = time.process_time() - began
    return report


def forget_salts(*, at: datetime) -> int:
    """Destroy salts of days that are over, where no import is unfinished; give how many."""
    folder = Path(settings.MEASUREMENT) / "imports"
    kept = imports.Imports(folder)
    try:
        with kept.locked():
            return 0 if kept.unfinished else salts.destroy_salts(folder, before=_hanoi(at))
    except imports.ImportRuns:
        return 0


@dataclass(slots=True)
class _Run:
    kept: imports.Imports
    wanted: Wanted
    judge: "Judge"
    report: Imported
    told: Told

    def read(self, path: Path) -> None:
        """Read one file from where it was left."""
        from motcua.measurement.rules.logs.joining import together  # noqa: PLC0415 -- slow import

        log = self.kept.log_of(path)
        before = log.offset
        salt_of = lambda day: salts.salt_of(self.kept.folder, day)  # noqa: E731 -- a bound argument
        for found, last in self._scanned(path, log.offset):
            scanned = together(found)
            judged = self.judge.judge(scanned.requests, salts=salt_of)
            if not self.wanted.dry:
                log.lines += scanned.lines
                _note(log, scanned, judged)
                self.kept.keep(log, judged.facts, end=last.end, tail=last.text[-TAIL:])
            _count(self.report, scanned, judged)
        if before and log.offset == before and not self.wanted.dry:
            self.report.skipped.append(path)

    def _scanned(self, path: Path, offset: int) -> "Iterator[tuple[list[Scanned], _Piece]]":
        """Give what pieces of one block hold, and the last of them."""
        found: list[Scanned] = []
        last = None
        for last in self._pieces(path, offset):
            found.append(_scan(last.text))
            self.told(last.size_on_disk)
            if len(found) >= BLOCK // PIECE:
                yield found, last
                found = []
        if found and last is not None:
            yield found, last

    def _pieces(self, path: Path, offset: int) -> Iterator[_Piece]:
        closed = self.wanted.whole or imports.is_packed(path)
        with imports.opened(path) as file:
            file.seek(offset)
            rest, end, seen = b"", offset, 0
            while True:
                fresh = self._fresh(file, path)
                text = rest + fresh
                cut = text.rfind(b"\n") + 1
                if not fresh:
                    cut = len(text) if closed else 0
                elif not cut and len(text) > PIECE:
                    cut = len(text)
                whole, rest = text[:cut], text[cut:]
                if whole:
                    end += len(whole)
                    place = _place(file)
                    padded = whole if whole.endswith(b"\n") else whole + b"\n"
                    yield _Piece(padded, end, place - seen)
                    seen = place
                if not fresh:
                    break
            self.report.unfinished += bool(rest)

    def _fresh(self, file: IO[bytes], path: Path) -> bytes:
        try:
            return file.read(min(PIECE, BLOCK))
        except (EOFError, OSError, ValueError):
            self.report.damaged.append(path)
            return b""


def _place(file: IO[bytes]) -> int:
    """Say how far a file was read on disk."""
    raw = getattr(file, "fileobj", None)
    return int(raw.tell() if raw is not None else file.tell())


def _scan(block: bytes) -> "Scanned":
    from motcua.measurement.rules.logs import combined, jsonl  # noqa: PLC0415 -- slow import

    return jsonl.scan(block) if block.lstrip()[:1] == b"{" else combined.scan(block)


def _count(report: Imported, scanned: "Scanned", judged: "Judged") -> None:
    report.lines += scanned.lines
    report.accepted += len(judged.facts)
    report.robots += judged.robots
    report.left.update({why.value: number for why, number in scanned.left.items()})
    report.left.update(judged.left)
    report.refused["malformed"] += scanned.broken
    for (_site, reason), number in judged.refused.items():
        report.refused[reason] += number
    for (_site, what), number in judged.masked.items():
        report.masked[what] += number
    _example(report, "malformed", map(shown, scanned.examples))
    for (_site, reason), example in judged.examples.items():
        _example(report, reason, [example])


def _note(log: imports.Log, scanned: "Scanned", judged: "Judged") -> None:
    turned = Counter(log.turned)
    turned["0 malformed"] += scanned.broken
    turned.update({f"{site} {reason}": n for (site, reason), n in judged.refused.items()})
    log.turned = {mark: number for mark, number in turned.items() if number}


def _example(report: Imported, reason: str, examples: Iterable[str]) -> None:
    known = report.examples.setdefault(reason, [])
    known.extend(one for one in examples if one not in known)
    del known[3:]
    if not known:
        del report.examples[reason]


def shown(line: str) -> str:
    """Give a raw line as an example: nobody in it, nothing that a terminal obeys, 200 letters."""
    text = "".join(letter if letter.isprintable() else "?" for letter in line[:1_000])
    return privacy.masked(text)[:200]


def _hanoi(at: datetime) -> date:
    return (at.astimezone(UTC) + timedelta(hours=7)).date()
