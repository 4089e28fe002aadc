"""The measuring script that other portals load from here."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import motcua.design
from motcua.observatory.collector.answers import NOT_FOUND, Answer, refusal

NAMES = {"/embed/gov-tracking.min.js": "script_of_emc", "/thu-thap/dem.js": "script"}
FILE = Path(motcua.design.__file__).parent / "static" / "design" / "js" / "measure.js"


def script(known: str) -> Answer:
    """Give the script, or nothing new where `known` (If-None-Match) names what it is already."""
    if not FILE.exists():
        return refusal(404, "not_found", NOT_FOUND)
    text, mark = _read(FILE.stat().st_mtime_ns)
    headers = (
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("cache-control", "public, max-age=3600"),
        ("content-type", "text/javascript; charset=utf-8"),
        ("etag", mark),
    )
    return Answer(304, headers) if known == mark else Answer(200, headers, text)


@lru_cache(maxsize=1)
def _read(_changed: int) -> tuple[bytes, str]:
    text = FILE.read_bytes()
    return text, f'"{sha256(text).hexdigest()[:16]}"'
