"""From HTML inputs to a draft and back, keeping what was typed even where it is wrong.

Names of inputs are paths: `child.full_name`; a date has `….day`, `….month`, `….year`; a place
`….province`, `….commune` and an address also `….detail`; a row's field `children.0.full_name`.
What a browser does not send when it is empty (boxes, files, rows) counts as emptied only when the
page has said that it asked, by a hidden input `_asked` holding the path. Buttons `_add` (path) and
`_remove` (`children.1`) change rows without JavaScript."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from motcua.forms.rules.programme import PARTS
from motcua.forms.values import FormDefinition, Placed

DATE_PARTS = ("day", "month", "year")
MAX_ROWS = 100
_DATES = frozenset({"date", "partial_date"})
_LISTS = frozenset({"choices", "file"})
_UNSENT = frozenset({"choice", "choices", "yes_no", "declaration", "file", "repetition"})
Post = Mapping[str, Sequence[str]]


def from_post(form: FormDefinition, page: str, post: Post) -> dict[str, Any]:
    """Give the draft answers that one page's inputs hold, by path; None where emptied.

    Only what the page asked is in the result, so it can be laid over the draft. Never raises."""
    asked = frozenset(post.get("_asked", ()))
    found: dict[str, Any] = {}
    for placed in form.page(page).fields:
        if placed.type in {"note", "computed"}:
            continue
        if placed.rows:
            rows = _rows(placed, post)
            if rows or placed.path in asked:
                found[placed.path] = rows or None
        elif _sent(placed, placed.path, post) or placed.path in asked:
            found[placed.path] = _typed(placed, placed.path, post)
    return found


def to_inputs(placed: Placed, raw: Any, *, name: str | None = None) -> dict[str, str]:
    """Give the text of each HTML input of a field with one box, or several; not of lists."""
    name = name or placed.path
    if placed.type in _DATES:
        parts = _date_parts(raw)
        return {f"{name}.{part}": parts.get(part, "") for part in DATE_PARTS}
    if placed.type in PARTS:
        given = raw if isinstance(raw, Mapping) else {}
        return {f"{name}.{part}": _plain(given.get(part)) for part in PARTS[placed.type]}
    if isinstance(raw, bool):
        return {name: "yes" if raw else "no"}
    return {name: "" if isinstance(raw, Mapping | list | tuple) else _plain(raw)}


def to_post(form: FormDefinition, page: str, draft: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the post that a browser would send for a page drawn from `draft`."""
    post: dict[str, list[str]] = {"_asked": []}
    for placed in form.page(page).fields:
        if placed.type in {"note", "computed"}:
            continue
        if placed.type in _UNSENT:
            post["_asked"].append(placed.path)
        raw = draft.get(placed.path)
        rows = raw if isinstance(raw, list) and placed.rows else []
        for index, row in enumerate(rows):
            for inner in placed.rows:
                name = f"{placed.path}.{index}.{inner.path}"
                given = row.get(inner.path) if isinstance(row, Mapping) else None
                post |= _inputs(inner, given, name)
        if not placed.rows:
            post |= _inputs(placed, raw, placed.path)
    return post


def _inputs(placed: Placed, raw: Any, name: str) -> dict[str, list[str]]:
    if placed.type in _LISTS:
        texts = [_plain(item) for item in raw] if isinstance(raw, list | tuple) else [_plain(raw)]
        return {name: [text for text in texts if text]}
    texts_by_name = to_inputs(placed, raw, name=name)
    if placed.type in _UNSENT:
        return {key: [text] for key, text in texts_by_name.items() if text}
    return {key: [text] for key, text in texts_by_name.items()}


def _plain(value: Any) -> str:
    if value is None or isinstance(value, Mapping | list | tuple):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _date_parts(raw: Any) -> dict[str, str]:
    if isinstance(raw, Mapping):
        return {part: _plain(raw.get(part)) for part in DATE_PARTS}
    text = _plain(raw)
    if found := re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII):
        year, month, day = (part.lstrip("0") if part else "" for part in found.groups())
        return {"day": day, "month": month, "year": year.rjust(4, "0")}
    return {"day": text, "month": "", "year": ""}


def _sent(placed: Placed, name: str, post: Post) -> bool:
    parts: tuple[str, ...] = PARTS.get(placed.type, ())
    if placed.type in _DATES:
        parts = DATE_PARTS
    return name in post or any(f"{name}.{part}" in post for part in parts)


def _first(post: Post, name: str) -> str:
    values = post.get(name) or ("",)
    return str(values[-1]).replace("\r\n", "\n")


def _typed(placed: Placed, name: str, post: Post) -> Any:
    if placed.type in _LISTS:
        return [value for value in post.get(name, ()) if value] or None
    if placed.type in _DATES:
        return _date(placed, name, post)
    if placed.type in PARTS:
        given = {part: _first(post, f"{name}.{part}") for part in PARTS[placed.type]}
        return {part: text for part, text in given.items() if text} or None
    text = _first(post, name)
    if placed.type in {"yes_no", "declaration"} and text in {"yes", "no"}:
        return text == "yes"
    return text or None


def _date(placed: Placed, name: str, post: Post) -> Any:
    if name in post:
        return _first(post, name) or None
    parts = {part: _first(post, f"{name}.{part}") for part in DATE_PARTS}
    given = {part: text for part, text in parts.items() if text}
    day, month, year = (parts[part].strip() for part in DATE_PARTS)
    if re.fullmatch(r"\d{4}", year, re.ASCII) and all(
        re.fullmatch(r"\d{0,2}", part, re.ASCII) for part in (day, month)
    ):
        partial = placed.type == "partial_date" and not day
        if partial and not month:
            return year
        if (day or partial) and month:
            try:
                whole = date(int(year), int(month), int(day or 1)).isoformat()
            except ValueError:
                return given
            return whole[:7] if partial else whole
    return given or None


def _rows(placed: Placed, post: Post) -> list[dict[str, Any]]:
    pattern = re.compile(re.escape(placed.path) + r"\.(\d{1,4})\.", re.ASCII)
    numbers = sorted({int(found[1]) for name in post if (found := pattern.match(name))})
    gone = _first(post, "_remove")
    rows: list[dict[str, Any]] = []
    for number in numbers[:MAX_ROWS]:
        if gone == f"{placed.path}.{number}":
            continue
        prefix = f"{placed.path}.{number}."
        row = {
            inner.path: value
            for inner in placed.rows
            if _sent(inner, prefix + inner.path, post)
            and (value := _typed(inner, prefix + inner.path, post)) is not None
        }
        rows.append(row)
    if _first(post, "_add") == placed.path and len(rows) < MAX_ROWS:
        rows.append({})
    return rows
