"""What a catalogue file holds, before and after it is read: items, problems and the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from motcua.kernel.words import Sentence

EXAMPLES = 5
"""How many examples a report gives of what was not understood, per field."""
PROBLEMS = 1000
"""How many problems a report spells out; it counts all of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a file as it came: its fields, or what is wrong with it."""

    line: int
    raw: bytes
    fields: Mapping[str, Any] | None = None
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one line of a source, and what to do about it."""

    source: str
    line: int
    what: Sentence

    def to_json(self) -> dict[str, Any]:
        """Write it for a report."""
        return {"source": self.source, "line": self.line, "vi": self.what.vi, "en": self.what.en}


@dataclass(frozen=True, slots=True)
class Example:
    """Words that were not understood, with the key of the procedure they are of."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How often one field was understood."""

    parsed: int = 0
    unstated: int = 0
    unparsed: int = 0
    examples: tuple[Example, ...] = ()

    def plus(self, other: "FieldCount") -> "FieldCount":
        """Add the counts of another source."""
        return FieldCount(
            self.parsed + other.parsed,
            self.unstated + other.unstated,
            self.unparsed + other.unparsed,
            (self.examples + other.examples)[:EXAMPLES],
        )

    def to_json(self) -> dict[str, Any]:
        """Write it for a report."""
        examples = [{"key": example.key, "text": example.text} for example in self.examples]
        counts = {"parsed": self.parsed, "unstated": self.unstated, "unparsed": self.unparsed}
        return {**counts, "examples": examples}


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did: `records` = `imported` + `refused`; `imported` = new, changed or not."""

    records: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    repeated: int = 0
    """Records whose code another record of the same source has too; counted above as well."""
    without_code: int = 0
    """Records kept under a key of our own, because they have no valid code."""
    fields: Mapping[str, FieldCount] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def imported(self) -> int:
        """Count the records that now stand in the catalogue."""
        return self.new + self.changed + self.unchanged

    def plus(self, other: "Report") -> "Report":
        """Add the report of another source."""
        names = [*self.fields, *(name for name in other.fields if name not in self.fields)]
        nothing = FieldCount()
        return replace(
            self,
            records=self.records + other.records,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            refused=self.refused + other.refused,
            repeated=self.repeated + other.repeated,
            without_code=self.without_code + other.without_code,
            fields={
                name: self.fields.get(name, nothing).plus(other.fields.get(name, nothing))
                for name in names
            },
            problems=(self.problems + other.problems)[:PROBLEMS],
            sources=self.sources + other.sources,
        )

    def to_json(self) -> dict[str, Any]:
        """Write the report (docs/reference/catalogue-format.md)."""
        return {
            "sources": list(self.sources),
            "records": self.records,
            "imported": self.imported,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "refused": self.refused,
            "repeated": self.repeated,
            "without_code": self.without_code,
            "fields": {name: count.to_json() for name, count in self.fields.items()},
            "problems": [problem.to_json() for problem in self.problems],
        }


def total(reports: Iterable[Report]) -> Report:
    """Add up the reports of several sources."""
    whole = Report()
    for report in reports:
        whole = whole.plus(report)
    return whole
