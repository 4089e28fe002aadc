"""A small catalogue with real names to search in; codes from 1.900001 on are made up."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from motcua.procedures.actions.index import refresh
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.values.catalogue import Audience, Level, Read, Record, Result, State, barred
from motcua.procedures.values.catalogue_json import to_json

SAMPLES = Path(__file__).parent / "samples"
MOMENT = datetime(2026, 1, 5, 3, tzinfo=UTC)


@cache
def catalogue():
    return json.loads((SAMPLES / "search_catalogue.json").read_text())


@cache
def questions():
    rows = json.loads((SAMPLES / "queries.json").read_text())
    return [(row["query"], frozenset(row["codes"])) for row in rows]


def keep(code, name, *, field="Hộ tịch", levels=("commune",), audiences=("citizen",), results=()):
    """Put one procedure into the catalogue, not yet into the index; give its id."""
    record = Record(
        name=name,
        code=code,
        field_name=Read(State.PARSED, field),
        results=Read(State.PARSED, tuple(Result(one) for one in results)),
    )
    procedure = Procedure.objects.create(key=code, code=code, created_at=MOMENT)
    procedure.current = ProcedureVersion.objects.create(
        procedure=procedure,
        number=1,
        record=to_json(record),
        name=name,
        field_name=field,
        levels=barred(tuple(map(Level, levels))),
        audiences=barred(tuple(map(Audience, audiences))),
        online="unstated",
        source="mẫu",
        source_line=1,
        digest=code,
        valid_from=MOMENT,
        imported_at=MOMENT,
    )
    procedure.save()
    return procedure.pk


def fill():
    """Keep and index the whole sample."""
    refresh(
        [
            keep(
                one["code"],
                one["name"],
                field=one["field"],
                levels=one["levels"],
                audiences=one["audiences"],
            )
            for one in catalogue()
        ]
    )
