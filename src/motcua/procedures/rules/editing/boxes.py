"""Boxes: what a page of the editor asks about one thing, and how it is read and kept.

A thing is a mapping in an edition's trees. Keys that no box speaks of are left as they are, so
that an edition may hold more than the editor knows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from motcua.kernel.text import fold
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.conditions import Asked, Simple, expression, simple
from motcua.procedures.rules.editing.trees import said

Post = Mapping[str, Sequence[str]]
Choices = tuple[tuple[str, Sentence], ...]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SCALAR = 4000


@dataclass(frozen=True, slots=True)
class Box:
    """One box. `kind`: words, text, long, lines, number, flag, choice, choices, pick, condition,
    need, formula, options, rows, date, moment, period.

    `key` may lead inside (`competent.kind`). `choices` are fixed, `source` names those that depend
    on the edition (see `Known`). What equals `default` is not written. `more`: shown on demand.
    """

    key: str
    label: Sentence
    kind: str = "text"
    hint: Sentence | None = None
    choices: Choices = ()
    source: str = ""
    default: Any = None
    needed: bool = False
    more: bool = False


@dataclass(frozen=True)
class Known:
    """What boxes may pick from in one edition, by the name of the source, and its questions."""

    picks: Mapping[str, Choices] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)

    def choices(self, box: Box) -> Choices:
        """Give what a box offers."""
        return box.choices or self.picks.get(box.source, ())


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a page: the thing as it is now, and what is wrong by input."""

    thing: dict[str, Any]
    errors: tuple[tuple[str, Sentence], ...] = ()
    missing: frozenset[str] = frozenset()
    """Those of the errors that only say that something is not filled in yet."""


class _Wrong(Exception):
    def __init__(self, vi: str, en: str, part: str = "") -> None:
        super().__init__(vi)
        self.sentence, self.part = Sentence(vi, en), part


_ABSENT = object()


def read(boxes: Sequence[Box], thing: Mapping[str, Any], *, post: Post, known: Known) -> Reading:
    """Read a page's inputs over a thing; what is wrong leaves the thing as it was there."""
    changed = deepcopy(dict(thing))
    errors: list[tuple[str, Sentence]] = []
    missing: set[str] = set()
    for box in boxes:
        try:
            value = _READERS[box.kind](box, post, known)
            if value is _ABSENT and box.needed:
                missing.add(box.key)
                raise _Wrong("Bạn hãy điền ô này.", "Fill this in.")
        except _Wrong as wrong:
            errors.append((box.key + wrong.part, wrong.sentence))
            continue
        if box.kind == "options" and isinstance(value, list):
            value = _keeping(value, thing.get(box.key))
        if box.kind == "rows" and isinstance(value, list):
            value = _staying(value, thing.get(box.key))
        _write(changed, box.key.split("."), _ABSENT if value == box.default else value)
    return Reading(changed, tuple(errors), frozenset(missing))


def _keeping(rows: list[dict[str, Any]], before: Any) -> list[dict[str, Any]]:
    """Keep what the box does not show of rows that stood there before (a hint, a condition)."""
    known = {one.get("value"): one for one in before or () if isinstance(one, Mapping)}
    return [
        {**known.get(row["value"], {}), **(row if "label" not in row else _labelled(row, known))}
        for row in rows
    ]


def _staying(rows: list[dict[str, Any]], before: Any) -> list[dict[str, Any]]:
    """Keep the rows that stood there as they were and where they were; new ones come after."""
    chosen = {row["value"]: row for row in rows}
    stood = [one for one in before or () if isinstance(one, Mapping) and one.get("value") in chosen]
    known = {one["value"] for one in stood}
    return [*map(dict, stood), *(row for value, row in chosen.items() if value not in known)]


def _labelled(row: dict[str, Any], known: Mapping[Any, Mapping[str, Any]]) -> dict[str, Any]:
    before = known.get(row["value"], {}).get("label")
    same = said(before) == said(row["label"]) and not isinstance(row["label"], Mapping)
    return {**row, "label": before if same and before else row["label"]}


