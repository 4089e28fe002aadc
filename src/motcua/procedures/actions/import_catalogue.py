"""Take a source of the catalogue in: every record a version, every unreadable line kept as it is.

A record is the same procedure as another by its code. What one source says of it is compared with
what the same source said last: equal, nothing happens; changed or new, it becomes the current
version and the one before it ends. So two sources that tell different things of one code both keep
their versions, and reading them again changes nothing (docs/adr/0005-catalogue-import.md).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import OuterRef, Subquery

from motcua.journal.actions import record as record_event
from motcua.journal.values import Actor
from motcua.procedures.actions.index import refresh
from motcua.procedures.events import CatalogueImported
from motcua.procedures.models.catalogue import Procedure, ProcedureVersion, UnreadableLine
from motcua.procedures.rules.parsing.counting import Tally
from motcua.procedures.rules.parsing.reading import (
    ItemRefused,
    digest_of,
    key_of,
    online_of,
    read_record,
)
from motcua.procedures.values.catalogue import Record, barred
from motcua.procedures.values.catalogue_json import to_json
from motcua.procedures.values.catalogue_source import PROBLEMS, Item, Problem, Report

BATCH = 200
LONGEST_SOURCE = 180
"""Letters kept of a source's name; the column also holds which of several it is, "#2"."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A record that was read, and where it stood."""

    record: Record
    key: str
    stream: str
    line: int
    digest: str


@dataclass(slots=True)
class _Run:
    """What has been counted so far of one source."""

    source: str
    at: datetime
    records: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    without_code: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    touched: set[int] = field(default_factory=set)


@transaction.atomic
def import_records(
    *,
    source: str,
    records: Iterable[Item],
    by: Actor,
    at: datetime,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Import one source, a file's name, whole or not at all; tell `progress` of each batch.

    Nothing is left out: an item is a new version, an unchanged one, or an `UnreadableLine`.
    """
    source = source.encode("utf-8", "replace").decode()[:LONGEST_SOURCE]
    run = _Run(source, at)
    for batch in _batches(records):
        _take(run, batch)
        if progress is not None:
            progress(len(batch))
    refresh(run.touched)
    report = _report(run)
    event = CatalogueImported(
        subject=f"catalogue:{source}"[:120],
        source=source,
        records=report.records,
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        refused=report.refused,
    )
    record_event(event=event, by=by, at=at)
    return report


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _take(run: _Run, batch: list[Item]) -> None:
    read: list[_Read] = []
    unreadable: list[UnreadableLine] = []
    for item in batch:
        try:
            read.append(_read(run, item))
        except ItemRefused as refused:
            unreadable.append(_unreadable(run, item, str(refused)))
            if len(run.problems) < PROBLEMS:
                run.problems.append(Problem(run.source, item.line, refused.sentence))
    run.records += len(batch)
    run.refused += len(unreadable)
    UnreadableLine.objects.bulk_create(unreadable, ignore_conflicts=True)
    _store(run, read)


def _read(run: _Run, item: Item) -> _Read:
    if item.fields is None or item.problem is not None:
        if item.problem is None:
            raise ValueError("an item has fields or a problem")
        raise ItemRefused(item.problem)
    record = read_record(item.fields)
    key = key_of(record)
    run.seen[key] = run.seen.get(key, 0) + 1
    run.without_code += record.code is None
    run.tally.add(key, record)
    stream = run.source if run.seen[key] == 1 else f"{run.source}#{run.seen[key]}"
    return _Read(record, key, stream, item.line, digest_of(item.fields))


def _unreadable(run: _Run, item: Item, problem: str) -> UnreadableLine:
    return UnreadableLine(
        source=run.source,
        line=item.line,
        problem=problem,
        raw=item.raw,
        digest=hashlib.sha256(item.raw).hexdigest(),
        imported_at=run.at,
    )


def _store(run: _Run, read: list[_Read]) -> None:
    procedures = _procedures(run, read)
    known = _known(procedures)
    versions: list[ProcedureVersion] = []
    latest: dict[str, ProcedureVersion] = {}
    for each in read:
        standing = known[each.key]
        if standing.has(each.stream, each.digest):
            run.unchanged += 1
            continue
        if standing.number:
            run.changed += 1
        else:
            run.new += 1
        standing.add(each.stream, each.digest)
        if each.key in latest:
            latest[each.key].valid_to = run.at
        version = _version(run, each, procedure=procedures[each.key], number=standing.number)
        latest[each.key] = version
        versions.append(version)
    ids = [procedures[key].pk for key in latest]
    ProcedureVersion.objects.filter(procedure__in=ids, valid_to=None).update(valid_to=run.at)
    ProcedureVersion.objects.bulk_create(versions, batch_size=BATCH)
    newest = ProcedureVersion.objects.filter(procedure=OuterRef("pk"), valid_to=None)
    Procedure.objects.filter(pk__in=ids).update(current=Subquery(newest.values("pk")[:1]))
    run.touched.update(ids)


def _procedures(run: _Run, read: list[_Read]) -> dict[str, Procedure]:
    """Find or make the procedures of a batch, locked until the import ends."""
    codes = {each.key: each.record.code for each in read}
    there = set(Procedure.objects.filter(key__in=codes).values_list("key", flat=True))
    Procedure.objects.bulk_create(
        Procedure(key=key, code=code, created_at=run.at)
        for key, code in codes.items()
        if key not in there
    )
    locked = Procedure.objects.select_for_update().filter(key__in=codes).order_by("key")
    return {procedure.key: procedure for procedure in locked}


@dataclass(slots=True)
class _Standing:
    """What is known of one procedure: its last number, and what each source said last."""

    number: int = 0
    digest: str = ""
    said: dict[str, str] = field(default_factory=dict)

    def has(self, stream: str, digest: str) -> bool:
        return self.said.get(stream, self.digest) == digest

    def add(self, stream: str, digest: str) -> None:
        self.number += 1
        self.said[stream] = self.digest = digest


def _known(procedures: dict[str, Procedure]) -> dict[str, _Standing]:
    known = {key: _Standing() for key in procedures}
    versions = ProcedureVersion.objects.filter(procedure__in=procedures.values())
    rows = versions.order_by("procedure_id", "number").values_list(
        "procedure__key", "source", "digest", "number"
    )
    for key, stream, digest, number in rows:
        standing = known[key]
        standing.add(stream, digest)
        standing.number = number
    return known


def _version(run: _Run, read: _Read, *, procedure: Procedure, number: int) -> ProcedureVersion:
    record = read.record
    return ProcedureVersion(
        procedure=procedure,
        number=number,
        record=to_json(record),
        name=record.name,
        field_name=record.field_name.value or "",
        agency_name=record.agency_name,
        levels=barred(record.levels.value),
        audiences=barred(record.audiences.value),
        online=online_of(record),
        source=read.stream,
        source_line=read.line,
        digest=read.digest,
        valid_from=run.at,
        imported_at=run.at,
    )


def _report(run: _Run) -> Report:
    return Report(
        records=run.records,
        new=run.new,
        changed=run.changed,
        unchanged=run.unchanged,
        refused=run.refused,
        repeated=sum(count - 1 for count in run.seen.values()),
        without_code=run.without_code,
        fields=run.tally.fields(),
        problems=tuple(run.problems),
        sources=(run.source,),
    )
