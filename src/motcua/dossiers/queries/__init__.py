"""Reading dossiers. Everything over personal data demands `viewer=`."""

from motcua.dossiers.queries.bundles import bundle
from motcua.dossiers.queries.drafts import draft, drafts
from motcua.dossiers.queries.gazetteer import units
from motcua.dossiers.queries.lists import InboxFilter, inbox, inbox_counts, mine
from motcua.dossiers.queries.reading import (
    content_of_attachment,
    content_of_document,
    dossier,
    look_up,
    recipient,
)

__all__ = [
    "InboxFilter",
    "bundle",
    "content_of_attachment",
    "content_of_document",
    "dossier",
    "draft",
    "drafts",
    "inbox",
    "inbox_counts",
    "look_up",
    "mine",
    "recipient",
    "units",
]
