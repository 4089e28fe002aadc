"""`sites.json`: what collectors know of sites, so that they need no database."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from secrets import token_hex

from motcua.measurement.models.spool.segments import sync_folder
from motcua.measurement.values.sites import Site

NAME = "sites.json"


class Snapshot:
    """The sites as the file tells them; looked at again whenever the file has changed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._seen: tuple[int, int] | None = None
        self.sites: Mapping[int, Site] = {}

    def look(self) -> None:
        """Read the file if it is another one than last time; none there is no site at all."""
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            self._seen, self.sites = None, {}
            return
        seen = (stat.st_ino, stat.st_mtime_ns)
        if seen != self._seen:
            self._seen, self.sites = seen, read(self._path.parent)


def write(folder: Path, sites: Mapping[int, Site]) -> bool:
    """Put the sites where collectors read them, at once or not at all; False: nothing to change.

    The file holds secrets, so only its owner may read it.
    """
    told = [{**asdict(site), "until": _text(site.until)} for site in sites.values()]
    text = json.dumps(told, ensure_ascii=False, indent=1).encode()
    path = folder / NAME
    if path.exists() and path.read_bytes() == text:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{NAME}.{token_hex(6)}")
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(handle, text)
        os.fsync(handle)
    finally:
        os.close(handle)
    draft.replace(path)
    sync_folder(folder)
    return True


def read(folder: Path) -> dict[int, Site]:
    """Read the sites by their number; none where there is no file."""
    path = folder / NAME
    if not path.exists():
        return {}
    found: dict[int, Site] = {}
    for told in json.loads(path.read_bytes()):
        until = date.fromisoformat(told["until"]) if told["until"] else None
        site = Site(**{**told, "hosts": tuple(told["hosts"]), "until": until})
        found[site.number] = site
    return found


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
