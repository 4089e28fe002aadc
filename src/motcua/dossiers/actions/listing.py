"""Keeping what lists and search read in line with a dossier, in the dossier's own transaction."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, transaction

from motcua.dossiers.models import Dossier, ListRow
from motcua.dossiers.queries.searching import words_of
from motcua.dossiers.rules.listing import listed_fields
from motcua.journal.actions import write_many
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion

_WRITE = {
    "postgresql": """INSERT INTO dossiers_searchtext (dossier_id, text)
        VALUES (%s, array_to_tsvector(%s))
        ON CONFLICT (dossier_id) DO UPDATE SET text = excluded.text""",
    "sqlite": "INSERT OR REPLACE INTO dossiers_search_text (rowid, words) VALUES (%s, %s)",
}
BATCH = 1000


def enter(row: Dossier, service: ServiceVersion) -> None:
    """Put a new dossier into the lists."""
    ListRow(dossier=row, **listed_fields(row)).save(force_insert=True)
    _write([(row, service)])


def keep(row: Dossier, service: ServiceVersion, *, words: bool = False) -> None:
    """Bring the lists in line with a dossier that changed; with `words`, what search reads too."""
    changed = ListRow.objects.filter(dossier=row).update(**listed_fields(row))
    if not changed:
        enter(row, service)
    elif words:
        _write([(row, service)])


def enter_many(rows: Iterable[tuple[Dossier, ServiceVersion]]) -> None:
    """Put dossiers that were brought in into the lists, by the thousand."""
    kept = list(rows)
    write_many(ListRow(dossier=row, **listed_fields(row)) for row, _ in kept)
    if connection.vendor == "postgresql":
        _copy_words(kept)
    else:
        _write(kept)


def rebuild(
    *, words_only: bool = False, told: Callable[[int, int], object] = lambda done, total: None
) -> int:
    """Make what lists and search read anew from the dossiers; give how many there are.

    Each thousand is one transaction that keeps its dossiers still meanwhile, so work may go on
    beside it. `told` hears after each thousand how many are done, and of how many.
    """
    total, done, last = Dossier.objects.count(), 0, 0
    while numbers := _numbers_after(last):
        with transaction.atomic():
            rows = Dossier.objects.select_for_update().filter(pk__in=numbers).order_by("pk")
            _renew(
                [(row, procedures.service_by_digest(row.service_digest)) for row in rows],
                words_only=words_only,
            )
        done, last = done + len(numbers), numbers[-1]
        told(done, max(total, done))
    return done


def _numbers_after(last: int) -> list[int]:
    rows = Dossier.objects.filter(pk__gt=last).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:BATCH])


def _renew(rows: Sequence[tuple[Dossier, ServiceVersion]], *, words_only: bool) -> None:
    if not words_only:
        ListRow.objects.filter(pk__in=[row.pk for row, _ in rows]).delete()
        write_many(ListRow(dossier=row, **listed_fields(row)) for row, _ in rows)
    _write(rows)


def _write(rows: Sequence[tuple[Dossier, ServiceVersion]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            _WRITE[connection.vendor], [_words(row, service) for row, service in rows]
        )


def _words(row: Dossier, service: ServiceVersion) -> tuple[Any, ...]:
    words = words_of(row, service)
    return row.pk, words if connection.vendor == "postgresql" else " ".join(words)


def _copy_words(rows: Sequence[tuple[Dossier, ServiceVersion]]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY dossiers_searchtext (dossier_id, text) FROM STDIN") as copy,
    ):
        for row, service in rows:
            copy.write_row([row.pk, " ".join(f"'{word}'" for word in words_of(row, service))])
