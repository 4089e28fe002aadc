"""Triggers that let nobody change or remove what was published."""

from django.db import migrations

TABLES = ("evaluation_snapshot", "evaluation_publishedline")

SQLITE = [
    f"""CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END"""
    for table in TABLES
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    """CREATE FUNCTION evaluation_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is frozen: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    *(
        f"""CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION evaluation_frozen()"""
        for table in TABLES
    ),
]
SQLITE_UNDO = [
    f"DROP TRIGGER {table}_no_{verb}" for table in TABLES for verb in ("update", "delete")
]
POSTGRESQL_UNDO = ["DROP FUNCTION evaluation_frozen() CASCADE"]


def _run(schema_editor, *, sqlite, postgresql):
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
        schema_editor.execute(statement, params=None)


def freeze(_apps, schema_editor):
    _run(schema_editor, sqlite=SQLITE, postgresql=POSTGRESQL)


def thaw(_apps, schema_editor):
    _run(schema_editor, sqlite=SQLITE_UNDO, postgresql=POSTGRESQL_UNDO)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_campaigns")]

    operations = [migrations.RunPython(freeze, thaw)]