def fill(box: Box, thing: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the inputs of a box hold for a thing, by input."""
    value: Any = thing
    for step in box.key.split("."):
        value = value.get(step, box.default) if isinstance(value, Mapping) else box.default
    return _FILLERS.get(box.kind, _plain_fill)(box.key, value)


def typed(box: Box, post: Post) -> dict[str, Any]:
    """Give what was typed in the inputs of a box, right or wrong."""
    if box.kind in {"choices", "rows"}:
        return {box.key: list(post.get(box.key, ()))}
    names = (box.key, *(f"{box.key}.{part}" for part in ("vi", "en", *_PARTS)))
    return {name: _text(post, name) for name in names}


_PARTS = ("mode", "path", "operator", "value", "cel")


def _write(thing: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        inner = thing.get(key)
        if not isinstance(inner, dict):
            if value is _ABSENT:
                return
            inner = thing[key] = {}
        thing = inner
    if value is _ABSENT:
        thing.pop(keys[-1], None)
    else:
        thing[keys[-1]] = value


def _text(post: Post, name: str) -> str:
    values = post.get(name) or ("",)
    return str(values[-1]).replace("\r\n", "\n").strip()


def _scalar(post: Post, name: str, *, most: int = _SCALAR) -> str:
    text = _text(post, name)
    if _CONTROL.search(text):
        raise _Wrong("Có ký tự lạ không in được.", "There is an unprintable character.")
    if len(text) > most:
        raise _Wrong(f"Dài quá {most} chữ.", f"Over {most} characters.")
    return text


# ---------------------------------------------------------------- reading
def _read_words(box: Box, post: Post, _known: Known) -> Any:
    vi, en = _scalar(post, f"{box.key}.vi"), _scalar(post, f"{box.key}.en")
    if not vi:
        if en:
            raise _Wrong("Cần có lời tiếng Việt.", "Vietnamese words are needed.", ".vi")
        return _ABSENT
    return {"vi": vi, "en": en} if en else vi


def _read_text(box: Box, post: Post, _known: Known) -> Any:
    return _scalar(post, box.key) or _ABSENT


def _read_lines(box: Box, post: Post, _known: Known) -> Any:
    rows = [line.strip() for line in _scalar(post, box.key, most=20_000).split("\n")]
    return [line for line in rows if line] or _ABSENT


def _read_number(box: Box, post: Post, _known: Known) -> Any:
    text = _scalar(post, box.key).replace(".", "").replace(" ", "")
    if not text:
        return _ABSENT
    if not re.fullmatch(r"-?\d{1,13}", text, re.ASCII):
        raise _Wrong("Bạn hãy ghi một số nguyên, ví dụ 8.000.", "Write a whole number.")
    return int(text)


def _read_flag(box: Box, post: Post, _known: Known) -> Any:
    return _text(post, box.key) == "yes"


def _read_choice(box: Box, post: Post, known: Known) -> Any:
    value = _text(post, box.key)
    if value and value not in dict(known.choices(box)):
        raise _Wrong("Bạn hãy chọn trong danh sách.", "Choose from the list.")
    return value or _ABSENT


def _read_choices(box: Box, post: Post, known: Known) -> Any:
    offered = dict(known.choices(box))
    values = [value for value in post.get(box.key, ()) if value in offered]
    return values or _ABSENT


def _read_condition(box: Box, post: Post, known: Known) -> Any:
    mode = _text(post, f"{box.key}.mode")
    if mode == "cel":
        return _scalar(post, f"{box.key}.cel", most=2000) or _ABSENT
    path = _text(post, f"{box.key}.path")
    if mode != "simple":
        return _ABSENT
    if path not in known.asked:
        raise _Wrong("Bạn hãy chọn câu hỏi.", "Choose the question.", ".path")
    operator = _text(post, f"{box.key}.operator") or "eq"
    try:
        one = Simple(path, operator, _scalar(post, f"{box.key}.value", most=200))
        return expression(one, known.asked)
    except (ValueError, KeyError):
        raise _Wrong(
            "Giá trị không dùng được với câu hỏi này. Với câu Có/Không, bạn ghi “có” hoặc “không”; "
            "với câu chọn, ghi đúng một lựa chọn.",
            "The value does not fit the question. Write yes or no, or one of its options.",
            ".value",
        ) from None


def _read_need(box: Box, post: Post, known: Known) -> Any:
    mode = _text(post, f"{box.key}.mode")
    if mode in {"", "yes"}:
        return True
    if mode == "no":
        return False
    found = _read_condition(box, post, known)
    if found is _ABSENT:
        raise _Wrong("Bạn hãy viết điều kiện.", "Write the condition.", ".cel")
    return found


def _read_formula(box: Box, post: Post, _known: Known) -> Any:
    text = _scalar(post, box.key, most=2000)
    if not text:
        return _ABSENT
    number = text.replace(".", "").replace(" ", "").removesuffix("đ").removesuffix("đồng")
    return int(number) if re.fullmatch(r"\d{1,13}", number, re.ASCII) else text


def _read_options(box: Box, post: Post, _known: Known) -> Any:
    lines = _scalar(post, box.key, most=20_000).split("\n")
    return [_option(line) for line in lines if line.strip()] or _ABSENT


def _option(line: str) -> dict[str, Any]:
    head, _, en = (part.strip() for part in line.partition("|"))
    code, found, vi = head.partition("=")
    if not found or not re.fullmatch(r"[a-z0-9][a-z0-9_.-]*", code.strip()):
        code, vi = code_of(head), head
    if not vi.strip() or not code.strip():
        raise _Wrong(
            f"Không hiểu dòng “{line.strip()[:60]}”.", f"Unreadable line “{line.strip()[:60]}”."
        )
    label = {"vi": vi.strip(), "en": en} if en else vi.strip()
    return {"value": code.strip(), "label": label}


def code_of(words: str) -> str:
    """Make a code of words: `Hộ nghèo` gives `ho_ngheo`."""
    code = re.sub(r"[^a-z0-9]+", "_", fold(words)).strip("_")[:40].strip("_")
    return code if code[:1].isalpha() else f"m_{code}".strip("_")


def _read_rows(box: Box, post: Post, known: Known) -> Any:
    chosen = [path for path in post.get(box.key, ()) if path in known.asked]
    return [{"label": known.asked[path].label, "value": path} for path in chosen] or _ABSENT


_READERS: dict[str, Callable[[Box, Post, Known], Any]] = {
    "words": _read_words,
    "text": _read_text,
    "long": _read_text,
    "date": _read_text,
    "moment": _read_text,
    "period": _read_text,
    "lines": _read_lines,
    "number": _read_number,
    "flag": _read_flag,
    "choice": _read_choice,
    "pick": _read_choice,
    "choices": _read_choices,
    "condition": _read_condition,
    "need": _read_need,
    "formula": _read_formula,
    "options": _read_options,
    "rows": _read_rows,
}


# ---------------------------------------------------------------- filling
def _plain_fill(key: str, value: Any) -> dict[str, Any]:
    if isinstance(value, list):
        return {key: [str(one) for one in value]}
    if isinstance(value, bool):
        return {key: "yes" if value else "no"}
    return {key: "" if value is None else str(value)}


def _fill_words(key: str, value: Any) -> dict[str, Any]:
    en = said(value, "en") if isinstance(value, Mapping) else ""
    return {f"{key}.vi": said(value), f"{key}.en": en}


def _fill_condition(key: str, value: Any) -> dict[str, Any]:
    filled = dict.fromkeys((f"{key}.{part}" for part in _PARTS), "")
    if not isinstance(value, str):
        filled[f"{key}.mode"] = {True: "yes", False: "no"}.get(value, "")
        return filled
    one = simple(value)
    filled[f"{key}.cel"] = value
    filled[f"{key}.mode"] = "simple" if one else "cel"
    if one:
        filled |= {f"{key}.path": one.path, f"{key}.operator": one.operator}
        filled[f"{key}.value"] = one.value
    return filled


def _fill_need(key: str, value: Any) -> dict[str, Any]:
    return _fill_condition(key, True if value is None else value)


def _fill_lines(key: str, value: Any) -> dict[str, Any]:
    return {key: "\n".join(map(str, value)) if isinstance(value, list) else said(value)}


def _fill_options(key: str, value: Any) -> dict[str, Any]:
    lines = []
    for one in value if isinstance(value, list) else ():
        label = one.get("label") if isinstance(one, Mapping) else one
        en = said(label, "en") if isinstance(label, Mapping) else ""
        code = one.get("value", "") if isinstance(one, Mapping) else ""
        lines.append(f"{code} = {said(label)}" + (f" | {en}" if en else ""))
    return {key: "\n".join(lines)}


def _fill_rows(key: str, value: Any) -> dict[str, Any]:
    rows = value if isinstance(value, list) else ()
    return {key: [str(one.get("value", "")) for one in rows if isinstance(one, Mapping)]}


_FILLERS: dict[str, Callable[[str, Any], dict[str, Any]]] = {
    "words": _fill_words,
    "condition": _fill_condition,
    "need": _fill_need,
    "lines": _fill_lines,
    "options": _fill_options,
    "rows": _fill_rows,
}
