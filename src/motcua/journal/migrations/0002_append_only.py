"""Triggers that let nobody change or remove an entry or a seal."""

from django.db import migrations

COLUMNS = ("id", "kind", "subject", "payload", "actor_kind", "actor_key", "actor_name", "at")

SQLITE = [
    """CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry
    WHEN NOT (OLD.seal_id IS NULL AND NEW.seal_id IS NOT NULL AND {same})
    BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END""".format(
        same=" AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in COLUMNS)
    ),
    """CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
    BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END""",
    """CREATE TRIGGER journal_seal_no_update BEFORE UPDATE ON journal_seal
    BEGIN SELECT RAISE(ABORT, 'journal seals are never changed'); END""",
    """CREATE TRIGGER journal_seal_no_delete BEFORE DELETE ON journal_seal
    BEGIN SELECT RAISE(ABORT, 'journal seals are never deleted'); END""",
]

POSTGRESQL = [
    """CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry FOR EACH ROW
    WHEN (NOT (OLD.seal_id IS NULL AND NEW.seal_id IS NOT NULL AND {same}))
    EXECUTE FUNCTION journal_append_only()""".format(
        same=" AND ".join(f'OLD."{name}" IS NOT DISTINCT FROM NEW."{name}"' for name in COLUMNS)
    ),
    """CREATE TRIGGER journal_entry_no_delete BEFORE DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only()""",
    """CREATE TRIGGER journal_seal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_seal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only()""",
]

SQLITE_UNDO = [
    "DROP TRIGGER journal_entry_no_update",
    "DROP TRIGGER journal_entry_no_delete",
    "DROP TRIGGER journal_seal_no_update",
    "DROP TRIGGER journal_seal_no_delete",
]
POSTGRESQL_UNDO = ["DROP FUNCTION journal_append_only() CASCADE"]


def _run(schema_editor, *, sqlite, postgresql):
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
        schema_editor.execute(statement, params=None)


def forbid(_apps, schema_editor):
    _run(schema_editor, sqlite=SQLITE, postgresql=POSTGRESQL)


def allow(_apps, schema_editor):
    _run(schema_editor, sqlite=SQLITE_UNDO, postgresql=POSTGRESQL_UNDO)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_entries")]

    operations = [migrations.RunPython(forbid, allow)]
