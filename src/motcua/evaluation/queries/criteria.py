"""Sets of criteria as they stand in the library."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from motcua.evaluation.rules.criteria_lint import in_force
from motcua.evaluation.rules.criteria_reading import ReadSet, read_criteria
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.kernel.definitions import decode, nearest
from motcua.kernel.words import Refused, Sentence

FOLDER = "criteria"
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*")
"""A set's name is its place in the folder; one whose place is another is looked for in all."""


class CriteriaUnknown(Refused):
    """There is no set of criteria of that name."""


def sets(at: date | None = None) -> tuple[CriteriaSet, ...]:
    """Give every set by name; with a day, those in force then, with what holds of them then.

    Raises DefinitionRefused for a file that cannot be read.
    """
    every = tuple(read.criteria_set for read in read_sets())
    if at is None:
        return every
    return tuple(
        in_force(one, at)
        for one in every
        if one.valid_from <= at and (one.valid_to is None or at <= one.valid_to)
    )


def criteria_set(name: str) -> CriteriaSet:
    """Give the set of a name such as `qd-473/2024-placeholder`; refuse with CriteriaUnknown."""
    place = Path(settings.LIBRARY) / FOLDER / f"{name}.yaml"
    if _NAME.fullmatch(name) and place.is_file():
        found = read_file(place).criteria_set
        if found.name == name:
            return found
    known = {one.name: one for one in sets()}
    if name in known:
        return known[name]
    near = nearest(name, known)
    raise CriteriaUnknown(
        Sentence(
            f"Không có bộ tiêu chí “{name}”." + (f" Có phải “{near}”?" if near else ""),
            f"There is no set of criteria “{name}”." + (f" Is it “{near}”?" if near else ""),
        )
    )


def read_sets(library: Path | None = None) -> tuple[ReadSet, ...]:
    """Give every set with its file, by code and version."""
    folder = (library or Path(settings.LIBRARY)) / FOLDER
    return tuple(read_file(path) for path in sorted(folder.glob("*/*.yaml")))


def read_file(path: Path) -> ReadSet:
    """Give the set of one file, read anew only when the file says something else."""
    return _read(str(path), path.read_bytes())


@lru_cache(maxsize=64)
def _read(name: str, content: bytes) -> ReadSet:
    return read_criteria(decode(content, name=name), name=name)
