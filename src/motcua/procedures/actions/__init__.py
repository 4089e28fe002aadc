"""What may be done to procedures."""

from motcua.procedures.actions.catalogue_files import (
    FileRefused,
    load_library_catalogue,
    read_items,
)
from motcua.procedures.actions.guides import publish_guides
from motcua.procedures.actions.import_catalogue import import_records
from motcua.procedures.actions.publish import (
    Published,
    PublishRefused,
    publish,
    publish_library,
)

__all__ = [
    "FileRefused",
    "PublishRefused",
    "Published",
    "import_records",
    "load_library_catalogue",
    "publish",
    "publish_guides",
    "publish_library",
    "read_items",
]
