"""The catalogue as it stands, whole: for export."""

from collections.abc import Iterator

from motcua.procedures.models.catalogue import ProcedureVersion
from motcua.procedures.values.catalogue import Record
from motcua.procedures.values.catalogue_json import from_json

_CHUNK = 200


def current_records() -> Iterator[Record]:
    """Stream the current record of every procedure, by key. One query."""
    versions = ProcedureVersion.objects.filter(valid_to=None).order_by("procedure__key")
    for written in versions.values_list("record", flat=True).iterator(chunk_size=_CHUNK):
        yield from_json(written)
