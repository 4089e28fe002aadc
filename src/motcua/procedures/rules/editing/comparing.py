"""What an edition changes against the published version, in words for who approves it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.kernel.money import dong
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.faults import label_at, section_of
from motcua.procedures.rules.editing.shapes import shape_of
from motcua.procedures.rules.editing.trees import found, said, sentence
from motcua.procedures.values.editing import NAMES, Place, Section, Trees

_KEYS = ("code", "name", "number", "value", "move", "case")
_WORDS = {"vi", "en"}
_KINDS = {
    "field": Sentence("câu hỏi", "question"),
    "page": Sentence("trang", "page"),
    "component": Sentence("giấy tờ", "paper"),
    "case": Sentence("trường hợp", "case"),
    "fee": Sentence("khoản thu", "fee"),
    "exemption": Sentence("diện miễn", "exemption"),
    "step": Sentence("bước", "step"),
    "move": Sentence("việc", "move"),
    "scenario": Sentence("kịch bản", "scenario"),
    "act": Sentence("văn bản", "legal act"),
    "result": Sentence("kết quả", "result"),
}
_ROOT = Sentence("", "")


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: `sign` is `+`, `-`, `~` or `↕`; before and after where a value changed."""

    section: Section
    sign: str
    what: Sentence
    before: str = ""
    after: str = ""


def differences(before: Trees, after: Trees) -> tuple[Difference, ...]:
    """Give every change, section by section."""
    changes: list[Difference] = []
    for name in NAMES:
        pair = (before.get(name, {}), after.get(name, {}))
        changes += _compare((name,), *pair, trees=(before, after))
    return tuple(sorted(changes, key=lambda one: list(Section).index(one.section)))


def _compare(at: Place, old: Any, new: Any, *, trees: tuple[Trees, Trees]) -> Iterator[Difference]:
    if old == new:
        return
    if _is_words(old) or _is_words(new) or not isinstance(old, type(new)):
        yield _changed(at, old, new, trees=trees)
    elif isinstance(old, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _compare((*at, key), old.get(key), new.get(key), trees=trees)
    elif isinstance(old, list) and _named(old) is not None and _named(new) is not None:
        yield from _rows(at, old, new, trees=trees)
    else:
        yield _changed(at, old, new, trees=trees)


def _is_words(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value) and set(value) <= _WORDS


def _named(rows: Any) -> dict[str, int] | None:
    """Give the index of each row by what names it; None where rows have no names of their own."""
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        return None
    names = [
        next((f"{key}:{said(row[key])}" for key in _KEYS if row.get(key)), f"#{index}")
        for index, row in enumerate(rows)
    ]
    return (
        {name: index for index, name in enumerate(names)} if len(set(names)) == len(names) else None
    )


def _rows(
    at: Place, old: list[Any], new: list[Any], *, trees: tuple[Trees, Trees]
) -> Iterator[Difference]:
    before, after = _named(old) or {}, _named(new) or {}
    for name, index in before.items():
        if name not in after:
            yield _whole("-", (*at, index), trees[0])
    for name, index in after.items():
        if name not in before:
            yield _whole("+", (*at, index), trees[1])
        else:
            rows = (old[before[name]], new[index])
            yield from _compare((*at, index), *rows, trees=trees)
    stayed = [name for name in before if name in after]
    if stayed != [name for name in after if name in before]:
        words = Sentence("Đổi thứ tự", "Order changed")
        yield Difference(section_of(at), "↕", _in(words, at, trees[1]))


def _whole(sign: str, at: Place, trees: Trees) -> Difference:
    verb = {"+": Sentence("Thêm", "Added:"), "-": Sentence("Bỏ", "Removed:")}[sign]
    kind = _kind(at, trees)
    title = _title(found(trees, at, {}))
    return Difference(
        section_of(at),
        sign,
        Sentence(
            f"{verb.vi} {kind.vi} “{title.vi}”".replace("  ", " "),
            f"{verb.en} {kind.en} “{title.en}”".replace("  ", " "),
        ),
    )


def _changed(at: Place, old: Any, new: Any, *, trees: tuple[Trees, Trees]) -> Difference:
    label = label_at(trees[1], at)
    return Difference(
        section_of(at), "~", _in(label, at[:-1], trees[1]), _shown(at, old), _shown(at, new)
    )


def _in(words: Sentence, at: Place, trees: Trees) -> Sentence:
    """Name the thing a change lies in, before the change."""
    for length in range(len(at), 1, -1):
        thing = found(trees, at[:length])
        if isinstance(thing, Mapping) and isinstance(at[length - 1], int):
            title, kind = _title(thing), _kind(at[:length], trees)
            return Sentence(
                f"{kind.vi.capitalize()} “{title.vi}”: {words.vi}".strip(),
                f"{kind.en.capitalize()} “{title.en}”: {words.en}".strip(),
            )
    return words


def _title(thing: Any) -> Sentence:
    for key in ("label", "title", "question", "summary"):
        if isinstance(thing, Mapping) and said(thing.get(key)):
            return sentence(thing[key])
    for key in ("name", "text", "number", "move", "case", "code", "value"):
        if isinstance(thing, Mapping) and said(thing.get(key)):
            return sentence(thing[key])
    return Sentence("…", "…")


def _kind(at: Place, trees: Trees) -> Sentence:
    thing = found(trees, at, {})
    shape = shape_of(at, thing) if isinstance(thing, Mapping) else None
    return _KINDS.get(shape.kind, _ROOT) if shape else _ROOT


def _shown(at: Place, value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int) and at[-1] in {"amount", "fee"}:
        return dong(value)
    if isinstance(value, list):
        return ", ".join(_shown(at, one) for one in value) or "–"
    if isinstance(value, Mapping):
        return said(value) or _title(value).vi
    return str(value)
