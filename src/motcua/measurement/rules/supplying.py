"""Reading which services agencies offer from a table: CSV with a line of names, or JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from motcua.kernel.codes import AgencyCode, CodeRefused
from motcua.kernel.words import Refused, Sentence
from motcua.measurement.rules import addresses
from motcua.measurement.values.facts import Level

Row: TypeAlias = Mapping[str, Any]

COLUMNS = ("agency", "procedure", "level", "has_fee", "essential", "valid_from", "valid_to")
NEEDED = ("agency", "procedure", "level", "valid_from")
LEVELS = {
    "none": Level.NONE, "partial": Level.PARTIAL, "full": Level.FULL,
    "không": Level.NONE, "trực tiếp": Level.NONE,
    "một phần": Level.PARTIAL, "toàn trình": Level.FULL,
}  # fmt: skip
TRUTH = {
    "": False, "0": False, "false": False, "no": False, "không": False,
    "1": True, "true": True, "yes": True, "có": True,
}  # fmt: skip


class SupplyRefused(Refused):
    """A table of services cannot be read; the sentence names line and column."""


def read_supply(text: str) -> list[dict[str, object]]:
    """Read a table whole, or refuse with the first line that is wrong; `top` is left out."""
    stripped = text.lstrip("\ufeff \r\n\t")
    rows = _from_json(stripped) if stripped[:1] in {"[", "{"} else _from_csv(stripped)
    return [_row(row, line) for line, row in rows]


def _from_json(text: str) -> Iterable[tuple[int, Row]]:
    try:
        told = json.loads(text)
    except ValueError as wrong:
        raise SupplyRefused(
            Sentence(f"Tệp JSON không đọc được: {wrong}.", f"The JSON cannot be read: {wrong}.")
        ) from None
    listed = told if isinstance(told, list) else [told]
    for line, row in enumerate(listed, start=1):
        if not isinstance(row, dict):
            raise _wrong(
                line, "", vi="mỗi dòng là một đối tượng JSON", en="each row is a JSON object"
            )
        yield line, row


def _from_csv(text: str) -> Iterable[tuple[int, Row]]:
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in first else ",")
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        names = ", ".join(missing)
        raise SupplyRefused(
            Sentence(
                f"Dòng đầu phải có các cột {', '.join(COLUMNS)}; còn thiếu: {names}.",
                f"The first line must name the columns {', '.join(COLUMNS)}; missing: {names}.",
            )
        )
    for row in reader:
        yield reader.line_num, row


def _row(row: Row, line: int) -> dict[str, object]:
    first = _date(row, "valid_from", line)
    last = _date(row, "valid_to", line) if _word(row, "valid_to") else None
    if first is None:
        raise _wrong(line, "valid_from", vi="phải có ngày bắt đầu", en="a first day is needed")
    if last is not None and last < first:
        raise _wrong(line, "valid_to", vi="sớm hơn valid_from", en="it is before valid_from")
    level = LEVELS.get(_word(row, "level").lower())
    if level is None:
        raise _wrong(
            line, "level", vi="dùng none, partial hoặc full", en="use none, partial or full"
        )
    return {
        "agency": _agency(row, line),
        "procedure": _procedure(row, line),
        "level": level.value,
        "has_fee": _truth(row, "has_fee", line),
        "essential": _truth(row, "essential", line),
        "valid_from": first,
        "valid_to": last,
    }


def _word(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value).strip()


def _agency(row: Row, line: int) -> str:
    try:
        return AgencyCode.parse(_word(row, "agency")).text
    except CodeRefused as refused:
        raise _wrong(line, "agency", vi=refused.sentence.vi, en=refused.sentence.en) from None


def _procedure(row: Row, line: int) -> str:
    code = _word(row, "procedure")
    national = addresses.procedure_of(code)
    if not national or not code.startswith(national):
        raise _wrong(
            line, "procedure", vi="viết mã như 1.004194", en="write a code such as 1.004194"
        )
    return national


def _truth(row: Row, name: str, line: int) -> bool:
    found = TRUTH.get(_word(row, name).lower())
    if found is None:
        raise _wrong(line, name, vi="dùng 1 hoặc 0", en="use 1 or 0")
    return found


def _date(row: Row, name: str, line: int) -> date | None:
    word = _word(row, name)
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(word, shape).date()  # noqa: DTZ007 -- a day, no moment
        except ValueError:
            continue
    raise _wrong(line, name, vi="viết ngày như 2026-03-16", en="write a day such as 2026-03-16")


def _wrong(line: int, column: str, *, vi: str, en: str) -> SupplyRefused:
    where = f", {column}" if column else ""
    return SupplyRefused(Sentence(f"Dòng {line}{where}: {vi}.", f"Line {line}{where}: {en}."))
