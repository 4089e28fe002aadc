"""DuckDB as it is used for writing: a database in memory, bounded, with a place to spill."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from motcua.measurement.models.lake.files import Files, new_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation


@dataclass(frozen=True, slots=True)
class Limits:
    """How much memory (as DuckDB writes it, `1GB`) and how many threads a query may take."""

    memory: str = "2GB"
    threads: int = 2


@contextmanager
def opened(scratch: Path, limits: Limits) -> Iterator["DuckDBPyConnection"]:
    """Open a database for one piece of work."""
    import duckdb  # noqa: PLC0415 -- slow import

    scratch.mkdir(parents=True, exist_ok=True)
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": limits.memory,
        "threads": limits.threads,
        "temp_directory": str(scratch / "spill"),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    connection = duckdb.connect(":memory:", config=config)
    try:
        yield connection
    finally:
        connection.close()


def view(
    connection: "DuckDBPyConnection", name: str, paths: Sequence[str], *, columns: dict[str, str]
) -> None:
    """Name what Parquet files hold; an empty table of these columns where there is no file.

    A view of that name is replaced in one step: whoever reads beside never misses it.
    """
    if paths:
        relation = connection.read_parquet(list(paths), hive_partitioning=False)
        relation.create_view(name)
        return
    nothing = ", ".join(f'CAST(NULL AS {kind}) AS "{column}"' for column, kind in columns.items())
    connection.sql(f"SELECT {nothing} LIMIT 0").create_view(name)


def keep(relation: "DuckDBPyRelation", files: Files, path: str) -> None:
    """Write rows as one Parquet file of the lake."""
    made = new_name(files.scratch)
    relation.to_parquet(str(made), compression="zstd", overwrite=True)
    files.publish(made, path)
