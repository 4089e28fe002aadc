"""A nation many times over: what `bring_in` made once is copied inside the database, set by set.

Every copy has keys, codes and moments of its own. One ward is left out, so that its inbox stays the
size of a ward's.
"""

from django.db import connection

from motcua.dossiers.models import Dossier, InboxRow, ListRow

ORIGINAL = 50_000
"""Dossiers that are drawn one by one before the rest is copied."""
_TABLES = ("dossiers_dossier", "dossiers_listrow", "dossiers_searchtext", "dossiers_inboxrow")
_MOMENTS = {
    "submitted_at", "accepted_at", "due_at", "resolved_at", "ended_at", "late_from", "urgent_at",
}  # fmt: skip


def grow(more: int, *, spare: str) -> int:
    """Copy `more` dossiers, but none of the agency `spare`; give how many were made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM dossiers_dossier")
        (last,) = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM dossiers_dossier WHERE agency_path <> %s", [spare])
        (copied,) = cursor.fetchone()
        cursor.execute("SET session_replication_role = replica")
        indexes = _lift_indexes(cursor)
        number, made = 0, 0
        while made < more:
            number += 1
            made += _copy(cursor, number, last=last, spare=spare, most=min(copied, more - made))
        for statement in indexes:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('dossiers_dossier', 'id'), "
            "(SELECT max(id) FROM dossiers_dossier))"
        )
        cursor.execute("VACUUM ANALYZE")
    return made


def _lift_indexes(cursor) -> list[str]:
    """Drop what is quicker built at the end, and give what builds it."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) "
        "AND indexdef NOT LIKE 'CREATE UNIQUE%%'",
        [list(_TABLES)],
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    cursor.execute("SET maintenance_work_mem = '512MB'")
    return [statement for _, statement in found]


def _copy(cursor, number: int, *, last: int, spare: str, most: int) -> int:
    away = last * number
    chosen = (
        f"SELECT id FROM dossiers_dossier WHERE id <= {last} AND agency_path <> %s LIMIT {most}"
    )
    for model in (Dossier, ListRow, InboxRow):
        columns = [field.column for field in model._meta.concrete_fields]
        values = [_value(column, number, away=away) for column in columns]
        key = "id" if model is Dossier else "dossier_id"
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(map(_quoted, columns))}) "
            f"SELECT {', '.join(values)} FROM {model._meta.db_table} "
            f"WHERE {key} IN ({chosen})",
            [spare],
        )
        if model is Dossier:
            made = cursor.rowcount
    cursor.execute(
        f"INSERT INTO dossiers_searchtext (dossier_id, text) SELECT dossier_id + {away}, text "
        f"FROM dossiers_searchtext WHERE dossier_id IN ({chosen})",
        [spare],
    )
    return made


def _value(column: str, number: int, *, away: int) -> str:
    if column in {"id", "dossier_id"}:
        return f"{column} + {away}"
    if column == "key":
        return "gen_random_uuid()"
    if column == "code":
        return f"regexp_replace(code, '-([0-9]+)$', '-{number:02d}\\1')"
    if column in _MOMENTS:
        return f"{column} - interval '{number * 37} minutes'"
    return _quoted(column)


def _quoted(column: str) -> str:
    return f'"{column}"'
