"""Word and Excel files of Office Open XML (ECMA-376): told from their parts; macros are refused."""

import io
import re
import zipfile

MAIN_PARTS = {
    "wordprocessingml.document.main+xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    "spreadsheetml.sheet.main+xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}
_CONTENT_TYPES = "[Content_Types].xml"
_ACTS = re.compile(
    r"vbaproject|vbadata|/activex/|/embeddings/|/ctrlprops/|macrosheets|oleobject|\.(exe|dll|js|vbs|bat|ps1|com)$",
    re.IGNORECASE,
)
_REACHES_OUT = re.compile(
    rb"relationships/(attachedTemplate|oleObject|frame|subDocument|externalLink)\"[^>]*"
    rb"TargetMode\s*=\s*\"External\"|TargetMode\s*=\s*\"External\"[^>]*"
    rb"relationships/(attachedTemplate|oleObject|frame|subDocument|externalLink)\"",
    re.IGNORECASE,
)
_MOST_PARTS = 5000
_MOST_BYTES = 300 * 1024 * 1024


class Macros(Exception):
    """The file holds macros, programs, or parts fetched from elsewhere."""


class Unreadable(Exception):
    """The archive cannot be read, or unpacks to too much."""


def media_type_of(content: bytes) -> str:
    """Give the media type of an office file, empty for any other archive.

    Raises `Macros` and `Unreadable`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise Unreadable("too much inside")
            names = {part.filename for part in parts}
            if _CONTENT_TYPES not in names:
                return ""
            kinds = archive.read(_CONTENT_TYPES).decode("utf-8", "replace")
            _refuse_macros(archive, names, kinds)
            return next((kind for main, kind in MAIN_PARTS.items() if main in kinds), "")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as cause:
        raise Unreadable(str(cause)) from cause


def _refuse_macros(archive: zipfile.ZipFile, names: set[str], kinds: str) -> None:
    if "macroEnabled" in kinds or any(_ACTS.search(f"/{name}") for name in names):
        raise Macros
    links = (name for name in names if name.endswith(".rels"))
    if any(_REACHES_OUT.search(archive.read(name)) for name in links):
        raise Macros
