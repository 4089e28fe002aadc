"""What was taken into the lake, and what a crash may have left half done."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date

from motcua.measurement.models.lake.files import Files

PATH = "ledger.json"
REMEMBERED = 20_000
"""How many names of what was taken are kept; a segment is deleted long before it falls out."""


@dataclass(slots=True)
class Ledger:
    """The lake's own book, one small file that is replaced whole.

    A write is announced (`writing`: the name its files carry), done, and entered (`done`, and the
    days to count anew in `dirty`). What is announced and not entered is undone at the next start;
    merging is the other way about: what was merged is listed in `dropping` before it is deleted.
    """

    number: int = 0
    writing: str = ""
    dropping: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    """Parts of registers that were merged: readers may still read them until the next time."""
    done: list[str] = field(default_factory=list)
    dirty: dict[str, list[str]] = field(default_factory=dict)
    pages_from: str = ""
    """Raw page facts of days before were dropped; none of them is taken any more."""
    counted_on: str = ""
    """Until which day dossiers were looked through for those that went overdue."""

    def new_name(self) -> str:
        """Give a name for the next write."""
        self.number += 1
        return f"b{self.number:09}"

    def enter(self, *names: str) -> None:
        """Remember what was taken, and that nothing is half done."""
        self.writing = ""
        self.done = [*self.done, *names][-REMEMBERED:]

    def touch(self, kind: str, days: set[date]) -> None:
        """Remember days to be counted anew."""
        known = {*self.dirty.get(kind, ()), *(day.isoformat() for day in days)}
        if known:
            self.dirty[kind] = sorted(known)

    def touched(self, kind: str) -> set[date]:
        """Give the days to be counted anew."""
        return {date.fromisoformat(day) for day in self.dirty.get(kind, ())}


def load(files: Files) -> Ledger:
    """Read the book; a new one where there is none."""
    raw = files.read(PATH)
    told = json.loads(raw) if raw else {}
    return Ledger(**{one.name: told[one.name] for one in fields(Ledger) if one.name in told})


def save(files: Files, ledger: Ledger) -> None:
    """Replace the book."""
    files.put(PATH, json.dumps(asdict(ledger)).encode())


def recover(files: Files, ledger: Ledger) -> None:
    """Undo what was announced and never entered; delete what was merged and still lies there."""
    if ledger.writing:
        mark = f"part-{ledger.writing}.parquet"
        files.drop([path for path in files.paths("") if path.endswith(mark)])
    files.drop(ledger.dropping)
    if ledger.writing or ledger.dropping:
        ledger.writing, ledger.dropping = "", []
        save(files, ledger)
