"""`motcua catalogue`: import the catalogue of procedures, show one of them, write all of them."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from motcua.cli import start_django
from motcua.kernel.words import Refused, Sentence

if TYPE_CHECKING:
    from motcua.procedures.values.catalogue_source import Report

_LANGUAGE = click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True
)
_SHOWN_PROBLEMS = 20


@click.group()
def command() -> None:
    """Import and inspect the catalogue of procedures."""
    start_django()


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Write it as JSON.")
@_LANGUAGE
def import_(files: tuple[Path, ...], report: Path | None, language: str) -> None:
    """Import FILES: .jsonl as crawled or ours, .json and .csv of our own form; also .gz.

    Records are compared with what the same file said last; only changes make new versions. Lines
    that are no record are kept and told of with file and line. Exit 1 if nothing could be read.
    """
    from motcua.procedures.values.catalogue_source import total  # noqa: PLC0415 -- slow import

    reports = []
    for path in files:
        try:
            told = _import_one(path)
        except Refused as refused:
            click.echo(refused.sentence.in_(language), err=True)
            continue
        reports.append(told)
        click.echo(_line(told).in_(language))
    whole = total(reports)
    if report is not None:
        report.write_text(json.dumps(whole.to_json(), ensure_ascii=False, indent=1) + "\n", "utf-8")
    _tell(whole, language)
    if not whole.imported:
        raise SystemExit(1)


def _import_one(path: Path) -> "Report":
    from motcua.journal.values import Actor  # noqa: PLC0415 -- needs Django set up
    from motcua.procedures.actions import (  # noqa: PLC0415 -- needs Django set up
        import_records,
        read_items,
    )
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    with _progress(path) as advance:
        return import_records(
            source=path.name,
            records=read_items(path),
            by=Actor(kind="system", key="catalogue", name="motcua catalogue import"),
            at=clock.now(),
            progress=advance,
        )


@contextmanager
def _progress(path: Path) -> Iterator[Callable[[int], None]]:
    """Draw a bar on a terminal; elsewhere stay silent, the line at the end says it all."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(path.name, total=_lines_of(path))
        yield lambda count: bar.advance(task, count)


def _lines_of(path: Path) -> int | None:
    if path.suffix not in {".jsonl", ".ndjson"} or not path.is_file():
        return None
    with path.open("rb") as stream:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))


def _line(report: "Report") -> Sentence:
    name = report.sources[0]
    return Sentence(
        vi=f"{name}: {report.records} bản ghi, {report.new} mới, {report.changed} thay đổi, "
        f"{report.unchanged} giữ nguyên, {report.refused} không đọc được",
        en=f"{name}: {report.records} records, {report.new} new, {report.changed} changed, "
        f"{report.unchanged} unchanged, {report.refused} refused",
    )


def _tell(report: "Report", language: str) -> None:
    for problem in report.problems[:_SHOWN_PROBLEMS]:
        click.echo(f"{problem.source}:{problem.line}: {problem.what.in_(language)}", err=True)
    if report.refused > _SHOWN_PROBLEMS:
        click.echo(f"… ({report.refused})", err=True)
    if report.fields:
        titles = Sentence(
            vi=f"{'trường':28}{'đã hiểu':>10}{'không nêu':>12}{'chưa hiểu':>12}",
            en=f"{'field':28}{'parsed':>10}{'unstated':>12}{'unparsed':>12}",
        )
        click.echo(titles.in_(language))
    for name, count in report.fields.items():
        click.echo(f"{name:28}{count.parsed:>10}{count.unstated:>12}{count.unparsed:>12}")


@command.command()
@click.argument("code")
def show(code: str) -> None:
    """Print the current record of the procedure with this CODE as JSON, and where it is from."""
    from motcua.procedures.queries.reading import (  # noqa: PLC0415 -- needs Django set up
        ProcedureUnknown,
        procedure,
    )
    from motcua.procedures.values.catalogue_json import to_json  # noqa: PLC0415 -- slow import

    try:
        found = procedure(code)
    except ProcedureUnknown as unknown:
        raise click.ClickException(
            f"Danh mục không có thủ tục mang mã {code}. (The catalogue has no such code.)"
        ) from unknown
    click.echo(f"# {found.key} v{found.version} · {found.source} · {found.valid_from:%Y-%m-%d}")
    click.echo(json.dumps(to_json(found.record), ensure_ascii=False, indent=2))


@command.command()
@click.option("--format", "form", type=click.Choice(["json", "csv"]), required=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Not to stdout.")
def export(form: str, output: Path | None) -> None:
    """Write the current record of every procedure. JSON loses nothing; CSV keeps the values."""
    write = _write_json if form == "json" else _write_csv
    if output is None:
        write(sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="") as stream:
        write(stream)


@command.command()
def reindex() -> None:
    """Make the search index anew, as after a change of the words in library/search."""
    from motcua.procedures.actions.index import rebuild  # noqa: PLC0415 -- needs Django set up

    click.echo(f"{rebuild()} thủ tục đã được lập chỉ mục. (Procedures indexed.)")


def _write_json(stream: IO[str]) -> None:
    from motcua.procedures.queries.catalogue import current_records  # noqa: PLC0415 -- Django
    from motcua.procedures.values.catalogue_json import to_json  # noqa: PLC0415 -- slow import

    separator = "[\n"
    for record in current_records():
        stream.write(separator + json.dumps(to_json(record), ensure_ascii=False))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _write_csv(stream: IO[str]) -> None:
    from motcua.procedures.queries.catalogue import current_records  # noqa: PLC0415 -- Django
    from motcua.procedures.rules.parsing.table import COLUMNS, row_of  # noqa: PLC0415 -- slow

    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row_of(record) for record in current_records())
