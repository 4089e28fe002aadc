"""Reading one procedure of the catalogue."""

from dataclasses import dataclass
from datetime import datetime

from motcua.kernel.codes import CodeRefused, ProcedureCode
from motcua.procedures.models.catalogue import Procedure
from motcua.procedures.models.search import SearchEntry
from motcua.procedures.values.catalogue import Record
from motcua.procedures.values.catalogue_json import from_json


class ProcedureUnknown(LookupError):
    """The catalogue has no procedure of this code."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another procedure worth a look; `code` is None where the catalogue does not have it."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """A procedure as it stands: the record, and where and when it came from."""

    key: str
    record: Record
    version: int
    source: str
    valid_from: datetime
    imported_at: datetime
    related: tuple[Neighbour, ...] = ()
    """Procedures the record names."""
    alike: tuple[Neighbour, ...] = ()
    """The most wanted others of the same field."""


def procedure(code: str) -> ProcedureView:
    """Give a procedure by its key (code, or `khong-ma-…`). Two queries, a third for its relatives.

    Raises `ProcedureUnknown`. A local code is not looked through: see `national_code`.
    """
    row = Procedure.objects.filter(key=code).select_related("current").first()
    if row is None or row.current is None:
        raise ProcedureUnknown(code)
    record = from_json(row.current.record)
    return ProcedureView(
        key=row.key,
        record=record,
        version=row.current.number,
        source=row.current.source,
        valid_from=row.current.valid_from,
        imported_at=row.current.imported_at,
        related=_related(record),
        alike=_alike(row.current.field_name, row.key),
    )


def national_code(typed: str) -> str | None:
    """Give the national code inside a local one or one typed without its dot, or None.

    `1.001193.000.00.00.H35` and `1001193` are both `1.001193`.
    """
    text = typed.strip()
    if text.isdigit() and len(text) == 7:
        text = f"{text[0]}.{text[1:]}"
    try:
        return str(ProcedureCode.parse(text).national)
    except CodeRefused:
        return None


def _related(record: Record) -> tuple[Neighbour, ...]:
    named = record.related.value or ()
    codes = [one.code for one in named if one.code]
    known = set(SearchEntry.objects.filter(key__in=codes).values_list("key", flat=True))
    return tuple(Neighbour(one.name, one.code if one.code in known else None) for one in named)


def _alike(field_name: str, key: str) -> tuple[Neighbour, ...]:
    if not field_name:
        return ()
    rows = SearchEntry.objects.filter(field_name=field_name).exclude(key=key)
    return tuple(Neighbour(row.name, row.key) for row in rows.order_by("-prior", "sort_name")[:6])
