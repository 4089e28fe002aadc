"""What may be done to procedures."""

from motcua.procedures.actions.catalogue_files import (
    FileRefused,
    load_library_catalogue,
    read_items,
)
from motcua.procedures.actions.import_catalogue import import_records

__all__ = ["FileRefused", "import_records", "load_library_catalogue", "read_items"]
