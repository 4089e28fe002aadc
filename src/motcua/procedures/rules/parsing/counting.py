"""How much of many records was understood, field by field and row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from motcua.procedures.values.catalogue import Read, Record, State
from motcua.procedures.values.catalogue_source import EXAMPLES, Example, FieldCount

_EXCERPT = 200


@dataclass(slots=True)
class Tally:
    """Counts that grow as records go by."""

    counts: dict[tuple[str, State], int] = field(default_factory=dict)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def add(self, key: str, record: Record) -> None:
        """Count one record's fields, and the parts of its rows under names such as `fees`."""
        for name, read in _parts(record):
            self.counts[name, read.state] = self.counts.get((name, read.state), 0) + 1
            if read.state is State.UNPARSED:
                kept = self.examples.setdefault(name, [])
                if len(kept) < EXAMPLES:
                    kept.append(Example(key, read.text[:_EXCERPT]))

    def fields(self) -> dict[str, FieldCount]:
        """Give the counts by field, in the order the fields have in a record."""
        names = dict.fromkeys(name for name, _ in self.counts)
        return {
            name: FieldCount(
                parsed=self.counts.get((name, State.PARSED), 0),
                unstated=self.counts.get((name, State.UNSTATED), 0),
                unparsed=self.counts.get((name, State.UNPARSED), 0),
                examples=tuple(self.examples.get(name, ())),
            )
            for name in names
        }


def _parts(record: Record) -> Iterator[tuple[str, Read[Any]]]:
    yield "code", _presence(record.code, record.code_text)
    yield "name", _presence(record.name, "")
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, Read):
            yield each.name, value
    for channel in record.channels.value or ():
        yield "channels.time", channel.time
        yield "channels.fees", channel.fees
        yield "channels.description", channel.description
    for group in record.components.value or ():
        for item in group.items:
            yield "components.counts", _presence(item.originals, item.note)
            yield "components.forms", _with_words(item.forms, item.name)
    yield from _rows(record)


def _rows(record: Record) -> Iterator[tuple[str, Read[Any]]]:
    for act in record.legal_basis.value or ():
        yield "legal_basis.number", _told(record.legal_basis, act.number, act.title)
    for result in record.results.value or ():
        yield "results.code", _told(record.results, result.code, result.name)


def _told(field: Read[Any], value: str | None, words: str) -> Read[Any]:
    """Count a row's part as unparsed only where the field it stands in is."""
    return _presence(value, words if field.state is State.UNPARSED else "")


def _presence(value: object, text: str) -> Read[Any]:
    if value is not None and value != "":
        return Read(State.PARSED, value)
    return Read(State.UNPARSED if text.strip() else State.UNSTATED, None, text)


def _with_words(read: Read[Any], words: str) -> Read[Any]:
    return Read(read.state, read.value, words) if read.state is State.UNPARSED else read
