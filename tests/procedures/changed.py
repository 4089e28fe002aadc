"""Procedures of the library with words replaced, as folders of their own."""

import shutil
from pathlib import Path

from motcua.procedures.queries import library
from motcua.procedures.rules.services import Folder, read_service

LIBRARY = Path(__file__).parents[2] / "library"


def read_changed(code, **changes):
    """Read a procedure with texts of its files replaced: file=[(old, new), …]."""
    return read_service(folder(code, **changes), library=library.forms_library(LIBRARY))


def folder(code, **changes):
    """Give the folder of a procedure of the library with texts replaced."""
    found = library.folder(LIBRARY / "procedures" / code / "v1")
    texts = dict(found.texts)
    for file, replaced in changes.items():
        name = f"{file}.yaml"
        for old, new in replaced:
            assert old in texts[name], old
            texts[name] = texts[name].replace(old, new, 1)
    return Folder(found.name, found.code, found.version, texts, found.profiles)


def written(folder_, root: Path) -> Path:
    """Write a folder into a library under `root`, with all else linked; gives its path."""
    for part in LIBRARY.iterdir():
        if part.name != "procedures" and not (root / part.name).exists():
            (root / part.name).symlink_to(part)
    path = root / "procedures" / folder_.code / f"v{folder_.version}"
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    for name, text in folder_.texts.items():
        (path / name).write_text(text, encoding="utf-8")
    return path
