"""Tables written as files."""

import io

from motcua.kernel import sheets
from motcua.observatory.tabling.tables import Cell, Table


def csv(table: Table) -> bytes:
    """Write CSV: points as decimal signs, nothing left empty but what is missing."""
    return sheets.csv(table.columns, ([_plain(cell) for cell in row] for row in table.rows))


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
    return cell
