"""Reading figures that others published."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.rules.published import read
from motcua.measurement.values.published import Published

FOLDER = "published"


class PublishedUnknown(Refused):
    """Nothing published is kept under this code."""


def published_codes() -> tuple[str, ...]:
    """Name what is kept, oldest first."""
    return tuple(sorted(file.stem for file in _folder().glob("*.yaml")))


def published(code: str) -> Published:
    """Give what was published under a code such as `2022-05`; raise `PublishedUnknown`."""
    if code not in published_codes():
        known = ", ".join(published_codes())
        raise PublishedUnknown(
            Sentence(
                f"Chưa lưu số liệu công bố nào mang mã “{code[:20]}”. Hãy chọn: {known}.",
                f'No published figures are kept as "{code[:20]}". Choose one of: {known}.',
            )
        )
    file = _folder() / f"{code}.yaml"
    return _read(file, file.stat().st_mtime_ns)


def _folder() -> Path:
    return Path(settings.LIBRARY) / FOLDER


@lru_cache(maxsize=32)
def _read(file: Path, _changed: int) -> Published:
    return read(file.read_text(encoding="utf-8"), name=f"{FOLDER}/{file.name}")
