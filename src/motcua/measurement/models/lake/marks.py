"""What the lake says of itself: the version of its columns, and whether it holds what is real."""

import json
from collections.abc import Callable, Mapping

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.models.lake.files import Files
from motcua.measurement.values import schemas

PATH = "lake.json"

MEASURED = "measured"
SIMULATED = "simulated"
MIXED = "mixed"

MIGRATIONS: Mapping[int, Callable[[Files], None]] = {}
"""By the version they start from: rewrite the lake's files for the next one; safe to do twice."""


class NewerLake(Refused):
    """The lake was written by a newer version of this software."""


class OlderLake(Refused):
    """The lake has to be migrated before it can be read."""


def read(files: Files) -> dict[str, str | int]:
    """Read the marks; empty when nothing was ever written."""
    raw = files.read(PATH)
    told: dict[str, str | int] = json.loads(raw) if raw else {}
    return told


def check(files: Files) -> None:
    """Refuse to read a lake of another version."""
    version = int(read(files).get("schema", schemas.VERSION))
    if version > schemas.VERSION:
        raise NewerLake(_newer(version))
    if version < schemas.VERSION:
        raise OlderLake(
            Sentence(
                f"Kho số liệu đo lường đang ở phiên bản {version}; cần phiên bản "
                f"{schemas.VERSION}. Hãy chạy `motcua measure compact` một lần.",
                f"The lake is of version {version} and {schemas.VERSION} is needed. "
                "Run `motcua measure compact` once.",
            )
        )


def prepare(files: Files, provenance: str) -> None:
    """Bring an older lake up to date, refuse a newer one, and remember where facts come from."""
    told = read(files)
    version = int(told.get("schema", schemas.VERSION))
    if version > schemas.VERSION:
        raise NewerLake(_newer(version))
    for step in range(version, schemas.VERSION):
        MIGRATIONS[step](files)
        told |= {"schema": step + 1}
        files.put(PATH, json.dumps(told).encode())
    before = told.get("provenance", "")
    after = _both(str(before), provenance)
    if "schema" not in told or after != before:
        told |= {"schema": schemas.VERSION, "provenance": after}
        files.put(PATH, json.dumps(told).encode())


def _both(before: str, now: str) -> str:
    if not before or not now:
        return before or now
    return before if before == now else MIXED


def _newer(version: int) -> Sentence:
    return Sentence(
        f"Kho số liệu đo lường do một bản phần mềm mới hơn ghi (phiên bản {version}; bản này đọc "
        f"được đến {schemas.VERSION}). Hãy nâng cấp phần mềm.",
        f"The lake was written by newer software (version {version}; this one reads up to "
        f"{schemas.VERSION}). Upgrade the software.",
    )
