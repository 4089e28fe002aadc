"""Tables written as files."""

import csv as sheets
import io

from motcua.observatory.tabling.tables import Cell, Table

MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv(table: Table) -> bytes:
    """Write CSV (RFC 4180, UTF-8 with its mark): points as decimal signs, nothing left empty but
    what is missing; no cell of text begins as a formula would."""
    written = io.StringIO()
    writer = sheets.writer(written)
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return (MARK + written.getvalue()).encode()


def parquet(table: Table) -> bytes:
    """Write Parquet with a type a column."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import
    from pyarrow import parquet as pq  # noqa: PLC0415 -- slow import

    columns = {
        name: pa.array([row[at] for row in table.rows]) for at, name in enumerate(table.columns)
    }
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, compression="zstd")
    return sink.getvalue()


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell
