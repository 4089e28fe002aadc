"""Our own CSV: one procedure a row, lists as lines of a cell (docs/reference/catalogue-format.md).

A cell of rows holds one row a line, its parts between bars: `online | 7 working_day | 10000 | …`.
A bar, a semicolon or a line end inside a part is written `\\|`, `\\;`, `\\n`, a backslash `\\\\`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from motcua.kernel.words import Sentence
from motcua.procedures.rules.parsing.reading import ItemRefused
from motcua.procedures.values.catalogue import Channel, ComponentGroup, Fee, Record, State

_WORDS: Final = ("levels", "audiences")
_TEXTS: Final = (
    "decision",
    "kind",
    "field_name",
    "competent_agency",
    "implementing_agency",
    "authorised_agency",
    "coordinating_agency",
    "address",
    "conditions",
    "keywords",
    "description",
)
_BARE: Final = ("code", "name", "online", "page", "origin")
_PAIRS: Final = {
    "legal_basis": ("title", "number"),
    "results": ("name", "code"),
    "related": ("name", "code"),
}
COLUMNS: Final = (*_BARE, *_TEXTS, *_WORDS, "steps", "channels", "components", *_PAIRS, "unparsed")
"""`unparsed` names the fields whose words only the JSON form keeps; it is not read."""

_LETTER: Final = re.compile(r"\\.|.", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def unknown_columns(header: Iterable[str]) -> list[str]:
    """Give the columns that are not ours."""
    return [name for name in header if name not in COLUMNS]


def fields_of(row: Mapping[str, str]) -> dict[str, Any]:
    """Turn a row into an object of our JSON form; raise `ItemRefused` with the column's name."""
    fields: dict[str, Any] = {}
    for column, cell in row.items():
        if not cell.strip() or column == "unparsed":
            continue
        try:
            fields[column] = _read_cell(column, cell)
        except ValueError as error:
            raise ItemRefused(
                Sentence(
                    vi=f"Cột “{column}” chưa đúng: {error}.", en=f"Column “{column}”: {error}."
                )
            ) from error
    return fields


def row_of(record: Record) -> dict[str, str]:
    """Write a record's understood values; what is unparsed is named, not written."""
    row = {name: str(getattr(record, name) or "") for name in _BARE}
    row |= {name: getattr(record, name).value or "" for name in _TEXTS}
    row |= {name: "; ".join(getattr(record, name).value or ()) for name in _WORDS}
    row["steps"] = "\n".join(_escape(step.text) for step in record.steps.value or ())
    row["channels"] = _lines(_channel_parts(channel) for channel in record.channels.value or ())
    row["components"] = _lines(
        part for group in record.components.value or () for part in _component_parts(group)
    )
    for name, (first, second) in _PAIRS.items():
        items = getattr(record, name).value or ()
        row[name] = _lines([getattr(i, first), getattr(i, second) or ""] for i in items)
    row["unparsed"] = "; ".join(
        name
        for name in (*_TEXTS, *_WORDS, "steps", "channels", "components", *_PAIRS)
        if getattr(record, name).state is State.UNPARSED
    )
    return row


def _read_cell(column: str, cell: str) -> Any:
    if column in _BARE:
        return cell.strip()
    if column in _TEXTS:
        return cell
    if column in _WORDS:
        return [word.strip() for word in cell.split(";") if word.strip()]
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    if column == "steps":
        return [{"text": _unescape(line)} for line in lines]
    rows = [_split(line, "|") for line in lines]
    if column == "channels":
        return [_channel(row) for row in rows]
    if column == "components":
        return _groups(rows)
    names = _PAIRS[column]
    return [
        {name: _unescape(part) for name, part in zip(names, row, strict=False) if part}
        for row in rows
    ]


def _channel(parts: list[str]) -> dict[str, Any]:
    if not 1 <= len(parts) <= 4:
        raise ValueError("một dòng là: cách nộp | thời hạn | phí | mô tả")
    kind, time, fees, description = (*parts, "", "", "")[:4]
    channel: dict[str, Any] = {"kind": _unescape(kind)}
    if time:
        amount, _, unit = time.partition(" ")
        channel["time"] = {"amount": amount} | ({"unit": unit.strip()} if unit.strip() else {})
    if fees:
        channel["fees"] = [_fee(_unescape(fee)) for fee in _split(fees, ";")]
    if description:
        channel["description"] = _unescape(description)
    return channel


def _fee(text: str) -> dict[str, Any]:
    found = re.fullmatch(r"(\d+)(?: ([A-Z]{3}))?(?: (.+))?", text, re.DOTALL)
    if found is None:
        raise ValueError(f"phí “{text}” phải bắt đầu bằng một số, ví dụ “10000 VND mỗi bản”")
    return {"amount": int(found[1]), "currency": found[2] or "VND", "note": found[3] or ""}


def _groups(rows: list[list[str]]) -> list[dict[str, Any]]:
    groups = []
    for (kind, caption), members in groupby(rows, key=lambda row: (*row, "", "")[:2]):
        group = {"kind": kind or "unnamed", "caption": _unescape(caption)}
        groups.append(group | {"items": [_component(row) for row in members]})
    return groups


def _component(row: list[str]) -> dict[str, Any]:
    if not 3 <= len(row) <= 6:
        raise ValueError("một dòng là: nhóm | tên nhóm | giấy tờ | bản chính | bản sao | mẫu")
    _, _, name, originals, copies, forms = (*row, "", "", "")[:6]
    item: dict[str, Any] = {"name": _unescape(name)}
    if originals:
        item["originals"] = int(originals)
    if copies:
        item["copies"] = int(copies)
    if forms:
        item["forms"] = [_unescape(form) for form in _split(forms, ";")]
    return item


def _channel_parts(channel: Channel) -> list[str]:
    limit = channel.time.value
    unit = f" {limit.unit}" if limit is not None and limit.unit else ""
    fees = "; ".join(_escape(_fee_text(fee)) for fee in channel.fees.value or ())
    time = f"{limit.amount}{unit}" if limit else ""
    return [channel.kind, time, _Written(fees), channel.description.value or ""]


def _fee_text(fee: Fee) -> str:
    return f"{fee.amount} {fee.currency} {fee.note}".strip()


def _component_parts(group: ComponentGroup) -> Iterator[list[str]]:
    for item in group.items:
        counts = map(_number, (item.originals, item.copies))
        forms = _Written("; ".join(_escape(form) for form in item.forms.value or ()))
        yield [group.kind, group.caption, item.name, *counts, forms]


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


class _Written(str):
    """Text whose own bars and semicolons are escaped already."""

    __slots__ = ()


def _lines(rows: Iterable[list[str]]) -> str:
    return "\n".join(
        " | ".join(part if isinstance(part, _Written) else _escape(part) for part in row).rstrip()
        for row in rows
    )


def _escape(text: str) -> str:
    for mark, written in (("\\", "\\\\"), ("|", "\\|"), (";", "\\;"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(mark, written)
    return text.strip()


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: {"n": "\n"}.get(found[1], found[1]), text).strip()


def _split(text: str, mark: str) -> list[str]:
    """Part at each bare mark; what is escaped stays so."""
    parts = [""]
    for found in _LETTER.finditer(text):
        if found.group() == mark:
            parts.append("")
        else:
            parts[-1] += found.group()
    return [part.strip() for part in parts]
