"""From the bytes of a catalogue file to items: one JSON object a line, or one JSON document."""

import json
from collections.abc import Iterator
from typing import Any, Final

from motcua.kernel.words import Sentence
from motcua.procedures.values.catalogue_source import Item

LONGEST: Final = 8 * 1024 * 1024
"""Bytes of the longest line that is read; a record is a few thousand, the longest known 60,000."""
KEPT: Final = 64 * 1024
"""Bytes that are kept of a line longer than that."""

_SPACE: Final = " \t\r\n,"


class _Repeated(ValueError):
    """An object names the same key twice, so that one of the two would be lost."""


def item_of(line: int, raw: bytes) -> Item:
    """Read one line as one object; never raises."""
    if len(raw) > LONGEST:
        return Item(line, raw[:KEPT], problem=_too_long())
    text, problem = decoded(raw)
    if text is None:
        return Item(line, raw, problem=problem)
    try:
        value = _decoder().decode(text)
    except (ValueError, RecursionError) as error:
        return Item(line, raw, problem=_not_json(error))
    return _item(line, raw, value)


def document_items(raw: bytes) -> Iterator[Item]:
    """Read a JSON document: an array of objects, or objects one after another; never raises.

    Objects before a mistake are read; from the mistake on, the rest is one item.
    """
    text, problem = decoded(raw)
    if text is None:
        yield Item(1, raw[:KEPT], problem=problem)
        return
    at, line = len(text) - len(text.lstrip()), 1
    line += text.count("\n", 0, at)
    array = text.startswith("[", at)
    at += array
    while True:
        start = at
        while at < len(text) and text[at] in _SPACE:
            at += 1
        line += text.count("\n", start, at)
        if at >= len(text) or (array and text[at] == "]"):
            return
        try:
            value, end = _decoder().raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Item(line, text[at:].encode()[:KEPT], problem=_not_json(error))
            return
        yield _item(line, text[at:end].encode("utf-8", "surrogatepass"), value)
        line += text.count("\n", at, end)
        at = end


def decoded(raw: bytes) -> tuple[str | None, Sentence | None]:
    """Decode UTF-8 with or without a mark; or say what stands in the way."""
    if b"\x00" in raw:
        return None, Sentence(
            vi="Dòng có ký tự NUL. Bạn hãy bỏ ký tự này rồi nhập lại.",
            en="The line holds a NUL character. Remove it and import again.",
        )
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return None, Sentence(
            vi=f"Byte thứ {error.start + 1} không phải UTF-8. Bạn hãy lưu lại tệp với mã UTF-8.",
            en=f"Byte {error.start + 1} is not UTF-8. Save the file as UTF-8.",
        )


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Repeated(f"“{twice}”")
    return fields


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _item(line: int, raw: bytes, value: object) -> Item:
    if not isinstance(value, dict):
        named = type(value).__name__
        problem = Sentence(
            vi=f"Cần một đối tượng JSON {{…}} cho mỗi thủ tục, không phải {named}.",
            en=f"Each procedure must be one JSON object {{…}}, not {named}.",
        )
        return Item(line, raw, problem=problem)
    if b"\\u" in raw and not _storable(value):
        problem = Sentence(
            vi="Có ký tự không lưu được (\\u0000 hoặc nửa cặp thay thế). Bạn hãy bỏ ký tự này.",
            en="It holds \\u0000 or half a surrogate pair, which cannot be kept. Remove it.",
        )
        return Item(line, raw, problem=problem)
    return Item(line, raw, fields=value)


def _storable(value: dict[str, Any]) -> bool:
    written = json.dumps(value, ensure_ascii=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in written


def _not_json(error: Exception) -> Sentence:
    if isinstance(error, _Repeated):
        return Sentence(
            vi=f"Tên trường {error} đứng hai lần. Bạn hãy giữ lại một.",
            en=f"The field {error} stands twice. Keep one of them.",
        )
    if isinstance(error, RecursionError):
        return Sentence(
            vi="Dữ liệu lồng nhau quá sâu. Mỗi thủ tục là một đối tượng JSON phẳng.",
            en="It is nested too deeply. A procedure is one flat JSON object.",
        )
    return Sentence(
        vi=f"Không phải JSON hợp lệ ({error}). Mỗi dòng phải là một đối tượng JSON trọn vẹn.",
        en=f"Not valid JSON ({error}). Each line must be one whole JSON object.",
    )


def _too_long() -> Sentence:
    return Sentence(
        vi=f"Dòng dài hơn {LONGEST // 1024 // 1024} MiB nên chỉ giữ phần đầu. "
        "Bạn hãy ghi mỗi thủ tục trên một dòng.",
        en=f"The line is longer than {LONGEST // 1024 // 1024} MiB, so only its beginning is kept. "
        "Write each procedure on a line of its own.",
    )
