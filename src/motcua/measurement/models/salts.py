"""Secrets on disk: a salt for every day, destroyed when the day is over; a pepper for ever.

`<folder>/salts/<day>` keys the hashes of visitors: without it nobody, we included, can tell who
they were. `<folder>/pepper` keys the hashes of dossiers' codes. Both are 32 random bytes that only
their owner may read, shared by every process of this installation.
"""

import os
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from secrets import token_bytes, token_hex

from motcua.measurement.models.spool.segments import sync_folder

LENGTH = 32


@lru_cache(maxsize=1)
def salt_of(folder: Path, day: date) -> bytes:
    """Give the salt of a day, made by whoever asks first."""
    return _secret(folder / "salts" / day.isoformat())


@lru_cache(maxsize=4)
def pepper(folder: Path) -> bytes:
    """Give the secret that dossiers' codes are hashed with, made once."""
    return _secret(folder / "pepper")


def destroy_salts(folder: Path, *, before: date) -> int:
    """Overwrite and remove the salts of earlier days, and drafts; give how many there were."""
    salt_of.cache_clear()
    old = [path for path in (folder / "salts").glob("*") if path.name < before.isoformat()]
    for path in old:
        with suppress(FileNotFoundError):
            _overwrite(path)
            path.unlink()
    if old:
        sync_folder(folder / "salts")
    return len(old)


def _secret(path: Path) -> bytes:
    """Read a secret; make it where there is none, so that two processes end up with one."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{token_hex(6)}")
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        try:
            os.write(handle, token_bytes(LENGTH))
            os.fsync(handle)
        finally:
            os.close(handle)
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    sync_folder(path.parent)
    return path.read_bytes()


def _overwrite(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY)
    try:
        os.write(handle, token_bytes(LENGTH))
        os.fsync(handle)
    finally:
        os.close(handle)
