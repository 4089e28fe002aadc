"""`motcua measure indicators`: list indicators, compute one on DuckDB or on Spark."""

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table

from motcua.cli import start_django
from motcua.kernel.words import Refused

if TYPE_CHECKING:
    from motcua.measurement.values.cards import Card
    from motcua.measurement.values.reading import Figure, Figures

COLUMNS = ("indicator", "way", "key", "numerator", "denominator", "value", "missing", "partial")


@click.command()
@click.argument("code", required=False)
@click.option("--period", help="2026, 2026-Q1, 2026-03, 2026-03-16 or 2022-01-01..2022-05-31.")
@click.option("--by", default="top", show_default=True, help="The key of the rows.")
@click.option("--within", default="", help="An agency's code; the country unless given.")
@click.option("--way", type=click.Choice(["fed", "true", "both"]), default="true")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb")
@click.option("--master", default="local[*]", show_default=True, help="Where Spark is.")
@click.option("--as", "shape", type=click.Choice(["table", "csv", "json"]), default="table")
@click.option("--compile", "ahead", is_flag=True, help="Compile what pages ask for, and no more.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
def command(code: str | None, *, ahead: bool, **options: str) -> None:
    """Compute the indicator CODE; without it, list all."""
    start_django()
    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up

    if ahead:
        click.echo(f"{queries.compile_all()} compiled", err=True)
        return
    language = options["language"]
    if code is None:
        _list(queries.cards(), language)
        return
    if not options["period"]:
        raise click.UsageError("--period is needed, 2026-03 for example")
    try:
        found = _compute(code.lower(), options)
    except Refused as refused:
        raise click.ClickException(refused.sentence.in_(language)) from None
    rows = [row for each in found for row in _rows(each)]
    if options["shape"] == "csv":
        written = csv.writer(sys.stdout, lineterminator="\n")
        written.writerows([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])
    elif options["shape"] == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _show(found, language)


def _compute(code: str, options: dict[str, str]) -> "list[Figures]":
    """Compute one way, or every way the indicator has."""
    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.values import Period, Way  # noqa: PLC0415 -- as above

    try:
        period = Period.parse(options["period"])
    except ValueError:
        raise click.BadParameter(options["period"], param_hint="--period") from None
    card = queries.card(code)
    ways = card.ways if options["way"] == "both" else (Way(options["way"]),)
    asked: dict[str, Any] = {
        "period": period,
        "by": options["by"],
        "within": options["within"],
    }
    if options["engine"] == "duckdb":
        return [queries.figures(code, way=way, **asked) for way in ways]
    from motcua.measurement.queries import spark  # noqa: PLC0415 -- wanted seldom

    started = spark.session(options["master"])
    try:
        return [queries.figures(code, way=way, run=spark.runner(started), **asked) for way in ways]
    finally:
        started.stop()


def _list(cards: "tuple[Card, ...]", language: str) -> None:
    table = Table("", "vi" if language == "vi" else "en", "unit", "ways")
    for card in cards:
        ways = ", ".join(way.value for way in card.ways)
        table.add_row(card.code, card.name.in_(language), card.unit, ways)
    Console().print(table)


def _show(found: "list[Figures]", language: str) -> None:
    for each in found:
        card = each.card
        title = f"{card.code.upper()} {card.name.in_(language)}, {each.way.value}"
        table = Table("", *("numerator", "denominator", "value", ""), title=title)
        for row in _rows(each):
            value = "" if row["value"] is None else _told(row["value"], card.unit)
            said = row["missing"] or ("partial" if row["partial"] else "")
            sums = (_sum(row["numerator"]), _sum(row["denominator"]))
            table.add_row(str(row["key"]) or "total", *sums, value, said)
        Console().print(table)


def _rows(found: "Figures") -> list[dict[str, Any]]:
    """Give rows and the total, whose key is the scope."""
    return [_row(found, each) for each in (*found.rows, found.total)]


def _row(found: "Figures", figure: "Figure") -> dict[str, Any]:
    told = {name: getattr(figure, name) for name in COLUMNS[2:]}
    return {"indicator": found.card.code, "way": found.way.value, **told}


def _told(value: float, unit: str) -> str:
    return f"{value:.2%}" if unit == "share" else f"{value:,.2f}".removesuffix(".00")


def _sum(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"
