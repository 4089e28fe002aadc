"""Text for spreadsheets: CSV that they open as it is meant, cells that they take for no formula."""

import csv as sheets
import io
from collections.abc import Iterable

MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
_FORMULAE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | float | None


def harmless(text: str) -> str:
    """Write text so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULAE) else text


def csv(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Write CSV (RFC 4180, UTF-8 with its mark); what is missing is an empty cell."""
    written = io.StringIO()
    writer = sheets.writer(written)
    writer.writerow(head)
    writer.writerows(
        [harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return (MARK + written.getvalue()).encode("utf-8", "replace")
