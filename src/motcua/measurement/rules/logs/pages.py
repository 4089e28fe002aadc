"""Which requests are pages, and which procedure a page is about."""

import re
from functools import lru_cache
from urllib.parse import unquote

from motcua.measurement.rules import privacy
from motcua.measurement.values.facts import Kind

ASSETS = (
    ".css", ".js", ".mjs", ".map", ".json", ".xml", ".txt", ".png", ".jpg", ".jpeg", ".gif", ".svg",
    ".webp", ".avif", ".ico", ".bmp", ".woff", ".woff2", ".ttf", ".eot", ".otf", ".mp3", ".mp4",
    ".webm", ".wasm", ".axd", ".swf", ".htc",
)  # fmt: skip
"""How paths of plain assets end: at most 8 letters."""
DOWNLOADS = (
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".csv", ".zip",
    ".rar", ".7z", ".apk", ".parquet",
)  # fmt: skip
FOLDERS = (
    "/static/", "/assets/", "/api/", "/_next/", "/.well-known/", "/js/", "/css/", "/images/",
    "/tracking", "/thu-thap/", "/embed/", "/ws/", "/signalr/",
)  # fmt: skip
"""How paths begin that no reader looks at as pages."""
PROCEDURE = r"(?<![\d.])(\d\.\d{6})(?!\d)"
"""A procedure's code, as it stands in addresses of most portals."""
_READ = 1_000


def kind_of(path: str) -> Kind | None:
    """Say what a successful GET of a path (without query) tells; None: it is an asset."""
    seen = path.lower()
    if seen.endswith(ASSETS) or seen.startswith(FOLDERS):
        return None
    return Kind.DOWNLOAD if seen.endswith(DOWNLOADS) else Kind.VIEW


@lru_cache(maxsize=32)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def procedure_of(target: str, pattern: str = PROCEDURE) -> str:
    """Find the procedure's code in a path with its query: the pattern's first group, or nothing.

    A pattern of one's own may find anything: what names a person is nothing, too.
    """
    found = _compiled(pattern).search(target)
    code = (found.group(1) or "")[:_READ] if found else ""
    return "" if privacy.names_a_person(unquote(code)) else code[:40]
