"""Writing lists as CSV and XLSX, line by line: neither keeps more than one line in memory."""

import csv
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from motcua.dossiers.queries.columns import Cell, Column
from motcua.kernel.calendar import HANOI
from motcua.kernel.sheets import harmless

MOST_ROWS = 1_048_575
"""Lines that a sheet of XLSX holds below its head (ECMA-376)."""
_MOMENT = "dd/mm/yyyy hh:mm"


class CsvFile(AbstractContextManager["CsvFile"]):
    """A CSV file as spreadsheets of this country open it: UTF-8 with a mark, commas, CRLF."""

    def __init__(self, path: Path, columns: Sequence[Column], head: Iterable[str]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_ALL)
        self._writer.writerow(head)
        self._columns = columns

    def add(self, cells: Iterable[Cell]) -> None:
        """Write one line."""
        self._writer.writerow([harmless(_written(cell)) for cell in cells])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


class XlsxFile(AbstractContextManager["XlsxFile"]):
    """An XLSX file: one sheet, its head frozen and filtered, moments as moments, text as text."""

    def __init__(self, path: Path, columns: Sequence[Column], head: Iterable[str]) -> None:
        # Text is never read as a formula, an address or a number, whatever it begins with.
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(path.parent),
        }
        self._book = xlsxwriter.Workbook(str(path), options)
        self._sheet: Any = self._book.add_worksheet("Hồ sơ")
        self._moment = self._book.add_format({"num_format": _MOMENT})
        bold = self._book.add_format({"bold": True, "text_wrap": True})
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width)
        for place, words in enumerate(head):
            self._sheet.write_string(0, place, words, bold)
        self._sheet.freeze_panes(1, 1)
        self._last, self._row = len(columns) - 1, 0

    def add(self, cells: Iterable[Cell]) -> None:
        """Write one line."""
        self._row += 1
        for place, cell in enumerate(cells):
            if isinstance(cell, datetime):
                local = cell.astimezone(HANOI).replace(tzinfo=None)
                self._sheet.write_datetime(self._row, place, local, self._moment)
            elif cell:
                self._sheet.write_string(self._row, place, cell)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._row:
            self._sheet.autofilter(0, 0, self._row, self._last)
        self._book.close()


WRITERS: dict[str, type[CsvFile] | type[XlsxFile]] = {"csv": CsvFile, "xlsx": XlsxFile}
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _written(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell.astimezone(HANOI):%d/%m/%Y %H:%M}"
    return (cell or "").replace("\0", "")
