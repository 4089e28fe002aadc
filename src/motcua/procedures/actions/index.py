"""Keep the search index in step with the catalogue, in the transaction that changes the catalogue.

Nothing here is a fact of its own, so there is no entry in the journal: all of it can be made anew.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Count, Max

from motcua.procedures.models.catalogue import Procedure
from motcua.procedures.models.search import SearchEntry, SearchTag, SearchVocabulary
from motcua.procedures.queries.search_engine import lexicon, life_events
from motcua.procedures.rules.search_index import Document, Source, document
from motcua.procedures.rules.search_spelling import gather
from motcua.procedures.rules.search_words import words
from motcua.procedures.values.catalogue import Audience, Level, Online, barred, unbarred
from motcua.procedures.values.catalogue_json import from_json

_BATCH = 500

_POSTGRESQL_TEXT = (
    "UPDATE procedures_searchentry SET text ="
    " setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')"
    " WHERE procedure_id = %s"
)
_SQLITE_TEXT = "INSERT INTO procedures_search_text (title, body, rowid) VALUES (%s, %s, %s)"


@transaction.atomic
def refresh(ids: Collection[int]) -> int:
    """Index these procedures (ids of `Procedure`) as they stand now; give how many were written."""
    chosen = sorted(ids)
    for start in range(0, len(chosen), _BATCH):
        _write(chosen[start : start + _BATCH])
    _note_state()
    return len(chosen)


@transaction.atomic
def rebuild() -> int:
    """Index the whole catalogue anew, after the library's words or the rules have changed."""
    SearchEntry.objects.all().delete()
    if connection.vendor == "sqlite":
        _execute("DELETE FROM procedures_search_text", [()])
    return refresh(list(Procedure.objects.values_list("pk", flat=True)))


def _write(ids: Sequence[int]) -> None:
    SearchEntry.objects.filter(pk__in=ids).delete()
    if connection.vendor == "sqlite":
        _execute("DELETE FROM procedures_search_text WHERE rowid = %s", [(pk,) for pk in ids])
    procedures = Procedure.objects.filter(pk__in=ids, current__isnull=False)
    indexed = [
        (procedure.pk, source, document(source, lexicon=lexicon(), events=life_events()))
        for procedure in procedures.select_related("current").order_by("pk")
        for source in [_source(procedure)]
    ]
    SearchEntry.objects.bulk_create(_entry(pk, source, made) for pk, source, made in indexed)
    SearchTag.objects.bulk_create(
        SearchTag(entry_id=pk, dimension=tag.dimension, value=tag.value, label=tag.label)
        for pk, _, made in indexed
        for tag in made.tags
    )
    _execute(
        _SQLITE_TEXT if connection.vendor == "sqlite" else _POSTGRESQL_TEXT,
        [(made.title, made.body, pk) for pk, _, made in indexed],
    )


def _source(procedure: Procedure) -> Source:
    version = procedure.current
    if version is None:
        raise LookupError(f"procedure {procedure.key} has no current version")
    return Source(
        key=procedure.key,
        name=version.name,
        field=version.field_name,
        agency=version.agency_name,
        levels=tuple(Level(value) for value in unbarred(version.levels)),
        audiences=tuple(Audience(value) for value in unbarred(version.audiences)),
        online=Online(version.online),
        results=_results(version.record),
    )


def _entry(pk: int, source: Source, made: Document) -> SearchEntry:
    return SearchEntry(
        procedure_id=pk,
        key=source.key,
        name=source.name,
        snippet=made.snippet,
        field_name=source.field,
        agency_name=source.agency,
        levels=barred(source.levels),
        online=source.online.value,
        title=made.title,
        body=made.body,
        prior=made.prior,
        sort_name=made.sort_name,
    )


def _note_state() -> None:
    """Count the words anew and say that the index has moved on."""
    rows = SearchEntry.objects.order_by("pk").values_list("name", "body")
    known = gather((words(name), body.split()) for name, body in rows.iterator(chunk_size=_BATCH))
    SearchVocabulary.objects.update_or_create(
        pk=1,
        defaults={
            "state": uuid4().hex,
            "documents": known.documents,
            "words": {
                word: (count, known.written.get(word, word)) for word, count in known.counts.items()
            },
            "pairs": known.pairs,
            "facets": _facets(),
        },
    )


def _facets() -> list[tuple[str, str, str, int]]:
    counted = (
        SearchTag.objects.values("dimension", "value")
        .annotate(label=Max("label"), number=Count("pk"))
        .order_by("dimension", "-number", "value")
    )
    return [(row["dimension"], row["value"], row["label"], row["number"]) for row in counted]


def _results(record: dict[str, Any]) -> tuple[str, ...]:
    """Name what the applicant gets, from the record's results where they were understood."""
    return tuple(result.name for result in from_json(record).results.value or ())


def _execute(sql: str, rows: Sequence[tuple[str | int, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
