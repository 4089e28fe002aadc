"""Bytes that evaluation keeps, by their SHA-256, and the folders of runs that are under way.

`<EVALUATION>/store/ab/<sha256>` is written once and never changed; `<EVALUATION>/runs/<key>` is
what a run has seen so far, so that it goes on where it was left. Workers on several machines need
one folder in common.
"""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from uuid import UUID

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}")


class EvidenceGone(Exception):
    """What was kept under a digest is not there any more, or is not what it was."""


def keep(content: bytes) -> str:
    """Keep bytes and give their SHA-256; what is there already is kept once."""
    digest = hashlib.sha256(content).hexdigest()
    place = _place(digest)
    if place.exists():
        return digest
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = place.with_name(f".{token_hex(8)}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)
    return digest


def kept(digest: str) -> bytes:
    """Give what is kept, checked against its digest; raises `EvidenceGone`."""
    if not _DIGEST.fullmatch(digest):
        raise EvidenceGone(digest)
    try:
        content = _place(digest).read_bytes()
    except FileNotFoundError:
        raise EvidenceGone(digest) from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise EvidenceGone(digest)
    return content


def run_folder(key: UUID) -> Path:
    """Give the folder of a run that is under way, made if it is not there."""
    folder = Path(settings.EVALUATION) / "runs" / str(key)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def alone(key: UUID) -> Iterator[bool]:
    """Hold a run's folder; False where another process does.

    The system lets go of it however a process ends, so that whoever holds it knows: a run that
    still says it is running has lost its worker.
    """
    with (run_folder(key) / "held").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def keep_evidence(folder: Path) -> int:
    """Keep everything in `folder/evidence` that is what its name says; give how many."""
    number = 0
    for path in sorted((folder / "evidence").glob("*")):
        if _DIGEST.fullmatch(path.name) and path.is_file():
            number += keep(path.read_bytes()) == path.name
    return number


def drop_run(key: UUID) -> None:
    """Remove the folder of a run that was recorded."""
    with suppress(FileNotFoundError):
        shutil.rmtree(Path(settings.EVALUATION) / "runs" / str(key))


def _place(digest: str) -> Path:
    return Path(settings.EVALUATION) / "store" / digest[:2] / digest
