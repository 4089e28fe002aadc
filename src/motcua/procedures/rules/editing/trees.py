"""Trees of definitions: from and to YAML, and changes at a place in them."""

import io
import json
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ruamel.yaml import YAML

from motcua.kernel.definitions import DefinitionRefused, decode, read
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.values.editing import NAMES, Place, Tree, Trees

_LARGEST_ARCHIVE = 4 * 1024 * 1024


class PlaceUnknown(Refused):
    """There is nothing at that place of an edition."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Chỗ này không còn trong bản đang soạn, có thể vừa bị xóa. Bạn hãy mở lại từ trang "
                "tổng quan.",
                "This place is no longer in the edition; it may have just been deleted. Open it "
                "again from the overview.",
            )
        )


class ImportRefused(Refused):
    """A file holds no version of a service."""


def to_text(tree: Mapping[str, Any]) -> str:
    """Write a tree as a YAML file of the library; reading it gives the same tree."""
    yaml = YAML()
    yaml.default_flow_style = False
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda *_: True
    out = io.StringIO()
    yaml.dump(dict(tree), out)
    return out.getvalue()


def to_lines(tree: Mapping[str, Any]) -> str:
    """Write a tree so that every place of it has a line of its own (JSON is YAML 1.2)."""
    return json.dumps(tree, ensure_ascii=False, indent=0)


def from_text(text: str, *, name: str) -> Tree:
    """Read one YAML file; DefinitionRefused where it cannot be read."""
    document = read(text, name=name)
    if document.problems:
        raise DefinitionRefused(document.problems)
    return document.data


def archive(trees: Trees, folder: str) -> bytes:
    """Pack the files as `<folder>/<name>.yaml` into a ZIP, the same bytes for the same trees."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in NAMES:
            if name in trees:
                entry = zipfile.ZipInfo(f"{folder}/{name}.yaml", (2025, 1, 1, 0, 0, 0))
                packed.writestr(entry, to_text(trees[name]), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack(content: bytes, filename: str) -> Trees:
    """Read a ZIP of a version's folder, or one of its YAML files; refuses what is neither."""
    if len(content) > _LARGEST_ARCHIVE:
        raise ImportRefused(Sentence("Tệp lớn quá 4 MB.", "The file is over 4 MB."))
    if content[:4] == b"PK\x03\x04":
        return _unzip(content)
    name = filename.rpartition("/")[2].removesuffix(".yaml")
    if name not in NAMES:
        raise ImportRefused(
            Sentence(
                "Tệp phải là .zip của một thư mục thủ tục, hoặc một tệp "
                + ", ".join(f"{one}.yaml" for one in NAMES)
                + ".",
                "The file must be a .zip of a procedure's folder, or one of its .yaml files.",
            )
        )
    return {name: from_text(decode(content, name=f"{name}.yaml"), name=f"{name}.yaml")}


def _unzip(content: bytes) -> Trees:
    found: Trees = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for entry in packed.infolist():
                name = entry.filename.rpartition("/")[2].removesuffix(".yaml")
                if name in NAMES and entry.filename.endswith(".yaml"):
                    if name in found or entry.file_size > 1024 * 1024:
                        raise _unusable()
                    text = decode(packed.read(entry), name=f"{name}.yaml")
                    found[name] = from_text(text, name=f"{name}.yaml")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise _unusable() from None
    if not found:
        raise _unusable()
    return found


def _unusable() -> ImportRefused:
    return ImportRefused(
        Sentence(
            "Không đọc được tệp .zip này: cần đúng một phiên bản của một thủ tục.",
            "This .zip cannot be read: it must hold one version of one procedure.",
        )
    )


# ---------------------------------------------------------------- places
def written(place: Place) -> str:
    """Write a place for an address: `form.pages.0`."""
    return ".".join(str(step) for step in place)


def parsed(text: str) -> Place:
    """Read a place from an address."""
    return tuple(int(step) if _is_index(step) else step for step in text.split(".") if step)


def _is_index(step: str) -> bool:
    return step.isascii() and step.isdigit() and len(step) < 5


def at(trees: Trees, place: Place) -> Any:
    """Give what stands at a place; raises PlaceUnknown."""
    value: Any = trees
    for step in place:
        fits = isinstance(value, list) if isinstance(step, int) else isinstance(value, dict)
        if not fits:
            raise PlaceUnknown
        try:
            value = value[step]
        except (KeyError, IndexError):
            raise PlaceUnknown from None
    return value


def found(trees: Trees, place: Place, default: Any = None) -> Any:
    """Give what stands at a place, or `default`."""
    try:
        return at(trees, place)
    except PlaceUnknown:
        return default


def rows_of(value: Any) -> list[Any]:
    """Give a list as it is, and nothing for what is none."""
    return value if isinstance(value, list) else []


def put(trees: Trees, place: Place, value: Any) -> Trees:
    """Give the trees with another value at a place; mappings on the way to it are made."""
    changed = deepcopy(trees)
    holder: Any = changed
    for step in place[:-1]:
        if isinstance(holder, dict) and step not in holder:
            holder[step] = {}
        holder = at({"": holder}, ("", step))
    last = place[-1]
    fits = isinstance(last, str) if isinstance(holder, dict) else isinstance(last, int)
    if not fits or (isinstance(holder, list) and not 0 <= int(last) < len(holder)):
        raise PlaceUnknown
    holder[last] = value
    return changed


def added(trees: Trees, place: Place, value: Any, *, index: int | None = None) -> tuple[Trees, int]:
    """Give the trees with `value` in the list at `place`, at the end or at `index`, and where."""
    rows = list(rows_of(found(trees, place)))
    where = len(rows) if index is None else min(index, len(rows))
    rows.insert(where, value)
    return put(trees, place, rows), where


def removed(trees: Trees, place: Place) -> Trees:
    """Give the trees without what stands at a place of a list."""
    rows, index = _row(trees, place)
    return put(trees, place[:-1], [*rows[:index], *rows[index + 1 :]])


def moved(trees: Trees, place: Place, by: int) -> Trees:
    """Give the trees with a row of a list moved up (-1) or down (+1); at the end it stays."""
    rows, index = _row(trees, place)
    other = index + by
    if not 0 <= other < len(rows):
        return trees
    rows = list(rows)
    rows[index], rows[other] = rows[other], rows[index]
    return put(trees, place[:-1], rows)


def _row(trees: Trees, place: Place) -> tuple[list[Any], int]:
    rows, index = at(trees, place[:-1]), place[-1]
    if not isinstance(rows, list) or not isinstance(index, int) or not 0 <= index < len(rows):
        raise PlaceUnknown
    return rows, index


def said(value: Any, language: str = "vi") -> str:
    """Give a text for people, whichever way it is written."""
    if isinstance(value, Mapping):
        return str(value.get(language) or value.get("vi") or "")
    return "" if value is None else str(value)


def sentence(value: Any) -> Sentence:
    """Give a text for people in both languages."""
    return Sentence(said(value), said(value, "en"))
