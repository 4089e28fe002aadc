"""Files that the house made itself and that may be large: kept and given out piece by piece.

Nothing in them came from outside, so nothing is scanned. Who keeps one knows its address, its name
and when it is to go.
"""

from pathlib import Path
from typing import BinaryIO

from motcua.documents import ports
from motcua.documents.models import File, IssuedDocument


def keep_made(path: Path) -> str:
    """Keep the content of a file in the byte store and give its address (SHA-256, hex)."""
    return ports.store().put_file(path)


def open_made(sha256: str) -> BinaryIO:
    """Open kept content for reading; raises `ports.BytesDamaged` when it is gone."""
    return ports.store().stream(sha256)


def drop_made(sha256: str) -> None:
    """Remove kept content, unless a file or a document has the very same bytes."""
    held = (
        File.objects.filter(served_sha256=sha256).exists()
        or IssuedDocument.objects.filter(sha256=sha256).exists()
    )
    if not held:
        ports.store().drop(sha256)
