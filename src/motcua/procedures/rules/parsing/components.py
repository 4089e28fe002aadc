"""The papers of a dossier: "Giấy tờ phải nộpTên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai1 bản chính".

Sections are a caption, the table's header and rows; a row is the paper's name, the names of its
forms and its counts, run together. Counts are one digit and end a row: "01 bản chính" is part of a
name, and in "…ngày 01/01/20261 bản chính" the year ends before the last digit.
"""

import re
from typing import Final

from motcua.procedures.rules.parsing.cells import cut_page, is_unstated
from motcua.procedures.rules.parsing.forms import part_forms
from motcua.procedures.values.catalogue import (
    Component,
    ComponentGroup,
    GroupKind,
    Read,
    State,
)

HEADER: Final = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
_COUNT: Final = re.compile(r"(?P<run>\d+) bản chính(?:,(?P<copies>\d) bản sao)?")
_COUNT_AHEAD: Final = re.compile(r"\d bản (?:chính|sao)")


def read_components(text: str) -> Read[tuple[ComponentGroup, ...]]:
    """Read every section; parsed only where each row's counts were found."""
    body = cut_page(text).body
    if is_unstated(body):
        return Read(text=text)
    first, *tables = body.split(HEADER)
    if not tables:
        return Read(State.UNPARSED, None, text)
    caption, groups, certain = first, [], True
    for table in tables:
        rows, rest = _rows(table)
        certain = certain and bool(rows) and all(row.originals is not None for row in rows)
        groups.append(ComponentGroup(_kind(caption), caption.strip(" -\t\r\n"), tuple(rows)))
        caption = rest
    if caption.strip(" -\t\r\n"):
        groups.append(ComponentGroup(_kind(caption), caption.strip(" -\t\r\n")))
        certain = False
    return Read(State.PARSED if certain else State.UNPARSED, tuple(groups), text)


def _rows(table: str) -> tuple[list[Component], str]:
    """Read a section's rows; what follows the last of them is the next section's caption."""
    rows, start = [], 0
    for found in _COUNT.finditer(table):
        if not _is_cell(table, found):
            continue
        run = found["run"]
        name_end = found.end("run") - 1 if len(run) != 2 else found.start("run")
        originals = int(run[-1]) if len(run) != 2 else None
        copies = int(found["copies"] or 0) if originals is not None else None
        name, forms = part_forms(table[start:name_end])
        note = "" if originals is not None else found.group()
        rows.append(Component(name, originals, copies, forms, note=note))
        start = found.end()
    return rows, table[start:]


def _is_cell(table: str, found: re.Match[str]) -> bool:
    """Tell counts that end a row from the same words inside the name of a paper."""
    run, before = found["run"], table[: found.end("run") - 1]
    if len(run) == 2 and run[0] == "0":
        return False
    after = table[found.end() :]
    if not after:
        return True
    if after[0] in ".,;:)/" or _COUNT_AHEAD.match(after):
        return False
    if not after[0].isspace():
        return True
    return before[-1:].strip() not in {"", "("} and not after.lstrip()[:1].islower()


def _kind(caption: str) -> GroupKind:
    words = caption.strip(" -\t\r\n*+.").lower()
    if not words:
        return GroupKind.UNNAMED
    if "phải nộp" in words:
        return GroupKind.SUBMIT
    if "xuất trình" in words:
        return GroupKind.PRESENT
    if "trường hợp" in words or "đối với" in words:
        return GroupKind.CASE
    return GroupKind.OTHER
