"""`motcua measure reproduce`: published figures, as they were printed."""

import csv
import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from motcua.cli import start_django
from motcua.kernel.words import Refused, day_in

if TYPE_CHECKING:
    from motcua.measurement.values.published import Published, PublishedFigure, PublishedTable

COLUMNS = (
    *("published", "table", "league", "name", "agency", "indicator"),
    *("value", "of", "unit", "printed", "place", "note", "publisher"),
)


@click.command()
@click.argument("code", required=False)
@click.option("--list", "listed", is_flag=True, help="Name what is kept.")
@click.option("--csv", "as_csv", is_flag=True, help="Write comma-separated values.")
@click.option("--load/--no-load", default=True, show_default=True, help="Keep them in the lake.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
def command(code: str | None, *, listed: bool, as_csv: bool, load: bool, language: str) -> None:
    """Show the published figures of CODE (2022-05) exactly as they were printed.

    They are kept as aggregate facts of their own, apart from everything that was counted here.
    """
    start_django()
    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up

    try:
        if listed or code is None:
            for each in queries.published_codes():
                click.echo(f"{each}  {queries.published(each).title.in_(language)}")
            return
        found = queries.published(code)
    except Refused as refusal:
        raise click.ClickException(refusal.sentence.in_(language)) from None
    if load:
        _load(found)
    if as_csv:
        _write(found, language)
    else:
        _show(found, language)


def _load(found: "Published") -> None:
    from motcua.measurement import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    actions.load_published(published=found, at=clock.now())


def _write(found: "Published", language: str) -> None:
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for table in found.tables:
        for one in table.figures:
            sheet.writerow(_cells(found, table, one, language=language))


def _cells(
    found: "Published", table: "PublishedTable", one: "PublishedFigure", *, language: str
) -> list[str]:
    notes = (note.in_(language) for note in (*one.notes, *table.notes))
    return [
        *(found.code, table.code, table.league or "", one.name.in_(language)),
        *(one.agency, one.indicator, _plain(one.value), _plain(one.of)),
        *(one.unit, one.printed, one.place or "", " ".join(notes), found.source.publisher),
    ]


def _plain(number: object) -> str:
    return "" if number is None else str(number)


def _show(found: "Published", language: str) -> None:
    out = Console(highlight=False)
    out.print(found.title.in_(language), style="bold")
    source = found.source
    when = day_in(source.on, language) if source.on else str(source.year)
    out.print(f"{source.publisher}, {when}: {source.about.in_(language)}")
    for table in found.tables:
        out.print()
        out.print(_drawn(table, language))
        for note in table.notes:
            out.print(f"  {note.in_(language)}", style="italic")
    out.print()


def _drawn(table: "PublishedTable", language: str) -> Table:
    drawn = Table(title=table.title.in_(language), title_justify="left", show_header=False)
    drawn.add_column(min_width=12)
    drawn.add_column(min_width=30)
    drawn.add_column(justify="right", no_wrap=True)
    rows = [_row(one, language) for one in table.figures]
    if any(row[3] for row in rows):
        drawn.add_column()
    for row in rows:
        drawn.add_row(*row[: len(drawn.columns)])
    return drawn


def _row(one: "PublishedFigure", language: str) -> tuple[str, str, str, str]:
    from motcua.measurement.values.published import (  # noqa: PLC0415 -- with Django only
        TOLD_TITLES,
        UNIT_TITLES,
    )

    unit = "" if one.unit in {"percent", "day"} else UNIT_TITLES[one.unit].in_(language)
    notes = " ".join(note.in_(language) for note in one.notes)
    place = TOLD_TITLES[one.place].in_(language) if one.place else ""
    return place, one.name.in_(language), one.printed, f"{unit} {notes}".strip()
