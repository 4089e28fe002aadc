"""Which tables hold something about a dossier: one question instead of one for each of them.

Most dossiers have no messages, notes, opinions or the like. A page that asks here first leaves
out the queries that would find nothing.
"""

from django.db import connection

from motcua.dossiers.models import Dossier

_NAMES = (
    "messages",
    "looks",
    "holdings",
    "opinions",
    "instructions",
    "notes",
    "bundle",
    "duplicates",
)
_QUERY = """
SELECT EXISTS(SELECT 1 FROM dossiers_message WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_look WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_holding WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_opinion WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_instruction WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_note WHERE dossier_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_bundlepart WHERE parent_id = %(pk)s)
         OR EXISTS(SELECT 1 FROM dossiers_bundlepart WHERE child_id = %(pk)s),
       EXISTS(SELECT 1 FROM dossiers_duplicate WHERE dossier_id = %(pk)s)
         OR EXISTS(SELECT 1 FROM dossiers_duplicate WHERE other_id = %(pk)s)"""


def beside(row: Dossier) -> frozenset[str]:
    """Name what there is of: messages, looks, holdings, opinions, instructions, notes, …"""
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, {"pk": row.pk})
        found = cursor.fetchone()
    return frozenset(name for name, there in zip(_NAMES, found, strict=True) if there)
